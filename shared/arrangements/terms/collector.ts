/**
 * What takes money for a debt without anybody being asked: a Direct Debit or standing order that was paid lately, an
 * earnings order, a deduction from benefit, agents. A charge on a home takes nothing by itself.
 */
import type { DebtRecord } from '../../debts/debt.ts';
import { formatPounds, type Pence } from '../../money/pence.ts';
import { addDays, type Day } from '../../time/day.ts';

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
};

/** Something paid each month has been paid this lately. */
const PAID_WITHIN_DAYS = 45;

/** Null where nothing does that one can know of for this person. */
export function collectorOf(debt: DebtRecord, today: Day): Collector | null {
	const { method } = debt.facts;
	if (method && method.kind !== 'charging-order') {
		const { kind, takesPence = null, every = 'month' } = method;
		return { kind, takes: takesPence, every };
	}
	const paid = debt.lastPayment;
	if (!paid?.mine || paid.on < addDays(today, -PAID_WITHIN_DAYS)) return null;
	const { by, amount } = paid;
	return by === 'direct-debit' || by === 'standing-order'
		? { kind: by, takes: amount, every: 'month' }
		: null;
}

export const COLLECTOR_NAMES: Record<CollectorKind, string> = {
	'direct-debit': 'Direct Debit',
	'standing-order': 'standing order',
	'earnings-order': 'earnings order',
	'benefit-deduction': 'deduction from benefit',
	'housing-benefit-deduction': 'deduction from Housing Benefit',
	agents: 'enforcement agents'
};

/** `£131.00 a month by Direct Debit`. */
export function sayCollector({ kind, takes, every }: Collector): string {
	const name = COLLECTOR_NAMES[kind];
	if (kind === 'agents') return 'with enforcement agents';
	return takes === null ? `by ${name}` : `${formatPounds(takes)} a ${every} by ${name}`;
}
