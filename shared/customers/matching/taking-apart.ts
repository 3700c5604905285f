/** Records joined by mistake are taken apart by a person, who says why: what is shown of each, and what they may answer. */
import type { MatchReason } from './match.ts';
import type { RecordSeen } from './review.ts';

export const SPLIT_REASONS = [
	'two-of-one-name',
	'shared-number',
	'moved-in-after',
	'customer-says',
	'source-was-wrong'
] as const;

export type SplitReason = (typeof SPLIT_REASONS)[number];

export const SPLIT_REASON_WORDS: Record<SplitReason, string> = {
	'two-of-one-name': 'Two people of one name',
	'shared-number': 'They share a number or an email',
	'moved-in-after': 'One moved in after the other',
	'customer-says': 'The customer says it is not theirs',
	'source-was-wrong': 'The source system had the wrong person'
};

export type LinkedRecord = RecordSeen & {
	recordId: string;
	score: number;
	reasons: readonly MatchReason[];
};

/** One customer's records, found by a whole reference of theirs. */
export type JoinedRecords = { reference: string; records: readonly LinkedRecord[] };

export type SplitMade = {
	changeId: string;
	record: RecordSeen;
	reasons: readonly MatchReason[];
	decidedBy: string | null;
};

export const SPLIT_REFUSALS = [
	'no-such-record',
	'only-record',
	'restricted',
	'no-such-change',
	'changed-since'
] as const;

export type SplitRefusal = (typeof SPLIT_REFUSALS)[number];
export type SplitAnswer = { ok: true } | { ok: false; because: SplitRefusal };
