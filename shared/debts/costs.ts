/**
 * What the next step would add, from the rules themselves: the council's own costs of a summons and of an order are policy, agents' fees and the parking sums are law. Fees stand outside our balance.
 */
import {
	AGENT_FEES,
	agentFees,
	agentFeeTable,
	type AgentStage
} from '../law/charges/agent-fees.ts';
import { COURT_FEE, ORDER_COSTS } from '../law/charges/court-costs.ts';
import {
	CHARGE_CERTIFICATE,
	chargeCertificateAdds,
	ORDER_FOR_RECOVERY
} from '../law/clocks/parking.ts';
import type { Policy } from '../law/policy-values.ts';
import { ruleInForce, type Rule } from '../law/rule.ts';
import { plus, type Pence } from '../money/pence.ts';
import type { Day } from '../time/day.ts';
import type { DebtRecord } from './debt.ts';

/** The council's own, of a summons and of an order: costs reasonably incurred (SI 1992/613 regulation 34(7)(b)). */
export type CourtCosts = Pick<Policy, 'COSTS' | 'OC'>;

/** What one stage of enforcement by agents adds on a day; null where no table of fees is in force. */
export function agentsAdd(
	sum: Pence,
	{ stage, today }: { stage: AgentStage; today: Day }
): Pence | null {
	const table = agentFeeTable({ on: today });
	if (!table) return null;
	const work = { sums: [sum], reached: stage, creditorIsVatRegistered: true };
	return agentFees(table, work).byStage[stage];
}

export const REGISTRATION_FEE = ORDER_FOR_RECOVERY.value.fee;

/** What a move puts on the debt itself, and which part of the balance it is. */
export type MoveCost = { amount: Pence; kind: 'costs' | 'fees' };

/** Null where it adds nothing to our balance: agents' fees are theirs, and a county court's award comes by extract. */
export function costOfMove(
	debt: Pick<DebtRecord, 'stream' | 'balance'>,
	{ to, costs }: { to: string; costs: CourtCosts }
): MoveCost | null {
	switch (to) {
		case 'SUMMONS':
		case 'LIABILITY_ORDER': {
			const amount = courtCosts(debt, { to, costs });
			return amount > 0 ? { amount, kind: 'costs' } : null;
		}
		case 'CHARGE_CERTIFICATE':
			return { amount: chargeCertificateAdds(debt.balance), kind: 'costs' };
		case 'ORDER_FOR_RECOVERY':
			return { amount: REGISTRATION_FEE, kind: 'fees' };
		default:
			return null;
	}
}

/** A levy's summons is no stage of its own: its order brings the costs of both. */
function courtCosts(
	{ stream }: Pick<DebtRecord, 'stream'>,
	{ to, costs: { COSTS, OC } }: { to: 'SUMMONS' | 'LIABILITY_ORDER'; costs: CourtCosts }
): Pence {
	const isTax = stream === 'council-tax';
	const summons = isTax ? COSTS.value.councilTaxSummons : COSTS.value.ratesSummons;
	if (to === 'SUMMONS') return summons;
	const order = isTax ? OC.value.councilTaxOrder : OC.value.ratesOrder;
	return stream === 'bid' ? plus(summons, order) : order;
}

/**
 * What the sum of a step stands on, beside the ladder itself, by the ids that a screen opens; an order's also where the
 * council asks for nothing with it.
 */
export function costRules(
	{ stream }: Pick<DebtRecord, 'stream'>,
	{ to, adds, costs: { COSTS, OC }, today }: CostAsked
): readonly string[] {
	const law = stream === 'council-tax' ? inForce(ORDER_COSTS, today) : [];
	switch (to) {
		case 'SUMMONS':
			return [COSTS.id, ...law];
		case 'LIABILITY_ORDER':
			return stream === 'bid'
				? [COSTS.id, OC.id]
				: [OC.id, ...law, ...(stream === 'council-tax' ? [COURT_FEE.id] : [])];
		case 'CHARGE_CERTIFICATE':
			return [CHARGE_CERTIFICATE.id];
		case 'ORDER_FOR_RECOVERY':
			return [ORDER_FOR_RECOVERY.id];
		case 'WARRANT':
		case 'ENFORCEMENT_AGENT':
			return adds === null ? [] : inForce(AGENT_FEES, today);
		default:
			return [];
	}
}

type CostAsked = { to: string; adds: Pence | null; costs: CourtCosts; today: Day };

function inForce(versions: readonly Rule[], on: Day): string[] {
	const rule = ruleInForce(versions, { on });
	return rule ? [rule.id] : [];
}
