/**
 * Direct earnings attachment: what an employer takes from pay for a housing benefit overpayment without a court,
 * SI 2013/384 Part 6 and Schedule 2. Never for council tax. At least 60% of net pay is left (regulation 17(1)). The
 * regulations and the guides disagree on the pay the table is read on where another order comes first, so the caller
 * says which; the higher rate is used only where it has been ordered.
 */
import { minus, most, NO_PENCE, type Pence } from '../../money/pence.ts';
import { day } from '../../time/day.ts';
import { ENGLAND_AND_WALES, ruleInForce, type Rule, type When } from '../rule.ts';
import { bandFor, bandsOf, percentOf, roundHundredths, type Band, type Pay } from './bands.ts';

export type DirectEarningsRate = 'standard' | 'higher';
export type DirectEarningsBasis = 'weekly' | 'monthly';

export type DirectEarningsTable = {
	bands: Record<DirectEarningsRate, Record<DirectEarningsBasis, readonly Band[]>>;
	protectedPercent: number;
};

export const DIRECT_EARNINGS: readonly Rule<DirectEarningsTable>[] = [
	{
		id: 'DEA.2013',
		value: {
			bands: {
				standard: {
					weekly: bandsOf('100: 0, 160: 3, 220: 5, 270: 7, 375: 11, 520: 15, above: 20'),
					monthly: bandsOf('430: 0, 690: 3, 950: 5, 1160: 7, 1615: 11, 2240: 15, above: 20')
				},
				higher: {
					weekly: bandsOf('100: 5, 160: 6, 220: 10, 270: 14, 375: 22, 520: 30, above: 40'),
					monthly: bandsOf('430: 5, 690: 6, 950: 10, 1160: 14, 1615: 22, 2240: 30, above: 40')
				}
			},
			protectedPercent: 60
		},
		from: day('2013-04-08'),
		to: null,
		nations: ENGLAND_AND_WALES,
		instrument: 'SI 2013/384',
		provision: 'Part 6, regulation 17(1) and Schedule 2, as amended by SI 2015/499',
		address: 'https://www.legislation.gov.uk/uksi/2013/384/schedule/2',
		confidence: 'confirmed',
		plain:
			'For a Housing Benefit overpayment the employer takes a percentage of take-home pay. At least 60% of it is always left, after any order that comes first.'
	}
];

export type DirectEarningsPay = Pay & {
	basis: DirectEarningsBasis;
	rate: DirectEarningsRate;
	/** Already taken from the same pay by orders that come first. */
	prior: Pence;
	/** Whether the table is read on what those orders leave, or on the whole. */
	on: 'residue' | 'full-net';
};

export type DirectEarningsDeduction = {
	amount: Pence;
	percent: number;
	isCapped: boolean;
	rules: readonly string[];
};

export function directEarningsTable(when: When): Rule<DirectEarningsTable> | null {
	return ruleInForce(DIRECT_EARNINGS, when);
}

export function directEarningsDeduction(
	table: Rule<DirectEarningsTable>,
	pay: DirectEarningsPay
): DirectEarningsDeduction {
	const base = pay.on === 'residue' ? most(minus(pay.net, pay.prior), NO_PENCE) : pay.net;
	const bands = table.value.bands[pay.rate][pay.basis];
	const percent = bandFor(bands, { net: base, periods: pay.periods })?.percent ?? 0;
	const byTable = percentOf(base, percent);
	const unprotected = percentOf(pay.net, 100 - table.value.protectedPercent);
	const available = Math.max(unprotected - percentOf(pay.prior, 100), 0);
	return {
		amount: roundHundredths(Math.min(byTable, available), 'half-down'),
		percent,
		isCapped: byTable > available,
		rules: [table.id]
	};
}
