/** What three invented people owe on 19 November 2026, as the database would hand it to the projection. */
import { pence } from '#shared/money/pence.ts';
import { day } from '#shared/time/day.ts';
import type { DebtRecord, Due } from '#shared/debts/debt.ts';

type Given = Pick<DebtRecord, 'id' | 'stream' | 'title' | 'reference' | 'stage'> &
	Partial<Pick<DebtRecord, 'holds' | 'facts' | 'ground' | 'others'>> & {
		stageOn: string;
		/** In pence. */
		balance: number;
		/** The day and the pence of each sum charged. */
		dues?: readonly (readonly [on: string, amount: number])[];
		paid?: readonly [on: string, amount: number];
	};

function debt(given: Given): DebtRecord {
	const { stageOn, balance, dues = [], paid, ...rest } = given;
	return {
		holds: [],
		facts: {},
		ground: 'sole',
		others: [],
		...rest,
		fromOn: day('2025-04-01'),
		untilOn: null,
		stageOn: day(stageOn),
		balance: pence(balance),
		dues: dues.map(([on, amount]): Due => ({ on: day(on), amount: pence(amount) })),
		lastPayment: paid ? { on: day(paid[0]), amount: pence(paid[1]), mine: true } : null
	};
}

/** The last instalments of a tax year, on the first of each month. */
const monthly = (amount: number) =>
	['2026-09', '2026-10', '2026-11', '2026-12', '2027-01', '2027-02', '2027-03'].map(
		(month) => [`${month}-01`, amount] as const
	);

const ORDER = debt({
	id: 'order',
	stream: 'council-tax',
	title: 'Council Tax 2025 to 2026',
	reference: '7710448261',
	stage: 'LIABILITY_ORDER',
	stageOn: '2026-08-14',
	balance: 118437,
	ground: 'joint',
	others: ['Dean Ashworth'],
	paid: ['2026-09-02', 4000]
});

export const KELLYS: readonly DebtRecord[] = [
	ORDER,
	debt({
		id: 'this-year',
		stream: 'council-tax',
		title: 'Council Tax 2026 to 2027',
		reference: '7710448262',
		stage: 'REMINDER_1',
		stageOn: '2026-11-09',
		balance: 82600,
		dues: monthly(11800),
		facts: { wholeBalanceDueOn: day('2026-11-23') },
		paid: ['2026-08-01', 11800]
	}),
	debt({
		id: 'overpaid',
		stream: 'overpayment',
		title: 'Housing Benefit overpayment',
		reference: 'HBO210877',
		stage: 'INVOICE',
		stageOn: '2026-06-03',
		balance: 146025
	}),
	debt({
		id: 'nursery',
		stream: 'invoice',
		title: 'Nursery fees',
		reference: 'SI00903316',
		stage: 'REMINDER',
		stageOn: '2026-10-20',
		balance: 12600
	}),
	debt({
		id: 'parking',
		stream: 'parking',
		title: 'Parking penalty',
		reference: 'NM04715528',
		stage: 'NTO',
		stageOn: '2026-11-11',
		balance: 7000,
		dues: [['2026-12-08', 7000]],
		facts: { challengeUntilOn: day('2026-12-08') }
	})
];

const SPACE = {
	kind: 'breathing-space',
	fromOn: day('2026-11-08'),
	untilOn: day('2027-01-06')
} as const;

export const GARETHS: readonly DebtRecord[] = [
	debt({
		id: 'agents',
		stream: 'council-tax',
		title: 'Council Tax 2024 to 2025',
		reference: '7710331945',
		stage: 'ENFORCEMENT_AGENT',
		stageOn: '2026-10-30',
		balance: 102000,
		holds: [SPACE],
		facts: { method: { kind: 'agents', sinceOn: day('2026-10-30'), feesPence: pence(7500) } }
	}),
	debt({
		id: 'deduction',
		stream: 'council-tax',
		title: 'Council Tax 2023 to 2024',
		reference: '7710331944',
		stage: 'BENEFIT_DEDUCTION',
		stageOn: '2026-03-02',
		balance: 25500,
		holds: [SPACE],
		facts: {
			method: {
				kind: 'benefit-deduction',
				sinceOn: day('2026-03-02'),
				takesPence: pence(2125),
				every: 'month'
			}
		},
		paid: ['2026-11-04', 2125]
	}),
	debt({
		id: 'this-year',
		stream: 'council-tax',
		title: 'Council Tax 2026 to 2027',
		reference: '7710331947',
		stage: 'DEMAND',
		stageOn: '2026-04-01',
		balance: 56400,
		dues: monthly(14100),
		paid: ['2026-11-01', 14100]
	}),
	debt({
		id: 'parking',
		stream: 'parking',
		title: 'Parking penalty',
		reference: 'NM04688213',
		stage: 'CHARGE_CERTIFICATE',
		stageOn: '2026-11-11',
		balance: 10500,
		holds: [SPACE]
	}),
	debt({
		id: 'overpaid',
		stream: 'overpayment',
		title: 'Housing Benefit overpayment',
		reference: 'HBO204419',
		stage: 'INVOICE',
		stageOn: '2026-02-18',
		balance: 89000
	})
];

/** More than six, one of them in credit. */
export const MANY: readonly DebtRecord[] = [
	...KELLYS,
	debt({
		id: 'rent',
		stream: 'former-tenant',
		title: 'Former tenant rent',
		reference: 'FT00518842',
		stage: 'FTA_LETTER',
		stageOn: '2025-05-12',
		balance: 61240
	}),
	debt({
		id: 'garden',
		stream: 'invoice',
		title: 'Garden waste',
		reference: 'SI00914410',
		stage: 'INVOICE',
		stageOn: '2026-11-12',
		balance: 4500,
		dues: [['2026-12-10', 4500]]
	}),
	debt({
		id: 'credit',
		stream: 'council-tax',
		title: 'Council Tax 2022 to 2023',
		reference: '7710448258',
		stage: 'DEMAND',
		stageOn: '2022-04-01',
		balance: -2110
	})
];
