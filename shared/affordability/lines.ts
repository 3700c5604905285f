/** Every line of the statement by its id: the full statement's, and the five totals of the shorter form. */
import { FIVE_TOTALS, GROUPS, type Section } from './groups.ts';

type KeysOf<Union> = Union extends Union ? keyof Union : never;

export type FullLineId = KeysOf<(typeof GROUPS)[number]['lines']>;
export type LineId = FullLineId | (typeof FIVE_TOTALS)[number]['id'];

export type Line = { id: LineId; section: Section; group: string; label: string };

/** The full statement's lines, in the order they are asked. */
export const FULL_LINES: readonly Line[] = GROUPS.flatMap(({ id: group, section, lines }) =>
	Object.entries(lines).map(([id, label]) => ({ id: id as FullLineId, section, group, label }))
);

const LINES: ReadonlyMap<LineId, Line> = new Map(
	[...FULL_LINES, ...FIVE_TOTALS.map((line) => ({ ...line, group: 'totals' }))].map((line) => [
		line.id,
		line
	])
);

export function lineOf(id: LineId): Line {
	const line = LINES.get(id);
	if (!line) throw new Error(`The statement has no line ${id}.`);
	return line;
}

/** Whether text from outside names a line. */
export function isLineId(text: string): text is LineId {
	return LINES.has(text as LineId);
}
