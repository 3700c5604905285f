/**
 * Debts found for a person in a moratorium that are not in it: those that can be are proposed to the adviser, and none of
 * them is chased meanwhile (SI 2020/1311, the creditor's duty to search).
 */
import type { Day } from '../../time/day.ts';
import type { Hold } from '../debt.ts';
import { isInForce } from '../holds.ts';
import { entersMoratorium, type Entering, type EnteringDebt } from './entering.ts';

export type HeldDebt = EnteringDebt & { id: string; holds: readonly Hold[] };

export type Found = { debtId: string; entering: Entering };

/** Every debt outside it, whether it can be added or why not. Empty without a moratorium of their own. */
export function foundOutside(debts: readonly HeldDebt[], today: Day): readonly Found[] {
	const own = ownMoratorium(debts, today);
	if (!own) return [];
	return debts
		.filter(({ holds }) => !holds.some((hold) => isOwnMoratorium(hold, today)))
		.map((debt) => ({ debtId: debt.id, entering: entersMoratorium(debt, own.fromOn) }));
}

/** The moratorium this person is in themselves, by any of their debts. */
export function ownMoratorium(
	debts: readonly { holds: readonly Hold[] }[],
	today: Day
): Hold | null {
	const holds = debts.flatMap((debt) => debt.holds);
	return holds.find((hold) => isOwnMoratorium(hold, today)) ?? null;
}

function isOwnMoratorium(hold: Hold, today: Day): boolean {
	const isOne = hold.kind === 'breathing-space' || hold.kind === 'mental-health-crisis';
	return isOne && hold.mine !== false && isInForce(hold, today);
}
