/**
 * A debt from what is left of it: what was charged, what reaching its stage added and what is known to have been paid
 * are given, and the rest was paid as it fell due, oldest first. Nothing else makes a seeded debt, so that every
 * balance comes out of entries.
 */
import assert from 'node:assert/strict';
import type { Due } from '../../../../shared/debts/debt.ts';
import type { SourceFacts } from '../../../../shared/debts/facts.ts';
import type { Stream } from '../../../../shared/debts/streams.ts';
import { least, minus, NO_PENCE, plus, type Pence } from '../../../../shared/money/pence.ts';
import { addDays, addMonths, weekdayOf, type Day } from '../../../../shared/time/day.ts';
import type { SeedDebt, SeedHold, SeedLiability, SeedMovement } from '../scenario.ts';
import { historyOf } from './history.ts';

export type Owed = {
	stream: Stream;
	reference: string;
	title: string;
	fromOn: Day;
	untilOn?: Day;
	/** One person alone, or several with their grounds. */
	liable: string | readonly SeedLiability[];
	dues: readonly Due[];
	/** When it was billed; the first day it is for unless it says. */
	billedOn?: Day;
	left: Pence;
	stage: string;
	stageOn: Day;
	/** What reaching a stage added: `{ SUMMONS: 8750 }`. */
	adds?: Readonly<Record<string, Pence>>;
	/** Known payments, reversals and reductions, beside those that make what is left. */
	also?: readonly SeedMovement[];
	facts?: SourceFacts;
	holds?: readonly SeedHold[];
	paidBy?: 'card' | 'direct-debit';
	today: Day;
};

export function owed(given: Owed): SeedDebt {
	const history = historyOf({ ...given, adds: given.adds ?? {} });
	const billedOn = earliest(given.billedOn ?? given.fromOn, given.today);
	const charged = plus(...given.dues.map((due) => due.amount));
	const costs: SeedMovement[] = history
		.filter(({ cost }) => cost > 0)
		.map(({ cost, on }) => ({ kind: 'costs', amount: cost, fund: 'costs', on }));
	const known = [...costs, ...(given.also ?? [])];
	const paid = minus(plus(charged, ...known.map(({ amount }) => amount)), given.left);
	assert.ok(paid >= 0, `${given.title} ${given.reference} leaves more than was charged.`);
	const liable =
		typeof given.liable === 'string'
			? [{ customer: given.liable, ground: 'sole' as const }]
			: given.liable;
	return {
		key: `${given.stream}-${given.reference}-${given.title}`,
		stream: given.stream,
		reference: given.reference,
		title: given.title,
		fromOn: given.fromOn,
		untilOn: given.untilOn ?? null,
		stage: given.stage,
		stageOn: given.stageOn,
		facts: given.facts ?? {},
		dues: given.dues,
		movements: [
			{ kind: 'charge', amount: charged, fund: 'income', on: billedOn },
			...known,
			...paymentsOf(given, paid)
		],
		history,
		liable,
		holds: given.holds ?? []
	};
}

/** A payment as it stands on the debt: less is owed. */
export function payment(
	amount: Pence,
	made: { on: Day; method?: string; payer?: string }
): SeedMovement {
	return { kind: 'payment', amount: minus(NO_PENCE, amount), fund: 'bank', ...made };
}

/** What a deduction takes is paid as it is taken; anything else as it fell due, and what is over on the last day. */
function paymentsOf(given: Owed, paid: Pence): SeedMovement[] {
	if (given.facts?.method?.takesPence !== undefined) return takings(given, paid);
	const past = given.dues.filter((due) => due.on <= given.today);
	const slots = past.length > 0 ? past : [{ on: given.today, amount: paid }];
	return shareOut(paid, slots).map(({ on, amount }) =>
		payment(amount, {
			on: earliest(paidDay(on, given.paidBy), given.today),
			method: given.paidBy ?? 'card'
		})
	);
}

function takings(given: Owed, paid: Pence): SeedMovement[] {
	const method = given.facts?.method;
	const slots: Due[] = [];
	for (let ago = 1; method?.takesPence; ago += 1) {
		const on =
			method.every === 'week' ? addDays(given.today, -7 * ago) : addMonths(given.today, -ago);
		if (on < method.sinceOn) break;
		slots.unshift({ on, amount: method.takesPence });
	}
	const taken = least(paid, plus(...slots.map(({ amount }) => amount)));
	const before = shareOut(minus(paid, taken), given.dues);
	return [
		...before.map(({ on, amount }) => payment(amount, { on, method: 'card' })),
		...shareOut(taken, slots).map(({ on, amount }) => payment(amount, { on, method: 'deduction' }))
	];
}

/** Fills the slots in order; what they cannot hold goes on the last. */
function shareOut(amount: Pence, slots: readonly Due[]): Due[] {
	let rest = amount;
	const filled = slots.map((slot, at) => {
		const part = at === slots.length - 1 ? rest : least(rest, slot.amount);
		rest = minus(rest, part);
		return { on: slot.on, amount: part };
	});
	return filled.filter((slot) => slot.amount > 0);
}

/** A Direct Debit that falls on a weekend is taken on the Monday. */
function paidDay(on: Day, paidBy: Owed['paidBy']): Day {
	const weekday = weekdayOf(on);
	return paidBy === 'direct-debit' && weekday > 5 ? addDays(on, 8 - weekday) : on;
}

function earliest(first: Day, second: Day): Day {
	return first < second ? first : second;
}
