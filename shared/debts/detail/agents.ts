/**
 * A debt that enforcement agents have: whose, since when, how far, and their fees as last told and when. Theirs stands
 * beside our balance and is never in it. What we tell them goes at once, and shows whether they have answered.
 */
import { PAID_TO_COUNCIL, PART_RECOVERED } from '../../law/charges/part-payment.ts';
import { agentFeeTable, type AgentStage } from '../../law/charges/agent-fees.ts';
import type { Pence } from '../../money/pence.ts';
import type { Day, Instant } from '../../time/day.ts';

export type ToldAgents = {
	what: 'recall' | 'paid';
	state: 'to-send' | 'told' | 'confirmed';
	givenAt: Instant;
	toldAt: Instant | null;
	confirmedAt: Instant | null;
	/** The day they say, and who of them; null where the demo answers for them. */
	confirmedOn: Day | null;
	answeredBy: string | null;
};

export type AgentsRecord = {
	agent: string;
	givenOn: Day;
	stage: AgentStage;
	fees: Pence;
	feesToldOn: Day | null;
	visitedOn: Day | null;
	/** What they were last told of this debt. */
	told: ToldAgents | null;
};

export type AgentsView = AgentsRecord & {
	/** How a part payment is shared: to them, and to us. */
	partPayment: readonly string[];
	/** What their fees stand on, and how a part payment is shared, by the ids that a screen opens. */
	feeRules: readonly string[];
	partRules: readonly string[];
};

export function agentsView(record: AgentsRecord, today: Day): AgentsView {
	const { agent, givenOn, stage, fees, feesToldOn, visitedOn, told } = record;
	return {
		agent,
		givenOn,
		stage,
		fees,
		feesToldOn,
		visitedOn,
		told,
		partPayment: [PART_RECOVERED.plain, PAID_TO_COUNCIL.plain],
		feeRules: [agentFeeTable({ on: today })?.id ?? []].flat(),
		partRules: [PART_RECOVERED.id, PAID_TO_COUNCIL.id]
	};
}
