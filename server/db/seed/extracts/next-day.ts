/**
 * What happens to a debt on the city's day, after the extracts that say how it stands: somebody pays it through the
 * bank, or its source takes the next step though it should have stopped. The next day's extracts bring both.
 */
import { COURT_COSTS } from '../summons-costs.ts';
import { costOfMove } from '../../../../shared/debts/costs.ts';
import { ladderOf } from '../../../../shared/debts/ladder/ladder-codes.ts';
import { TRANSITIONS } from '../../../../shared/debts/ladder/ladders.ts';
import { least, NO_PENCE, pence, type Pence } from '../../../../shared/money/pence.ts';
import type { Day } from '../../../../shared/time/day.ts';
import type { Chance } from '../generator/chance.ts';
import type { SeedDebt } from '../scenario.ts';
import { balanceOf } from './lines.ts';

export type Paid = {
	amount: Pence;
	/** As the payer wrote it. */
	quoted: string;
	/** Whether its source will know it for this debt's. */
	isKnown: boolean;
};

export type MovedOn = { stage: string; cost: Pence };

const PAYS = 0.08;
const LEAST_PAID = pence(500);
/** Of the debts that are held. */
const MOVES_ON = 0.1;

export function paidOn(debt: SeedDebt, chance: Chance): Paid | null {
	const balance = balanceOf(debt);
	if (balance < LEAST_PAID || !chance.happens(PAYS)) return null;
	const instalment = debt.dues[0]?.amount ?? balance;
	const amount = chance.weighted([
		[least(balance, instalment), 60],
		[balance, 15],
		[least(balance, pence(chance.whole(1, 40) * 500)), 25]
	] as const);
	return { amount, ...quotedFor(debt, chance) };
}

function quotedFor({ reference }: SeedDebt, chance: Chance): Omit<Paid, 'amount'> {
	const way = chance.weighted([
		['as-it-is', 78],
		['grouped', 9],
		['in-words', 7],
		['slip', 3],
		['nothing', 3]
	] as const);
	switch (way) {
		case 'as-it-is':
			return { quoted: reference, isKnown: true };
		case 'grouped':
			return { quoted: reference.replace(/(.{4})(?=.)/g, '$1 '), isKnown: true };
		case 'in-words':
			return { quoted: `PAYMENT ${reference} THANKS`, isKnown: true };
		case 'slip':
			return { quoted: withSlip(reference, chance), isKnown: false };
		case 'nothing':
			return { quoted: 'COUNCIL', isKnown: false };
	}
}

/** Two digits the other way round, near the end. */
function withSlip(reference: string, chance: Chance): string {
	const at = reference.length - chance.whole(2, 4);
	const [one = '', other = ''] = [reference[at], reference[at + 1]];
	return reference.slice(0, at) + other + one + reference.slice(at + 2);
}

/** A step that nobody can take without a person is none that a system took by itself. */
export function movedOn(
	debt: SeedDebt,
	{ chance, today }: { chance: Chance; today: Day }
): MovedOn | null {
	const isHeld = debt.holds.some(
		({ fromOn, untilOn }) => fromOn < today && (untilOn === null || untilOn >= today)
	);
	if (!isHeld || !chance.happens(MOVES_ON)) return null;
	const step = TRANSITIONS.get(ladderOf(debt.stream))?.find(
		({ value }) => value.from === debt.stage && !value.needsHumanApproval
	);
	if (!step) return null;
	const { to } = step.value;
	const cost = costOfMove(
		{ stream: debt.stream, balance: balanceOf(debt) },
		{ to, costs: COURT_COSTS }
	)?.amount;
	return { stage: to, cost: cost ?? NO_PENCE };
}
