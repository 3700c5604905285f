/** Whose legs hold the customer, and since when the first of them does. What was not known of one is known again. */
import type { Instant } from '../../time/day.ts';

type Hold = {
	heldBy: readonly string[];
	heldSince: Instant | null;
	holdUnknownBy: readonly string[];
};

export function heldBy(
	contact: Hold,
	{ officerId, at }: { officerId: string; at: Instant }
): Partial<Hold> {
	const holdUnknownBy = contact.holdUnknownBy.filter((other) => other !== officerId);
	if (contact.heldBy.includes(officerId)) return { holdUnknownBy };
	return {
		holdUnknownBy,
		heldBy: [...contact.heldBy, officerId],
		heldSince: contact.heldSince ?? at
	};
}

export function retrievedBy(contact: Hold, officerId: string): Partial<Hold> {
	const heldBy = contact.heldBy.filter((other) => other !== officerId);
	const holdUnknownBy = contact.holdUnknownBy.filter((other) => other !== officerId);
	return { heldBy, holdUnknownBy, heldSince: heldBy.length > 0 ? contact.heldSince : null };
}
