/** Two versions of a row side by side, field by field, in the words and sums that a person reads. */
import { fieldsOf, type PolicyField } from '#shared/law/shapes/fields.ts';
import { SHAPES } from '#shared/law/shapes/shapes.ts';
import type { PolicyRowId } from '#shared/law/policy-values.ts';
import { formatPounds, parsePounds } from '#shared/money/pence.ts';

export type Compared = {
	path: string;
	label: string;
	/** Null where that version has no such field. */
	before: string | null;
	after: string | null;
	isChanged: boolean;
};

export function compared(
	rowId: PolicyRowId,
	{ before, after }: { before: unknown; after: unknown }
): Compared[] {
	const [old, now] = [before, after].map((value) => fieldsOf(SHAPES[rowId], value));
	const was = new Map((old ?? []).map((field) => [field.path, field]));
	const is = new Map((now ?? []).map((field) => [field.path, field]));
	const paths = [...new Set([...is.keys(), ...was.keys()])];
	return paths.map((path) => {
		const [from, to] = [was.get(path), is.get(path)];
		const [said, says] = [from ? sayField(from) : null, to ? sayField(to) : null];
		return {
			path,
			label: (to ?? from)?.label ?? '',
			before: said,
			after: says,
			isChanged: said !== says
		};
	});
}

export function sayField({ kind, text, choices }: PolicyField): string {
	if (kind === 'choice') return choices.find(({ value }) => value === text)?.label ?? text;
	if (kind === 'list') return text.split('\n').join('; ') || 'None';
	if (text === '') return 'None';
	const amount = kind === 'money' ? parsePounds(text) : null;
	return amount === null ? text : formatPounds(amount);
}
