/**
 * All the money that waits, oldest first, as whoever works through it sees it: what the bank or the counter said of it,
 * and on asking the likeliest homes with their reasons. An account of a restricted record is no home to those who may
 * not open it.
 */
import type { Pence } from '../../money/pence.ts';
import { daysBetween, type Day } from '../../time/day.ts';
import type { HomeReason } from './homes.ts';
import type { PlanQuoted } from './quoted-plan.ts';
import type { SplitRefusal } from '../placing.ts';
import type { Channel } from '../received.ts';

/** Where one page ends and the next begins. */
export type After = { on: Day; receiptId: string };

export type WaitingSeen = {
	receiptId: string;
	/** What of it waits, and what came in. */
	amount: Pence;
	received: Pence;
	on: Day;
	/** How many days it has waited. */
	days: number;
	channel: Channel;
	reference: string;
	payerName: string | null;
	/** The plan whose reference it quotes. */
	plan: PlanQuoted | null;
	/** Somebody asks for it to be given back. */
	isRefundAsked: boolean;
};

export type SuspenseSeen = {
	waiting: readonly WaitingSeen[];
	count: number;
	total: Pence;
	/** Null on the last page. */
	next: After | null;
};

/** An account money may be placed on. */
export type AccountSeen = {
	debtId: string;
	title: string;
	reference: string;
	balance: Pence;
	/** Everybody liable. */
	names: readonly string[];
};

export type HomeSeen = AccountSeen & { reasons: readonly HomeReason[] };

export type SuspenseRefusal =
	SplitRefusal | 'no-such-receipt' | 'no-such-account' | 'not-placed' | 'key-used';

export function daysWaited(on: Day, today: Day): number {
	return Math.max(0, daysBetween(on, today));
}
