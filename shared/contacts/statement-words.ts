/**
 * What of a statement is in words, taken out of it and put back: notes, reasons, what is about to change, and who the
 * adviser was. The log keeps it beside its line, where it can be deleted and the figures stay.
 */
import type { CashFlowTold, FigureId } from '../affordability/business/cash-flow.ts';
import type { LineId } from '../affordability/lines.ts';
import type { Statement } from '../affordability/statement.ts';

type Spoken = {
	notes: Partial<Record<LineId, string>>;
	/** Of a business's figures; absent where it was split off before they had any. */
	figureNotes?: Partial<Record<FigureId, string>>;
	reasons: Statement['reasons'] | null;
	change: string | null;
	adviser: { name: string; organisation: string } | null;
};

const UNSPOKEN: Spoken = { notes: {}, reasons: null, change: null, adviser: null };

export function withoutWords(statement: Statement): { figures: Statement; spoken: string } {
	const { lines, answers, partly, reasons, adviser, cashFlow, ...rest } = statement;
	const spoken: Spoken = {
		notes: Object.fromEntries(lines.flatMap(({ line, note }) => (note ? [[line, note]] : []))),
		...(cashFlow?.sources ? { figureNotes: notesOf(cashFlow.sources) } : {}),
		reasons: reasons ?? null,
		change: answers?.change ?? partly?.change ?? null,
		adviser: adviser ? { name: adviser.name, organisation: adviser.organisation } : null
	};
	const figures: Statement = {
		...rest,
		lines: lines.map(({ line, amount, frequency, provenance }) => ({
			line,
			amount,
			frequency,
			provenance
		})),
		answers: answers && { ...answers, change: answers.change === null ? null : '' },
		...(partly ? { partly: { ...partly, change: '' } } : {}),
		...(cashFlow ? { cashFlow: withNotes(cashFlow, () => '') } : {}),
		...(adviser ? { adviser: { name: '', organisation: '', on: adviser.on } } : {})
	};
	return { figures, spoken: JSON.stringify(spoken) };
}

/** Without its words, where they were deleted, it is its figures alone. */
export function withWords(figures: Statement, text: string | undefined): Statement {
	const spoken = text === undefined ? UNSPOKEN : (JSON.parse(text) as Spoken);
	const { answers, partly, adviser, cashFlow } = figures;
	return {
		...figures,
		lines: figures.lines.map((line) => {
			const note = spoken.notes[line.line];
			return note === undefined ? line : { ...line, note };
		}),
		answers: answers && {
			...answers,
			change: answers.change === null ? null : (spoken.change ?? '')
		},
		...(partly ? { partly: { ...partly, change: spoken.change ?? '' } } : {}),
		...(cashFlow
			? { cashFlow: withNotes(cashFlow, (figure) => spoken.figureNotes?.[figure] ?? '') }
			: {}),
		...(spoken.reasons ? { reasons: spoken.reasons } : {}),
		...(adviser ? { adviser: { ...adviser, ...spoken.adviser } } : {})
	};
}

type Sources = NonNullable<CashFlowTold['sources']>;

const entriesOf = (sources: Sources) =>
	Object.entries(sources) as [FigureId, NonNullable<Sources[FigureId]>][];

function notesOf(sources: Sources): NonNullable<Spoken['figureNotes']> {
	return Object.fromEntries(
		entriesOf(sources).flatMap(([figure, { note }]) => (note === '' ? [] : [[figure, note]]))
	);
}

function withNotes(told: CashFlowTold, noteOf: (figure: FigureId) => string): CashFlowTold {
	const { sources, ...rest } = told;
	if (!sources) return told;
	const noted = entriesOf(sources).map(([figure, { provenance }]) => {
		return [figure, { provenance, note: noteOf(figure) }] as const;
	});
	return { ...rest, sources: Object.fromEntries(noted) };
}
