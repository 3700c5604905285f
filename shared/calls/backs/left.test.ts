import { describe, expect, test } from 'vitest';
import { day } from '../../time/day.ts';
import { isLeft, leftVerdict, sayCounted, type LeftCaller, type NumberOwner } from './left.ts';

const TODAY = day('2026-11-19');
const OWNER: NumberOwner = {
	customerId: 'kelly',
	isSafeContact: false,
	isRestricted: false,
	diedOn: null,
	confirmedOn: day('2026-09-02'),
	hasPromise: false
};
const CALLER: LeftCaller = {
	number: '+447700900142',
	presentation: 'allowed',
	hasAgreed: false,
	owners: [OWNER]
};
const other = { ...OWNER, customerId: 'dean' };

describe('a caller whom nobody took', () => {
	test.each<[string, Partial<LeftCaller>, string]>([
		['whose number is confirmed for one customer', {}, 'ring: confirmed, kelly'],
		['who agreed, known', { hasAgreed: true }, 'ring: agreed, kelly'],
		['who agreed, on a number nobody knows', { hasAgreed: true, owners: [] }, 'ring: agreed, null'],
		[
			'who agreed, on a shared number',
			{ hasAgreed: true, owners: [OWNER, other] },
			'ring: agreed, null'
		],
		[
			'who agreed, on one not confirmed',
			{ hasAgreed: true, owners: [{ ...OWNER, confirmedOn: null }] },
			'ring: agreed, kelly'
		],
		['on a number nobody knows', { owners: [] }, 'unknown-number'],
		['on a shared number', { owners: [OWNER, other] }, 'shared'],
		['on a number never confirmed', { owners: [{ ...OWNER, confirmedOn: null }] }, 'not-agreed'],
		[
			'on one confirmed too long ago',
			{ owners: [{ ...OWNER, confirmedOn: day('2025-11-18') }] },
			'not-agreed'
		],
		[
			'on one confirmed a year ago to the day',
			{ owners: [{ ...OWNER, confirmedOn: day('2025-11-19') }] },
			'ring: confirmed, kelly'
		],
		['who withheld it and agreed', { presentation: 'withheld', hasAgreed: true }, 'withheld'],
		['whose switch leaked a withheld number', { presentation: 'withheld' }, 'withheld'],
		['whose presentation nobody knows', { presentation: 'unknown', hasAgreed: true }, 'no-number'],
		['whose presentation was never said', { presentation: null, hasAgreed: true }, 'no-number'],
		['without a number', { number: null, hasAgreed: true }, 'no-number'],
		['of a safe contact', { owners: [{ ...OWNER, isSafeContact: true }] }, 'safe-contact'],
		[
			'of a safe contact who agreed',
			{ hasAgreed: true, owners: [{ ...OWNER, isSafeContact: true }] },
			'safe-contact'
		],
		[
			'on a number shared with a safe contact',
			{ hasAgreed: true, owners: [OWNER, { ...other, isSafeContact: true }] },
			'safe-contact'
		],
		['of a restricted record', { owners: [{ ...OWNER, isRestricted: true }] }, 'restricted'],
		['of one who has died', { hasAgreed: true, owners: [{ ...OWNER, diedOn: TODAY }] }, 'died'],
		['on a household’s', { owners: [{ ...OWNER, belongs: 'household' }] }, 'shared'],
		[
			'on the telephone of who speaks for them',
			{ owners: [{ ...OWNER, belongs: 'speaker' }] },
			'shared'
		],
		[
			'on one noted as theirs alone',
			{ owners: [{ ...OWNER, belongs: 'only-own' }, other] },
			'ring: confirmed, kelly'
		],
		[
			'who is promised a call',
			{ hasAgreed: true, owners: [{ ...OWNER, hasPromise: true }] },
			'promised'
		]
	])('%s', (_, change, says) => {
		const verdict = leftVerdict({ ...CALLER, ...change }, TODAY);
		const said = verdict.isRung
			? `ring: ${verdict.because}, ${verdict.customerId}`
			: verdict.because;
		expect(said).toBe(says);
	});

	test.each([
		['rang off waiting', true, { isAbandoned: true }],
		['rang off waiting for a second officer', true, { isAbandoned: true, isAnswered: true }],
		['agreed, and the queue let them go', true, { hasAgreed: true }],
		['agreed, and was taken after all', false, { hasAgreed: true, isAnswered: true }],
		['was let go without a word', false, {}],
		['was rung by us', false, { direction: 'outbound', isAbandoned: true } as const]
	])('is one who %s: %s', (_, is, change) => {
		const usual = {
			direction: 'inbound',
			isAnswered: false,
			isAbandoned: false,
			hasAgreed: false
		} as const;
		expect(isLeft({ ...usual, ...change })).toBe(is);
	});

	test('is told of alike, whatever the record they may have', () => {
		const says = new Set(
			(
				['safe-contact', 'restricted', 'died', 'shared', 'unknown-number', 'not-agreed'] as const
			).map(sayCounted)
		);
		expect(says.size).toBe(1);
	});
});
