/**
 * A percentage table by bands of net pay, as the Schedules of attachment of earnings print them: "exceeding X but not
 * exceeding Y", so that pay of exactly Y is in the lower band. Pay for several weeks, months or days is divided for
 * the band and multiplied back, which in whole pence is the same as multiplying the band's limit.
 */
import { pence, timesRate, type Pence, type Rounding } from '../../money/pence.ts';

/** `upTo` is null in a table whose last band has no top. */
export type Band = { upTo: Pence | null; percent: number };

/** Net pay for a number of whole periods of the table: 4 for four-weekly pay in a weekly table. */
export type Pay = { net: Pence; periods: number };

/** Hundredths of a penny, so that a percentage is still a whole number and is rounded once. */
export type Hundredths = number;

export function bandFor(bands: readonly Band[], { net, periods }: Pay): Band | null {
	return bands.find((band) => band.upTo === null || net <= band.upTo * periods) ?? null;
}

export function percentOf(amount: Pence, percent: number): Hundredths {
	return amount * percent;
}

export function roundHundredths(amount: Hundredths, rounding: Rounding): Pence {
	return timesRate(pence(amount), { numerator: 1, denominator: 100 }, rounding);
}

/** A table's column as it is printed, limits in pounds: `75: 0, 135: 3, above: 5`. */
export function bandsOf(column: string): readonly Band[] {
	return column.split(', ').map((row) => {
		const [limit = '', percent = ''] = row.split(': ');
		return {
			upTo: limit === 'above' ? null : pence(Number(limit) * 100),
			percent: Number(percent)
		};
	});
}
