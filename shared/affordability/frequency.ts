/**
 * How often money comes or goes, and the same amount at another frequency: multiplied before it is divided, rounded
 * once, half a penny up (debt advice's convention: 52 weeks, 26 fortnights, 13 four-weeks, never 4.33).
 */
import { timesRate, type Pence, type Rounding } from '../money/pence.ts';

export const FREQUENCIES = [
	'weekly',
	'fortnightly',
	'four-weekly',
	'monthly',
	'twice-monthly',
	'quarterly',
	'half-yearly',
	'annual',
	'ten-monthly',
	'termly-3'
] as const;

export type Frequency = (typeof FREQUENCIES)[number];

export const TIMES_A_YEAR: Record<Frequency, number> = {
	weekly: 52,
	fortnightly: 26,
	'four-weekly': 13,
	monthly: 12,
	'twice-monthly': 24,
	quarterly: 4,
	'half-yearly': 2,
	annual: 1,
	'ten-monthly': 10,
	'termly-3': 3
};

/** In a word, so that it is read whole in a narrow column. */
export const OFTEN: Record<Frequency, string> = {
	weekly: 'Weekly',
	fortnightly: 'Fortnightly',
	'four-weekly': '4-weekly',
	monthly: 'Monthly',
	'twice-monthly': '2 a month',
	quarterly: 'Quarterly',
	'half-yearly': '2 a year',
	annual: 'Yearly',
	'ten-monthly': '10 a year',
	'termly-3': 'Termly'
};

export type Conversion = { from: Frequency; to: Frequency; rounding?: Rounding };

export function convert(amount: Pence, { from, to, rounding = 'half-up' }: Conversion): Pence {
	if (from === to) return amount;
	const rate = { numerator: TIMES_A_YEAR[from], denominator: TIMES_A_YEAR[to] };
	return timesRate(amount, rate, rounding);
}

export function perMonth(amount: Pence, frequency: Frequency): Pence {
	return convert(amount, { from: frequency, to: 'monthly' });
}

export function perWeek(amount: Pence, frequency: Frequency): Pence {
	return convert(amount, { from: frequency, to: 'weekly' });
}
