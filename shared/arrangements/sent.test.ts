import { describe, expect, it } from 'vitest';
import { offerOf } from '../../tests/builders/plans.ts';
import { statementLineSent } from '../affordability/sent.ts';
import { offerSent } from './sent.ts';

describe('an offer that is sent', () => {
	it('comes through as it was', () => {
		const offer = offerOf(110_00);
		expect(offerSent.parse(JSON.parse(JSON.stringify(offer)))).toEqual(offer);
	});

	it.each([
		{ firstOn: '2026-11-31' },
		{ amount: 10.5 },
		{ amount: 1e12 },
		{ rhythm: 'daily' },
		{ method: 'cheque' },
		{ nextPayDay: 'Friday' }
	])('is refused with %j', (change) => {
		expect(offerSent.safeParse({ ...offerOf(110_00), ...change }).success).toBe(false);
	});
});

describe('a statement’s line that is sent', () => {
	const line = { line: 'salary', amount: 1286_40, frequency: 'monthly', provenance: 'said' };

	it.each([{}, { note: 'Cut from 30 hours' }])('comes through with %j', (more) => {
		expect(statementLineSent.parse({ ...line, ...more })).toEqual({ ...line, ...more });
	});

	it.each([
		{ line: 'wages' },
		{ amount: -1 },
		{ amount: 0.5 },
		{ frequency: 'daily' },
		{ note: 5 }
	])('is refused with %j', (change) => {
		expect(statementLineSent.safeParse({ ...line, ...change }).success).toBe(false);
	});
});
