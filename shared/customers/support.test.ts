import { expect, it } from 'vitest';
import { ADJUSTMENT_WORDS, readAdjustments, supportRecord } from './support.ts';

it('writes the needs in one order and what to do beside them', () => {
	expect(supportRecord(['letters-by-email', 'slower', 'breaks'])).toEqual({
		need: 'A slower pace, breaks, letters by email',
		adjustment: 'Speak slowly. Offer a break. Send letters by email.'
	});
	expect(supportRecord([])).toBeNull();
});

it('reads back only what it knows', () => {
	expect(readAdjustments('breaks,slower')).toEqual(['slower', 'breaks']);
	expect(readAdjustments('anxiety,breaks')).toEqual(['breaks']);
	expect(readAdjustments(undefined)).toEqual([]);
});

it('never names an illness', () => {
	const words = Object.values(ADJUSTMENT_WORDS).flatMap(({ need, does }) => [need, does]);
	expect(words.join(' ')).not.toMatch(/anxi|depress|autis|dement|illness|disorder|deaf|blind/i);
});
