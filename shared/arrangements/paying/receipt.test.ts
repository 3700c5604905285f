import { describe, expect, it } from 'vitest';
import { debtThat } from '../../../tests/builders/debts.ts';
import { offerOf, planned, requestOf } from '../../../tests/builders/plans.ts';
import { minus, NO_PENCE, pence, plus, sumOf, type Pence } from '../../money/pence.ts';
import { placeByPlan, type Ledger, type PlanNow } from './by-reference.ts';
import type { ArrangementState } from '../life/states.ts';
import { keptPlan, splitReceipt } from './receipt.ts';

const ORDER = debtThat({ id: 'Council Tax 2025 to 2026', owes: 180_00 });
const OVERPAYMENT = debtThat({
	id: 'Overpayment',
	owes: 60_00,
	stream: 'overpayment',
	stage: 'INVOICE'
});
/** £100: 95 and 5, then 85 and 15, then 40. */
const PLAN = planned(offerOf(100_00), requestOf([ORDER, OVERPAYMENT]));
const KEPT = keptPlan(PLAN);
const OWED = PLAN.debts.map(({ owed }) => owed);

/** One after another, each on what the ones before left. */
function splits(amounts: readonly number[], kept = KEPT, owed: readonly Pence[] = OWED) {
	let paid: readonly Pence[] = owed.map(() => NO_PENCE);
	return amounts.map((amount) => {
		const room = owed.map((sum, debt) => minus(sum, paid[debt] ?? NO_PENCE));
		const split = splitReceipt(kept, { amount: pence(amount), paid, room });
		paid = paid.map((sum, debt) => plus(sum, split.parts[debt] ?? NO_PENCE));
		return [...split.parts, split.over];
	});
}

describe('money that arrives', () => {
	it.each<[string, number[], number[][]]>([
		['the payment', [100_00], [[95_00, 5_00, 0]]],
		['less than the minimums', [4_00], [[4_00, 0, 0]]],
		['a little more than they are', [12_00], [[10_00, 2_00, 0]]],
		['a penny', [1], [[1, 0, 0]]],
		[
			'two halves',
			[50_00, 50_00],
			[
				[45_00, 5_00, 0],
				[50_00, 0, 0]
			]
		],
		['all of it and more', [300_00], [[180_00, 60_00, 60_00]]],
		[
			'when nothing is left',
			[240_00, 10_00],
			[
				[180_00, 60_00, 0],
				[0, 0, 10_00]
			]
		]
	])('%s is split as the plan says', (_, amounts, parts) => {
		expect(splits(amounts)).toEqual(parts);
	});

	it('each on its own pay-day is split to the penny as agreed', () => {
		const amounts = PLAN.payments.map(({ amount }) => amount);
		expect(splits(amounts)).toEqual(PLAN.payments.map(({ parts }) => [...parts, 0]));
	});

	it('two at once are the parts of two pay-days', () => {
		const [one, two] = PLAN.payments.map(({ parts }) => parts);
		const both = one?.map((part, debt) => plus(part, two?.[debt] ?? NO_PENCE));
		expect(splits([200_00])).toEqual([[...(both ?? []), 0]]);
	});

	it('in any pieces never loses or makes a penny', () => {
		for (const piece of [1, 7, 333, 4_99, 10_01, 59_99, 119_99]) {
			const amounts = Array.from({ length: Math.ceil(240_00 / piece) }, () => piece);
			for (const [index, row] of splits(amounts).entries())
				expect(sumOf(row.map(pence))).toBe(amounts[index]);
		}
	});
});

const RUNNING: PlanNow = {
	arrangementId: 'plan',
	customerId: 'kelly',
	state: 'active',
	payment: KEPT.payment,
	payments: KEPT.payments,
	debts: KEPT.debts.map((debt, index) => ({
		...debt,
		debtId: PLAN.debts[index]?.debtId ?? '',
		balance: debt.owed,
		paid: NO_PENCE,
		earlier: []
	}))
};

const nothingMoved = (): Ledger => ({ owed: new Map(), brought: new Map() });

function placing(
	amount: number,
	{ state = 'active', balances }: { state?: ArrangementState; balances?: readonly number[] } = {}
) {
	const ledger = nothingMoved();
	for (const [index, balance] of balances?.entries() ?? [])
		ledger.owed.set(RUNNING.debts[index]?.debtId ?? '', pence(balance));
	const placed = placeByPlan(pence(amount), { plan: { ...RUNNING, state }, ledger });
	return [placed.parts.map((part) => part.amount), placed.waiting, placed.ground];
}

describe('the reference of a plan', () => {
	it.each([
		['a payment', placing(100_00), [[95_00, 5_00], 0, 'by-plan']],
		['when it is late', placing(100_00, { state: 'late' }), [[95_00, 5_00], 0, 'by-plan']],
		['more than the plan', placing(250_00), [[180_00, 60_00], 10_00, 'by-plan']],
		[
			'more than the plan, of a debt that owes more',
			placing(250_00, { balances: [400_00, 60_00] }),
			[[190_00, 60_00], 0, 'by-plan']
		],
		[
			'when the other person has paid the first',
			placing(100_00, { balances: [0, 60_00] }),
			[[60_00], 40_00, 'by-plan']
		],
		['when all is paid', placing(5_00, { balances: [0, 0] }), [[], 5_00, null]],
		['when it is broken', placing(200_00, { state: 'broken' }), [[180_00, 20_00], 0, 'plan-order']],
		['when it is cancelled', placing(9_00, { state: 'cancelled' }), [[9_00], 0, 'plan-order']],
		[
			'when it is completed, and nothing is owed',
			placing(9_00, { state: 'completed', balances: [0, 0] }),
			[[], 9_00, null]
		]
	])('%s', (_, got, wanted) => {
		expect(got).toEqual(wanted);
	});

	it('of the next receipt of one file finds what the first left', () => {
		const ledger = nothingMoved();
		placeByPlan(pence(100_00), { plan: RUNNING, ledger });
		const second = placeByPlan(pence(100_00), { plan: RUNNING, ledger });
		expect(second.parts.map(({ amount }) => amount)).toEqual(
			PLAN.payments[1]?.parts.filter((part) => part > 0)
		);
	});
});

/** Kelly's, of the order and the overpayment; Dean's, of the order and a debt of his own. Hers comes first. */
describe('two plans for one order', () => {
	const ORDER_ID = RUNNING.debts[0]?.debtId ?? '';
	const OWN_ID = 'own';
	type Facts = { balance: number; hers?: number; asks: number; his?: number; own?: number };

	function deans({ balance, hers = 180_00, asks, his = 0, own = 60_00 }: Facts): PlanNow {
		const earlier = [
			{ arrangementId: 'kelly', left: pence(Math.min(hers, balance)), short: pence(asks) }
		];
		const [order, second] = RUNNING.debts;
		if (!order || !second) throw new Error('There are two debts.');
		return {
			...RUNNING,
			arrangementId: 'dean',
			customerId: 'dean',
			debts: [
				{ ...order, balance: pence(balance), paid: pence(his), earlier },
				{ ...second, debtId: OWN_ID, balance: pence(own) }
			]
		};
	}

	const partsOf = (plan: PlanNow, amount: number, ledger = nothingMoved()) => {
		const placed = placeByPlan(pence(amount), { plan, ledger });
		const on = (id: string) => placed.parts.find(({ debtId }) => debtId === id)?.amount ?? 0;
		return [on(ORDER_ID), on(OWN_ID), placed.waiting, placed.ground];
	};

	it.each<[string, Facts, number, unknown[]]>([
		['room for both', { balance: 180_00, asks: 50_00 }, 100_00, [95_00, 5_00, 0, 'by-plan']],
		['she asks for some of it', { balance: 130_00, asks: 100_00 }, 100_00, [30_00, 60_00, 10_00]],
		['she asks for a penny less', { balance: 100_00, asks: 99_99 }, 50_00, [1, 49_99, 0]],
		['she asks for all of it', { balance: 100_00, asks: 100_00 }, 50_00, [0, 50_00, 0]],
		['she asks for more than it', { balance: 100_00, asks: 500_00 }, 50_00, [0, 50_00, 0]],
		[
			'she asks for more than is hers of it',
			{ balance: 130_00, hers: 20_00, asks: 500_00 },
			100_00,
			[95_00, 5_00, 0]
		],
		['she is ahead', { balance: 180_00, asks: -30_00 }, 100_00, [95_00, 5_00, 0]],
		['it is paid', { balance: 0, hers: 0, asks: 0 }, 50_00, [0, 50_00, 0]],
		[
			'he has paid his part of it',
			{ balance: 90_00, asks: 10_00, his: 180_00 },
			50_00,
			[0, 50_00, 0]
		],
		['one penny comes', { balance: 100_00, asks: 100_00 }, 1, [0, 1, 0]]
	])('where %s', (_, facts, amount, [order, own, waiting, ground]) => {
		const got = partsOf(deans(facts), amount);
		const over = waiting as number;
		// What is over of his own debts is still his to pay on the order, and waits for nobody.
		expect(got.slice(0, 3)).toEqual([(order as number) + over, own, 0]);
		if (ground !== undefined) expect(got[3]).toBe(ground);
	});

	it('and more than they owe waits', () => {
		expect(partsOf(deans({ balance: 100_00, asks: 40_00 }), 200_00)).toEqual([
			100_00,
			60_00,
			40_00,
			'by-plan'
		]);
	});

	it('in either order of one file never take more than is owed, and she pays what she would have', () => {
		const taken = (balance: number, isHersFirst: boolean) => {
			const ledger = nothingMoved();
			const her = () =>
				partsOf({ ...RUNNING, arrangementId: 'kelly', debts: owing(balance) }, 100_00, ledger);
			const him = () => partsOf(deans({ balance, asks: 100_00, own: 100_00 }), 100_00, ledger);
			const [first, second] = (isHersFirst ? [her, him] : [him, her]).map((pays) => pays());
			const [hers, his] = isHersFirst ? [first, second] : [second, first];
			return [hers?.[0] as number, his?.[0] as number] as const;
		};
		const owing = (balance: number) =>
			RUNNING.debts.map((debt, at) => (at === 0 ? { ...debt, balance: pence(balance) } : debt));
		for (const balance of [0, 1, 94_99, 100_00, 130_00, 189_99, 190_01]) {
			const [hersFirst, hisFirst] = [taken(balance, true), taken(balance, false)];
			expect(hersFirst[0]).toBe(Math.min(balance, 95_00));
			expect(hisFirst[0]).toBe(hersFirst[0]);
			for (const [hers, his] of [hersFirst, hisFirst])
				expect(hers + his).toBeLessThanOrEqual(balance);
		}
	});
});
