/** The debts of the bench of plans: twelve of most streams, paid off in 104 weeks, one before a hearing. */
import { debtThat } from '../builders/debts.ts';
import { meansOf, offerOf, requestOf } from '../builders/plans.ts';
import { pence } from '#shared/money/pence.ts';
import { day } from '#shared/time/day.ts';

const FORMER = { stream: 'former-tenant', stage: 'CONTACT' } as const;
const OVERPAYMENT = { stream: 'overpayment', stage: 'INVOICE' } as const;
const INVOICE = { stream: 'invoice', stage: 'REMINDER' } as const;

const DEBTS = [
	debtThat({ id: 'Council Tax 2023', owes: 380_37, fromOn: day('2023-04-01') }),
	debtThat({ id: 'Council Tax 2024', owes: 625_20, fromOn: day('2024-04-01') }),
	debtThat({ id: 'Council Tax 2025', owes: 750_00 }),
	debtThat({
		...{ id: 'Council Tax 2026', owes: 312_45, stage: 'SUMMONS' },
		fromOn: day('2026-04-01'),
		facts: { taxYear: 2026, hearingOn: day('2027-02-25') }
	}),
	debtThat({ id: 'Rent', owes: 355_00, stream: 'rent', stage: 'CONTACT' }),
	debtThat({ id: 'Overpayment 1', owes: 402_18, ...OVERPAYMENT }),
	debtThat({ id: 'Overpayment 2', owes: 351_00, ...OVERPAYMENT }),
	debtThat({ id: 'Old home', owes: 590_40, ...FORMER }),
	debtThat({ id: 'Invoice 1', owes: 120_00, ...INVOICE }),
	debtThat({ id: 'Invoice 2', owes: 208_33, ...INVOICE }),
	debtThat({ id: 'Invoice 3', owes: 215_99, ...INVOICE, stage: 'LETTER_OF_CLAIM' }),
	debtThat({
		...{ id: 'Judgment', owes: 860_00, stream: 'invoice', stage: 'JUDGMENT' },
		facts: { courtSumPence: pence(36_00) }
	})
];

export const REQUEST = requestOf(DEBTS, { means: meansOf(320_00, 288_00) });

export const OFFER = offerOf(50_00, {
	rhythm: 'weekly',
	firstOn: day('2026-12-04'),
	method: 'direct-debit',
	nextPayDay: null
});
