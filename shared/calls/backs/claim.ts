/**
 * Whose a call back to somebody left waiting is. One officer claims it by ringing, and keeps it a while; whoever comes
 * second is told so. Tried as often as is decent, or past its time, it is over.
 */
import { timeInLondon, dayInLondon, formatDay, type Instant } from '../../time/day.ts';

/** A claim that came to nothing is anybody's again after this. */
export const CLAIM_MINUTES = 20;

/** Nobody who does not pick up is rung more often than this for one call of theirs. */
export const MOST_TRIES = 3;

export type LiveBack = {
	state: 'due' | 'claimed' | 'done' | 'expired' | 'counted';
	claimedBy: string | null;
	dueAt: Instant | null;
	expiresAt: Instant | null;
};

export type ClaimRefusal = 'over' | 'claimed' | 'not-yet';

export type Claim = { ok: true } | { ok: false; because: ClaimRefusal; says: string };

export function mayClaim(
	back: LiveBack | undefined,
	{ officerId, at }: { officerId: string; at: Instant }
): Claim {
	const isLive = back?.state === 'due' || back?.state === 'claimed';
	if (!isLive || back.dueAt === null || (back.expiresAt !== null && back.expiresAt <= at))
		return { ok: false, because: 'over', says: 'That call is made, or its time is over.' };
	if (back.state === 'claimed' && back.claimedBy !== officerId)
		return { ok: false, because: 'claimed', says: 'Somebody else has this call already.' };
	if (back.dueAt > at) return { ok: false, because: 'not-yet', says: sayNotYet(back.dueAt, at) };
	return { ok: true };
}

/** `Not before 08:00 on 20 November 2026.` */
export function sayNotYet(dueAt: Instant, at: Instant): string {
	const on = dayInLondon(dueAt);
	const day = on === dayInLondon(at) ? '' : ` on ${formatDay(on)}`;
	return `Not before ${timeInLondon(dueAt)}${day}.`;
}
