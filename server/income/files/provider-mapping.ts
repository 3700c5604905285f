/**
 * A payment provider's own layout, as a council writes it down: which column says what, and what the provider's words
 * mean. Checked before any file is read by it; a file is known by the names over its columns.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CHARGE_BACK_CODES } from '../../../shared/income/bank-codes.ts';
import { CHANNELS } from '../../../shared/income/received.ts';
import { unreadable } from './problem.ts';

const named = z.string().min(1);

const shape = z
	.strictObject({
		title: named,
		separator: z.string().length(1),
		encoding: z.enum(['utf-8', 'windows-1252']),
		days: z.enum(['YYYY-MM-DD', 'DD/MM/YYYY']),
		columns: z.strictObject({
			on: named,
			amount: named,
			reference: named,
			id: named.optional(),
			currency: named.optional(),
			channel: named.optional(),
			payer: named.optional(),
			state: named.optional(),
			reason: named.optional(),
			madeOn: named.optional()
		}),
		channels: z.record(z.string(), z.enum(CHANNELS)).default({}),
		channel: z.enum(CHANNELS).optional(),
		taken: z.array(z.string()).default([]),
		leftOut: z.array(z.string()).default([]),
		chargedBack: z.array(z.string()).default([]),
		reasons: z.record(z.string(), z.enum(CHARGE_BACK_CODES)).default({})
	})
	.refine(({ channel, columns }) => (channel === undefined) !== (columns.channel === undefined), {
		error: 'one of channel and columns.channel says how it was paid',
		path: ['channel']
	})
	.refine(({ taken, columns }) => (columns.state === undefined) === (taken.length === 0), {
		error: 'a state column needs the words of money that came',
		path: ['taken']
	});

export type ProviderMapping = z.infer<typeof shape>;

export type Field = keyof ProviderMapping['columns'];

const SHIPPED = join(import.meta.dirname, '..', 'mappings');

/** A council's own first. Throws what is wrong with one, in a sentence for the person who wrote it. */
export function providerMappings(dataDir: string): readonly ProviderMapping[] {
	return [join(dataDir, 'receipts'), SHIPPED].flatMap((folder) =>
		existsSync(folder)
			? readdirSync(folder)
					.filter((file) => file.endsWith('.json'))
					.toSorted()
					.map((file) => mappingIn(join(folder, file)))
			: []
	);
}

function mappingIn(path: string): ProviderMapping {
	const wrong = (says: string) =>
		unreadable({ line: null, says: `the mapping in ${path} cannot be used: ${says}` });
	const read = shape.safeParse(parsed(path, wrong));
	if (read.success) return read.data;
	const faults = read.error.issues.map(
		({ path: at, message }) => `${at.join('.') || 'all of it'}: ${message}`
	);
	throw wrong(faults.join('; '));
}

function parsed(path: string, wrong: (says: string) => Error): unknown {
	try {
		return JSON.parse(readFileSync(path, 'utf8'));
	} catch (cause) {
		if (!(cause instanceof SyntaxError)) throw cause;
		throw wrong('it is not JSON');
	}
}

/** Only a charge-back has something in these: a file that never has one may be without them. */
const MAY_LACK: readonly string[] = ['reason', 'madeOn'] satisfies Field[];

/** The mapping whose columns are all in this heading. */
export function mappingFor(
	heading: string,
	mappings: readonly ProviderMapping[]
): ProviderMapping | undefined {
	return mappings.find(({ columns, separator }) => {
		const cells = new Set(cellsOf(heading, separator));
		return Object.entries(columns).every(
			([field, name]) => name === undefined || cells.has(name) || MAY_LACK.includes(field)
		);
	});
}

function cellsOf(heading: string, separator: string): string[] {
	return heading
		.replace(/^(\ufeff|ï»¿)/, '')
		.split(separator)
		.map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}
