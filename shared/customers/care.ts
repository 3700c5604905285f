/**
 * How to treat a customer, as an officer sees and edits it once they have passed the check themselves: what helps them,
 * how they may be reached, which numbers are theirs, and who may speak for them.
 */
import type { Day, Instant } from '../time/day.ts';
import type { Authority, AuthorityEnd, AuthorityEvidence } from './authorities.ts';
import type { NeedSeenBy } from './support.ts';

export const WAYS = ['phone', 'text', 'email', 'post', 'desk'] as const;

export type Way = (typeof WAYS)[number];

export const WAY_NAMES: Record<Way, string> = {
	phone: 'Telephone',
	text: 'Text message',
	email: 'Email',
	post: 'Post',
	desk: 'At the desk'
};

export type Wish = {
	/** Only by these; none of them for any. */
	channels: readonly Way[];
	times: string;
	noMessages: boolean;
	/** To whom the debt is not to be mentioned. */
	notMentionedTo: string;
	isSafeContact: boolean;
};

export const NO_WISH: Wish = {
	channels: [],
	times: '',
	noMessages: false,
	notMentionedTo: '',
	isSafeContact: false
};

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

/** What every officer must mind of them, in sentences. */
export function wishSentences(wish: Wish): string[] {
	const ways = WAYS.filter((way) => wish.channels.includes(way)).map((way) => WAY_NAMES[way]);
	return [
		ways.length > 0 ? `Only by ${listed(ways.map((way) => way.toLowerCase()))}.` : '',
		wish.times === '' ? '' : `Only at: ${wish.times}.`,
		wish.noMessages ? 'Do not leave messages.' : '',
		wish.notMentionedTo === '' ? '' : `Do not mention the debt to: ${wish.notMentionedTo}.`
	].filter(Boolean);
}

function listed(words: readonly string[]): string {
	const last = words.at(-1) ?? '';
	return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${last}` : last;
}
