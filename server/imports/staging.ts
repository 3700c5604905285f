/**
 * Where an extract lies until it is published: tables of its own without indexes, filled by COPY a megabyte at a time
 * and dropped when it is done with. They are not logged: a database that crashes forgets them, and the import with them.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RawSql } from '../db/client.ts';
import type { BodyKind } from './mapping/fields.ts';
import type { Value } from './mapping/layout.ts';
import { callerNumber } from './reading/phone.ts';
import type { Said } from './reading/lines.ts';

type Cell = Value | null | undefined;
type Column = readonly [name: string, type: string, value: (said: Said) => Cell];

const the = (field: string) => (said: Said) => said[field];
const DEBT: readonly Column[] = [
	['reference', 'text', the('reference')],
	['title', 'text', the('title')]
];

/** Their names in a staged table, as the publishing statements know them. */
const COLUMNS: Readonly<Record<BodyKind, readonly Column[]>> = {
	person: [
		['key', 'text', the('key')],
		['kind', 'text', ({ kind }) => kind ?? 'person'],
		['given_names', 'text', ({ givenNames }) => givenNames ?? ''],
		['family_name', 'text', the('familyName')],
		['born_on', 'date', the('bornOn')],
		['nino', 'text', the('nino')],
		['phone', 'text', the('phone')],
		['e164', 'text', ({ phone }) => callerNumber(phone)],
		['email', 'text', the('email')],
		['line1', 'text', the('line1')],
		['line2', 'text', the('line2')],
		['town', 'text', the('town')],
		['postcode', 'text', the('postcode')],
		['uprn', 'text', the('uprn')],
		['council_tax_account', 'text', the('councilTaxAccount')],
		['benefit_claim', 'text', the('benefitClaim')],
		['died_on', 'date', the('diedOn')],
		['adults', 'integer', the('adults')],
		['account_ending', 'text', the('accountEnding')]
	],
	debt: [
		...DEBT,
		['stream', 'text', the('stream')],
		['from_on', 'date', the('fromOn')],
		['until_on', 'date', the('untilOn')],
		['stage', 'text', the('stage')],
		['stage_on', 'date', the('stageOn')],
		['balance_pence', 'bigint', the('balance')],
		['facts', 'jsonb', (said) => JSON.stringify(factsIn(said))],
		['method_against', 'text', the('methodAgainst')],
		['agent', 'text', the('agent')],
		['agent_stage', 'text', the('agentStage')]
	],
	liability: [
		...DEBT,
		['key', 'text', the('key')],
		['ground', 'text', the('ground')],
		['from_on', 'date', the('fromOn')],
		['to_on', 'date', the('toOn')],
		['exception', 'text', the('exception')],
		['exception_from_on', 'date', the('exceptionFromOn')],
		['exception_to_on', 'date', the('exceptionToOn')]
	],
	due: [...DEBT, ['due_on', 'date', the('on')], ['amount_pence', 'bigint', the('amount')]],
	transaction: [
		...DEBT,
		['id', 'text', the('id')],
		['entered_on', 'date', the('on')],
		['kind', 'text', the('kind')],
		['amount_pence', 'bigint', the('amount')],
		['method', 'text', the('method')],
		['payer', 'text', the('payer')]
	],
	hold: [
		...DEBT,
		['key', 'text', the('key')],
		['kind', 'text', the('kind')],
		['from_on', 'date', the('fromOn')],
		['until_on', 'date', the('untilOn')],
		['marker', 'text', the('marker')]
	],
	stage: [
		...DEBT,
		['stage', 'text', the('stage')],
		['reached_on', 'date', the('on')],
		['cost_pence', 'bigint', ({ cost }) => cost ?? 0]
	]
};

/** The fields of `SourceFacts` that come from an extract, so that one which ended is taken away. */
export const FACTS_OF_AN_EXTRACT = [
	'taxYear',
	'wholeBalanceDueOn',
	'hearingOn',
	'challengeUntilOn',
	'method',
	'collected',
	'courtSumPence',
	'careCheckDone',
	'capacity'
] as const;

function factsIn(said: Said): Record<string, unknown> {
	const { taxYear, wholeBalanceDueOn, hearingOn, challengeUntilOn, courtSum } = said;
	const plain = {
		taxYear,
		wholeBalanceDueOn,
		hearingOn,
		challengeUntilOn,
		courtSumPence: courtSum
	};
	return {
		...plain,
		careCheckDone: said['careCheckDone'],
		capacity: said['capacity'],
		method: methodIn(said),
		collected: collectedIn(said)
	};
}

/** Without the day it began it would say nothing of what it took; one word for how it is paid began with the stage. */
function methodIn(said: Said): Record<string, unknown> | undefined {
	const kind = said['method'] ?? (isOrder(said) ? said['collectedBy'] : undefined);
	const isNamed = said['method'] !== undefined;
	const sinceOn = said['methodSinceOn'] ?? (isNamed ? undefined : said['stageOn']);
	if (kind === undefined || sinceOn === undefined) return undefined;
	return {
		kind,
		sinceOn,
		benefit: said['methodBenefit'],
		takesPence: said['methodTakes'] ?? (isNamed ? undefined : said['collectedTakes']),
		every: said['methodEvery'] ?? (isNamed ? undefined : said['collectedEvery']),
		feesPence: said['agentFees'],
		feesToldOn: said['agentFeesToldOn'],
		visitedOn: said['agentVisitedOn']
	};
}

function isOrder({ collectedBy }: Said): boolean {
	return collectedBy === 'earnings-order' || collectedBy === 'benefit-deduction';
}

/** What the payer's own account pays, or that nothing does. */
function collectedIn(said: Said): Record<string, unknown> | undefined {
	const { collectedBy: by } = said;
	if (by === undefined || isOrder(said)) return undefined;
	if (by === 'nothing') return { by };
	return {
		by,
		takesPence: said['collectedTakes'],
		every: said['collectedEvery'],
		nextOn: said['collectedOn'],
		from: said['collectedFrom']
	};
}

export type StagedTables = Readonly<Record<BodyKind, string>>;

const KINDS = Object.keys(COLUMNS) as BodyKind[];

/** By the import's own id, so that no two meet. */
export function stagedTables(importId: string): StagedTables {
	const id = importId.replaceAll('-', '');
	return Object.fromEntries(KINDS.map((kind) => [kind, `staging.${kind}_${id}`])) as StagedTables;
}

export async function makeStaging(sql: RawSql, importId: string): Promise<void> {
	const tables = stagedTables(importId);
	const made = KINDS.map((kind) => {
		const columns = COLUMNS[kind].map(([name, type]) => `${name} ${type}`).join(', ');
		return `create unlogged table ${tables[kind]} (line integer, ${columns})`;
	});
	await sql.unsafe(made.join('; '));
}

/** `run` is a connection's, or a transaction's own. */
export async function dropStaging(
	run: (text: string) => PromiseLike<readonly Record<string, unknown>[]>,
	importId: string
): Promise<void> {
	const suffix = `_${importId.replaceAll('-', '')}`;
	const found = await run(
		`select quote_ident(tablename) as name from pg_tables
			where schemaname = 'staging' and right(tablename, ${suffix.length}) = '${suffix}'`
	);
	for (const { name } of found) await run(`drop table if exists staging.${String(name)}`);
}

export async function stagedByKind(
	sql: Pick<RawSql, 'unsafe'>,
	importId: string
): Promise<Readonly<Record<BodyKind, number>>> {
	const counts = Object.entries(stagedTables(importId)).map(
		([kind, table]) => `(select count(*)::int from ${table}) as ${kind}`
	);
	const [found] = await sql.unsafe<[Record<BodyKind, number>]>(`select ${counts.join(', ')}`);
	return found;
}

export type Staging = {
	add(line: { kind: BodyKind; line: number; said: Said }): void;
	/** Waits while the database is behind, so that memory stays what it is however long the file. */
	keepUp(): Promise<void>;
	/** Everything that was added is there. */
	finish(): Promise<void>;
};

const FLUSH_CHARACTERS = 1_000_000;

export function stagingInto(sql: Pick<RawSql, 'unsafe'>, importId: string): Staging {
	const tables = stagedTables(importId);
	let rows = new Map<BodyKind, string[]>();
	let characters = 0;
	let writing: Promise<void> = Promise.resolve();
	const flush = async () => {
		await writing;
		const batch = rows;
		rows = new Map();
		characters = 0;
		writing = copyAll(sql, { tables, batch });
		// It is waited for at the next turn, and must not be called unhandled until then.
		writing.catch(() => undefined);
	};
	return {
		add({ kind, line, said }) {
			const row = rowOf(COLUMNS[kind], { line, said });
			const list = rows.get(kind);
			if (list) list.push(row);
			else rows.set(kind, [row]);
			characters += row.length;
		},
		keepUp: () => (characters < FLUSH_CHARACTERS ? Promise.resolve() : flush()),
		async finish() {
			await flush();
			await writing;
		}
	};
}

async function copyAll(
	sql: Pick<RawSql, 'unsafe'>,
	{ tables, batch }: { tables: StagedTables; batch: ReadonlyMap<BodyKind, readonly string[]> }
): Promise<void> {
	for (const [kind, rows] of batch) {
		const names = COLUMNS[kind].map(([name]) => name).join(', ');
		const target = await sql.unsafe(`copy ${tables[kind]} (line, ${names}) from stdin`).writable();
		await pipeline(Readable.from([rows.join('')]), target);
	}
}

function rowOf(columns: readonly Column[], { line, said }: { line: number; said: Said }): string {
	let row = String(line);
	for (const [, , value] of columns) row += `\t${copied(value(said))}`;
	return `${row}\n`;
}

const MUST_ESCAPE = /[\\\t\n\r]/;

/** A cell in COPY's text format. */
function copied(cell: Cell): string {
	if (cell === null || cell === undefined) return '\\N';
	const text = String(cell);
	if (!MUST_ESCAPE.test(text)) return text;
	return text
		.replaceAll('\\', '\\\\')
		.replaceAll('\t', '\\t')
		.replaceAll('\n', '\\n')
		.replaceAll('\r', '\\r');
}
