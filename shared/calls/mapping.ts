/** What an administrator is shown of switches that post to us, and of the mapping of one: plain facts for one page. */
import type { Instant } from '../time/day.ts';
import type { NameSeen } from './naming.ts';

export const LONGEST_EXPRESSION = 10_000;

export type CapturedSeen = { number: number; content: string; receivedAt: Instant };

export type PostingSeen = {
	source: string;
	dialect: string;
	/** Where it posts to. */
	path: string;
	counts: readonly { outcome: string; count: number }[];
	/** What it calls officers: first those of nobody. */
	names: readonly NameSeen[];
	/** Null where it has a dialect of its own. */
	mapping: {
		expression: string | null;
		savedAt: Instant | null;
		isOff: boolean;
		captured: readonly CapturedSeen[];
	} | null;
};

/** What the mapping makes of one captured message: call events as text, nothing, or why not. */
export type Previewed = { number: number; events: string | null; isGood: boolean };

export type MappingRefusal = 'no-such-switch' | 'does-not-fit';
