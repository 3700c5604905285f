/** The council's own guideline figures: loaded whole from a file and a day, withdrawn before that day, kept. */
import { randomUUID } from 'node:crypto';
import { CsvError, parse } from 'csv-parse/sync';
import { and, eq, isNull } from 'drizzle-orm';
import { readGuidelines, type FileFault } from '../../shared/affordability/guideline-file.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import { record } from '../audit/record.ts';
import type { Transaction } from '../db/transaction.ts';
import { guidelineSets } from './tables.ts';

type Doing = { managerId: string; at: Instant; today: Day };

export type Loaded =
	| { ok: true }
	| { ok: false; because: 'day-gone' | 'day-taken' }
	| { ok: false; because: 'file'; faults: readonly FileFault[] };

export async function loadGuidelines(
	tx: Transaction,
	asked: Doing & { text: string; fileName: string; fromOn: Day }
): Promise<Loaded> {
	const { text, fileName, fromOn, managerId, at, today } = asked;
	if (fromOn < today) return { ok: false, because: 'day-gone' };
	const read = readGuidelines(rowsOf(text));
	if (!read.ok) return { ok: false, because: 'file', faults: read.faults };
	const id = randomUUID();
	const [kept] = await tx
		.insert(guidelineSets)
		.values({ id, areas: read.areas, fromOn, fileName, loadedBy: managerId, loadedAt: at })
		.onConflictDoNothing()
		.returning({ id: guidelineSets.id });
	if (!kept) return { ok: false, because: 'day-taken' };
	await record(tx, {
		at,
		officerId: managerId,
		act: 'affordability.loadGuidelines',
		subjectId: id,
		detail: { fromOn }
	});
	return { ok: true };
}

/** Once it has begun, statements were asked by it: another file takes its place. */
export async function withdrawGuidelines(
	tx: Transaction,
	{ setId, managerId, at, today }: Doing & { setId: string }
): Promise<{ ok: true } | { ok: false; because: 'not-there' | 'begun' }> {
	const [set] = await tx
		.select({ fromOn: guidelineSets.fromOn })
		.from(guidelineSets)
		.where(and(eq(guidelineSets.id, setId), isNull(guidelineSets.withdrawnAt)))
		.for('update');
	if (!set) return { ok: false, because: 'not-there' };
	if (set.fromOn <= today) return { ok: false, because: 'begun' };
	await tx
		.update(guidelineSets)
		.set({ withdrawnBy: managerId, withdrawnAt: at })
		.where(eq(guidelineSets.id, setId));
	const act = 'affordability.withdrawGuidelines';
	await record(tx, { at, officerId: managerId, act, subjectId: setId });
	return { ok: true };
}

/** As a spreadsheet saves it; nothing of what is no CSV. */
function rowsOf(text: string): string[][] {
	try {
		const rows: string[][] = parse(text, AS_SAVED);
		return rows;
	} catch (thrown) {
		if (thrown instanceof CsvError) return [];
		throw thrown;
	}
}

const AS_SAVED = {
	bom: true,
	relax_column_count: true,
	relax_quotes: true,
	skip_empty_lines: true,
	trim: true
} as const;
