/**
 * A city's records as its systems really have them, each a customer of its own as an import leaves it, and how many of
 * the pairs that matching made are right: who each truly is was known when it was made. What council tax said before of
 * those who moved or took another name is known too, as imports of earlier days leave it; other sources have no past.
 */
import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { copyRows, type Cell } from '#server/db/copy.ts';
import { noisyRecords } from '#server/db/seed/noisy-city.ts';
import { e164 } from '#server/db/seed/people-rows.ts';
import type { SeedRecord } from '#server/db/seed/record-rows.ts';
import { addDays, instantInLondon, type Day } from '#shared/time/day.ts';

/** Who each record truly is. */
export type Truth = ReadonlyMap<string, string>;

type City = { today: Day; households: number; seed: number };

const COLUMNS = {
	customers: ['id', 'kind', 'given_names', 'family_name', 'born_on', 'nino', 'source'],
	records: [
		...['id', 'source', 'key', 'kind', 'given_names', 'family_name', 'born_on', 'nino', 'phone'],
		...['e164', 'email', 'line1', 'town', 'postcode', 'uprn', 'first_on', 'last_on']
	],
	links: ['record_id', 'customer_id', 'score', 'reasons', 'linked_at'],
	customer_names: ['id', 'customer_id', 'kind', 'name', 'from_on', 'to_on', 'source'],
	customer_addresses: [
		...['id', 'customer_id', 'kind', 'line1', 'town', 'postcode', 'from_on', 'to_on', 'source']
	]
} as const;

type Table = keyof typeof COLUMNS;
type Written = Record<Table, Cell[][]>;

const TABLES = ['customers', 'records', 'links', 'customer_names', 'customer_addresses'] as const;

function newRows(): Written {
	return { customers: [], records: [], links: [], customer_names: [], customer_addresses: [] };
}

const A_PART = 20_000;

export async function writeNoisyCity(sql: Pick<Sql, 'unsafe'>, city: City): Promise<Truth> {
	const truth = new Map<string, string>();
	const linkedAt = instantInLondon(addDays(city.today, -1), '04:00');
	const rows: Written = newRows();
	const write = async () => {
		for (const table of TABLES) {
			await copyRows(sql, { table, columns: COLUMNS[table], rows: rows[table] });
			rows[table] = [];
		}
	};
	for (const record of noisyRecords(city)) {
		const [recordId, customerId] = [randomUUID(), randomUUID()];
		truth.set(recordId, record.customer.key);
		const { kind, givenNames, familyName, bornOn, nino, source } = record;
		rows.customers.push([customerId, kind, givenNames, familyName, bornOn, nino, source]);
		rows.records.push(recordCells(recordId, { record, today: city.today }));
		rows.links.push([recordId, customerId, 1000, '[]', linkedAt]);
		if (source === 'revenues') writePast(rows, { customerId, record, today: city.today });
		if (rows.records.length >= A_PART) await write();
	}
	await write();
	await sql.unsafe(`analyze ${TABLES.join(', ')}`);
	return truth;
}

function writePast(
	rows: Written,
	{ customerId, record, today }: { customerId: string; record: SeedRecord; today: Day }
): void {
	const { addresses, names, givenNames } = record.customer;
	const years = [addDays(today, -900), addDays(today, -30), record.source] as const;
	const home = addresses?.find(({ toOn }) => toOn !== undefined);
	if (home && home.postcode !== record.postcode) {
		const { line1, postcode, town = 'Northmere' } = home;
		const cells = [randomUUID(), customerId, 'home', line1, town, postcode];
		rows.customer_addresses.push([...cells, ...years]);
	}
	const former = names?.find(({ kind }) => kind === 'former')?.name;
	if (former === undefined || former === record.familyName) return;
	const name = `${givenNames ?? ''} ${former}`;
	rows.customer_names.push([randomUUID(), customerId, 'former', name, ...years]);
}

function recordCells(id: string, { record, today }: { record: SeedRecord; today: Day }): Cell[] {
	const { source, key, kind, givenNames, familyName, bornOn, nino, phone, email } = record;
	const { line1, town, postcode, uprn } = record;
	return [
		...[id, source, key, kind, givenNames, familyName, bornOn, nino, phone],
		...[phone && e164(phone), email, line1, town, postcode, uprn, today, today]
	];
}

export type Score = {
	/** Of the pairs of records that matching put in one customer, and of those that are one person. */
	made: number;
	true: number;
	right: number;
};

export async function scoreOf(sql: Pick<Sql, 'unsafe'>, truth: Truth): Promise<Score> {
	const links = await sql.unsafe<{ record: string; customer: string }[]>(
		'select record_id as record, customer_id as customer from links'
	);
	const made = new Map<string, number>();
	const real = new Map<string, number>();
	const both = new Map<string, number>();
	for (const { record, customer } of links) {
		const who = truth.get(record) ?? record;
		count(made, customer);
		count(real, who);
		count(both, `${customer} ${who}`);
	}
	return { made: pairsIn(made), true: pairsIn(real), right: pairsIn(both) };
}

function count(groups: Map<string, number>, key: string): void {
	groups.set(key, (groups.get(key) ?? 0) + 1);
}

function pairsIn(groups: ReadonlyMap<string, number>): number {
	return [...groups.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}
