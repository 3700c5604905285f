/**
 * Every statutory rule the product knows, by its id: what a screen opens when an officer asks where a figure is from.
 * Council policy is beside it in `policy.ts`, because it lives in the database and changes without an upgrade.
 */
import { AGENT_FEES } from './charges/agent-fees.ts';
import { APPROPRIATION } from './charges/appropriation.ts';
import { BILLS } from './charges/bills.ts';
import { COURT_FEE, ORDER_COSTS } from './charges/court-costs.ts';
import { PAID_TO_COUNCIL, PART_RECOVERED } from './charges/part-payment.ts';
import * as breathingSpace from './clocks/breathing-space.ts';
import * as challenging from './clocks/challenging.ts';
import * as claims from './clocks/claims.ts';
import * as councilTax from './clocks/council-tax.ts';
import { LIMITATION_RULES } from './clocks/limitation.ts';
import * as parking from './clocks/parking.ts';
import { DIRECT_EARNINGS } from './deductions/direct-earnings.ts';
import { EARNINGS_ORDERS } from './deductions/earnings-tables.ts';
import { OVERPAYMENT_RATES } from './deductions/housing-benefit.ts';
import { COUNCIL_TAX_FROM_PENSION_CREDIT } from './deductions/pension-credit.ts';
import {
	COUNCIL_TAX_FROM_BENEFIT,
	OVERALL_LIMITS,
	STANDARD_ALLOWANCES
} from './deductions/universal-credit.ts';
import { ENTITLEMENT_RULES } from './entitlements.ts';
import { DAY_AS_IT_ENDS, NOT_JOINTLY_LIABLE } from './liability.ts';
import type { Rule } from './rule.ts';

/** Versions of one thing stand together, so that a test can see that no two are in force at once. */
export const STATUTE: readonly (readonly Rule[])[] = [
	AGENT_FEES,
	BILLS,
	ORDER_COSTS,
	[COURT_FEE],
	DIRECT_EARNINGS,
	EARNINGS_ORDERS,
	OVERPAYMENT_RATES,
	STANDARD_ALLOWANCES,
	OVERALL_LIMITS,
	COUNCIL_TAX_FROM_BENEFIT,
	COUNCIL_TAX_FROM_PENSION_CREDIT,
	[councilTax.REMINDER],
	[councilTax.FINAL_NOTICE],
	[councilTax.SUMMONS],
	[councilTax.WITHDRAWN_IF_PAID],
	[councilTax.LIMITATION],
	[councilTax.ONE_METHOD],
	[councilTax.ANOTHER_TAXPAYER],
	[councilTax.MOST_EARNINGS_ORDERS],
	...Object.values(challenging).map((rule) => [rule]),
	[councilTax.FURTHER_NOTICE],
	[councilTax.ANNOUNCED_REFORM],
	[breathingSpace.BREATHING_SPACE],
	[breathingSpace.CRISIS_BREATHING_SPACE],
	[breathingSpace.CURRENT_YEAR],
	[breathingSpace.CHARGES_IN_IT],
	[breathingSpace.PENALTY_BEFORE_ORDER],
	[breathingSpace.QUALIFYING],
	...Object.values(breathingSpace.DEDUCTIONS)
		.filter(({ confidence }) => confidence !== 'sample')
		.map((rule) => [rule]),
	[claims.LETTER_OF_CLAIM],
	[claims.BENEFIT_CHALLENGE],
	[claims.AGENTS_NOTICE, claims.ANNOUNCED_NOTICE],
	[claims.CHARGING_ORDER_LEAST],
	[claims.BANKRUPTCY_LEAST],
	[APPROPRIATION],
	[PART_RECOVERED],
	[NOT_JOINTLY_LIABLE],
	[DAY_AS_IT_ENDS],
	[parking.NOTICE_TO_OWNER],
	[parking.CHARGE_CERTIFICATE],
	[parking.ORDER_FOR_RECOVERY],
	...LIMITATION_RULES,
	...Object.values(ENTITLEMENT_RULES).map((rule) => [rule])
];

/** The sample's own, beside the rows of its policy: settings of the product that a screen may be asked about too. */
const BESIDE_POLICY: readonly Rule[] = [
	PAID_TO_COUNCIL,
	...Object.values(breathingSpace.DEDUCTIONS).filter(({ confidence }) => confidence === 'sample')
];

const BY_ID: ReadonlyMap<string, Rule> = new Map(
	[...STATUTE.flat(), ...BESIDE_POLICY].map((rule) => [rule.id, rule])
);

export function ruleById(id: string): Rule | null {
	return BY_ID.get(id) ?? null;
}
