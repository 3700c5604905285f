/**
 * Whom a contact may be about. A number says so only where it means one customer, a picker where it means a few, a
 * search only whom it has shown: nobody is opened by an id alone.
 */
import { LARGEST_PICKER } from '../customers/caller.ts';

export type Choice = { customerId: string; how: 'number' | 'picker' | 'search' };

/** Who the number that rang is linked to now; nobody for a number that was not let through. */
export type NumberCandidates = { customerIds: readonly string[]; hasSafeContact: boolean };

export function mayBeChosen(
	{ customerId, how }: Choice,
	{ candidates, found }: { candidates: NumberCandidates; found: readonly string[] }
): boolean {
	const { customerIds, hasSafeContact } = candidates;
	switch (how) {
		case 'number':
			return onlyCandidate(candidates) === customerId;
		case 'picker':
			return (
				!hasSafeContact && customerIds.length <= LARGEST_PICKER && customerIds.includes(customerId)
			);
		case 'search':
			return found.includes(customerId);
	}
}

/** The one customer the number means; null where it means nobody, several, or somebody to be contacted safely. */
export function onlyCandidate({ customerIds, hasSafeContact }: NumberCandidates): string | null {
	const [first, ...others] = customerIds;
	return first !== undefined && others.length === 0 && !hasSafeContact ? first : null;
}
