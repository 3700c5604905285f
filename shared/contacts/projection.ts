/**
 * What an officer may see of a contact now. Before identity the person is masked and the debts show only where the
 * number is confirmed; once their offer has ended nothing about anyone stays. Nothing else makes a view.
 */
import type { Caller, CallVerb } from '../calls/events.ts';
import { callerMatch, matchOfOne, type CallerMatch } from '../customers/caller.ts';
import { addressLine, fullName, maskedName, type PersonFacts } from '../customers/person.ts';
import type { DebtRecord } from '../debts/debt.ts';
import type { Day, Instant } from '../time/day.ts';
import { debtsView } from './debts-view.ts';
import { standingOf, type Contact } from './fold.ts';
import type { ContactView, KnownPerson, MaskedPerson, PeopleView } from './view.ts';

/** A person and, where only one can be meant, their debts. */
export type PersonRecord = PersonFacts & { debts: readonly DebtRecord[] | null };

export type ContactFacts = {
	contactId: string;
	contact: Contact;
	caller: Caller | null;
	drafts: Readonly<Record<string, string>>;
	/** How many customers the number is linked to, and the first of them; or the one chosen. */
	count: number;
	people: readonly PersonRecord[];
};

export type Audience = { officerId: string; verbs: readonly CallVerb[]; at: Instant; today: Day };

export function officerView(facts: ContactFacts, audience: Audience): ContactView {
	const standing = standingOf(facts.contact, audience.officerId);
	const isTheirs = standing === 'ringing' || standing === 'on-call' || standing === 'on-hold';
	const mayDisclose = isTheirs || standing === 'wrap-up';
	return {
		contactId: facts.contactId,
		version: facts.contact.version,
		at: audience.at,
		contact: facts.contact,
		caller: facts.caller,
		people: mayDisclose ? peopleFor(facts, audience.today) : { kind: 'gone' },
		drafts: mayDisclose ? facts.drafts : {},
		verbs: isTheirs ? audience.verbs : []
	};
}

function peopleFor(facts: ContactFacts, today: Day): PeopleView {
	const { contact, caller, count, people } = facts;
	const [chosen] = people;
	if (contact.customerId !== null) {
		return chosen ? viewOf(matchOfOne(chosen, today), today) : { kind: 'nobody' };
	}
	if (caller === null) return { kind: 'nobody' };
	if (caller.number === null) {
		const because = caller.presentation === 'withheld' ? 'withheld' : 'unavailable';
		return { kind: 'no-number', because };
	}
	return viewOf(callerMatch({ count, people }, today), today);
}

function viewOf(match: CallerMatch<PersonRecord>, today: Day): PeopleView {
	switch (match.kind) {
		case 'nobody':
		case 'matched':
			return match;
		case 'several':
			return { kind: 'several', candidates: match.people.map(masked) };
		case 'likely':
			return {
				kind: 'likely',
				person: masked(match.person),
				debts: debtsView(match.person.debts ?? [], {
					stage: 'before-identity',
					hasSupportNeed: match.person.needs.length > 0,
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
		care: person.needs.map(({ adjustment }) => adjustment)
	};
}

/** After the identity check has passed. */
export function knownPerson(person: PersonFacts): KnownPerson {
	return {
		customerId: person.customerId,
		name: fullName(person),
		kind: person.kind,
		address: addressLine(person.address),
		bornOn: person.bornOn,
		phone: person.phone,
		email: person.email,
		needsExtraCheck: person.needsExtraCheck,
		supportNeeds: person.needs
	};
}
