import { describe, expect, it } from 'vitest';
import { heldFor, ID, input, promised } from '../../tests/builders/outcomes.ts';
import { DEMO_DAY, POLICY } from '../../tests/builders/plans.ts';
import { pence } from '../money/pence.ts';
import { agreementText } from './agreement-text.ts';
import { dispositionsOf } from './disposition.ts';
import { instructionsFor } from './instruct.ts';
import { paymentsToMake, stagedOutcome, type StagedOutcome } from './outcome.ts';
import { differences, readBack } from './read-back.ts';

describe('an outcome at the edge', () => {
	const claim = {
		kind: 'claim',
		id: ID,
		entitlement: 'pension-credit',
		name: 'Pension Credit',
		debtIds: [],
		days: 28,
		onAccount: null
	};
	it.each([
		['as it should be', claim, true],
		['with half a penny', { ...claim, onAccount: 88.5 }, false],
		['with less than nothing', { ...claim, onAccount: -1 }, false],
		['of a kind we do not know', { ...claim, kind: 'write-off' }, false],
		['with a day that there is not', { ...promised(), debtId: ID, by: '2026-02-30' }, false],
		[
			'with a receipt that is a sentence',
			{ kind: 'payment', id: ID, debtId: ID, amount: 1, receipt: 'card 4242 4242' },
			false
		],
		[
			'with a receipt that may be a card’s number',
			{ kind: 'payment', id: ID, debtId: ID, amount: 1, receipt: '4242424242424242' },
			false
		],
		[
			'to be paid, with no receipt yet',
			{ kind: 'payment', id: ID, debtId: ID, amount: 1, receipt: null },
			true
		]
	])('%s', (_, sent, isTaken) => {
		expect(stagedOutcome.safeParse(sent).success).toBe(isTaken);
	});
});

describe('the read-back', () => {
	const paid: StagedOutcome = {
		kind: 'payment',
		id: ID,
		debtId: 'order',
		amount: pence(84_37),
		receipt: 'T-100'
	};

	it('is refused with nothing to say', () => {
		const nothing = { ...input(50), planned: null };
		expect(readBack(nothing)).toEqual({ ok: false, because: 'nothing-staged' });
	});

	it('plans for what is owed after what is paid today', () => {
		const said = readBack(input(100, { staged: [paid] }));
		const lines = said.ok ? said.lines : [];
		expect(lines.find(({ id }) => id === 'in-order')?.text).toContain('£1,100');
		expect(lines.find(({ id }) => id === ID)?.text).toContain('£84.37');
	});

	it('says the same of a payment before there is a receipt and after', () => {
		const before = readBack(input(100, { staged: [{ ...paid, receipt: null }] }));
		const after = readBack(input(100, { staged: [paid] }));
		expect(before).toEqual(after);
		expect(paymentsToMake([{ ...paid, receipt: null }, promised()])).toHaveLength(1);
		expect(paymentsToMake([paid])).toEqual([]);
	});

	it('leaves a debt that is held in this contact out of the plan, and says so', () => {
		const said = readBack(input(50, { staged: [heldFor('dispute', 28)] }));
		const lines = said.ok ? said.lines : [];
		expect(lines.map(({ id }) => id)).toContain('out-order');
		expect(lines.map(({ id }) => id)).not.toContain('in-order');
	});

	it('without a plan says of every other debt that nothing is agreed', () => {
		const said = readBack({ ...input(50, { staged: [promised()] }), planned: null });
		const lines = said.ok ? said.lines : [];
		expect(lines.map(({ id }) => id)).toEqual(['out-nursery', 'out-agents', ID, 'advice']);
	});

	it('ends with a leader’s conditions and with free advice', () => {
		const said = readBack(input(50, { conditions: ['Look at it on 1 June.'] }));
		const lines = said.ok ? said.lines : [];
		expect(lines.slice(-2).map(({ id }) => id)).toEqual(['condition-1', 'advice']);
	});

	it('names both texts where a line is not what was shown', () => {
		const shown = [
			{ id: 'pay', text: 'You will pay £110.' },
			{ id: 'gone', text: 'Gone.' }
		];
		const made = [
			{ id: 'pay', text: 'You will pay £116.' },
			{ id: 'new', text: 'New.' }
		];
		expect(differences(shown, made)).toEqual([
			{ id: 'pay', shown: 'You will pay £110.', now: 'You will pay £116.' },
			{ id: 'gone', shown: 'Gone.', now: null },
			{ id: 'new', shown: null, now: 'New.' }
		]);
		expect(differences(made, made)).toEqual([]);
	});
});

describe('a source', () => {
	it('is told once of a debt, and of agents first', () => {
		const recall: StagedOutcome = { kind: 'recall', id: ID, debtId: 'agents' };
		const told = instructionsFor([heldFor('dispute', 28), recall], {
			planDebtIds: ['agents', 'order'],
			ended: []
		});
		expect(told).toEqual([
			{ debtId: 'agents', kind: 'recall', because: 'recall' },
			{ debtId: 'order', kind: 'stop', because: 'arrangement' }
		]);
	});
});

describe('what it came to', () => {
	it('is derived, and can be several', () => {
		const made = input(60);
		const plan = made.planned?.ok ? made.planned.plan : null;
		expect(
			dispositionsOf(plan, [promised(), heldFor('dispute', 28)]).map(({ kind }) => kind)
		).toEqual(['arrangement', 'promise', 'hold']);
	});
});

describe('the agreement on paper', () => {
	const made = input(60, { staged: [promised({ debtId: 'agents', amount: pence(1_00) })] });
	const said = readBack(made);
	if (!said.ok || !made.planned?.ok) throw new Error('There is no agreement.');
	const text = agreementText({
		...made.planned,
		number: 'NA 2026 000 001',
		paymentReference: '9000000017',
		lines: said.lines,
		to: { name: 'Kelly Ashworth', address: [] },
		policy: POLICY,
		today: DEMO_DAY
	});

	it('holds every line that was read back, or its figures', () => {
		const printed = text.sections.flatMap(({ lines }) => lines);
		const missing = said.lines
			.filter(({ text: line }) => !printed.includes(line))
			.map(({ id }) => id);
		expect(missing).toEqual(['pay', 'reference', 'in-order', 'in-nursery', 'total']);
	});

	it('adds up', () => {
		expect(text.table?.total).toContain('£1,310.37');
		expect(text.schedule?.table.rows).toHaveLength(22);
	});
});
