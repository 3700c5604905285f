/**
 * Writes a file in a mapping's layout, the exact reverse of reading it: for the city generator, the bench and tests. It
 * counts and adds up as it goes, so that the trailer is right unless somebody wants it wrong.
 */
import { stringify } from 'csv-stringify/sync';
import { NO_PENCE, pence, plus, type Pence } from '../../../shared/money/pence.ts';
import type { Day } from '../../../shared/time/day.ts';
import { AMOUNT_OF, rulesOf, type BodyKind, type FIELDS, type LineKind } from './fields.ts';
import { writeValue, type Value } from './layout.ts';
import { fieldOf, KIND_CELL, UNUSED, type LineMapping, type Mapping } from './mapping.ts';

/** By our own field names; days are `Day`s and amounts whole pence. Null and absent are an empty cell. */
export type Said<Kind extends LineKind> = {
	readonly [Field in keyof (typeof FIELDS)[Kind]]?: Value | null | undefined;
};

export type ExtractWriter = {
	/** Each is a whole line with its end. */
	header(on: Day): string;
	line<Kind extends BodyKind>(kind: Kind, said: Said<Kind>): string;
	/** Of what was written so far. */
	trailer(): string;
	/** In the mapping's own encoding; a letter that it does not have becomes a question mark. */
	bytes(text: string): Buffer;
};

export function extractWriter(mapping: Mapping): ExtractWriter {
	let count = 0;
	let total: Pence = NO_PENCE;
	const write = (kind: LineKind, said: Readonly<Record<string, Value | null | undefined>>) =>
		lineIn(mapping, { kind, said });
	return {
		header: (on) => `${headingIn(mapping)}${write('header', { on })}`,
		line(kind, said) {
			count += 1;
			if (isAdded(mapping, kind)) {
				const amount: unknown = Reflect.get(said, AMOUNT_OF[kind]);
				total = plus(total, typeof amount === 'number' ? pence(amount) : NO_PENCE);
			}
			return write(kind, said);
		},
		trailer: () => write('trailer', { count, pounds: total }),
		bytes: (text) => encoded(text, mapping.encoding)
	};
}

export function isAdded(mapping: Mapping, kind: LineKind): kind is keyof typeof AMOUNT_OF {
	return (mapping.trailerAdds as readonly string[]).includes(kind);
}

function headingIn({ heading, separator }: Mapping): string {
	return heading ? stringify([heading], { delimiter: separator, record_delimiter: '\r\n' }) : '';
}

function lineIn(
	mapping: Mapping,
	{ kind, said }: { kind: LineKind; said: Readonly<Record<string, Value | null | undefined>> }
): string {
	const given = mapping.lines[kind];
	if (!given) throw new Error(`The mapping ${mapping.name} has no ${kind} lines.`);
	const cells = given.columns.map((column) =>
		cellIn(mapping, { kind, given, field: fieldOf(column), said })
	);
	if (mapping.format === 'csv') {
		return `${cells.map((cell) => quoted(cell, mapping.separator)).join(mapping.separator)}\r\n`;
	}
	return `${given.columns.map((column, at) => padded(cells[at] ?? '', column)).join('')}\r\n`;
}

function cellIn(
	mapping: Mapping,
	{
		kind,
		given,
		field,
		said
	}: {
		kind: LineKind;
		given: LineMapping;
		field: string;
		said: Readonly<Record<string, Value | null | undefined>>;
	}
): string {
	if (field === UNUSED) return '';
	if (field === KIND_CELL) return given.when ?? '';
	const value = said[field];
	const rule = rulesOf(kind)[field];
	if (value === null || value === undefined || !rule) return '';
	const text = writeValue(value, rule.reading, mapping);
	const code = Object.entries(given.codes[field] ?? {}).find(([, ours]) => ours === text);
	return code?.[0] ?? text;
}

function quoted(cell: string, separator: string): string {
	const mustBe = cell.includes(separator) || /["\r\n]/.test(cell);
	return mustBe ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A cell that is cut would be another value: it throws. */
function padded(cell: string, column: LineMapping['columns'][number]): string {
	const { field, length } = typeof column === 'string' ? { field: column, length: 0 } : column;
	if (cell.length > length || /[\r\n]/.test(cell)) {
		throw new Error(`A ${field} does not fit its ${length} places.`);
	}
	return cell.padEnd(length);
}

const WINDOWS_1252 = new Map(
	Array.from({ length: 256 }, (_, byte) => [
		new TextDecoder('windows-1252').decode(Uint8Array.of(byte)),
		byte
	])
);

function encoded(text: string, encoding: Mapping['encoding']): Buffer {
	if (encoding === 'utf-8') return Buffer.from(text);
	const bytes = Array.from(text, (letter) => WINDOWS_1252.get(letter) ?? 0x3f);
	return Buffer.from(bytes);
}
