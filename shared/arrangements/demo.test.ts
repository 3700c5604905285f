import { describe, expect, it } from 'vitest';
import { debtThat, monthlyDues } from '../../tests/builders/debts.ts';
import {
	DEMO_DAY,
	meansOf,
	offerOf,
	planned,
	requestOf,
	SORTING,
	WHEN
} from '../../tests/builders/plans.ts';
import { minus, NO_PENCE, plus, type Pence } from '../money/pence.ts';
import { day } from '../time/day.ts';
import { planFor, type Plan } from './plan.ts';
import { keptPlan, splitReceipt } from './paying/receipt.ts';
import { firstSuggestion, sliderEnds } from './suggesting/suggestion.ts';
import { sortDebts } from './terms/in-or-out.ts';

function shape(plan: Plan) {
	const last = plan.payments.at(-1);
	return [plan.payments.length, last?.amount, last?.on, plan.role];
}

const KELLY = [
	debtThat({ id: 'order', owes: 1184_37, ground: 'joint', others: ['Dean Ashworth'] }),
	debtThat({
		id: 'overpayment',
		owes: 1460_25,
		stream: 'overpayment',
		stage: 'INVOICE',
		stageOn: day('2026-06-03')
	}),
	debtThat({ id: 'nursery', owes: 126_00, stream: 'invoice', stage: 'REMINDER' }),
	debtThat({
		id: 'this-year',
		owes: 826_00,
		fromOn: day('2026-04-01'),
		stage: 'REMINDER_1',
		stageOn: day('2026-11-09'),
		dues: monthlyDues(118_00, { from: '2026-04-01', count: 12 }),
		facts: { taxYear: 2026, wholeBalanceDueOn: day('2026-11-23') },
		holds: [{ kind: 'application-pending', fromOn: DEMO_DAY, untilOn: day('2026-12-17') }]
	}),
	debtThat({
		id: 'parking',
		owes: 70_00,
		stream: 'parking',
		stage: 'NTO',
		stageOn: day('2026-11-11'),
		facts: { challengeUntilOn: day('2026-12-08') }
	})
];

describe('Kelly Ashworth, one payment for everything', () => {
	const request = requestOf(KELLY, { means: meansOf(160_62, 144_56) });

	it('has three debts in the plan, by rank, and two outside with why', () => {
		expect(request.debts.map((debt) => [debt.debtId, debt.row, debt.rank])).toEqual([
			['order', 'CT4', 3],
			['overpayment', 'HB3', 8],
			['nursery', 'IN1', 12]
		]);
		const { outside } = sortDebts(KELLY, SORTING);
		expect(outside.map((debt) => [debt.debtId, debt.row, debt.until])).toEqual([
			['this-year', 'HO', '2026-12-17'],
			['parking', 'PC1', '2026-12-08']
		]);
	});

	it('is first offered £116, 24 payments inside the officer’s dates', () => {
		const first = firstSuggestion(WHEN, request);
		if (!first.ok) throw new Error('There is no first suggestion.');
		expect(first.plan.offer.amount).toBe(116_00);
		expect(shape(first.plan)).toEqual([24, 102_62, '2028-11-01', 'officer']);
	});

	it('at £115 would take 25, and a leader', () => {
		expect(planned(offerOf(115_00), request).payments).toHaveLength(25);
		expect(planned(offerOf(115_00), request).role).toBe('leader');
	});

	it('says £110: 26 payments, by a leader, and proof of income by 17 December', () => {
		const plan = planned(offerOf(110_00), request);
		expect(shape(plan)).toEqual([26, 20_62, '2029-01-01', 'leader']);
		expect(plan.clearOn).toEqual(['2027-11-01', '2029-01-01', '2028-11-01']);
		expect(plan.total).toBe(2770_62);
		expect(plan.evidence).toMatchObject({ form: 'full', incomeProofBy: '2026-12-17' });
		expect(plan.lacks).toBeNull();
	});

	it('pays by Direct Debit from January: the first by card, a bank holiday moved', () => {
		const { payments } = planned(offerOf(110_00, { method: 'direct-debit' }), request);
		expect(payments.slice(0, 2).map((one) => [one.method, one.takenOn])).toEqual([
			['card', '2026-12-01'],
			['direct-debit', '2027-01-04']
		]);
		expect(payments.at(-1)).toMatchObject({ takenOn: '2029-01-02', isProvisional: true });
	});

	it('is never offered more than is usable', () => {
		expect(sliderEnds(WHEN, request)?.most).toBe(144_56);
	});
});

describe('Dean Ashworth, the same order and the other person', () => {
	const order = KELLY.slice(0, 1);
	const former = debtThat({
		id: 'former',
		owes: 612_40,
		stream: 'former-tenant',
		stage: 'FTA_LETTER',
		fromOn: day('2024-04-01')
	});
	const request = requestOf([...order, former], { means: meansOf(260_00, 234_00) });

	it('pays £100: 18 payments, the last £96.77, on the officer’s authority', () => {
		expect(shape(planned(offerOf(100_00), request))).toEqual([18, 96_77, '2028-05-01', 'officer']);
	});

	it('with Kelly’s plan clears the order on 1 May 2027, and each moves on to its next debt', () => {
		const kelly = planned(offerOf(110_00), requestOf(KELLY, { means: meansOf(160_62, 144_56) }));
		const dean = planned(offerOf(100_00), request);
		let order = kelly.debts[0]?.owed ?? NO_PENCE;
		const owed = [kelly, dean].map((plan) => plan.debts.map((debt) => debt.owed));
		const paid = [kelly, dean].map((plan) => plan.debts.map(() => NO_PENCE));
		const left: Pence[] = [];
		for (let payDay = 0; payDay < 7; payDay += 1) {
			for (const [who, plan] of [kelly, dean].entries()) {
				const room = (owed[who] ?? []).with(0, order);
				const { parts } = splitReceipt(keptPlan(plan), {
					amount: plan.offer.amount,
					paid: paid[who] ?? [],
					room
				});
				paid[who] = parts.map((part, index) => plus(part, paid[who]?.[index] ?? NO_PENCE));
				owed[who] = room.map((sum, index) => minus(sum, parts[index] ?? NO_PENCE));
				order = minus(order, parts[0] ?? NO_PENCE);
			}
			left.push(order);
		}
		expect(left[0]).toBe(1184_37 - 205_00);
		expect(left.slice(4)).toEqual([159_37, 0, 0]);
		expect(dean.payments[5]?.on).toBe('2027-05-01');
		expect(owed[1]?.[1]).toBe(612_40 - 45_63 - 100_00);
	});
});

describe('Samira Haddad, herself', () => {
	const request = requestOf(
		[
			debtThat({ id: 'order', owes: 1932_00 }),
			debtThat({ id: 'overpayment', owes: 764_00, stream: 'overpayment', stage: 'INVOICE' })
		],
		{ means: meansOf(168_00, 151_20) }
	);

	it('is first offered £113 and says £120', () => {
		const first = firstSuggestion(WHEN, request);
		expect(first.ok && [first.plan.offer.amount, ...shape(first.plan)]).toEqual([
			113_00,
			24,
			97_00,
			'2028-11-01',
			'officer'
		]);
		expect(shape(planned(offerOf(120_00), request))).toEqual([23, 56_00, '2028-10-01', 'officer']);
	});
});

describe('a catch-up beside the instalments, on three questions', () => {
	it.each([
		['Zhang Liwen', 141_00, 7, 36_00, 33_00],
		['Darren Pike', 71_50, 4, 72_00, 70_00]
	])('%s', (_, instalment, paid, amount, last) => {
		const debt = debtThat({
			id: 'this-year',
			owes: instalment * (12 - paid),
			fromOn: day('2026-04-01'),
			stage: 'DEMAND',
			dues: monthlyDues(instalment, { from: '2026-04-01', count: 12 }),
			facts: { taxYear: 2026 }
		});
		const first = firstSuggestion(WHEN, requestOf([debt], { form: 'three-questions' }));
		if (!first.ok) throw new Error('There is no first suggestion.');
		expect(first.plan.offer.amount).toBe(amount);
		expect(shape(first.plan)).toEqual([4, last, '2027-03-01', 'officer']);
		expect(first.plan.evidence.form).toBe('three-questions');
	});
});

describe('Leon Varga, nothing left', () => {
	it('is refused a plan, whatever is offered', () => {
		const debts = [debtThat({ id: 'order', owes: 1114_25 })];
		const request = requestOf(debts, { means: meansOf(-38_20, 0) });
		expect(planFor(offerOf(200_00), request)).toMatchObject({
			ok: false,
			refusal: { because: 'no-surplus', left: -38_20, usable: 0, holdDays: 90 }
		});
		expect(firstSuggestion(WHEN, request)).toMatchObject({ refusal: { because: 'no-surplus' } });
		expect(sliderEnds(WHEN, request)).toBeNull();
	});
});
