/**
 * What enforcement agents add: SI 2014/1 (Taking Control of Goods (Fees) Regulations 2014), Schedule, Table 1. The
 * whole fee of a stage is due once the stage begins (regulation 4(3)); compliance is charged on each order, the later
 * stages once on several taken together (regulation 11, read in part). Fees stand outside the debt's balance.
 */
import { minus, most, NO_PENCE, pence, plus, timesRate, type Pence } from '../../money/pence.ts';
import { day } from '../../time/day.ts';
import { ENGLAND_AND_WALES, ruleInForce, type Rule, type When } from '../rule.ts';

export const AGENT_STAGES = ['compliance', 'enforcement', 'sale'] as const;

export type AgentStage = (typeof AGENT_STAGES)[number];

export type AgentFeeTable = {
	fees: Record<AgentStage, Pence>;
	/** Of what is above the threshold, in the enforcement and sale stages: tenths of a per cent. */
	tenthsOfPercent: number;
	threshold: Pence;
	/** Added only where the creditor is not registered for VAT (SI 2021/1288). */
	vatPercent: number;
};

const COMMON = {
	nations: ENGLAND_AND_WALES,
	instrument: 'SI 2014/1',
	provision: 'regulations 4 to 8 and 11, and the Schedule, Table 1',
	address: 'https://www.legislation.gov.uk/uksi/2014/1/schedule'
} as const;

export const AGENT_FEES: readonly Rule<AgentFeeTable>[] = [
	{
		...COMMON,
		id: 'FEES.TCG-2014',
		value: {
			fees: { compliance: pence(75_00), enforcement: pence(235_00), sale: pence(110_00) },
			tenthsOfPercent: 75,
			threshold: pence(1500_00),
			vatPercent: 20
		},
		from: day('2014-04-06'),
		to: null,
		confidence: 'confirmed',
		plain:
			'£75 when the case reaches the agents, £235 when they visit and £110 at a sale, and 7.5% of what is above £1,500 at the last two.'
	},
	{
		...COMMON,
		id: 'FEES.TCG-announced-2025',
		value: {
			fees: { compliance: pence(79_00), enforcement: pence(247_00), sale: pence(116_00) },
			tenthsOfPercent: 75,
			threshold: pence(1900_00),
			vatPercent: 20
		},
		from: null,
		to: null,
		address:
			'https://www.gov.uk/government/consultations/taking-control-of-goods-regulations-consultation',
		confidence: 'unconfirmed',
		plain:
			'Announced on 9 June 2025: 5% more, and the percentage only above £1,900. No day was given and the rounded figures are ours.'
	}
];

export type AgentFees = {
	byStage: Record<AgentStage, Pence>;
	total: Pence;
	/** On top of the total. */
	vat: Pence;
	rules: readonly string[];
};

export function agentFeeTable(when: When): Rule<AgentFeeTable> | null {
	return ruleInForce(AGENT_FEES, when);
}

export function agentFees(
	table: Rule<AgentFeeTable>,
	work: { sums: readonly Pence[]; reached: AgentStage; creditorIsVatRegistered: boolean }
): AgentFees {
	const { fees, tenthsOfPercent, threshold, vatPercent } = table.value;
	const above = most(minus(plus(...work.sums), threshold), NO_PENCE);
	const share = timesRate(above, { numerator: tenthsOfPercent, denominator: 1000 }, 'half-down');
	const due: Record<AgentStage, Pence> = {
		compliance: pence(fees.compliance * work.sums.length),
		enforcement: plus(fees.enforcement, share),
		sale: plus(fees.sale, share)
	};
	const last = AGENT_STAGES.indexOf(work.reached);
	const byStage = { compliance: NO_PENCE, enforcement: NO_PENCE, sale: NO_PENCE };
	for (const stage of AGENT_STAGES.slice(0, last + 1)) byStage[stage] = due[stage];
	const total = plus(...Object.values(byStage));
	const vat = work.creditorIsVatRegistered
		? NO_PENCE
		: timesRate(total, { numerator: vatPercent, denominator: 100 }, 'half-down');
	return { byStage, total, vat, rules: [table.id] };
}
