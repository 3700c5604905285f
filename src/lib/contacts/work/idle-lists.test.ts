import { describe, expect, test } from 'vitest';
import type { LeftBack, MyWork, WorkPerson } from '#shared/monitoring/my-work.ts';
import { instant } from '#shared/time/day.ts';
import { callBacks, callBacksToday } from './idle-lists.ts';

const AT = instant('2026-11-19T10:00:00Z');
const KELLY: WorkPerson = {
	name: 'Kelly Ashworth',
	isMasked: false,
	phone: '+447700900142',
	isSafeContact: false
};

function work(some: Partial<MyWork>): MyWork {
	return {
		at: AT,
		callbacks: [],
		approvals: [],
		letters: [],
		untold: [],
		endingHolds: [],
		fromBanks: [],
		left: [],
		missed: [],
		day: { calls: 0, seen: 0, claims: 0, plans: 0 },
		...some
	};
}

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const said = (of: MyWork) =>
	callBacks(of, () => true).map(({ time, who, why, cannot = 'ring' }) =>
		plain(`${time} ${who}: ${why} [${cannot}]`)
	);

describe('somebody an officer promised to ring', () => {
	const usual = { isOverdue: false, asked: [], against: null };
	const callback = { id: 'a', dueAt: AT, note: '', person: KELLY, ...usual };

	test.each([
		[callback, '10:00 Kelly Ashworth: 07700 900142 [ring]'],
		[
			{ ...callback, dueAt: instant('2026-11-18T11:30:00Z'), isOverdue: true, note: 'Hours cut' },
			'18 Nov 2026, 11:30 Kelly Ashworth: Overdue. 07700 900142. Hours cut [ring]'
		],
		[
			{ ...callback, person: { ...KELLY, phone: null, isSafeContact: true } },
			'10:00 Kelly Ashworth:  [Safe contact only: look at the record first.]'
		],
		[
			{ ...callback, person: { ...KELLY, name: 'K•••• A••••', phone: null, isMasked: true } },
			'10:00 K•••• A••••:  [A team leader must open this record.]'
		],
		[
			{ ...callback, note: 'Hours cut', asked: ['Do not leave messages.'] },
			'10:00 Kelly Ashworth: 07700 900142. Hours cut. Do not leave messages. [ring]'
		],
		[
			{ ...callback, against: 'The customer asked: Only by post.' },
			'10:00 Kelly Ashworth:  [The customer asked: Only by post.]'
		]
	])('is listed with when, how and what stands against it', (one, says) => {
		expect(said(work({ callbacks: [one] }))).toEqual([says]);
	});

	test('stands on the page between calls only from its day on', () => {
		const tomorrow = { ...callback, dueAt: instant('2026-11-20T10:00:00Z') };
		expect(callBacksToday(work({ callbacks: [tomorrow] }))).toEqual([]);
	});
});

describe('somebody whom nobody took', () => {
	const left: LeftBack = {
		id: 'l',
		number: '+447700900777',
		queue: 'council-tax',
		leftAt: instant('2026-11-19T09:42:00Z'),
		dueAt: instant('2026-11-19T09:42:00Z'),
		hasAgreed: true,
		isMine: false
	};

	test.each<[Partial<LeftBack>, string]>([
		[
			{},
			'Now 07700 900777: Rang Council Tax arrears at 09:42 and nobody took the call. They asked to be rung back. [ring]'
		],
		[
			{ hasAgreed: false, queue: null },
			'Now 07700 900777: Rang us at 09:42 and nobody took the call. The number is confirmed for one customer. [ring]'
		],
		[
			{ dueAt: instant('2026-11-20T08:00:00Z') },
			'20 Nov 2026, 08:00 07700 900777: Rang Council Tax arrears at 09:42 and nobody took the call. They asked to be rung back. [Not before 08:00 on 20 November 2026.]'
		]
	])('is a number and never a name', (some, says) => {
		expect(said(work({ left: [{ ...left, ...some }] }))).toEqual([says]);
	});
});
