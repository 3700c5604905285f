import { describe, expect, it } from 'vitest';
import { QUESTION_WORDS, ORGANISATION_ADDRESS, SPEAKER_ASK } from '../customers/check/questions.ts';
import { guideFaults } from './checker.ts';
import { NORTHMERE_INBOUND } from './northmere-inbound.ts';
import { sayFaults } from './say-rules.ts';
import { GUIDES, guideNamed } from './shipped.ts';
import { TAKE_UP_ASKS } from './take-up.ts';

describe('every guide we ship', () => {
	it.each(GUIDES.map((guide) => [guide.id, guide] as const))('%s keeps the rules', (_, guide) => {
		expect(guideFaults(guide)).toEqual([]);
	});

	it('asks its other questions by the same rules', () => {
		const asks = [
			...Object.values(QUESTION_WORDS).map(({ ask }) => ask),
			ORGANISATION_ADDRESS.ask,
			SPEAKER_ASK,
			...Object.values(TAKE_UP_ASKS)
		];
		expect(asks.flatMap(sayFaults)).toEqual([]);
	});
});

describe('a contact’s guide', () => {
	it('is the one it names, and the current one while it names none', () => {
		expect(guideNamed({ guide: 'northmere-inbound', version: 1 })).toBe(NORTHMERE_INBOUND);
		expect(guideNamed(null)).toBe(NORTHMERE_INBOUND);
		expect(() => guideNamed({ guide: 'northmere-inbound', version: 99 })).toThrow('version 99');
	});
});
