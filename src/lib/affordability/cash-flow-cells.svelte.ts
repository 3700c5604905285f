/**
 * A business's thirteen weeks as they stand in their fields. A figure goes into the log when its field is left; until then
 * it is a draft, and what cannot be read as an amount stays as it was typed.
 */
import { SIDES, type CashFlowTold, type Side } from '#shared/affordability/cash-flow.ts';
import {
	readAmount,
	readBalance,
	type Entry,
	type EntryRefusal
} from '#shared/affordability/entry.ts';
import { FIELDS } from '#shared/contacts/log/drafts.ts';
import { typePounds, type Pence } from '#shared/money/pence.ts';
import type { Unread } from './words.ts';
import type { ContactActs } from '../contacts/steps/person-steps.svelte.ts';

/** Week 1 to 13; the opening is before the first. */
export type Cell = 'opening' | { week: number; side: Side };

export type CellShown = { id: string; text: string; problem: EntryRefusal | null };

export class CashFlowCells {
	/** The cell whose field has the focus, or had it last. */
	inHand = $state<Cell | null>(null);
	readonly #acts: ContactActs;
	readonly #told: () => CashFlowTold;

	constructor({ acts, told }: { acts: ContactActs; told: () => CashFlowTold }) {
		this.#acts = acts;
		this.#told = told;
	}

	/** With what is typed in place of what was told; what was told stands while that cannot be read. */
	now = $derived.by((): CashFlowTold => ({
		opening: this.#amount('opening'),
		weeks: this.#told().weeks.map((_, index) => ({
			moneyIn: this.#amount({ week: index + 1, side: 'moneyIn' }),
			moneyOut: this.#amount({ week: index + 1, side: 'moneyOut' })
		}))
	}));

	shown(cell: Cell): CellShown {
		const text = this.#text(cell);
		const entry = read(cell, text);
		const problem = entry.ok || entry.because === 'empty' ? null : entry.because;
		return { id: fieldOf(cell), text, problem };
	}

	/** Fields in which what was typed is no amount. */
	get unread(): readonly Unread[] {
		const cells: Cell[] = ['opening'];
		for (const index of this.#told().weeks.keys())
			cells.push(...SIDES.map((side) => ({ week: index + 1, side })));
		return cells.flatMap((cell) => {
			const { id, problem } = this.shown(cell);
			const name = cell === 'opening' ? 'In the bank' : `Week ${cell.week}`;
			return problem === null ? [] : [{ fieldId: id, name, because: problem }];
		});
	}

	type(cell: Cell, text: string): void {
		this.#acts.type(fieldOf(cell), text);
	}

	/** The field is left: what reads as an amount is told. */
	leave(cell: Cell): void {
		const { text, problem } = this.shown(cell);
		if (problem === null && text !== written(this.#saved(cell)))
			this.#tell(cell, this.#amount(cell));
	}

	leaveAll(): void {
		if (this.inHand !== null) this.leave(this.inHand);
	}

	/** Every week of a column that has nothing yet is as the last one told before it. */
	fill(side: Side): void {
		let last: Pence | null = null;
		for (const [index, week] of this.now.weeks.entries()) {
			if (week[side] === null && last !== null) this.#tell({ week: index + 1, side }, last);
			last = week[side] ?? last;
		}
	}

	/** Across each week, then down; null after the last. */
	next(cell: Cell): Cell | null {
		if (cell === 'opening') return { week: 1, side: 'moneyIn' };
		const [first, second] = SIDES;
		if (cell.side === first) return { ...cell, side: second };
		const week = cell.week + 1;
		return week > this.#told().weeks.length ? null : { week, side: first };
	}

	#saved(cell: Cell): Pence | null {
		const { opening, weeks } = this.#told();
		return cell === 'opening' ? opening : (weeks[cell.week - 1]?.[cell.side] ?? null);
	}

	#amount(cell: Cell): Pence | null {
		const entry = read(cell, this.#text(cell));
		if (entry.ok) return entry.amount;
		return entry.because === 'empty' ? null : this.#saved(cell);
	}

	#text(cell: Cell): string {
		return this.#acts.textOf(fieldOf(cell), written(this.#saved(cell)));
	}

	#tell(cell: Cell, amount: Pence | null): void {
		if (cell === 'opening') this.#acts.act({ type: 'cashFlowOpened', amount });
		else this.#acts.act({ type: 'cashFlowWeekSet', ...cell, amount });
	}
}

export function fieldOf(cell: Cell): string {
	return cell === 'opening' ? FIELDS.cashOpening : FIELDS.cashWeek(cell.week, cell.side);
}

function read(cell: Cell, text: string): Entry {
	return cell === 'opening' ? readBalance(text) : readAmount(text);
}

function written(amount: Pence | null): string {
	return amount === null ? '' : typePounds(amount);
}
