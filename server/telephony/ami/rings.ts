/**
 * Why a phone stopped ringing. The switch tells it in pieces and in no fixed order, and of those who lose a ring-all it
 * tells the least, so the reason is worked out from whatever has been heard so far and may get better.
 */
import type { OfferEnd } from '#shared/calls/events.ts';
import { field, type Message } from './message.ts';

export type Ring = {
	readonly legId: string;
	readonly agent: string;
	readonly queue: string | null;
	/** The customer's round of waiting that it belongs to. */
	readonly round: number;
	isAnswered: boolean;
	/** The phone itself asked to hang up while it rang. */
	isDeclined: boolean;
	isUnanswered: boolean;
	isCancelled: boolean;
	/** Its channel is gone, and the cause it gave. */
	cause: string | null;
};

const ANSWERED_ELSEWHERE = '26';
/** User busy and call rejected. */
const DECLINED = new Set(['17', '21']);

export function ringOf(ring: Pick<Ring, 'legId' | 'agent' | 'queue' | 'round'>): Ring {
	return {
		...ring,
		isAnswered: false,
		isDeclined: false,
		isUnanswered: false,
		isCancelled: false,
		cause: null
	};
}

export function tellRing(ring: Ring, message: Message): void {
	switch (field(message, 'event')) {
		case 'AgentConnect':
			ring.isAnswered = true;
			return;
		case 'AgentRingNoAnswer':
			ring.isUnanswered = true;
			return;
		case 'DialEnd':
			return tellDialStatus(ring, field(message, 'dialstatus'));
	}
}

function tellDialStatus(ring: Ring, status: string): void {
	if (status === 'ANSWER') ring.isAnswered = true;
	else if (status === 'BUSY') ring.isDeclined = true;
	else if (status === 'CANCEL') ring.isCancelled = true;
	else ring.isUnanswered = true;
}

/** Null while it rings. `callerIsGone` is null while the call goes on. */
export function whyEnded(
	ring: Ring,
	{
		others,
		round,
		hasAsked,
		callerIsGone
	}: {
		others: Iterable<Ring>;
		/** The customer's round of waiting now. */
		round: number;
		/** The customer has asked to hang up. */
		hasAsked: boolean;
		callerIsGone: boolean | null;
	}
): OfferEnd | null {
	if (ring.isAnswered) return 'connected';
	if (ring.cause === ANSWERED_ELSEWHERE) return 'answeredElsewhere';
	if (ring.isDeclined || DECLINED.has(ring.cause ?? '')) return 'declined';
	if (ring.isUnanswered) return 'noAnswer';
	if (!ring.isCancelled && ring.cause === null && callerIsGone === null) return null;
	for (const other of others) {
		if (other.round === ring.round && other.isAnswered) return 'answeredElsewhere';
	}
	if (hasAsked || callerIsGone) return 'callerGone';
	if (callerIsGone === false || round > ring.round) return 'noAnswer';
	return ring.isCancelled ? 'callerGone' : 'noAnswer';
}
