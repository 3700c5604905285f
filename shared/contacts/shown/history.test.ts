import { describe, expect, it, test } from 'vitest';
import { pence } from '../../money/pence.ts';
import { day, formatDay, instant } from '../../time/day.ts';
import { eventAt, type ContactEventBody } from '../log/events.ts';
import { foldContact } from '../state/fold.ts';
import { historyOf, type HistoryRecord } from './history.ts';

const NONE: HistoryRecord = {
	payments: [],
	stages: [],
	holds: [],
	letters: [],
	agreements: [],
	contacts: []
};

const TAX = { debt: 'Council Tax 2025 to 2026', stream: 'council-tax' } as const;
const AT = instant('2026-09-02T09:30:00Z');

const payment = (given: Partial<HistoryRecord['payments'][number]> = {}) => ({
	...TAX,
	on: day('2026-09-02'),
	amount: pence(40_00),
	isTakenBack: false,
	isOurs: false,
	mine: true,
	...given
});

const hold = (given: Partial<HistoryRecord['holds'][number]> = {}) => ({
	...TAX,
	kind: 'breathing-space' as const,
	fromOn: day('2026-08-01'),
	untilOn: day('2026-09-30'),
	liftedAt: null,
	mine: true,
	...given
});

function contactOf(...bodies: ContactEventBody[]) {
	const events = bodies.map((body, index) =>
		eventAt({ seq: index + 1, at: AT, by: 'priya', words: { note: 'Rings from work.' } }, body)
	);
	return { contact: foldContact(events), officer: 'Priya Nair' };
}

const BEGUN: ContactEventBody[] = [
	{
		type: 'contactStarted',
		channel: 'desk',
		direction: 'inbound',
		presentation: null,
		dialled: null
	},
	{ type: 'customerChosen', customerId: 'kelly', how: 'search' }
];

const PASSED: ContactEventBody = {
	type: 'identityPassed',
	customerId: 'kelly',
	passedBy: 'documents'
};

it('is one list, the latest first', () => {
	const lines = historyOf({
		...NONE,
		payments: [payment()],
		stages: [
			{
				...TAX,
				on: day('2026-08-14'),
				stage: 'LIABILITY_ORDER',
				cost: pence(60_00),
				isUndone: false
			},
			{ ...TAX, on: day('2026-11-09'), stage: 'SUMMONS', cost: pence(0), isUndone: true }
		]
	});
	expect(lines.map(({ on, what, debt, amount }) => [on, what, debt, amount])).toEqual([
		['2026-11-09', 'Summons, taken back', TAX.debt, null],
		['2026-09-02', 'Payment received', TAX.debt, 4000],
		['2026-08-14', 'Liability order, added £60.00', TAX.debt, null]
	]);
});

describe('of another person liable for a joint debt', () => {
	it('says nothing of what they paid', () => {
		expect(historyOf({ ...NONE, payments: [payment({ mine: false })] })).toEqual([]);
	});

	it('says that recovery is paused by what protects both, and neither why nor until when', () => {
		const lines = historyOf({ ...NONE, holds: [hold({ mine: false, liftedAt: AT })] });
		expect(lines.map(({ what, more }) => [what, more])).toEqual([['Recovery paused', null]]);
	});

	test.each(['insolvency', 'deceased', 'support-review', 'no-surplus', 'adviser'] as const)(
		'says nothing of their %s',
		(kind) => {
			expect(historyOf({ ...NONE, holds: [hold({ kind, mine: false })] })).toEqual([]);
		}
	);
});

test('a hold lifted early has two lines, by the council’s day', () => {
	const lines = historyOf({
		...NONE,
		holds: [hold({ liftedAt: instant('2026-09-02T23:30:00Z') })]
	});
	expect(lines.map(({ on, what, more }) => [on, what, more])).toEqual([
		['2026-09-03', 'Breathing space lifted', null],
		['2026-08-01', 'Breathing space', `To ${formatDay(day('2026-09-30'))}.`]
	]);
});

test('a payment that came back says why', () => {
	const back = { isTakenBack: true, because: { kind: 'charge-back', code: 'paid-twice' } } as const;
	const lines = historyOf({ ...NONE, payments: [payment(back), payment({ isTakenBack: true })] });
	expect(lines.map(({ what, more }) => [what, more])).toEqual([
		['Payment taken back', 'Charged back: paid twice.'],
		['Payment taken back', null]
	]);
});

test('a letter that waits says so', () => {
	const made = { isLargePrint: false, isBraille: false, isToOther: false };
	const about = { at: AT, letter: 'agreement', channel: 'post' as const, ...made };
	const says = (more: Partial<HistoryRecord['letters'][number]>) =>
		historyOf({ ...NONE, letters: [{ ...about, state: 'queued', ...more }] });
	expect(says({})).toMatchObject([
		{ on: '2026-09-02', what: 'Letter of the agreement, by post, waiting to be sent' }
	]);
	expect(says({ state: 'kept' })[0]?.what).toBe(
		'Letter of the agreement, kept and not sent, as they asked'
	);
});

describe('a contact', () => {
	const lineOf = (...bodies: ContactEventBody[]) =>
		historyOf({ ...NONE, contacts: [contactOf(...BEGUN, ...bodies)] })[0];

	it('has what it came to and was noted, as sentences', () => {
		expect(lineOf(PASSED, { type: 'noteWritten' })).toMatchObject({
			on: '2026-09-02',
			what: 'Visit with Priya Nair',
			more: 'Rings from work.'
		});
	});

	it('in which nobody passed the check shows no word of it', () => {
		expect(lineOf({ type: 'noteWritten' })).toMatchObject({
			what: 'Visit with Priya Nair, identity not confirmed',
			more: null
		});
	});

	it('says to the second when it was not recorded, whoever they were', () => {
		const gaps = [
			{ kind: 'paused', from: '2026-09-02T09:30:05Z', to: '2026-09-02T09:31:10.9Z' },
			{ kind: 'unknown', from: '2026-12-02T09:40:00Z', to: '2026-12-02T09:41:00Z' },
			{ kind: 'paused', from: '2026-12-02T09:50:00Z', to: null }
		] as const;
		const recordingGaps = gaps.map(({ kind, from, to }) => ({
			kind,
			from: instant(from),
			to: to && instant(to)
		}));
		const { contact, officer } = contactOf(...BEGUN);
		const said = historyOf({
			...NONE,
			contacts: [{ contact: { ...contact, recordingGaps }, officer }]
		})[0]?.more;
		expect(said).toBe(
			'The recording was paused from 10:30:05 to 10:31:10. ' +
				'Whether it was recorded from 09:40:00 to 09:41:00 is not known: the link to the telephone system was lost. ' +
				'The recording has been paused since 09:50:00.'
		);
	});

	it('says when nobody heard the telephone system, whoever they were', () => {
		const { contact, officer } = contactOf(...BEGUN);
		const gaps = [{ from: instant('2026-12-02T09:40:00Z'), seconds: 4 }];
		const said = historyOf({ ...NONE, contacts: [{ contact: { ...contact, gaps }, officer }] })[0];
		expect(said?.more).toBe(
			'From 09:40:00 to 09:40:04 nobody heard the telephone system (4 seconds). What happened then is not known.'
		);
	});

	it('in which somebody else passed shows no word of it', () => {
		const line = lineOf({ ...PASSED, customerId: 'dean' }, { type: 'noteWritten' });
		expect(line).toMatchObject({ more: null });
	});
});
