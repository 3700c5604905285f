/**
 * What a balance is made of: principal, costs, fees and interest, folded from its entries in the order in which they
 * were written. Money in clears costs first (SI 1992/613 reg 52(4), which councils keep to for every payment), then fees,
 * interest and principal; what is taken back comes back where it went. The parts always sum to the balance.
 */
import { least, minus, most, NO_PENCE, plus, type Pence } from '../money/pence.ts';
import type { EntryKind } from './entries.ts';

export const PARTS = ['principal', 'costs', 'fees', 'interest'] as const;

export type Part = (typeof PARTS)[number];

export type Split = Record<Part, Pence>;

export type SplitEntry = {
	kind: EntryKind;
	amount: Pence;
	/** The fund on the other side of its set: what a reversal takes back. Null where there is none, or several. */
	fund: string | null;
};

const CLEARED_FIRST: readonly Part[] = ['costs', 'fees', 'interest', 'principal'];
const PRINCIPAL_FIRST: readonly Part[] = ['principal', 'interest', 'fees', 'costs'];

/** What stands open, and what of it has been cleared by money in. */
type Folded = { open: Split; cleared: Split };

const NOTHING: Split = {
	principal: NO_PENCE,
	costs: NO_PENCE,
	fees: NO_PENCE,
	interest: NO_PENCE
};

export function splitOf(entries: readonly SplitEntry[]): Split {
	const { open } = entries.reduce(afterEntry, { open: NOTHING, cleared: NOTHING });
	return settled(open);
}

function afterEntry(before: Folded, entry: SplitEntry): Folded {
	const { kind, amount } = entry;
	switch (kind) {
		case 'charge':
		case 'reduction':
			return raised(before, 'principal', amount);
		case 'costs':
		case 'fees':
		case 'interest':
			return raised(before, kind, amount);
		case 'write-off':
			return amount < 0 ? writtenOff(before, amount) : raised(before, 'principal', amount);
		case 'reversal':
			return reversed(before, entry);
		case 'payment':
		case 'transfer':
			return amount < 0 ? paid(before, amount) : givenBack(before, amount);
	}
}

function reversed(before: Folded, { amount, fund }: SplitEntry): Folded {
	if (fund === 'income') return raised(before, 'principal', amount);
	if (fund === 'costs') {
		const fromCosts = most(amount, minus(NO_PENCE, most(before.open.costs, NO_PENCE)));
		const rest = minus(amount, fromCosts);
		return raised(raised(before, 'costs', fromCosts), 'fees', rest);
	}
	return amount < 0 ? paid(before, amount) : givenBack(before, amount);
}

function raised({ open, cleared }: Folded, part: Part, amount: Pence): Folded {
	return { open: { ...open, [part]: plus(open[part], amount) }, cleared };
}

/** Over what is open the rest is a credit, and stands on the principal. */
function paid(before: Folded, amount: Pence): Folded {
	let left = minus(NO_PENCE, amount);
	const [open, cleared] = [{ ...before.open }, { ...before.cleared }];
	for (const part of CLEARED_FIRST) {
		const isLast = part === 'principal';
		const taken = isLast ? left : least(left, most(open[part], NO_PENCE));
		open[part] = minus(open[part], taken);
		cleared[part] = plus(cleared[part], taken);
		left = minus(left, taken);
	}
	return { open, cleared };
}

function givenBack(before: Folded, amount: Pence): Folded {
	let left = amount;
	const [open, cleared] = [{ ...before.open }, { ...before.cleared }];
	for (const part of PRINCIPAL_FIRST) {
		const back = least(left, most(cleared[part], NO_PENCE));
		open[part] = plus(open[part], back);
		cleared[part] = minus(cleared[part], back);
		left = minus(left, back);
	}
	return { open: { ...open, principal: plus(open.principal, left) }, cleared };
}

function writtenOff({ open, cleared }: Folded, amount: Pence): Folded {
	let left = minus(NO_PENCE, amount);
	const after = { ...open };
	for (const part of PRINCIPAL_FIRST) {
		const off = least(left, most(after[part], NO_PENCE));
		after[part] = minus(after[part], off);
		left = minus(left, off);
	}
	return { open: { ...after, principal: minus(after.principal, left) }, cleared };
}

/** A credit on one part clears what is open on the others, so that nothing is owed and in credit at once. */
function settled(open: Split): Split {
	const after = { ...open };
	for (const from of PARTS)
		for (const to of CLEARED_FIRST) {
			const moved = least(most(minus(NO_PENCE, after[from]), NO_PENCE), most(after[to], NO_PENCE));
			after[from] = plus(after[from], moved);
			after[to] = minus(after[to], moved);
		}
	return after;
}
