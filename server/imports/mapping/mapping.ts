/**
 * A source system's own layout, as a council writes it down: which cell, or which places of a line, say what. It is
 * checked before any file is read by it, and what is wrong with it is said in sentences that name the place.
 */
import { z } from 'zod';
import { STREAMS } from '../../../shared/debts/streams.ts';
import { AMOUNT_OF, LINE_KINDS, rulesOf, type AddedKind, type LineKind } from './fields.ts';

/** The cell that says which kind of line it is, and the name for a cell nobody needs. */
export const KIND_CELL = 'kind-of-line';
export const UNUSED = '-';

const place = z.strictObject({
	field: z.string(),
	from: z.int().min(1),
	length: z.int().min(1)
});

const line = z.strictObject({
	when: z.string().optional(),
	columns: z.array(z.union([z.string(), place])).min(1),
	/** The last of the columns that a line may end before: a system that has none of them writes shorter lines. */
	optional: z.array(z.string()).default([]),
	/** The same on every line: `{ "stream": "council-tax" }`. */
	always: z.record(z.string(), z.string()).default({}),
	/** The source's own codes: `{ "stage": { "RM1": "REMINDER_1" } }`. */
	codes: z.record(z.string(), z.record(z.string(), z.string())).default({})
});

const shape = z.strictObject({
	title: z.string().min(1),
	source: z.string().regex(/^[a-z][a-z-]{1,30}$/),
	streams: z.array(z.enum(STREAMS)).min(1),
	format: z.enum(['csv', 'fixed']),
	encoding: z.enum(['utf-8', 'windows-1252']),
	separator: z.string().length(1).default(','),
	days: z.enum(['YYYY-MM-DD', 'DD/MM/YYYY', 'YYYYMMDD']),
	amounts: z.enum(['pounds', 'pence']),
	/** What the first line of the file says over each column, where it has such a line. */
	heading: z.array(z.string()).optional(),
	lines: z.partialRecord(z.enum(LINE_KINDS), line),
	/** Whose amounts the trailer's pounds add up. */
	trailerAdds: z.array(z.enum(Object.keys(AMOUNT_OF) as [AddedKind, ...AddedKind[]])).default([])
});

export type Column = string | z.infer<typeof place>;
export type LineMapping = z.infer<typeof line>;
export type Mapping = z.infer<typeof shape> & { name: string };

export type MappingRead =
	{ ok: true; mapping: Mapping } | { ok: false; because: readonly string[] };

export function readMapping(name: string, written: unknown): MappingRead {
	const read = shape.safeParse(written);
	if (!read.success) return { ok: false, because: read.error.issues.map(sayIssue) };
	const mapping = { name, ...read.data };
	const because = [...lineFaults(mapping), ...wholeFaults(mapping)];
	return because.length > 0 ? { ok: false, because } : { ok: true, mapping };
}

export function fieldOf(column: Column): string {
	return typeof column === 'string' ? column : column.field;
}

export function linesOf(mapping: Mapping): readonly (readonly [LineKind, LineMapping])[] {
	return LINE_KINDS.flatMap((kind) => {
		const found = mapping.lines[kind];
		return found ? [[kind, found] as const] : [];
	});
}

/** Whether its lines of a kind have a place for it. */
export function hasColumn(
	{ lines }: Mapping,
	{ kind, field }: { kind: LineKind; field: string }
): boolean {
	return lines[kind]?.columns.some((column) => fieldOf(column) === field) ?? false;
}

const WORDS: Record<string, string> = { string: 'a text', array: 'a list', object: 'in { }' };

function sayIssue(issue: z.core.$ZodIssue): string {
	const at = issue.path.length > 0 ? issue.path.join('.') : 'the mapping';
	if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) {
		return `${at} is missing: it must be ${WORDS[issue.expected] ?? issue.expected}.`;
	}
	if (issue.code === 'unrecognized_keys') {
		return `${at} has ${issue.keys.map((key) => `"${key}"`).join(' and ')}, which no mapping has.`;
	}
	if (issue.code === 'invalid_value') {
		return `${at} must be ${issue.values.map((value) => `"${String(value)}"`).join(' or ')}.`;
	}
	return `${at} is not as a mapping has it: ${issue.message}.`;
}

function lineFaults(mapping: Mapping): string[] {
	return linesOf(mapping).flatMap(([kind, given]) => {
		const at = `lines.${kind}`;
		const said = given.columns.map(fieldOf);
		const known = rulesOf(kind);
		const named = [...said, ...Object.keys(given.always), ...Object.keys(given.codes)];
		const isKnown = (field: string) =>
			field === KIND_CELL || field === UNUSED || Object.hasOwn(known, field);
		const strange = named.filter((field) => !isKnown(field));
		const missing = Object.entries(known)
			.filter(([, { isNeeded }]) => isNeeded)
			.map(([field]) => field)
			.filter((field) => !said.includes(field) && !isSettled(mapping, { given, field }));
		const twice = said.filter((field, index) => field !== UNUSED && said.indexOf(field) !== index);
		return [
			...strange.map((field) => `${at} has "${field}", which a ${kind} line cannot say.`),
			...missing.map((field) => `${at} has no "${field}", which every ${kind} line needs.`),
			...twice.map((field) => `${at} has "${field}" twice.`),
			...optionalFaults({ at, given, known }),
			...shapeFaults(mapping, { at, given })
		];
	});
}

function optionalFaults({
	at,
	given: { columns, optional },
	known
}: {
	at: string;
	given: LineMapping;
	known: ReturnType<typeof rulesOf>;
}): string[] {
	const last = columns.slice(columns.length - optional.length).map(fieldOf);
	const isLast = last.join() === optional.join();
	const must = optional.filter((field) => known[field]?.isNeeded);
	return [
		...(isLast ? [] : [`${at}.optional must be the last of its columns, in their order.`]),
		...must.map((field) => `${at}.optional has "${field}", which every such line needs.`)
	];
}

function isSettled(
	mapping: Mapping,
	{ given, field }: { given: LineMapping; field: string }
): boolean {
	if (Object.hasOwn(given.always, field)) return true;
	return field === 'stream' && mapping.streams.length === 1;
}

function shapeFaults(
	{ format }: Mapping,
	{ at, given }: { at: string; given: LineMapping }
): string[] {
	const isFixed = (column: Column) => typeof column !== 'string';
	const wrong = given.columns.filter((column) => isFixed(column) !== (format === 'fixed'));
	if (wrong.length === 0) return [];
	return format === 'fixed'
		? [`${at}.columns must say from which place and how long each is: the format is fixed.`]
		: [`${at}.columns must be names in the order of the cells: the format is csv.`];
}

function wholeFaults(mapping: Mapping): string[] {
	const given = linesOf(mapping);
	const faults: string[] = [];
	if (!mapping.lines.header)
		faults.push('lines.header is missing: without its day nobody knows how fresh an extract is.');
	const isTyped = given.filter(([, { columns }]) =>
		columns.some((one) => fieldOf(one) === KIND_CELL)
	);
	const places = new Set(isTyped.map(([, { columns }]) => kindPlace(columns)));
	if (isTyped.length !== given.length && given.length > 1) {
		faults.push(
			`Every line needs a "${KIND_CELL}" cell where a file has more than one kind of line.`
		);
	}
	if (places.size > 1) faults.push(`"${KIND_CELL}" must stand in the same place on every line.`);
	const marks = given.map(([, { when }]) => when);
	const unmarked = given.filter(([, { when }]) => when === undefined);
	if (given.length > 1) {
		faults.push(
			...unmarked.map(
				([kind]) => `lines.${kind}.when is missing: what its "${KIND_CELL}" cell says.`
			)
		);
	}
	const twice = marks.filter((mark, index) => mark !== undefined && marks.indexOf(mark) !== index);
	faults.push(...twice.map((mark) => `Two kinds of line are marked "${mark ?? ''}".`));
	return faults;
}

function kindPlace(columns: readonly Column[]): string {
	const at = columns.findIndex((one) => fieldOf(one) === KIND_CELL);
	const found = columns[at];
	return typeof found === 'object' ? `${found.from}+${found.length}` : String(at);
}
