import { describe, expect, it } from 'vitest';
import { pence } from '../../money/pence.ts';
import { day, instant } from '../../time/day.ts';
import { FIELDS, fieldsSettledBy } from '../log/drafts.ts';
import { eventAt, type ContactEventBody } from '../log/events.ts';
import { foldContact } from './fold.ts';
import { isReadBack, isSaid } from './read-back-state.ts';
import { officerEvent } from '../log/sent.ts';
import { statementFrom } from './statement-state.ts';

const AT = instant('2026-11-19T10:00:00Z');
const DEBT = '0199a3f0-0000-7000-8000-000000000001';
const PLAN = '6f0d3a52-5a0e-4c35-9b57-0e0f8a5d2c11';

type Line = ContactEventBody & { words?: Record<string, string> };

function folded(...lines: Line[]) {
	return foldContact(
		lines.map(({ words, ...body }, index) =>
			eventAt({ seq: index + 1, at: AT, by: 'priya', ...(words ? { words } : {}) }, body)
		)
	);
}

const chosen = (customerId: string): Line => ({
	type: 'customerChosen',
	customerId,
	how: 'picker'
});
const full: Line = { type: 'statementFormChosen', form: 'full' };
const finished: Line = { type: 'statementFinished' };
const offered: Line = {
	type: 'offerMade',
	amount: pence(110_00),
	rhythm: 'monthly',
	firstOn: day('2026-12-01'),
	method: 'direct-debit',
	nextPayDay: null,
	offeredBy: 'customer'
};

function wages(amount: number | null, words?: Record<string, string>): Line {
	return {
		type: 'statementLineSet',
		line: 'salary',
		amount: amount === null ? null : pence(amount),
		frequency: 'monthly',
		provenance: 'said',
		...(words ? { words } : {})
	};
}

/** One of every line about money, as it is stored. Its shapes are for good. */
const WHOLE: Line[] = [
	chosen('kelly'),
	full,
	{ type: 'householdSet', household: { adults: 1, childrenUnder16: 2, youngPeople: 0 } },
	wages(1286_40, { note: 'Hours cut from 30 to 24' }),
	{
		type: 'answersGiven',
		isAffordable: true,
		isChanging: true,
		hasOtherArrears: false,
		words: { change: 'A new job in May' }
	},
	{ type: 'guidelineReasonWritten', area: 'food', words: { reason: 'A special diet' } },
	finished,
	offered,
	{ type: 'debtPlaced', debtId: DEBT, place: 'out' },
	{ type: 'livePlanPlaced', planId: PLAN, place: 'replaced' },
	{ type: 'collectingAnswered', debtId: DEBT, answer: 'keep' },
	{ type: 'readBackSaid', line: 'pay', words: { text: 'You will pay £110.' } },
	{ type: 'readBackAnswered', answer: 'agrees' }
];

describe('one of every line', () => {
	it('folds into the statement, the offer and what was read back', () => {
		const { statement, offer, readBack } = folded(...WHOLE);
		expect(statementFrom(statement)).toEqual({
			form: 'full',
			madeOn: '2026-11-19',
			household: { adults: 1, childrenUnder16: 2, youngPeople: 0 },
			lines: [
				{
					line: 'salary',
					amount: 1286_40,
					frequency: 'monthly',
					provenance: 'said',
					note: 'Hours cut from 30 to 24'
				}
			],
			answers: { affordable: true, change: 'A new job in May', otherArrears: false },
			reasons: { food: 'A special diet' }
		});
		expect(statement).toMatchObject({ finishedAt: AT, reasons: { food: 'A special diet' } });
		expect(offer).toEqual({
			offer: {
				amount: 110_00,
				rhythm: 'monthly',
				firstOn: '2026-12-01',
				method: 'direct-debit',
				nextPayDay: null,
				aboveUsableBecause: null
			},
			offeredBy: 'customer',
			term: null,
			leftOut: [DEBT],
			replacing: [PLAN],
			varying: [],
			collecting: { [DEBT]: 'keep' }
		});
		expect(readBack).toEqual({ said: { pay: 'You will pay £110.' }, answer: 'agrees' });
	});

	it.each(WHOLE.slice(1))('is let in by the edge as it is: $type', ({ words, ...body }) => {
		void words;
		expect(officerEvent.parse(body)).toEqual(body);
	});

	it('about one customer is nothing about another', () => {
		const other = folded(...WHOLE, chosen('dean'));
		expect(other.statement.form).toBeNull();
		expect(other.offer.offer).toBeNull();
		expect(other.readBack.said).toEqual({});
		expect(folded(...WHOLE, chosen('kelly')).offer.offer?.amount).toBe(110_00);
	});
});

describe('the statement', () => {
	it('is finished until something in it changes', () => {
		expect(folded(full, finished).statement.finishedAt).toBe(AT);
		expect(folded(full, finished, wages(1_00)).statement.finishedAt).toBeNull();
		expect(folded(full, finished, offered).statement.finishedAt).toBe(AT);
	});

	it('a line without an amount is off it, and a note stays until it is written again', () => {
		const { statement } = folded(full, wages(5_00, { note: 'Cash' }), wages(null));
		expect(statementFrom(statement)?.lines).toEqual([]);
		expect(statement.told.salary).toMatchObject({ amount: null, note: 'Cash' });
		expect(folded(wages(5_00, { note: 'Cash' }), wages(5_00, { note: '' })).statement.told).toEqual(
			expect.objectContaining({ salary: expect.objectContaining({ note: '' }) as unknown })
		);
	});

	it('counts only the lines of the form it has, and forgets none', () => {
		const totals: Line = { type: 'statementFormChosen', form: 'five-totals' };
		const { statement } = folded(full, wages(5_00), totals);
		expect(statementFrom(statement)?.lines).toEqual([]);
		expect(statementFrom(folded(full, wages(5_00), totals, full).statement)?.lines).toHaveLength(1);
	});

	it.each([
		[null, null, null, null],
		[true, false, null, null],
		[true, false, false, { affordable: true, change: null, otherArrears: false }],
		[false, true, true, { affordable: false, change: '', otherArrears: true }]
	])('answers %s, %s, %s', (isAffordable, isChanging, hasOtherArrears, expected) => {
		const { statement } = folded(
			{ type: 'statementFormChosen', form: 'three-questions' },
			{ type: 'answersGiven', isAffordable, isChanging, hasOtherArrears }
		);
		expect(statementFrom(statement)?.answers).toEqual(expected);
	});
});

describe('the offer', () => {
	it('can be taken back, and a debt put in again', () => {
		const { offer } = folded(
			offered,
			{ type: 'debtPlaced', debtId: DEBT, place: 'out' },
			{ type: 'debtPlaced', debtId: DEBT, place: 'in' },
			{ type: 'offerCleared' }
		);
		expect(offer).toEqual({
			offer: null,
			offeredBy: null,
			term: null,
			leftOut: [],
			collecting: {},
			replacing: [],
			varying: []
		});
	});

	it('keeps the term an officer set, and why, for as long as that figure stands', () => {
		const set: Line = { type: 'termSet', months: 36 };
		const why: Line = { ...set, words: { why: 'Hours may be cut.' } };
		expect(folded(offered, set).offer.term).toEqual({ months: 36, why: '' });
		const explained = folded(offered, set, why, { ...offered, method: 'card' }).offer;
		expect(explained.term).toEqual({ months: 36, why: 'Hours may be cut.' });
		expect(explained.offer?.outsidePolicyBecause).toBe('Hours may be cut.');
		const other = folded(offered, why, { ...offered, amount: pence(99_00) }).offer;
		expect(other.term).toBeNull();
		expect(other.offer).not.toHaveProperty('outsidePolicyBecause');
	});

	it('keeps why they ask to pay more, with the words', () => {
		const { offer } = folded({ ...offered, words: { why: 'Her mother pays the rest' } });
		expect(offer.offer?.aboveUsableBecause).toBe('Her mother pays the rest');
	});
});

describe('the read-back', () => {
	const said = (text: string): Line => ({ type: 'readBackSaid', line: 'pay', words: { text } });
	const agrees: Line = { type: 'readBackAnswered', answer: 'agrees' };

	it('a line whose figure has changed is to be said again, and then answered again', () => {
		const { readBack } = folded(said('£110'), agrees);
		expect(isReadBack(readBack, [{ id: 'pay', text: '£110' }])).toBe(true);
		expect(isSaid(readBack, { id: 'pay', text: '£116' })).toBe(false);
		const again = folded(said('£110'), agrees, said('£116')).readBack;
		expect(isSaid(again, { id: 'pay', text: '£116' })).toBe(true);
		expect(isReadBack(again, [{ id: 'pay', text: '£116' }])).toBe(false);
	});

	it.each([
		['nothing', []],
		['a line that was not said', [{ id: 'miss', text: 'If' }]]
	])('%s is not read back', (_name, lines) => {
		expect(isReadBack(folded(said('£110'), agrees).readBack, lines)).toBe(false);
	});
});

describe('what is typed', () => {
	it('is settled by its own line and by no other', () => {
		expect(fieldsSettledBy({ type: 'noteWritten' })).toEqual(['note']);
		expect(fieldsSettledBy({ type: 'reasonGiven', reason: 'cannot-pay' })).not.toContain('note');
		expect(fieldsSettledBy(wages(1_00))).toContain(FIELDS.lineAmount('salary'));
		const ofTheOffer = [FIELDS.offerAmount, FIELDS.offerWhy, FIELDS.offerMonths];
		expect(fieldsSettledBy(offered)).toEqual(ofTheOffer);
		expect(fieldsSettledBy({ type: 'offerCleared' })).toEqual(ofTheOffer);
		expect(fieldsSettledBy({ type: 'wrappedUp' })).toEqual([FIELDS.summary]);
		expect(fieldsSettledBy({ type: 'stepEntered', step: 'plan' })).toEqual([]);
	});

	it('has a field of at most forty characters', () => {
		expect(FIELDS.lineAmount('jobseekers-contribution').length).toBeLessThan(40);
	});
});
