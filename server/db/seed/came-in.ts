/**
 * The extracts that the set would have come in by, as imports that are in: each mapping's own of the night before, and
 * parking's some nights older, because its system sends one only at times. Their lines and pounds are counted from what
 * was written. Their records were compared already: who is who is known here.
 */
import { createHash } from 'node:crypto';
import type { Sql } from 'postgres';
import { RECORD_DIGEST } from '../../customers/matching/candidates.ts';
import { mappingNamed, mappingNames } from '../../imports/mapping/mappings.ts';
import type { Mapping } from '../../imports/mapping/mapping.ts';
import { addDays, instantInLondon, type Day } from '../../../shared/time/day.ts';
import { idOf } from './scenario.ts';

type Tx = Pick<Sql, 'unsafe'>;

/** The layouts that come with the product, whatever a council's data folder says of its own. */
const NO_OWN = '/nonexistent';
const NIGHTS_AGO: Readonly<Record<string, number>> = { parking: 4 };

export async function writeCameIn(tx: Tx, today: Day): Promise<void> {
	for (const name of mappingNames(NO_OWN)) {
		const read = mappingNamed(name, NO_OWN);
		if (!read.ok) throw new Error(read.because.join(' '));
		await cameIn(tx, { mapping: read.mapping, on: addDays(today, -(NIGHTS_AGO[name] ?? 1)) });
	}
	await tx.unsafe(`
		insert into matched_records (record_id, digest) select r.id, ${RECORD_DIGEST} from records r`);
}

/** What of the set its file would have said, a line for each. $5 is the source, $6 its streams. */
const LINES = `
	theirs as (select id, balance_pence from debts where source = $5 and stream = any($6::text[])),
	said as (
		select count(distinct l.record_id) + count(*) as lines, 0 as pence
			from liabilities l join theirs on theirs.id = l.debt_id
		union all select count(*), coalesce(sum(balance_pence), 0) from theirs
		union all select count(*), 0 from dues d join theirs on theirs.id = d.debt_id
		union all select count(*), 0 from holds h join theirs on theirs.id = h.debt_id
		union all select count(*), 0 from stage_changes s join theirs on theirs.id = s.debt_id
		union all select count(*), coalesce(sum(e.amount_pence), 0)
			from entries e join theirs on theirs.id = e.debt_id)`;

async function cameIn(tx: Tx, { mapping, on }: { mapping: Mapping; on: Day }): Promise<void> {
	const { name, source, streams, format } = mapping;
	const file = `${name}-${on}.${format === 'csv' ? 'csv' : 'txt'}`;
	const [began, ended] = [instantInLondon(on, '23:10'), instantInLondon(on, '23:20')];
	await tx.unsafe(
		`with ${LINES}
		insert into imports (id, file_name, digest, mapping, source, extract_on, state, step, row_count,
			total_pence, trailer_count, trailer_pence, started_at, published_at, matched_at)
		select $1::uuid, $2, $3, $4, $5, $7::date, 'published', 'publishing', sum(lines), sum(pence),
			sum(lines), sum(pence), $8::timestamptz, $9::timestamptz, $9::timestamptz
		from said`,
		[idOf('import', file), file, digestOf(file), name, source, [...streams], on, began, ended]
	);
}

/** No file lies there to be digested; none has this. */
function digestOf(file: string): string {
	return createHash('sha256').update(`fairline:seed:${file}`).digest('hex');
}
