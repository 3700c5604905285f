/**
 * What an officer may see of a contact now. Before identity the person is masked and the debts show only where the
 * number is confirmed; once their offer has ended nothing about anyone stays. Nothing else makes a view.
 */
import type { Caller, CallVerb } from '../../calls/events.ts';
import type { Authority } from '../../customers/authorities.ts';
import { callerMatch, matchOfOne, type CallerMatch } from '../../customers/caller.ts';
import { addressLine, fullName, maskedName, type PersonFacts } from '../../customers/person.ts';
import { isCertain } from '../../customers/number/belonging.ts';
import { toldView } from '../../customers/changes/told.ts';
import { CARE_ONLY } from '../../customers/support.ts';
import { toldStanding } from '../../debts/told-standing.ts';
import type { HousePolicy } from '../../law/policy-values.ts';
import { spottedEntitlements } from '../../guide/take-up.ts';
import type { Day, Instant } from '../../time/day.ts';
import { debtsView } from './debts-view.ts';
import { contactPolicy } from '../contact-policy.ts';
import { disclosedTo, isIdentified, type Disclosed, type PersonRecord } from './disclosure.ts';
import { standingOf, type Contact } from '../state/fold.ts';
import { hasMovedOn } from '../state/whose.ts';
import type { Givens } from './givens.ts';
import { knownDebts } from './known-debts.ts';
import { lineView, type Colleagues } from './line-view.ts';
import { hasSurplus } from '../helping.ts';
import { isCarried, NO_STATEMENT } from '../state/statement-state.ts';
import type { ActingBy, ContactView, KnownPerson, MaskedPerson, PeopleView } from './view.ts';

export type ContactFacts = {
	contactId: string;
	contact: Contact;
	caller: Caller | null;
	drafts: Readonly<Record<string, string>>;
	/** How many customers the number is linked to, and the first of them; or the one chosen. */
	count: number;
	people: readonly PersonRecord[];
};

export type Audience = {
	officerId: string;
	/** A restricted record opens only to a leader. */
	mayOpenRestricted: boolean;
	verbs: readonly CallVerb[];
	colleagues?: Colleagues;
	givens: Givens;
	at: Instant;
	today: Day;
};

export function officerView(facts: ContactFacts, audience: Audience): ContactView {
	const standing = standingOf(facts.contact, audience.officerId);
	const isOnCall = standing === 'on-call' || standing === 'on-hold';
	const isTheirs = isOnCall || standing === 'ringing';
	const hasOrHadIt = isOnCall || standing === 'wrap-up';
	// Once the call is over without a passed check, or is somebody else's, nothing of anyone stays.
	const isKept = isIdentified(facts.contact) && !hasMovedOn(facts.contact, audience.officerId);
	const mayDisclose = isTheirs || (hasOrHadIt && isKept);
	const line = audience.colleagues && lineView(facts.contact, audience.colleagues);
	const people: PeopleView = mayDisclose ? peopleFor(facts, audience, standing) : { kind: 'gone' };
	return {
		contactId: facts.contactId,
		version: facts.contact.version,
		at: audience.at,
		contact: people.kind === 'known' ? facts.contact : withoutCarried(facts.contact),
		caller: facts.caller,
		people,
		drafts: isTheirs || hasOrHadIt ? facts.drafts : {},
		policy: hasOrHadIt ? housePolicy(audience) : null,
		...(line ? { line } : {}),
		// A switch that is not heard does nothing that could be seen to have happened.
		verbs: isTheirs && !facts.contact.linkIsLost ? audience.verbs : []
	};
}

/** A statement of before is theirs alone: it shows beside the rest of them, or not at all. */
function withoutCarried(contact: Contact): Contact {
	return isCarried(contact.statement) ? { ...contact, statement: NO_STATEMENT } : contact;
}

function housePolicy({ givens, today }: Audience): HousePolicy {
	const { AU, R1, WU } = givens.policyOn(today);
	return { AU, R1, WU };
}

function peopleFor(
	facts: ContactFacts,
	audience: Audience,
	standing: ReturnType<typeof standingOf>
): PeopleView {
	const { contact, caller, count, people } = facts;
	if (contact.customerId !== null) {
		const [chosen] = people;
		return chosen ? chosenView(chosen, contact, { audience, standing }) : { kind: 'nobody' };
	}
	if (caller === null) return { kind: 'nobody' };
	if (caller.number === null) {
		const because = caller.presentation === 'withheld' ? 'withheld' : 'unavailable';
		return { kind: 'no-number', because };
	}
	return viewOf(callerMatch({ count, people }, audience.today), audience);
}

function chosenView(
	person: PersonRecord,
	contact: Contact,
	{ audience, standing }: { audience: Audience; standing: ReturnType<typeof standingOf> }
): PeopleView {
	const match = matchOfOne(person, audience.today);
	const isClosedToThem = person.isRestricted && !audience.mayOpenRestricted;
	if (isClosedToThem || standing === 'ringing') return viewOf(match, audience);
	if (contact.person.stoppedFor === person.customerId) {
		return { kind: 'matched', customerId: person.customerId, because: 'check-stopped' };
	}
	const told = disclosedTo(contact, person, audience.today);
	if (told) return knownView(told, contact, audience);
	// What they spoke by has ended or lapsed meanwhile.
	return isIdentified(contact)
		? { kind: 'matched', customerId: person.customerId, because: 'authority-ended' }
		: viewOf(match, audience);
}

function knownView(
	{ person, actingBy }: Disclosed,
	contact: Contact,
	{ givens, today, mayOpenRestricted }: Audience
): PeopleView {
	const debts = (person.debts ?? []).map(toldStanding);
	const hasSupportNeed = person.needs.length > 0;
	const isLeader = mayOpenRestricted;
	const policy = givens.policyOn(today);
	const debtsKnown = knownDebts(debts);
	const known = { person: knownPerson(person, { isLeader }), debts: debtsKnown, policy, today };
	return {
		kind: 'known',
		person: known.person,
		actingBy: actingBy && actingView(actingBy),
		debts: debtsView(debts, { stage: 'after-identity', hasSupportNeed, givens, today }),
		records: known.debts,
		confirmed: givens.confirmed,
		policy: contactPolicy(policy, debtsKnown),
		guidelines: givens.guidelinesOn(today),
		spotted: spottedEntitlements({
			kind: person.kind,
			bornOn: person.bornOn,
			debts,
			reason: contact.person.reason,
			hasSurplus: hasSurplus(contact, known),
			today
		})
	};
}

function viewOf(
	match: CallerMatch<PersonRecord>,
	{ mayOpenRestricted, givens, today }: Audience
): PeopleView {
	switch (match.kind) {
		case 'nobody':
			return match;
		case 'matched': {
			// To whoever may open it, a restricted record is one of which nothing shows before identity.
			const isOpen = match.because === 'restricted' && mayOpenRestricted;
			return isOpen ? { ...match, because: 'policy' } : match;
		}
		case 'several':
			return {
				kind: 'several',
				isHousehold: match.isHousehold,
				candidates: match.people
					.filter(({ isRestricted }) => mayOpenRestricted || !isRestricted)
					.map(masked)
			};
		case 'likely':
			return {
				kind: 'likely',
				person: masked(match.person),
				debts: debtsView(match.person.debts ?? [], {
					stage: 'before-identity',
					hasSupportNeed: match.person.needs.length > 0,
					givens,
					today
				})
			};
	}
}

function masked(person: PersonFacts): MaskedPerson {
	return {
		customerId: person.customerId,
		name: maskedName(person),
		takeExtraCare: person.needs.length > 0,
		care: person.needs.map(({ adjustment }) => adjustment),
		...(person.noMessages ? { noMessages: true } : {}),
		...(isCertain(person) ? { isOwn: true } : {})
	};
}

function actingView(authority: Authority): ActingBy {
	const { id, kind, name, organisation, scope, streams, debtIds, untilOn } = authority;
	const isPartial = streams !== null || debtIds !== null;
	return { authorityId: id, kind, name, organisation, scope, isPartial, untilOn };
}

/** After the identity check has passed. A need that only leaders see is, to others, what to do about it. */
export function knownPerson(
	person: Omit<PersonRecord, 'debts'>,
	{ isLeader }: { isLeader: boolean }
): KnownPerson {
	return {
		customerId: person.customerId,
		name: fullName(person),
		kind: person.kind,
		address: addressLine(person.address),
		bornOn: person.bornOn,
		phone: person.phone,
		email: person.email,
		needsExtraCheck: person.needsExtraCheck,
		supportNeeds: person.needs.map(({ need, adjustment, seenBy }) => ({
			need: seenBy === 'leaders' && !isLeader ? CARE_ONLY : need,
			adjustment
		})),
		...(person.reach ? { reach: person.reach } : {}),
		...(person.numberNote ? { numberNote: person.numberNote } : {}),
		...(person.plansEndedOn?.length ? { plansEndedOn: person.plansEndedOn } : {}),
		...(person.told?.length ? { told: person.told.map(toldView) } : {})
	};
}
