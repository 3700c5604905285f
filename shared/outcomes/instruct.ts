/**
 * What each source system is told when outcomes are committed: stop recovery, start it again, call the agents back. It
 * is told before its next recovery run, which the sample has every working day at seven in the evening.
 */
import { dayInLondon, instantInLondon, type Instant } from '../time/day.ts';
import { addWorkingDays, isWorkingDay } from '../time/working-days.ts';
import { debtsOf, type StagedOutcome } from './outcome.ts';

export type InstructionKind = 'stop' | 'restart' | 'recall' | 'paid';

export type Instruction = { debtId: string; kind: InstructionKind; because: string };

/** An hour before the run. */
const SEND_BY = '18:00';

/** Which outcomes stop recovery on the debts they are about. */
const STOPS: ReadonlySet<StagedOutcome['kind']> = new Set([
	'promise',
	'hold',
	'claim',
	'no-surplus'
]);

/** One to a debt: a recall stops it too, and goes before a plain stop. */
export function instructionsFor(
	staged: readonly StagedOutcome[],
	planDebtIds: readonly string[]
): Instruction[] {
	const recalls = staged
		.filter(({ kind }) => kind === 'recall')
		.flatMap(debtsOf)
		.map((debtId): Instruction => ({ debtId, kind: 'recall', because: 'recall' }));
	const stops = [
		...planDebtIds.map((debtId): Instruction => ({ debtId, kind: 'stop', because: 'arrangement' })),
		...staged
			.filter(({ kind }) => STOPS.has(kind))
			.flatMap((outcome) =>
				debtsOf(outcome).map((debtId): Instruction => ({
					debtId,
					kind: 'stop',
					because: outcome.kind
				}))
			)
	];
	const first = new Map<string, Instruction>();
	for (const one of [...recalls, ...stops]) if (!first.has(one.debtId)) first.set(one.debtId, one);
	return [...first.values()];
}

/** The moment by which a source must have been told. */
export function sendBy(now: Instant): Instant {
	const today = dayInLondon(now);
	const tonight = instantInLondon(today, SEND_BY);
	if (isWorkingDay(today) && now <= tonight) return tonight;
	return instantInLondon(addWorkingDays(today, 1), SEND_BY);
}
