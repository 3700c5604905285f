/**
 * Whether a caller whom nobody took is rung back. Only where the queue asked and they agreed, or where identity passed
 * lately on the number and it is one customer's; never a number that was withheld, nor one that leads to a safe
 * contact, a restricted record or somebody who has died. All others are counted and left alone.
 */
import { isConfirmed } from '../../customers/caller.ts';
import { holdersOf } from '../../customers/number/belonging.ts';
import type { PersonFacts } from '../../customers/person.ts';
import type { Day } from '../../time/day.ts';
import type { Presentation } from '../events.ts';

/** Whoever the number is linked to now. */
export type NumberOwner = Pick<
	PersonFacts,
	'customerId' | 'isSafeContact' | 'isRestricted' | 'diedOn' | 'confirmedOn' | 'belongs'
> & {
	/** Somebody has promised to ring them. */
	hasPromise: boolean;
};

export type LeftCaller = {
	number: string | null;
	presentation: Presentation | null;
	/** The queue asked whether we should ring them back, and they said yes. */
	hasAgreed: boolean;
	owners: readonly NumberOwner[];
};

export type LeftToRing = 'agreed' | 'confirmed';

export type LeftCounted =
	| 'withheld'
	| 'no-number'
	| 'safe-contact'
	| 'restricted'
	| 'died'
	| 'promised'
	| 'unknown-number'
	| 'shared'
	| 'not-agreed'
	/** One of the same person's waits already. */
	| 'rung-already'
	/** Their wishes leave no time for it. */
	| 'against-their-wish'
	/** Somebody had them after all. */
	| 'taken';

export type LeftVerdict =
	| { isRung: true; because: LeftToRing; number: string; customerId: string | null }
	| { isRung: false; because: LeftCounted };

export function leftVerdict(caller: LeftCaller, today: Day): LeftVerdict {
	const { number, presentation, owners, hasAgreed } = caller;
	if (presentation === 'withheld') return counted('withheld');
	// Where it is not known to be allowed, it is not: a number may be one that its caller forbids.
	if (number === null || presentation !== 'allowed') return counted('no-number');
	const never = neverRung(owners);
	if (never) return counted(never);
	const { holders, isHousehold } = holdersOf(owners);
	const [only] = holders.length === 1 && !isHousehold ? holders : [];
	const customerId = only?.customerId ?? null;
	if (hasAgreed) return { isRung: true, because: 'agreed', number, customerId };
	if (owners.length === 0) return counted('unknown-number');
	if (!only) return counted('shared');
	if (!isConfirmed(only, today)) return counted('not-agreed');
	return { isRung: true, because: 'confirmed', number, customerId };
}

function neverRung(owners: readonly NumberOwner[]): LeftCounted | null {
	if (owners.some(({ isSafeContact }) => isSafeContact)) return 'safe-contact';
	if (owners.some(({ isRestricted }) => isRestricted)) return 'restricted';
	if (owners.some(({ diedOn }) => diedOn !== null)) return 'died';
	return owners.some(({ hasPromise }) => hasPromise) ? 'promised' : null;
}

const counted = (because: LeftCounted): LeftVerdict => ({ isRung: false, because });

/** Nobody had them when it ended: they rang off waiting, or the queue let them go once they had agreed to be rung. */
export function isLeft({
	direction,
	isAnswered,
	isAbandoned,
	hasAgreed
}: {
	direction: 'inbound' | 'outbound';
	isAnswered: boolean;
	isAbandoned: boolean;
	hasAgreed: boolean;
}): boolean {
	return direction === 'inbound' && (isAbandoned || (hasAgreed && !isAnswered));
}

/** To an officer whose telephone it rang, why nobody rings them from here. Tells nothing of whoever it may be. */
export function sayCounted(because: LeftCounted): string {
	switch (because) {
		case 'withheld':
			return 'They withheld their number, so it is never rung.';
		case 'no-number':
			return 'The network gave no number that may be rung.';
		case 'promised':
		case 'rung-already':
			return 'A call back to them is on the list already.';
		case 'taken':
			return 'Somebody has spoken to them since.';
		case 'against-their-wish':
		case 'safe-contact':
		case 'restricted':
		case 'died':
		case 'unknown-number':
		case 'shared':
		case 'not-agreed':
			return 'They did not ask to be rung back, and the number is not confirmed for one customer who may be.';
	}
}
