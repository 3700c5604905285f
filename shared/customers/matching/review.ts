/** Two records that may be one customer, as a person who decides sees them: side by side, with why and how sure. */
import type { Day } from '../../time/day.ts';
import type { MatchReason } from './match.ts';

export type RecordSeen = {
	source: string;
	key: string;
	name: string;
	bornOn: Day | null;
	address: string | null;
	phone: string | null;
	email: string | null;
	/** Its end only: whether two are the same is among the reasons. */
	nino: string | null;
	/** How many debts its customer owes, and how many sources know them. */
	debtCount: number;
	recordCount: number;
};

export type Review = {
	id: string;
	state: 'open' | 'joined' | 'apart';
	score: number;
	reasons: readonly MatchReason[];
	records: readonly [RecordSeen, RecordSeen];
	/** Who decided it; null while it is open. */
	decidedBy: string | null;
};

export type Reviews = {
	/** The likeliest first, no more than a page. */
	open: readonly Review[];
	openCount: number;
	/** The latest first: each may be undone. */
	decided: readonly Review[];
	/** Open ones with a restricted record: how many, and nothing else. */
	restrictedCount: number;
};

export const REVIEW_REFUSALS = [
	'gone',
	'one-already',
	'both-known',
	'owe-together',
	'two-kinds',
	'no-such-change',
	'changed-since'
] as const;

export type ReviewRefusal = (typeof REVIEW_REFUSALS)[number];
export type ReviewAnswer = { ok: true } | { ok: false; because: ReviewRefusal };
