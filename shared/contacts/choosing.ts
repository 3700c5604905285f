/**
 * Whom a contact may be about. A number says so only where it means one customer, a picker where it means a few, a
 * search only whom it has shown: nobody is opened by an id alone.
 */
import { LARGEST_PICKER } from '../customers/caller.ts';
import { holdersOf, type Belongs } from '../customers/number/belonging.ts';

export type Choice = { customerId: string; how: 'number' | 'picker' | 'search' };

/** Whose the number that rang may be; nobody's where it was not let through. */
export type NumberCandidates = {
	customerIds: readonly string[];
	hasSafeContact: boolean;
	isHousehold?: boolean;
};

/** Somebody to whom the number is linked now. */
export type NumberLink = { customerId: string; belongs: Belongs | null; isSafeContact: boolean };

export function candidatesOf(links: readonly NumberLink[]): NumberCandidates {
	const { holders, isHousehold } = holdersOf(links);
	const hasSafeContact = links.some(({ isSafeContact }) => isSafeContact);
	const customerIds = holders.map(({ customerId }) => customerId);
	return { customerIds, hasSafeContact, isHousehold };
}

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

/** The one customer the number means; null for nobody, several, a household, or somebody to be contacted safely. */
export function onlyCandidate(candidates: NumberCandidates): string | null {
	const { customerIds, hasSafeContact, isHousehold = false } = candidates;
	const [first, ...others] = customerIds;
	const isOne = others.length === 0 && !hasSafeContact && !isHousehold;
	return first !== undefined && isOne ? first : null;
}
