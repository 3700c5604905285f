/**
 * What the next step would add. A council's own costs of a summons are policy and these are SAMPLE values of the demo
 * council; agents' fees are SI 2014/1 Sch Table 1 and stand outside our balance; the parking sums are the Traffic
 * Management Act's charge certificate (half as much again) and the Traffic Enforcement Centre's fee.
 */
import { minus, most, NO_PENCE, pence, plus, timesRate, type Pence } from '../money/pence.ts';

/** SAMPLE, Northmere: costs reasonably incurred (SI 1992/613 reg 34(7)(b)), no cap in England. */
export const SAMPLE_SUMMONS_COSTS = { councilTax: pence(8750), rates: pence(12000) } as const;

export const COMPLIANCE_FEE = pence(7500);

const ENFORCEMENT_FEE = pence(23500);
const FEE_THRESHOLD = pence(150000);

/** The fee of the enforcement stage, due whole once it begins: 235.00 and 7.5% of what is over 1,500.00. */
export function enforcementFee(sum: Pence): Pence {
	const over = most(minus(sum, FEE_THRESHOLD), NO_PENCE);
	return plus(
		ENFORCEMENT_FEE,
		timesRate(over, { numerator: '7.5', denominator: 100 }, 'half-down')
	);
}

export const REGISTRATION_FEE = pence(1000);

/** A charge certificate adds half of the penalty. */
export function chargeCertificateAdds(penalty: Pence): Pence {
	return timesRate(penalty, { numerator: 1, denominator: 2 }, 'half-down');
}
