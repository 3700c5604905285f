/**
 * What takes money for a debt without anybody being asked: a Direct Debit or standing order, as its source says or as
 * was paid lately, an earnings order, a deduction from benefit, agents. A charge on a home takes nothing by itself.
 */
import type { DebtRecord } from '../../debts/debt.ts';
import { formatPounds, type Pence } from '../../money/pence.ts';
import { addDays, formatDay, type Day } from '../../time/day.ts';

export const COLLECTING_ANSWERS = ['replace', 'keep', 'stop'] as const;

export type CollectingAnswer = (typeof COLLECTING_ANSWERS)[number];

export type CollectorKind =
	| 'direct-debit'
	| 'standing-order'
	| 'earnings-order'
	| 'benefit-deduction'
	| 'housing-benefit-deduction'
	| 'agents';

export type Collector = {
	kind: CollectorKind;
	/** What it takes; null where nobody says. */
	takes: Pence | null;
	every: 'week' | 'month';
	/** The day it takes next, where its source says. */
	nextOn: Day | null;
};

/** Something paid each month has been paid this lately. */
const PAID_WITHIN_DAYS = 45;

/** Null where nothing does that one can know of for this person. What the source says of it goes before what was paid. */
export function collectorOf(debt: DebtRecord, today: Day): Collector | null {
	const { method } = debt.facts;
	if (method && method.kind !== 'charging-order') {
		const { kind, takesPence = null, every = 'month' } = method;
		return { kind, takes: takesPence, every, nextOn: null };
	}
	return saidToCollect(debt, today) ?? paidLately(debt, today);
}

function saidToCollect({ collected }: DebtRecord, today: Day): Collector | null {
	if (!collected || collected.by === 'nothing') return null;
	const { by: kind, takesPence: takes = null, every = 'month', nextOn } = collected;
	return { kind, takes, every, nextOn: nextOn && nextOn >= today ? nextOn : null };
}

/** A source knows its own Direct Debits: one that it says there is not has ended. Of standing orders it knows no more. */
function paidLately({ lastPayment: paid, collected }: DebtRecord, today: Day): Collector | null {
	if (!paid?.mine || paid.on < addDays(today, -PAID_WITHIN_DAYS)) return null;
	const { by: kind, amount: takes } = paid;
	const found = { takes, every: 'month', nextOn: null } as const;
	if (kind === 'standing-order') return { kind, ...found };
	return kind === 'direct-debit' && collected?.by !== 'nothing' ? { kind, ...found } : null;
}

export const COLLECTOR_NAMES: Record<CollectorKind, string> = {
	'direct-debit': 'Direct Debit',
	'standing-order': 'standing order',
	'earnings-order': 'earnings order',
	'benefit-deduction': 'deduction from benefit',
	'housing-benefit-deduction': 'deduction from Housing Benefit',
	agents: 'enforcement agents'
};

/** `£131.00 a month by Direct Debit, next on 15 December 2026`. */
export function sayCollector({ kind, takes, every, nextOn }: Collector): string {
	const name = COLLECTOR_NAMES[kind];
	if (kind === 'agents') return 'with enforcement agents';
	const next = nextOn ? `, next on ${formatDay(nextOn)}` : '';
	return takes === null
		? `by ${name}${next}`
		: `${formatPounds(takes)} a ${every} by ${name}${next}`;
}
