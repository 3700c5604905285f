/**
 * What a row of an extract says, in our words, or why it cannot be taken. What a person line says beside its key and
 * name may be left out where it cannot be read, and that is noted; a line about money is taken whole or not at all.
 */
import { ladderOf } from '../../../shared/debts/ladder/ladder-codes.ts';
import { STAGES } from '../../../shared/debts/ladder/stages.ts';
import { readValue, type Value } from '../mapping/layout.ts';
import { rulesOf, type FieldRule, type LineKind } from '../mapping/fields.ts';
import {
	fieldOf,
	KIND_CELL,
	linesOf,
	UNUSED,
	type LineMapping,
	type Mapping
} from '../mapping/mapping.ts';
import type { Row } from './rows.ts';

export type Said = Readonly<Record<string, Value>>;

export type Line =
	| { ok: true; line: number; kind: LineKind; said: Said; notes: readonly string[] }
	| { ok: false; line: number; because: string; kind: LineKind | null };

type Place = { field: string; rule: FieldRule; from: number; length: number; codes: Codes | null };
type Codes = Readonly<Record<string, string>>;

type Plan = {
	kind: LineKind;
	places: readonly Place[];
	/** How many cells, or letters, a line of the kind has; the most first, and then where it may end before that. */
	sizes: readonly [number, ...number[]];
	always: Said;
};

const NO_KIND = 'Its mark is of no kind of line that the mapping has.';

export type ReadLine = (row: Row) => Line;

export function lineReader(mapping: Mapping): ReadLine {
	const plans = new Map<string, Plan>();
	for (const [kind, given] of linesOf(mapping)) {
		plans.set(given.when ?? '', planFor(mapping, { kind, given }));
	}
	const isFixed = mapping.format === 'fixed';
	const mark = markIn(mapping);
	return (row) => {
		const { line } = row;
		const plan = plans.get(mark(row.cells)) ?? plans.get('');
		if (!plan) return { ok: false, line, kind: null, because: NO_KIND };
		const size = isFixed ? (row.cells[0]?.length ?? 0) : row.cells.length;
		if (!plan.sizes.includes(size)) {
			return { ok: false, line, kind: plan.kind, because: saySize({ plan, size, isFixed }) };
		}
		return saidIn(mapping, { row, plan, isFixed });
	};
}

function planFor(mapping: Mapping, { kind, given }: { kind: LineKind; given: LineMapping }): Plan {
	const rules = rulesOf(kind);
	const places = given.columns.flatMap((column, at): Place[] => {
		const field = fieldOf(column);
		const rule = rules[field];
		if (!rule || field === KIND_CELL || field === UNUSED) return [];
		const where = typeof column === 'string' ? { from: at, length: 0 } : placeOf(column);
		return [{ field, rule, ...where, codes: given.codes[field] ?? null }];
	});
	const [only, ...others] = mapping.streams;
	const stream =
		kind === 'debt' && only !== undefined && others.length === 0 ? { stream: only } : {};
	const always = { ...stream, ...given.always };
	return { kind, places, sizes: sizesOf(given), always };
}

function placeOf({ from, length }: { from: number; length: number }) {
	return { from: from - 1, length };
}

function sizesOf({ columns, optional }: LineMapping): [number, ...number[]] {
	const shorter = optional.map((_, at) => columns.slice(0, columns.length - 1 - at));
	return [sizeOf(columns), ...shorter.map(sizeOf)];
}

function sizeOf(columns: LineMapping['columns']): number {
	const ends = columns.map((column) =>
		typeof column === 'string' ? 0 : column.from + column.length - 1
	);
	return Math.max(columns.length, ...ends);
}

/** Where every line says its kind; nothing where all are one kind. */
function markIn(mapping: Mapping): (cells: readonly string[]) => string {
	const [first] = linesOf(mapping);
	const columns = first?.[1].columns ?? [];
	const at = columns.findIndex((column) => fieldOf(column) === KIND_CELL);
	const column = columns[at];
	if (column === undefined) return () => '';
	if (typeof column === 'string') return (cells) => (cells[at] ?? '').trim();
	const { from, length } = placeOf(column);
	return (cells) => (cells[0] ?? '').slice(from, from + length).trim();
}

function saySize({ plan, size, isFixed }: { plan: Plan; size: number; isFixed: boolean }): string {
	const what = isFixed ? 'letters' : 'cells';
	const [most, ...shorter] = plan.sizes;
	const least = shorter.at(-1);
	const has = least === undefined ? String(most) : `from ${least} to ${most}`;
	return `It has ${size} ${what} and a ${plan.kind} line has ${has}.`;
}

function saidIn(
	mapping: Mapping,
	{ row, plan, isFixed }: { row: Row; plan: Plan; isFixed: boolean }
): Line {
	const { line, cells } = row;
	const no = (because: string): Line => ({ ok: false, line, kind: plan.kind, because });
	const said: Record<string, Value> = { ...plan.always };
	const notes: string[] = [];
	for (const { field, rule, from, length, codes } of plan.places) {
		const cell = isFixed ? (cells[0] ?? '').slice(from, from + length) : (cells[from] ?? '');
		const text = cell.trim();
		if (text === '') {
			if (!rule.isNeeded || field in said) continue;
			return no(`Its ${wordsFor(field)} is empty.`);
		}
		const read = readValue(codes?.[text] ?? text, rule.reading, mapping);
		if (read.ok) said[field] = read.value;
		else if (rule.isNeeded || plan.kind !== 'person') {
			return no(`Its ${wordsFor(field)} ${read.because}.`);
		} else notes.push(`Taken without the ${wordsFor(field)}, which ${read.because}.`);
	}
	const because = objectionTo(mapping, { kind: plan.kind, said });
	return because === null ? { ok: true, line, kind: plan.kind, said, notes } : no(because);
}

function objectionTo(
	{ streams }: Mapping,
	{ kind, said }: { kind: LineKind; said: Said }
): string | null {
	const { stream, stage, fromOn, untilOn, toOn, exceptionFromOn, exceptionToOn } = said;
	const own = streams.filter((one) => stream === undefined || one === stream);
	if (own.length === 0) return 'Its stream is not one of this mapping.';
	if (
		typeof stage === 'string' &&
		!own.some((one) => Object.hasOwn(STAGES[ladderOf(one)], stage))
	) {
		return `Its stage is none of the ladder's: give the mapping a code for it.`;
	}
	const last = untilOn ?? toOn;
	if (kind !== 'hold' && fromOn !== undefined && last !== undefined && last < fromOn) {
		return 'It ends before it begins.';
	}
	const excepted = exceptionFromOn ?? fromOn;
	if (excepted !== undefined && exceptionToOn !== undefined && exceptionToOn < excepted) {
		return 'Its exception ends before it begins.';
	}
	return null;
}

const WORDS: Record<string, string> = {
	nino: 'National Insurance number',
	uprn: 'property reference',
	bornOn: 'date of birth',
	diedOn: 'date of death',
	accountEnding: 'end of the bank account',
	on: 'day',
	id: 'transaction id'
};

/** `wholeBalanceDueOn` as it is said: `whole balance due on`. */
function wordsFor(field: string): string {
	return WORDS[field] ?? field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
