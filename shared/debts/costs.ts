/**
 * What the next step would add, from the rules themselves: the council's own costs of a summons are policy, agents' fees and the parking sums are law. Fees stand outside our balance.
 */
import { agentFees, agentFeeTable, type AgentStage } from '../law/charges/agent-fees.ts';
import { chargeCertificateAdds, ORDER_FOR_RECOVERY } from '../law/clocks/parking.ts';
import type { PolicyValues } from '../law/policy-values.ts';
import type { Pence } from '../money/pence.ts';
import type { Day } from '../time/day.ts';
import type { DebtRecord } from './debt.ts';

/** The council's own: costs reasonably incurred (SI 1992/613 reg 34(7)(b)), no cap in England. */
export type SummonsCosts = PolicyValues['COSTS'];

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

/** Null where it adds nothing to our balance: agents' fees are theirs, and a court's own award comes by extract. */
export function costOfMove(
	debt: Pick<DebtRecord, 'stream' | 'balance'>,
	{ to, costs }: { to: string; costs: SummonsCosts }
): MoveCost | null {
	switch (to) {
		case 'SUMMONS':
			return {
				amount: costs[debt.stream === 'council-tax' ? 'councilTaxSummons' : 'ratesSummons'],
				kind: 'costs'
			};
		case 'CHARGE_CERTIFICATE':
			return { amount: chargeCertificateAdds(debt.balance), kind: 'costs' };
		case 'ORDER_FOR_RECOVERY':
			return { amount: REGISTRATION_FEE, kind: 'fees' };
		default:
			return null;
	}
}
