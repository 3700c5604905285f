/**
 * Whose contact it is. It moves with its call: whoever has the customer may save in it, and once they have passed the
 * customer on they may only be done with it. A customer who was passed on and whom nobody took is theirs again when the
 * call ends, because somebody has to write it up.
 */
import type { HeardState } from './heard-state.ts';

type OfCall = Pick<HeardState, 'officerId' | 'officers' | 'isPassedOn' | 'endedAt'>;

/** Who may save in it; null while it is on its way to somebody. */
export function holderOf({ officerId, officers, isPassedOn, endedAt }: OfCall): string | null {
	const isOnItsWay = isPassedOn && officerId === null && endedAt === null;
	return isOnItsWay ? null : (officerId ?? officers.at(-1) ?? null);
}

/** They had the customer, and somebody else has or will have them. */
export function hasMovedOn(contact: OfCall, officerId: string): boolean {
	return contact.officers.includes(officerId) && holderOf(contact) !== officerId;
}
