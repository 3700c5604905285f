/** SAMPLE. Northmere's rows P1 to P8, and P9 of our own: what is left, what is usable, how a plan is filled and how much is asked first. */
import { pence } from '../../money/pence.ts';
import { RANKS, type MoneyRows, type PolicyVersions } from '../policy-values.ts';
import { sample } from './sample.ts';

export const MONEY: Pick<PolicyVersions, keyof MoneyRows> = {
	P1: sample(
		'P1',
		'What is left is income less fixed and flexible costs, savings up to a cap, and agreed payments to other priority creditors. Payments to others come off only where the plan holds a debt that is not a priority.',
		{ savingsPercent: 10, savingsMost: pence(20_00) }
	),
	P2: sample(
		'P2',
		'Usable is what is left less £10 or a tenth of it, whichever is more. Above that only if the customer asks, with the reason written and a team leader’s agreement; above what is left, never.',
		{ keepsPercent: 10, keepsLeast: pence(10_00), aboveUsable: 'leader' }
	),
	P3: sample(
		'P3',
		'With less than £10 a month usable there is no plan. Discounts, hardship relief, a benefit check, debt advice, agents recalled and a hold come instead.',
		{
			leastUsable: pence(10_00),
			holdDays: 90,
			holdBy: 'leader',
			outcomes: [
				'discounts and Council Tax Support',
				'hardship relief under section 13A(1)(c)',
				'a benefit check',
				'debt advice',
				'agents recalled',
				'a hold with an end and an owner'
			]
		}
	),
	P4: sample(
		'P4',
		'The customer’s own figure comes first. What we suggest first is the least whole-pound payment that meets an officer’s dates.',
		{ wholeUnit: pence(1_00) }
	),
	P5: sample(
		'P5',
		'On every pay-day each debt gets its minimum, then what its date needs, then the most serious debt gets the rest. The payment is the same each time and the last is less.',
		{ yearEnd: '03-31' }
	),
	P6: sample(
		'P6',
		'Rent with a notice, claim or order comes first, then Council Tax before a hearing and under an order; invoices come last.',
		{ ranks: RANKS, hearingWithinDays: 28 }
	),
	P7: sample(
		'P7',
		'Three questions for a few payments or a small sum, five totals up to a year, the full statement above that, income proof over two years and debt advice over three.',
		{
			questions: [
				'Is it affordable after rent, food and heating?',
				'Is anything about to change?',
				'Are there other arrears?'
			],
			questionsMostPayments: 3,
			questionsUnder: pence(300_00),
			fiveTotalsMonths: 12,
			incomeProofOverMonths: 24,
			incomeProofDays: 28,
			adviceOverMonths: 36
		}
	),
	P8: sample(
		'P8',
		'The first payment is within 7 days of the next pay day and 31 days of agreeing. A Direct Debit needs ten working days’ notice.',
		{ daysAfterPayDay: 7, daysAfterAgreement: 31, directDebitWorkingDays: 10 }
	),
	P9: sample(
		'P9',
		'While a plan is paid, a lean week of a business may go into the overdraft agreed with its bank, down to the limit. It is never money to pay with: no more is paid than the thirteen weeks bring. At 0 percent no week may go below nothing.',
		{ overdraftPercent: 100 }
	)
};
