/** How a debt came to its stage: back down its ladder to the first rung, each rung at least as old as the law makes it. */
import { ladderOf } from '../../../../shared/debts/ladder/ladder-codes.ts';
import { TRANSITIONS } from '../../../../shared/debts/ladder/ladders.ts';
import { isReturn } from '../../../../shared/debts/moving/giving-back.ts';
import type { Stream } from '../../../../shared/debts/streams.ts';
import { NO_PENCE, type Pence } from '../../../../shared/money/pence.ts';
import { addDays, type Day } from '../../../../shared/time/day.ts';
import type { SeedStage } from '../scenario.ts';

/** What usually lies between two rungs where the law sets nothing longer. */
const USUAL_DAYS = 21;

export type Reached = {
	stream: Stream;
	stage: string;
	stageOn: Day;
	/** The first rung is no older than the debt. */
	fromOn: Day;
	/** What reaching a stage added. */
	adds: Readonly<Record<string, Pence>>;
};

export function historyOf(reached: Reached): readonly SeedStage[] {
	const rules = TRANSITIONS.get(ladderOf(reached.stream)) ?? [];
	const transitions = rules.map(({ value }) => value);
	const history: SeedStage[] = [];
	let rung: string | undefined = reached.stage;
	let on = reached.stageOn;
	while (rung !== undefined && !history.some(({ stage }) => stage === rung)) {
		const stage: string = rung;
		history.unshift({ stage, on, cost: reached.adds[stage] ?? NO_PENCE });
		const step = transitions.find(
			(row) => row.to === stage && !row.from.startsWith('QUASHED') && !isReturn(row)
		);
		rung = step?.from;
		const earlier = addDays(on, -Math.max(step?.minimumDays ?? 0, USUAL_DAYS));
		on = earlier < reached.fromOn && reached.fromOn <= on ? reached.fromOn : earlier;
	}
	return history;
}
