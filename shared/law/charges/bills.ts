/**
 * How a year's council tax is put into instalments: SI 1992/613 Schedule 1, paragraphs 2 and 3. Unlike a payment plan
 * they are whole pounds with the odd amount on the first, and how many there are depends on when the bill is issued.
 * Which way exactly 50p goes is not said: up, as councils do.
 */
import { minus, pence, timesRate, type Pence } from '../../money/pence.ts';
import { day, type Day } from '../../time/day.ts';
import { dateOf } from '../../time/day-number.ts';
import { ENGLAND, theRuleInForce, type Rule } from '../rule.ts';

export type BillRule = {
	/** Without a request for twelve. */
	instalments: number;
	instalmentsOnRequest: number;
	/** Below this a bill is one payment; above it, no instalment is less. */
	smallest: Pence;
};

export const BILLS: readonly Rule<BillRule>[] = [
	{
		id: 'CT.instalments',
		value: { instalments: 10, instalmentsOnRequest: 12, smallest: pence(5_00) },
		from: day('1993-04-01'),
		to: null,
		nations: ENGLAND,
		instrument: 'SI 1992/613',
		provision: 'Schedule 1, paragraphs 2(3) to (7), 2(3A) and 3',
		address: 'https://www.legislation.gov.uk/uksi/1992/613/schedule/1',
		confidence: 'confirmed',
		plain:
			'A yearly bill is paid in ten instalments, or twelve if asked for. They are whole pounds; the first holds the odd amount.'
	},
	{
		id: 'CT.instalments-announced-2025',
		value: { instalments: 12, instalmentsOnRequest: 12, smallest: pence(5_00) },
		from: null,
		to: null,
		nations: ENGLAND,
		instrument: 'Council tax administration reform',
		provision: 'consultation of 20 June 2025; no instrument found',
		address:
			'https://www.gov.uk/government/consultations/modernising-and-improving-the-administration-of-council-tax',
		confidence: 'unconfirmed',
		plain: 'Announced: twelve instalments unless ten are asked for. No day was given.'
	}
];

/** Instalments of whole pounds, the odd amount on the first. */
export function billInstalments(total: Pence, count: number): Pence[] {
	const others = pence(
		timesRate(total, { numerator: 1, denominator: 100 * count }, 'half-up') * 100
	);
	const first = minus(total, pence(others * (count - 1)));
	return [first, ...Array.from({ length: count - 1 }, () => others)];
}

/** A bill too small for its instalments: one payment below twice the smallest, else as many of it as there are. */
export function smallBillInstalments(total: Pence, bill: { issuedOn: Day }): Pence[] {
	const { smallest } = theRuleInForce(BILLS, { on: bill.issuedOn }).value;
	const count = timesRate(total, { numerator: 1, denominator: smallest }, 'down');
	return billInstalments(total, Math.max(count, 1));
}

/** How many instalments a bill issued on a day has, in the year that begins on 1 April. */
export function instalmentCount(bill: {
	issuedOn: Day;
	yearStartsOn: Day;
	twelveAskedFor: boolean;
}): number {
	const { instalments, instalmentsOnRequest } = theRuleInForce(BILLS, { on: bill.issuedOn }).value;
	const issued = dateOf(bill.issuedOn);
	const start = dateOf(bill.yearStartsOn);
	const months = (issued.year - start.year) * 12 + issued.month - start.month;
	if (months >= JANUARY) return 1;
	if (bill.twelveAskedFor)
		return isBeforeSixteenth(months, issued.dayOfMonth) ? instalmentsOnRequest : MARCH - months;
	return months < 1 ? instalments : MARCH - months - 1;
}

/** Months from April: a bill from January on is paid at once. */
const JANUARY = 9;
const MARCH = 11;

function isBeforeSixteenth(months: number, dayOfMonth: number): boolean {
	return months < 0 || (months === 0 && dayOfMonth <= 15);
}
