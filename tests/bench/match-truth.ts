/**
 * A city's records as its systems really have them, each a customer of its own as an import leaves it, and how many of
 * the pairs that matching made are right: who each truly is was known when it was made. What council tax said before of
 * those who moved or took another name is known too, as imports of earlier days leave it; other sources have no past.
 * Of what they owe there is what another system's record may name: council tax accounts and benefit claims.
 */
import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { copyRows, type Cell } from '#server/db/copy.ts';
import { noisyHouseholds } from '#server/db/seed/noisy-city.ts';
import { e164 } from '#server/db/seed/people-rows.ts';
import type { SeedRecord } from '#server/db/seed/record-rows.ts';
import type { SeedDebt } from '#server/db/seed/scenario.ts';
import { SOURCES } from '#server/db/seed/sources.ts';
import { addDays, instantInLondon, type Day } from '#shared/time/day.ts';

/** Who each record truly is. */
export type Truth = ReadonlyMap<string, string>;

type City = { today: Day; households: number; seed: number };

const COLUMNS = {
	customers: ['id', 'kind', 'given_names', 'family_name', 'born_on', 'nino', 'source'],
	records: [
		...['id', 'source', 'key', 'kind', 'given_names', 'family_name', 'born_on', 'nino', 'phone'],
		...['e164', 'email', 'line1', 'town', 'postcode', 'uprn', 'council_tax_account'],
		...['benefit_claim', 'first_on', 'last_on']
	],
	links: ['record_id', 'customer_id', 'score', 'reasons', 'linked_at'],
	customer_names: ['id', 'customer_id', 'kind', 'name', 'from_on', 'to_on', 'source'],
	customer_addresses: [
		...['id', 'customer_id', 'kind', 'line1', 'town', 'postcode', 'from_on', 'to_on', 'source']
	],
	debts: ['id', 'stream', 'reference', 'title', 'from_on', 'stage', 'stage_on', 'source'],
	liabilities: ['id', 'debt_id', 'customer_id', 'record_id', 'ground', 'from_on']
} as const;

type Table = keyof typeof COLUMNS;
type Written = Record<Table, Cell[][]>;

const TABLES = [
	...(['customers', 'records', 'links', 'customer_names', 'customer_addresses'] as const),
	...(['debts', 'liabilities'] as const)
];

function newRows(): Written {
	const people = { customers: [], records: [], links: [] };
	return { ...people, customer_names: [], customer_addresses: [], debts: [], liabilities: [] };
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
	for (const { records, debts } of noisyHouseholds(city)) {
		const made = new Map<string, Made>();
		for (const record of records) {
			const ids = { recordId: randomUUID(), customerId: randomUUID() };
			truth.set(ids.recordId, record.customer.key);
			made.set(`${record.source} ${record.customer.key}`, ids);
			writeRecord(rows, { record, ...ids, today: city.today, linkedAt });
		}
		writeAccounts(rows, { debts, made });
		if (rows.records.length >= A_PART) await write();
	}
	await write();
	await sql.unsafe(`analyze ${TABLES.join(', ')}`);
	return truth;
}

type Made = { recordId: string; customerId: string };

function writeRecord(
	rows: Written,
	{
		record,
		recordId,
		customerId,
		today,
		linkedAt
	}: Made & { record: SeedRecord; today: Day; linkedAt: string }
): void {
	const { kind, givenNames, familyName, bornOn, nino, source } = record;
	rows.customers.push([customerId, kind, givenNames, familyName, bornOn, nino, source]);
	rows.records.push(recordCells(recordId, { record, today }));
	rows.links.push([recordId, customerId, 1000, '[]', linkedAt]);
	if (source === 'revenues') writePast(rows, { customerId, record, today });
}

/** One debt of each account that a record of another system may name. */
function writeAccounts(
	rows: Written,
	{ debts, made }: { debts: readonly SeedDebt[]; made: ReadonlyMap<string, Made> }
): void {
	const named = debts.filter(({ stream }) => stream === 'council-tax' || stream === 'overpayment');
	for (const debt of new Map(named.map((one) => [one.reference, one])).values()) {
		const { stream, reference, title, fromOn, stage, stageOn, liable } = debt;
		const source = SOURCES[stream];
		const id = randomUUID();
		rows.debts.push([id, stream, reference, title, fromOn, stage, stageOn, source]);
		for (const { customer, ground } of liable) {
			const their = made.get(`${source} ${customer}`);
			if (!their) continue;
			const whose = [their.customerId, their.recordId];
			rows.liabilities.push([randomUUID(), id, ...whose, ground, fromOn]);
		}
	}
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
	const { line1, town, postcode, uprn, councilTaxAccount, benefitClaim } = record;
	return [
		...[id, source, key, kind, givenNames, familyName, bornOn, nino, phone],
		...[phone && e164(phone), email, line1, town, postcode, uprn, councilTaxAccount],
		...[benefitClaim, today, today]
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
