import { describe, expect, it } from 'vitest';
import { officerEvent } from './sent.ts';

describe('an offer that is sent', () => {
	const offer = {
		type: 'offerMade',
		amount: 110_00,
		rhythm: 'monthly',
		firstOn: '2026-11-30',
		method: 'standing-order',
		nextPayDay: null,
		offeredBy: 'customer'
	};

	it('comes through as it was', () => {
		expect(officerEvent.parse(offer)).toEqual(offer);
	});

	it.each([
		{ firstOn: '2026-11-31' },
		{ amount: 10.5 },
		{ amount: -5 },
		{ amount: 1e12 },
		{ rhythm: 'daily' },
		{ method: 'cheque' },
		{ nextPayDay: 'Friday' },
		{ offeredBy: 'nobody' }
	])('is refused with %j', (change) => {
		expect(officerEvent.safeParse({ ...offer, ...change }).success).toBe(false);
	});
});

describe('a statement’s line that is sent', () => {
	const line = {
		type: 'statementLineSet',
		line: 'salary',
		amount: 1286_40,
		frequency: 'monthly',
		provenance: 'said'
	};

	it.each([{}, { amount: null }])('comes through with %j', (more) => {
		expect(officerEvent.parse({ ...line, ...more })).toEqual({ ...line, ...more });
	});

	it.each([{ line: 'wages' }, { amount: -1 }, { amount: 0.5 }, { frequency: 'daily' }])(
		'is refused with %j',
		(change) => {
			expect(officerEvent.safeParse({ ...line, ...change }).success).toBe(false);
		}
	);
});
