/**
 * A business's thirteen weeks as they stand in their fields. A figure goes into the log when its field is left; until then
 * it is a draft, and what cannot be read as an amount stays as it was typed.
 */
import {
	SIDES,
	type CashFlowTold,
	type FigureId,
	type Side
} from '#shared/affordability/business/cash-flow.ts';
import {
	amountOf,
	figureName,
	FIGURES,
	sourceOf,
	withFigure
} from '#shared/affordability/business/figures.ts';
import {
	readAmount,
	readBalance,
	type Entry,
	type EntryRefusal
} from '#shared/affordability/entry.ts';
import type { Provenance, Source } from '#shared/affordability/provenance.ts';
import { FIELDS } from '#shared/contacts/log/drafts.ts';
import { typePounds, type Pence } from '#shared/money/pence.ts';
import type { Unread } from './words.ts';
import type { ContactActs } from '../contacts/steps/person-steps.svelte.ts';

export type CellShown = Source & {
	id: string;
	text: string;
	/** As it was on the statement before, where it is not the same now: null was not on it. */
	was: Pence | null | undefined;
	problem: EntryRefusal | null;
};

type CellsParts = {
	acts: ContactActs;
	told: () => CashFlowTold;
	/** Of the statement before; null where there was none. */
	before: () => CashFlowTold | null;
	/** Where a figure is from until somebody says otherwise. */
	usually: () => Provenance;
};

export class CashFlowCells {
	/** The figure whose field has the focus, or had it last. */
	inHand = $state<FigureId | null>(null);
	readonly #parts: CellsParts;

	constructor(parts: CellsParts) {
		this.#parts = parts;
	}

	/** With what is typed in place of what was told; what was told stands while that cannot be read. */
	now = $derived.by((): CashFlowTold => {
		const told = this.#parts.told();
		return FIGURES.reduce((now, figure) => {
			const amount = this.amount(figure);
			if (amount === amountOf(told, figure)) return now;
			return withFigure(now, { figure, amount, source: sourceOf(told, figure) });
		}, told);
	});

	shown(figure: FigureId): CellShown {
		const text = this.#text(figure);
		const entry = read(figure, text);
		const problem = entry.ok || entry.because === 'empty' ? null : entry.because;
		const { provenance, note } = this.#source(figure);
		const typed = this.#parts.acts.textOf(FIELDS.cashNote(figure), note);
		return {
			id: FIELDS.cash(figure),
			text,
			problem,
			provenance,
			note: typed,
			was: this.#was(figure)
		};
	}

	/** Fields in which what was typed is no amount. */
	get unread(): readonly Unread[] {
		return FIGURES.flatMap((figure) => {
			const { id, problem } = this.shown(figure);
			return problem === null ? [] : [{ fieldId: id, name: figureName(figure), because: problem }];
		});
	}

	amount(figure: FigureId): Pence | null {
		const entry = read(figure, this.#text(figure));
		if (entry.ok) return entry.amount;
		return entry.because === 'empty' ? null : this.#saved(figure);
	}

	type(figure: FigureId, text: string): void {
		this.#parts.acts.type(FIELDS.cash(figure), text);
	}

	/** The field is left: what reads as an amount is told. */
	leave(figure: FigureId): void {
		const { text, problem } = this.shown(figure);
		if (problem === null && text !== written(this.#saved(figure))) this.#tell(figure);
	}

	setProvenance(figure: FigureId, provenance: Provenance): void {
		this.#tell(figure, { provenance });
	}

	typeNote(figure: FigureId, text: string): void {
		this.#parts.acts.type(FIELDS.cashNote(figure), text);
	}

	leaveNote(figure: FigureId): void {
		if (this.shown(figure).note !== this.#source(figure).note) this.#tell(figure);
	}

	leaveAll(): void {
		if (this.inHand === null) return;
		this.leave(this.inHand);
		this.leaveNote(this.inHand);
	}

	/** Every week of a column that has nothing yet is as the last one told before it, and from where that is. */
	fill(side: Side): void {
		let last: FigureId | null = null;
		for (const index of this.#parts.told().weeks.keys()) {
			const figure: FigureId = `${side}-${index + 1}`;
			if (this.amount(figure) !== null) last = figure;
			else if (last !== null) {
				const { provenance } = this.#source(last);
				this.#tell(figure, { amount: this.amount(last), provenance });
			}
		}
	}

	/** Null after the last. */
	next(figure: FigureId): FigureId | null {
		return FIGURES[FIGURES.indexOf(figure) + 1] ?? null;
	}

	/** Undefined where nothing has changed, or no statement was before. */
	#was(figure: FigureId): Pence | null | undefined {
		const before = this.#parts.before();
		if (!before) return undefined;
		const was = amountOf(before, figure);
		return was === this.amount(figure) ? undefined : was;
	}

	#saved(figure: FigureId): Pence | null {
		return amountOf(this.#parts.told(), figure);
	}

	#source(figure: FigureId): Source {
		const told = this.#parts.told();
		const source = sourceOf(told, figure);
		return amountOf(told, figure) === null
			? { ...source, provenance: this.#parts.usually() }
			: source;
	}

	#text(figure: FigureId): string {
		return this.#parts.acts.textOf(FIELDS.cash(figure), written(this.#saved(figure)));
	}

	#tell(figure: FigureId, change: { amount?: Pence | null; provenance?: Provenance } = {}): void {
		const { note, provenance } = this.shown(figure);
		const body = {
			type: 'cashFlowFigureSet',
			figure,
			amount: this.amount(figure),
			provenance,
			...change
		} as const;
		const isNoted = note !== this.#source(figure).note;
		this.#parts.acts.act(body, isNoted ? { note } : undefined);
	}
}

/** Each side's first week is where its question begins. */
export const FIRST_FIGURES: readonly FigureId[] = [
	'opening',
	'overdraft',
	...SIDES.map((side): FigureId => `${side}-1`)
];

function read(figure: FigureId, text: string): Entry {
	return figure === 'opening' ? readBalance(text) : readAmount(text);
}

function written(amount: Pence | null): string {
	return amount === null ? '' : typePounds(amount);
}
