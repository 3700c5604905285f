/**
 * How to treat a customer, as an officer sees and edits it once they have passed the check themselves: what helps them,
 * how they may be reached, which numbers are theirs, and who may speak for them.
 */
import type { Day, Instant } from '../time/day.ts';
import type { Authority, AuthorityEnd, AuthorityEvidence } from './authorities.ts';
import type { NeedSeenBy } from './support.ts';
import type { Wish } from './wishes/wish.ts';

/** Who set or recorded it: null where a source system has it. */
type Kept = { by: string | null };

export type WishSeen = Wish & Kept & { wishId: string; at: Instant };

export type NeedSeen = Kept & {
	needId: string;
	need: string;
	adjustment: string;
	consent: 'given' | 'not-asked' | 'declined';
	source: string;
	fromOn: Day;
	reviewOn: Day | null;
	seenBy: NeedSeenBy;
	/** Only leaders see what it is: this officer sees what to do. */
	isHidden: boolean;
};

export type NumberSeen = {
	number: string;
	sources: readonly string[];
	confirmedOn: Day | null;
	/** Another customer has it too. */
	isShared: boolean;
};

export type WrongNumberSeen = Kept & { number: string; at: Instant };

export type AuthoritySeen = Authority &
	Kept & {
		evidence: AuthorityEvidence;
		recordedAt: Instant;
		/** Null while it stands, or until its last day has passed. */
		ended: { because: AuthorityEnd; at: Instant } | null;
		isInForce: boolean;
	};

export type Care = {
	needs: readonly NeedSeen[];
	wishes: readonly WishSeen[];
	numbers: readonly NumberSeen[];
	wrongNumbers: readonly WrongNumberSeen[];
	/** Whether only leaders and managers open the record; null to whoever may not change that. */
	isRestricted: boolean | null;
	/** Those that stand first, then the last that did. */
	authorities: readonly AuthoritySeen[];
};
