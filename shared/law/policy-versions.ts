/**
 * Versions of council policy as rules: each row's approved ones in the order of their days, each in force until the day
 * before the next begins. The first is the sample that a council begins with; every later one is the council's own.
 */
import { addDays, type Day } from '../time/day.ts';
import type { PolicyRowId, PolicyVersions } from './policy-values.ts';
import { ENGLAND, type Rule } from './rule.ts';
import { isPolicyRow, POLICY_ROWS, readValue } from './shapes/shapes.ts';

export type VersionRow = {
	rowId: string;
	/** From 1, in the order in which they were drafted. */
	number: number;
	value: unknown;
	plain: string;
	fromOn: Day;
};

export type VersionsRead = { ok: true; versions: PolicyVersions } | { ok: false; because: string };

/** `policy.W1`, then `policy.W1.2`: what an arrangement or a refusal cites, for good. */
export function versionId({ rowId, number }: Pick<VersionRow, 'rowId' | 'number'>): string {
	return number === 1 ? `policy.${rowId}` : `policy.${rowId}.${number}`;
}

/** Those approved and not withdrawn, sorted by their days. A row this build does not know is another build's. */
export function versionsOf(rows: readonly VersionRow[]): VersionsRead {
	const byRow = new Map<PolicyRowId, VersionRow[]>();
	for (const row of rows) {
		if (!isPolicyRow(row.rowId)) continue;
		const read = readValue(row.rowId, row.value);
		if (!read.ok) return { ok: false, because: sayBad(row, read.problems) };
		byRow.set(row.rowId, [...(byRow.get(row.rowId) ?? []), { ...row, value: read.value }]);
	}
	const missing = POLICY_ROWS.find((row) => !byRow.has(row));
	if (missing) return { ok: false, because: `Council policy has no row ${missing} in force.` };
	const versions = [...byRow].map(([row, own]) => [row, rulesOf(own)]);
	return { ok: true, versions: Object.fromEntries(versions) as PolicyVersions };
}

function rulesOf(rows: readonly VersionRow[]): Rule[] {
	const sorted = rows.toSorted((one, other) => one.fromOn.localeCompare(other.fromOn));
	return sorted.map((row, index) => ruleOf(row, sorted[index + 1]?.fromOn ?? null));
}

export function ruleOf(row: VersionRow, nextFrom: Day | null): Rule {
	const isSample = row.number === 1;
	return {
		id: versionId(row),
		value: row.value,
		from: row.fromOn,
		to: nextFrom && addDays(nextFrom, -1),
		nations: ENGLAND,
		instrument: isSample ? 'SAMPLE policy of Northmere City Council' : 'Council policy',
		provision: row.rowId,
		address: null,
		confidence: isSample ? 'sample' : 'confirmed',
		plain: row.plain
	};
}

function sayBad(row: VersionRow, problems: Readonly<Record<string, string>>): string {
	const says = Object.entries(problems).map(([field, why]) => `${field || 'the whole'}: ${why}`);
	return `Version ${row.number} of row ${row.rowId} of council policy cannot be read. ${says.join(' ')}`;
}
