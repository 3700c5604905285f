/**
 * The files that a city comes from, beside its database: every source's extract of the day, the bank's statement of the
 * same day, and the next day's extracts, which say only what changed: our receipts coming back, and stages that moved
 * on though they were stopped. `truth.csv` says who each account holder is.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sentence } from '../../../sentence.ts';
import { addDays, type Day } from '../../../../shared/time/day.ts';
import { chanceFrom, type Chance } from '../generator/chance.ts';
import { noisy } from '../generator/noise.ts';
import type { Part } from '../part.ts';
import type { SeedRecord } from '../record-rows.ts';
import { customerId, type SeedDebt } from '../scenario.ts';
import { bankStatement } from './bank.ts';
import { extractFiles, textFile, type ExtractFile } from './files.ts';
import { linesOf, personLine, type KeyOf } from './lines.ts';
import { sayNextDay } from './next-lines.ts';

export type Extracts = {
	take(part: Part): Promise<void>;
	/** Only then do the files stand where they were asked for. */
	close(): Promise<void>;
	/** Takes away what was written. */
	abandon(): void;
};

export type Wanted = {
	folder: string;
	today: Day;
	seed: number;
	/** Account holders with what befalls records: names and streets misspelt, homes left behind. */
	isNoisy: boolean;
};

export function extractsIn({ folder, today, seed, isNoisy }: Wanted): Extracts {
	if (existsSync(folder)) {
		throw sentence(`There is something in ${folder} already: the extracts want a new folder.`);
	}
	const unfinished = `${folder}.unfinished`;
	rmSync(unfinished, { recursive: true, force: true });
	const days = {
		today: extractFiles(join(unfinished, today), today),
		next: extractFiles(join(unfinished, addDays(today, 1)), addDays(today, 1))
	};
	const bank = bankStatement(join(unfinished, today, 'bank.xml'), today);
	const truth = textFile(join(unfinished, 'truth.csv'));
	truth.say('source,key,customer\r\n');
	// Other numbers than the city's own, so that it is the same with its files and without.
	const chance = { noise: chanceFrom(seed + 1), next: chanceFrom(seed + 2) };
	const all = [...days.today, ...days.next];
	return {
		async take(part) {
			for (const { source, key, customer } of part.records) {
				truth.say(`${source},${key},${customerId(customer.key)}\r\n`);
			}
			const seen = isNoisy
				? part.records.map((record) => seenAs(record, chance.noise))
				: part.records;
			sayToday(days.today, { ...part, records: seen });
			sayNextDay(part, { files: days.next, bank, today, chance: chance.next });
			await Promise.all([...all, bank, truth].map((file) => file.flush()));
		},
		async close() {
			await Promise.all([...all, bank, truth].map((file) => file.close()));
			renameSync(unfinished, folder);
		},
		abandon: () => rmSync(unfinished, { recursive: true, force: true })
	};
}

function seenAs(record: SeedRecord, chance: Chance): SeedRecord {
	return record.kind === 'person' ? noisy(record, chance) : record;
}

function sayToday(files: readonly ExtractFile[], { records, debts }: Part): void {
	for (const file of files) {
		const theirs = debts.filter(({ stream }) => file.streams.has(stream));
		const holders = new Set(theirs.flatMap(({ liable }) => liable.map(({ customer }) => customer)));
		for (const record of records) {
			if (record.source === file.source && holders.has(record.customer.key)) {
				file.line('person', personLine(record));
			}
		}
		const keyOf = keysIn(records, file.source);
		for (const debt of theirs) sayDebt(file, debt, keyOf);
	}
}

function keysIn(records: readonly SeedRecord[], source: string): KeyOf {
	const keys = new Map(
		records
			.filter((record) => record.source === source)
			.map(({ customer, key }) => [customer.key, key])
	);
	return (customer) => keys.get(customer) ?? null;
}

function sayDebt(file: ExtractFile, debt: SeedDebt, keyOf: KeyOf): void {
	const lines = linesOf(debt, keyOf);
	file.line('debt', lines.debt);
	for (const said of lines.liabilities) file.line('liability', said);
	for (const said of lines.dues) file.line('due', said);
	for (const said of lines.transactions) file.line('transaction', said);
	for (const said of lines.holds) file.line('hold', said);
	for (const said of lines.stages) file.line('stage', said);
}
