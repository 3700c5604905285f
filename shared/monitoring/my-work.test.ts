import { NO_REACH } from '../customers/wishes/wish.ts';
import { describe, expect, test } from 'vitest';
import { instant } from '../time/day.ts';
import { myWork, type WorkRecord, type WorkRecords } from './my-work.ts';

const AT = instant('2026-11-19T10:00:00Z');
const KELLY: WorkRecord = {
	givenNames: 'Kelly',
	familyName: 'Ashworth',
	isRestricted: false,
	isSafeContact: false,
	phone: '+447700900142'
};

function records(...people: readonly [string, WorkRecord][]): WorkRecords {
	return {
		callbacks: people.map(([dueAt, person]) => ({
			id: dueAt,
			dueAt: instant(dueAt),
			note: '',
			number: null,
			reach: { ...NO_REACH, numbers: ['+447700900142'] },
			person
		})),
		approvals: [],
		letters: [],
		untold: people.map(([sendBy, person], index) => ({
			id: index,
			title: 'Council Tax 2025 to 2026',
			kind: 'stop',
			sendBy: instant(sendBy),
			tries: 1,
			person
		})),
		endingHolds: [],
		fromBanks: [],
		left: [],
		missed: [],
		day: { calls: 0, seen: 0, claims: 0, plans: 0 }
	};
}

const officer = { at: AT, mayOpenRestricted: false };

describe('what an officer left open', () => {
	test('stands earliest first, and says what is past its time', () => {
		const work = myWork(
			records(
				['2026-11-19T15:00:00Z', KELLY],
				['2026-11-18T15:00:00Z', KELLY],
				['2026-11-19T10:00:00Z', KELLY]
			),
			officer
		);
		expect(work.callbacks.map(({ dueAt, isOverdue }) => [dueAt.slice(8, 13), isOverdue])).toEqual([
			['18T15', true],
			['19T10', false],
			['19T15', false]
		]);
		expect(work.untold.map(({ isLate }) => isLate)).toEqual([true, false, false]);
	});

	test.each([
		['anybody', KELLY, { name: 'Kelly Ashworth', phone: '+447700900142', isMasked: false }],
		[
			'somebody restricted since',
			{ ...KELLY, isRestricted: true },
			{ name: 'K•••• A••••', phone: null, isMasked: true }
		],
		[
			'somebody to be contacted safely',
			{ ...KELLY, isSafeContact: true },
			{ name: 'Kelly Ashworth', phone: null, isMasked: false }
		]
	])('shows of %s no more than it may', (_, person, shown) => {
		const [one] = myWork(records(['2026-11-19T15:00:00Z', person]), officer).callbacks;
		expect(one?.person).toMatchObject(shown);
	});

	test('opens a restricted record to a leader', () => {
		const restricted = records(['2026-11-19T15:00:00Z', { ...KELLY, isRestricted: true }]);
		const [one] = myWork(restricted, { at: AT, mayOpenRestricted: true }).callbacks;
		expect(one?.person.name).toBe('Kelly Ashworth');
	});
});
