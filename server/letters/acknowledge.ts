/**
 * Agents answered what they were told: by a file of theirs, or to a person who writes down who said so and when. It is
 * confirmed once, and shows on the debt wherever that is open.
 */
import { and, eq, inArray } from 'drizzle-orm';
import { acknowledges, type Acknowledged } from '../../shared/income/acknowledgements.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { toldAgents } from './queries.ts';
import { instructions } from './tables.ts';

export type Acknowledging = {
	confirmed: number;
	/** Lines that had come in before. */
	duplicates: readonly number[];
	debtIds: readonly string[];
	problems: readonly { line: number; says: string }[];
};

/** With any problem nothing is written. */
export async function acknowledgeAll(
	tx: Transaction,
	{ lines, at, today }: { lines: readonly Acknowledged[]; at: Instant; today: Day }
): Promise<Acknowledging> {
	const told = await toldAgents(
		tx,
		inArray(instructions.id, [...new Set(lines.map(({ instruction }) => instruction))])
	);
	const byId = new Map(told.map((one) => [one.id, one]));
	const judged = lines.map((line, index) => {
		const isAgain = lines
			.slice(0, index)
			.some(({ instruction }) => instruction === line.instruction);
		const match = acknowledges(byId.get(line.instruction) ?? null, line, today);
		return {
			line,
			match: isAgain && match.is === 'confirmed' ? ({ is: 'known' } as const) : match
		};
	});
	const problems = judged.flatMap(({ line, match }) =>
		match.is === 'wrong' ? [{ line: line.lineNumber, says: match.says }] : []
	);
	const fresh = judged.filter(({ match }) => match.is === 'confirmed').map(({ line }) => line);
	if (problems.length === 0)
		for (const { instruction, on, name } of fresh)
			await confirm(tx, { id: instruction, on, name, at });
	return {
		confirmed: fresh.length,
		duplicates: judged.flatMap(({ line, match }) =>
			match.is === 'known' ? [line.lineNumber] : []
		),
		debtIds: fresh.flatMap(({ instruction }) => byId.get(instruction)?.debtId ?? []),
		problems
	};
}

export type SaidByAgents = { ok: true } | { ok: false; because: 'nothing-told' | 'not-that-day' };

/** What agents were last told of a debt, answered to one of ours. */
export async function acknowledgeByHand(
	tx: Transaction,
	{
		debtId,
		on,
		name,
		at,
		today
	}: { debtId: string; on: Day; name: string; at: Instant; today: Day }
): Promise<SaidByAgents> {
	const open = and(
		eq(instructions.debtId, debtId),
		eq(instructions.toAgent, true),
		eq(instructions.state, 'told')
	);
	const told = (await toldAgents(tx, open))[0];
	if (!told) return { ok: false, because: 'nothing-told' };
	const { what, reference, id: instruction } = told;
	const said = { lineNumber: 0, instruction, what, reference, on, name };
	if (acknowledges(told, said, today).is !== 'confirmed')
		return { ok: false, because: 'not-that-day' };
	await confirm(tx, { id: instruction, on, name, at });
	return { ok: true };
}

async function confirm(
	tx: Transaction,
	{ id, on, name, at }: { id: number; on: Day; name: string; at: Instant }
): Promise<void> {
	await tx
		.update(instructions)
		.set({ state: 'confirmed', confirmedAt: at, confirmedOn: on, answeredBy: name })
		.where(eq(instructions.id, id));
}
