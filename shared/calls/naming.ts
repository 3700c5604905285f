/** What a switch calls an officer, as an administrator is shown it, and what a name may look like at all. */
import type { Instant } from '../time/day.ts';

export type NameSeen = {
	id: string;
	name: string;
	seenAt: Instant;
	/** Null while it is nobody's. */
	officerId: string | null;
};

export type NameRefusal = 'no-such-name' | 'no-such-officer';

const LONGEST_NAME = 80;

/** An extension, a login, an address, an id or a name as people write it: one line, and not too long. Else null. */
export function agentNameOf(sent: string): string | null {
	const name = sent
		.normalize('NFC')
		.replace(/\s+/gu, ' ')
		.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
		.trim();
	return name.length >= 1 && name.length <= LONGEST_NAME ? name : null;
}
