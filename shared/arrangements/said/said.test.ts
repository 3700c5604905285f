import { describe, expect, it } from 'vitest';
import { debtThat, monthlyDues } from '../../../tests/builders/debts.ts';
import {
	DEMO_DAY,
	meansOf,
	offerOf,
	planned,
	POLICY,
	requestOf,
	SORTING
} from '../../../tests/builders/plans.ts';
import { day } from '../../time/day.ts';
import { readBack } from '../read-back.ts';
import { sortDebts } from '../terms/in-or-out.ts';

const KELLY = [
	debtThat({
		id: 'order',
		title: 'Council Tax 2025 to 2026',
		owes: 1184_37,
		ground: 'joint',
		others: ['Dean Ashworth']
	}),
	debtThat({
		id: 'overpayment',
		title: 'Housing Benefit overpayment',
		owes: 1460_25,
		stream: 'overpayment',
		stage: 'INVOICE',
		stageOn: day('2026-06-03')
	}),
	debtThat({
		id: 'nursery',
		title: 'Nursery fees',
		owes: 126_00,
		stream: 'invoice',
		stage: 'REMINDER',
		stageOn: day('2026-10-20')
	}),
	debtThat({
		id: 'this-year',
		title: 'Council Tax 2026 to 2027',
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
		title: 'Parking penalty',
		owes: 70_00,
		stream: 'parking',
		stage: 'NTO',
		stageOn: day('2026-11-11'),
		facts: { challengeUntilOn: day('2026-12-08') }
	})
];

function plain(text: string | null | undefined): string {
	return (text ?? '').replaceAll('\u00a0', ' ');
}

describe('the read-back', () => {
	const request = requestOf(KELLY, { means: meansOf(160_62, 144_56) });
	const { outside } = sortDebts(KELLY, SORTING);
	const said = (method: 'card' | 'direct-debit') => {
		const plan = planned(offerOf(110_00, { method }), request);
		return readBack({ plan, outside, policy: POLICY, paymentReference: '9000000017' }).map(
			({ id, text }) => `${id}: ${plain(text)}`
		);
	};

	it('says every payment by its day and method, each debt in and out, and what stops and does not', () => {
		expect(said('direct-debit')).toEqual([
			'pay: You will pay £110 on the 1st of each month, starting on Tuesday 1 December 2026.',
			'first: The first payment is by card on Tuesday 1 December 2026. The rest are by Direct Debit, the first of them on Monday 4 January 2027.',
			'last: There are 26 payments. The last is £20.62 on Tuesday 2 January 2029, if that stays a working day.',
			'reference: Every payment has one reference, 9000 000 017. We share it out between the accounts.',
			'direct-debit: A Direct Debit needs 10 working days’ notice. Our paying system asks you for your bank details; nobody else will.',
			'in-order: It covers Council Tax 2025 to 2026, £1,184.37, clear on 1 November 2027.',
			'in-overpayment: It covers Housing Benefit overpayment, £1,460.25, clear on 1 January 2029.',
			'in-nursery: It covers Nursery fees, £126, clear on 1 November 2028.',
			'total: That is £2,770.62 towards the accounts listed here.',
			'out-this-year: Council Tax 2026 to 2027 is not in it. Discount or support claim open until 17 December 2026. It is paid on account at the lower figure until the claim is decided.',
			'out-parking: Parking penalty is not in it. A penalty is paid or challenged, and paying ends the challenge. That is until 8 December 2026. Pay it or challenge it by the date.',
			'stops-order: While you keep to it we will not take money from earnings or benefits or use enforcement agents for Council Tax 2025 to 2026.',
			'stops-overpayment: While you keep to it we will not take money from earnings or go to court for Housing Benefit overpayment.',
			'stops-nursery: While you keep to it we will not send a letter of claim for Nursery fees.',
			'joint-order: Council Tax 2025 to 2026: This agreement is yours alone. The other person stays liable for it too.',
			'next-bill: New bills are separate, your next Council Tax bill too. While this plan runs one comes in April 2027 and April 2028.',
			'miss: If a payment is late we will contact you and give you 14 days before anything else happens.',
			'review: We will look at the plan with you on 1 June 2027 and every 6 months, and when a benefit decision or a new bill comes.',
			'proof: Please send us proof of your income by 17 December 2026.',
			'advice: Free debt advice: National Debtline 0808 808 4000, StepChange 0800 138 1111, Citizens Advice 0800 144 8848.'
		]);
	});

	it('has one line about payment where it is all by one means', () => {
		expect(said('card')[1]).toBe('first: The first payment is by card on Tuesday 1 December 2026.');
	});

	it('has each line once, so that what was shown can be compared', () => {
		const ids = said('card').map((line) => line.split(':')[0]);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('says of instalments still running that they are paid beside it, and of a single payment only that', () => {
		const debt = debtThat({
			id: 'tax',
			title: 'Council Tax 2026 to 2027',
			owes: 700_00,
			fromOn: day('2026-04-01'),
			stage: 'DEMAND',
			dues: monthlyDues(100_00, { from: '2026-04-01', count: 12 }),
			facts: { taxYear: 2026 }
		});
		const plan = planned(offerOf(400_00), requestOf([debt]));
		const lines = readBack({ plan, outside: [], policy: POLICY, paymentReference: null });
		expect(plain(lines[0]?.text)).toBe('You will pay £300 on Tuesday 1 December 2026, by card.');
		const stops = lines.find((line) => line.id === 'stops-tax');
		expect(stops?.text).toContain('The instalments still to come are paid beside it.');
		expect(lines.some((line) => line.id === 'review')).toBe(false);
	});
});
