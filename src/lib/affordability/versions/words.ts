/** What a version that was kept says of itself, and its lines as they are read. */
import { figureName, FIGURES, amountOf, sourceOf } from '#shared/affordability/business/figures.ts';
import { OFTEN, perMonth, perWeek } from '#shared/affordability/frequency.ts';
import { SECTION_NAMES, type Section } from '#shared/affordability/groups.ts';
import { lineOf } from '#shared/affordability/lines.ts';
import { PROVENANCE_NAMES, type Provenance } from '#shared/affordability/provenance.ts';
import { linesIn, type Statement } from '#shared/affordability/statement.ts';
import type { Channel } from '#shared/contacts/log/channel.ts';
import type { VersionLine } from '#shared/contacts/shown/statements-view.ts';
import { formatPounds } from '#shared/money/pence.ts';
import { formatDay } from '#shared/time/day.ts';

const WHERE: Record<Channel, string> = {
	phone: 'on the phone',
	desk: 'at the desk',
	writing: 'in writing'
};

/** `Kept on 19 November 2026 by Priya Shah, at the desk. Drawn up by Dana Frost, Harbour Debt Advice.` */
export function takenText({ keptOn, officer, channel, adviser }: VersionLine): string {
	const by = officer === null ? '' : ` by ${officer}`;
	const kept = `Kept on ${formatDay(keptOn)}${by}, ${WHERE[channel]}.`;
	return adviser === null ? kept : `${kept} Drawn up by ${adviser}.`;
}

/** A figure as it is read: what, what was given, by the month and the week, where it is from and its note. */
export type RowRead = {
	id: string;
	what: string;
	given: string;
	month: string;
	week: string;
	from: string;
};

export type SectionRead = { title: string; rows: readonly RowRead[] };

export function sectionsRead(statement: Statement): SectionRead[] {
	const sections = Object.entries(SECTION_NAMES) as [Section, string][];
	return sections.flatMap(([section, title]) => {
		const rows = linesIn(statement, section).map(
			({ line, amount, frequency, provenance, note }): RowRead => ({
				id: line,
				what: lineOf(line).label,
				given: `${formatPounds(amount)} ${OFTEN[frequency].toLowerCase()}`,
				month: formatPounds(perMonth(amount, frequency)),
				week: formatPounds(perWeek(amount, frequency)),
				from: fromText(provenance, note ?? '')
			})
		);
		return rows.length > 0 ? [{ title, rows }] : [];
	});
}

/** Of a business, week by week. */
export function figuresRead({
	cashFlow
}: Statement): { id: string; what: string; amount: string; from: string }[] {
	if (!cashFlow) return [];
	return FIGURES.flatMap((figure) => {
		const amount = amountOf(cashFlow, figure);
		const { provenance, note } = sourceOf(cashFlow, figure);
		if (amount === null) return [];
		const read = { id: figure, what: figureName(figure), amount: formatPounds(amount) };
		return [{ ...read, from: fromText(provenance, note) }];
	});
}

function fromText(provenance: Provenance, note: string): string {
	return note === '' ? PROVENANCE_NAMES[provenance] : `${PROVENANCE_NAMES[provenance]}: “${note}”`;
}
