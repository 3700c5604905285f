/** Take-home pay as the tables of attachment want it: for so many weeks, or by the month. */
import type { Frequency } from './frequency.ts';
import { lineTotal } from './totals.ts';
import type { Statement } from './statement.ts';
import type { EarningsBasis } from '../law/deductions/earnings-tables.ts';
import type { Pence } from '../money/pence.ts';
import type { Rhythm } from '../time/pay-days.ts';

export type NetPay = { net: Pence; basis: EarningsBasis; periods: number; rhythm: Rhythm };

const WEEKS: Partial<Record<Frequency, { periods: number; rhythm: Rhythm }>> = {
	weekly: { periods: 1, rhythm: 'weekly' },
	fortnightly: { periods: 2, rhythm: 'fortnightly' },
	'four-weekly': { periods: 4, rhythm: 'four-weekly' }
};

/** The customer's own wages; null where they have none. Several, or any other frequency, are added by the month. */
export function netPayOf(statement: Statement): NetPay | null {
	const wages = statement.lines.filter((line) => line.line === 'salary');
	const [only] = wages;
	const weeks = wages.length === 1 && only ? WEEKS[only.frequency] : undefined;
	if (only && weeks) return { net: only.amount, basis: 'weekly', ...weeks };
	const net = lineTotal(statement, 'salary');
	return net > 0 ? { net, basis: 'monthly', periods: 1, rhythm: 'monthly' } : null;
}
