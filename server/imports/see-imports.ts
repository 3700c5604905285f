/** Everything about imports as their administrator sees it: what came in, how fresh it is, what must be looked into. */
import type { Clock } from '../clock.ts';
import type { RawSql } from '../db/client.ts';
import { pence } from '../../shared/money/pence.ts';
import type { ImportSeen, ImportsSeen } from '../../shared/officers/imports.ts';
import { mappingNamed, mappingNames } from './mapping/mappings.ts';
import { freshness, openDiscrepancies, oursUnmatched, recentImports } from './queries.ts';
import { differencesOf } from './reconcile.ts';

const MOST = 50;

export async function seeImports(
	sql: RawSql,
	{
		clock,
		dataDir,
		stopped
	}: { clock: Clock; dataDir: string; stopped: ReadonlyMap<string, number> }
): Promise<ImportsSeen> {
	const mappings = mappingNames(dataDir).map((name) => ({ name, title: titleOf(name, dataDir) }));
	const title = (name: string) => mappings.find((one) => one.name === name)?.title ?? name;
	const fresh = await freshness(sql);
	const rows = await recentImports(sql, MOST);
	const discrepancies = await openDiscrepancies(sql, { most: MOST });
	const unmatched = await oursUnmatched(sql, { today: clock.today(), most: MOST });
	return {
		mappings,
		fresh: fresh.map(({ mapping, source, on }) => ({ title: title(mapping), source, on })),
		imports: rows.map(({ mapping, ...row }) => ({
			...row,
			state: isBeingPublished(row) ? 'reading' : row.state,
			title: title(mapping),
			stoppedAt: isBeingRead(row) ? (stopped.get(mapping) ?? null) : null,
			says: saysOf(row)
		})),
		discrepancies: discrepancies.map((one) => ({
			reference: one.reference,
			title: one.title,
			source: one.source,
			on: one.on,
			amount: pence(one.difference),
			stated: pence(one.stated),
			books: pence(one.books)
		})),
		unmatched: unmatched.map(({ reference, title: debt, source, on, amount }) => ({
			reference,
			title: debt,
			source,
			on,
			amount: pence(amount)
		}))
	};
}

/** One that is wrong is offered by its name, and says what is wrong with it when it is used. */
function titleOf(name: string, dataDir: string): string {
	const read = mappingNamed(name, dataDir);
	return read.ok ? read.mapping.title : name;
}

type Row = Awaited<ReturnType<typeof recentImports>>[number];

function isBeingRead({ state, step }: Pick<Row, 'state' | 'step'>): boolean {
	return state === 'reading' && step === 'reading';
}

function isBeingPublished({ state, step }: Pick<Row, 'state' | 'step'>): boolean {
	return state === 'differs' && step !== 'checking';
}

function saysOf(row: Omit<Row, 'mapping'>): ImportSeen['says'] {
	if (row.state !== 'differs') return row.problem === null ? [] : [row.problem];
	const trailer =
		row.trailerCount === null || row.trailerPence === null
			? null
			: { count: row.trailerCount, total: pence(row.trailerPence) };
	return differencesOf({ count: row.rows, total: pence(row.totalPence) }, trailer);
}
