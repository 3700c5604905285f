/**
 * What each source system is told: stop recovery on a debt, start it again, call the agents back, and that a customer
 * has told us of a change to their record. By when is in `send-by.ts`.
 */
import type { Collecting } from '../arrangements/terms/collecting.ts';
import { debtsOf, type StagedOutcome } from './outcome.ts';

/**
 * About a debt. A `step` is the stage of its ladder that it is asked to take, an `end` what collected it and ends: each
 * is named in `because`.
 */
export type DebtInstruction = 'stop' | 'restart' | 'recall' | 'paid' | 'step' | 'end';

/** A debt's part of a payment that a plan split, and one that comes off again. */
export type MoneyInstruction = 'payment' | 'payment-back';

export type InstructionKind = DebtInstruction | MoneyInstruction | 'change';

export type Instruction = { debtId: string; kind: DebtInstruction; because: string };

/** `confirmed` only when an extract shows it; `withdrawn` where it was undone before it was sent. */
export type InstructionState = 'to-send' | 'told' | 'confirmed' | 'withdrawn';

/** Which outcomes stop recovery on the debts they are about. */
const STOPS: ReadonlySet<StagedOutcome['kind']> = new Set([
	'promise',
	'hold',
	'claim',
	'no-surplus'
]);

/** One to a debt: a recall stops it too, and goes before a plain stop. What collected it ends besides. */
export function instructionsFor(
	staged: readonly StagedOutcome[],
	{ planDebtIds, ended }: { planDebtIds: readonly string[]; ended: readonly Collecting[] }
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
	const ends = ended.map(({ debtId, kind }): Instruction => ({
		debtId,
		kind: 'end',
		because: kind
	}));
	return [...first.values(), ...ends];
}
