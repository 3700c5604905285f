/**
 * The figures of a business's thirteen weeks one by one: in which order they are asked, what each is called, how much it
 * is and where it is from. As of a household's lines, each has a provenance and may have a note.
 */
import type { Pence } from '../../money/pence.ts';
import { JUST_SAID, type Source } from '../provenance.ts';
import { SIDES, WEEKS, type CashFlowTold, type FigureId, type Side } from './cash-flow.ts';

/** Across each week, then down. */
export const FIGURES: readonly FigureId[] = [
	'opening',
	'overdraft',
	...Array.from({ length: WEEKS }, (_, index) =>
		SIDES.map((side): FigureId => `${side}-${index + 1}`)
	).flat()
];

const KNOWN: ReadonlySet<string> = new Set(FIGURES);

/** Whether text from outside names a figure. */
export function isFigureId(text: string): text is FigureId {
	return KNOWN.has(text);
}

type Place = 'opening' | 'overdraft' | { side: Side; week: number };

/** Week 1 to 13. */
export function placeOf(figure: FigureId): Place {
	if (figure === 'opening' || figure === 'overdraft') return figure;
	const [side, week] = figure.split('-');
	return { side: side as Side, week: Number(week) };
}

const SIDE_NAMES: Record<Side, string> = { moneyIn: 'Money in', moneyOut: 'Money out' };

export function figureName(figure: FigureId): string {
	const place = placeOf(figure);
	if (place === 'opening') return 'In the bank';
	if (place === 'overdraft') return 'Agreed overdraft';
	return `${SIDE_NAMES[place.side]}, week ${place.week}`;
}

export function amountOf(told: CashFlowTold, figure: FigureId): Pence | null {
	const place = placeOf(figure);
	if (place === 'opening') return told.opening;
	if (place === 'overdraft') return told.overdraft ?? null;
	return told.weeks[place.week - 1]?.[place.side] ?? null;
}

export function sourceOf({ sources }: CashFlowTold, figure: FigureId): Source {
	return sources?.[figure] ?? JUST_SAID;
}

/** What was just said, with nothing beside it, is kept as no more than its amount. */
export function withFigure(
	told: CashFlowTold,
	{ figure, amount, source }: { figure: FigureId; amount: Pence | null; source: Source }
): CashFlowTold {
	const { sources, ...rest } = told;
	const others = Object.entries(sources ?? {}).filter(([id]) => id !== figure);
	const isPlain = source.provenance === JUST_SAID.provenance && source.note === '';
	const kept = Object.fromEntries(isPlain ? others : [...others, [figure, source]]);
	const now = { ...rest, ...placed(told, { figure, amount }) };
	return Object.keys(kept).length > 0 ? { ...now, sources: kept } : now;
}

function placed(
	{ weeks }: CashFlowTold,
	{ figure, amount }: { figure: FigureId; amount: Pence | null }
): Partial<CashFlowTold> {
	const place = placeOf(figure);
	if (place === 'opening') return { opening: amount };
	if (place === 'overdraft') return { overdraft: amount };
	return {
		weeks: weeks.map((week, index) =>
			index === place.week - 1 ? { ...week, [place.side]: amount } : week
		)
	};
}

export type FigureChange = { figure: FigureId; was: Pence | null; is: Pence | null };

/** Every figure that is not as it was, by its place: the third week is beside the third week of before. */
export function changedFigures(before: CashFlowTold, now: CashFlowTold): FigureChange[] {
	return FIGURES.flatMap((figure) => {
		const [was, is] = [amountOf(before, figure), amountOf(now, figure)];
		return was === is ? [] : [{ figure, was, is }];
	});
}
