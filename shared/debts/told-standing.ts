/**
 * How a debt stands as one of several who owe it may know it. What takes from one person (their pay, their benefit,
 * their home) is theirs: to another the debt stands where it stood before, without a day or a sum of it. That no step may
 * be taken against anybody else under the order meanwhile is law they are told (SI 1992/613 reg 54(6)).
 */
import type { DebtRecord } from './debt.ts';
import { ladderOf, type LadderCode } from './ladder/ladder-codes.ts';

/** Stages that take from one person alone, and the stage that each comes out of. */
const OUT_OF: Partial<Record<LadderCode, Readonly<Record<string, string>>>> = {
	CT: {
		AEO: 'LIABILITY_ORDER',
		BENEFIT_DEDUCTION: 'LIABILITY_ORDER',
		CHARGING_ORDER: 'LIABILITY_ORDER',
		BANKRUPTCY: 'LIABILITY_ORDER',
		COMMITTAL: 'LIABILITY_ORDER'
	},
	NDR: { INSOLVENCY: 'LIABILITY_ORDER' },
	HBO: { HB_DEDUCTION: 'DECISION_NOTICE', DEA: 'INVOICE', DWP_BENEFIT: 'INVOICE' }
};

export const PERSONAL_STAGES: readonly string[] = Object.values(OUT_OF).flatMap((stages) =>
	Object.keys(stages)
);

export const NO_STEP_AGAINST_THEM = 'No step against them now: one is in use already';

export function toldStanding(debt: DebtRecord): DebtRecord {
	const { anothersStep, ...own } = debt;
	const stage = OUT_OF[ladderOf(debt.stream)]?.[debt.stage];
	if (!anothersStep || stage === undefined) return own;
	const facts = Object.entries(debt.facts).filter(([fact]) => fact !== 'method');
	return {
		...own,
		stage,
		stageOn: anothersStep.outOfOn ?? debt.fromOn,
		facts: { ...Object.fromEntries(facts), stepOfAnother: true }
	};
}
