/**
 * How a contact shows on an officer's tile, and which of several goes before the others: a caller on the line before a
 * caller held, both before somebody at the desk, and all of them before what only has to be written up.
 */
import { standingOf, type Contact } from '../contacts/state/fold.ts';
import type { Presence } from './tile.ts';

/** The foremost first. */
const ORDER = [
	'on-call',
	'on-hold',
	'desk',
	'ringing',
	'wrap-up'
] as const satisfies readonly Presence[];

export type ContactPresence = (typeof ORDER)[number];

/** Null where it is not on their tile at all: finished, missed, or somebody else's. */
export function presenceIn(contact: Contact, officerId: string): ContactPresence | null {
	const standing = standingOf(contact, officerId);
	if (standing === 'on-call' && contact.channel !== 'phone') return 'desk';
	return ORDER.find((presence) => presence === standing) ?? null;
}

/** They have the customer, or still have to write it up. One at a time is begun; a call is answered all the same. */
export function isInHand(contact: Contact, officerId: string): boolean {
	const presence = presenceIn(contact, officerId);
	return presence !== null && presence !== 'ringing';
}

/** The contacts on this officer's tile, foremost first, and of two that stand alike the one that began earlier. */
export function foremost<Item extends { contact: Contact }>(
	items: readonly Item[],
	officerId: string
): { item: Item; presence: ContactPresence }[] {
	return items
		.flatMap((item) => {
			const presence = presenceIn(item.contact, officerId);
			return presence ? [{ item, presence }] : [];
		})
		.sort(
			(a, b) =>
				ORDER.indexOf(a.presence) - ORDER.indexOf(b.presence) ||
				a.item.contact.startedAt.localeCompare(b.item.contact.startedAt)
		);
}
