/** A contact and the people it may show, as the guide asks about them. */
import type { GuideFacts } from '../guide/facts.ts';
import type { Contact } from './fold.ts';
import { isIdentified } from './projection.ts';
import type { PeopleView } from './view.ts';

export function guideFacts(contact: Contact, people: PeopleView): GuideFacts {
	const { person } = contact;
	const known = people.kind === 'known' ? people : null;
	const debts = known?.debts.debts ?? [];
	return {
		channel: contact.channel,
		direction: contact.direction,
		hasCustomer: contact.customerId !== null,
		identity: identityOf(contact),
		requests: person.requests.map(({ request }) => request),
		hasReason: person.reason !== null,
		hasAskedNeeds: person.needsAsked !== null,
		needsSupport: person.needsAsked === 'yes',
		debtCount: debts.length,
		recognisedCount: debts.filter(({ debtId }) => debtId in person.recognised).length,
		isProtected: known !== null && !known.debts.mayAsk,
		spottedCount: known?.spotted.length ?? 0,
		takeUpCount: (known?.spotted ?? []).filter(({ entitlement }) => person.takeUp[entitlement])
			.length,
		statement: 'none',
		hasSurplus: null,
		plan: 'none',
		approval: 'not-needed',
		hasOutcomes: false,
		isReadBack: false,
		isCommitted: false,
		paysToday: false
	};
}

function identityOf(contact: Contact): GuideFacts['identity'] {
	if (isIdentified(contact)) return 'passed';
	const { stoppedFor } = contact.person;
	return stoppedFor !== null && stoppedFor === contact.customerId ? 'stopped' : 'open';
}
