/**
 * Whether somebody may be rung from a screen now: never a withheld number, a safe contact, a restricted record to who may
 * not open it, or one who has died; not against what they asked; and not past the limits of policy C1, which a call
 * that they asked for is exempt from. Whatever the reason to ring, this is the one rule that answers.
 */
import { mayRing, sayAgainst } from '../../customers/wishes/ring.ts';
import type { Reach } from '../../customers/wishes/wish.ts';
import { sayContactRefusal, weighContact, type ContactRefusal } from '../../law/contact-limit.ts';
import type { Policy } from '../../law/policy-values.ts';
import { dayInLondon, timeInLondon, type Day, type Instant } from '../../time/day.ts';

/** Promised by an officer; offered by a plan's first miss (policy L2), which nobody asked for; or to a caller nobody took. */
export type RungFor = 'promised' | 'offered' | 'left';

/** Of whoever is rung, as the records have it at this moment. */
export type RungPerson = {
	isSafeContact: boolean;
	isRestricted: boolean;
	hasDied: boolean;
	isInMoratorium: boolean;
	isBereaved: boolean;
	reach: Reach;
	/** The days on which we got in touch about payment before, each time. */
	earlier: readonly Day[];
};

export type RingingAsked = {
	/** Null for whichever of theirs may be rung. */
	number: string | null;
	/** They asked us to ring. */
	isAskedFor: boolean;
	mayOpenRestricted: boolean;
	at: Instant;
};

export type RingingRefusal =
	'no-number' | 'safe-contact' | 'restricted' | 'died' | 'against-their-wish' | ContactRefusal;

/** `cites` are the rules of council policy that it was decided by. */
export type RingingAnswer =
	| {
			ok: true;
			number: string;
			/** What would have stood against it, had they not asked. */
			exempt: ContactRefusal | null;
			cites: readonly string[];
	  }
	| { ok: false; because: RingingRefusal; says: string; cites: readonly string[] };

export function mayRingNow(
	person: RungPerson,
	asked: RingingAsked,
	policy: Pick<Policy, 'C1'>
): RingingAnswer {
	const closed = recordRefusal(person, asked);
	if (closed) return refused(closed, RECORD_SAYS[closed]);
	const [on, at] = [dayInLondon(asked.at), timeInLondon(asked.at)];
	const may = mayRing({ on, at, number: asked.number }, person.reach, on);
	if (!may.ok) return refused('against-their-wish', sayAgainst(may.against));
	if (may.number === null) return refused('no-number', RECORD_SAYS['no-number']);
	const { C1 } = policy;
	const { isInMoratorium, isBereaved, earlier } = person;
	const { isAskedFor } = asked;
	const weighed = weighContact(
		{ on, at, earlier, isInMoratorium, isBereaved, isAskedFor },
		C1.value
	);
	if (!weighed.ok) {
		const says = sayContactRefusal(weighed.because, { on, earlier }, C1.value);
		return { ok: false, because: weighed.because, says, cites: [C1.id] };
	}
	return { ok: true, number: may.number, exempt: weighed.exempt, cites: [C1.id] };
}

function recordRefusal(
	person: RungPerson,
	{ mayOpenRestricted }: RingingAsked
): keyof typeof RECORD_SAYS | null {
	if (person.isSafeContact) return 'safe-contact';
	if (person.isRestricted && !mayOpenRestricted) return 'restricted';
	return person.hasDied ? 'died' : null;
}

const RECORD_SAYS = {
	'safe-contact': 'No number of theirs may be rung from here: look at the record first.',
	restricted: 'A team leader must open this record.',
	died: 'This customer has died. Nobody is rung.',
	'no-number': 'There is no number of theirs that may be rung.'
} as const;

const refused = (because: RingingRefusal, says: string): RingingAnswer => ({
	ok: false,
	because,
	says,
	cites: []
});

/** Beside a call that they asked for. */
export function sayExempt(exempt: ContactRefusal | null): string | null {
	return exempt === null
		? null
		: 'They asked for this call, so the limit on getting in touch does not stop it.';
}
