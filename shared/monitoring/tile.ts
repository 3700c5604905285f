/** One officer's live state, whole, with the version that decides which of two is newer. Names no customer. */
import type { Instant } from '../time/day.ts';
import type { PhoneTrouble } from './phone.ts';

export type Presence =
	'offline' | 'available' | 'paused' | 'ringing' | 'on-call' | 'on-hold' | 'wrap-up' | 'desk';

export type Tile = {
	officerId: string;
	officerName: string;
	teamId: string;
	version: number;
	at: Instant;
	state: {
		/** What the officer chose; a contact's presence goes before it for as long as it lasts. */
		chosen: 'offline' | 'available' | 'paused';
		presence: Presence;
		/** Since when, for the time in state. */
		since: Instant;
		contactId: string | null;
		/** The guide's step, while on a contact. */
		step: string | null;
		pauseReason: string | null;
		/** What is wrong with their telephone; absent until a switch has said that something is. */
		phone?: PhoneTrouble | null;
	};
};
