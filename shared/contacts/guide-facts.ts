/** A contact and the people it may show, as the guide asks about them. */
import type { GuideFacts } from '../guide/facts.ts';
import { covers, isOpen, needsOf, type Need } from '../outcomes/approval.ts';
import { helpIn } from '../outcomes/help.ts';
import { readBack } from '../outcomes/read-back.ts';
import { agreeingFrom } from './agreeing.ts';
import type { Contact } from './state/fold.ts';
import { isIdentified } from './shown/disclosure.ts';
import { dayInLondon } from '../time/day.ts';
import { hasSurplus } from './helping.ts';
import { knownFrom, planFrom, requestFrom } from './plan-request.ts';
import { isReadBack } from './state/read-back-state.ts';
import { statementFrom } from './state/statement-state.ts';
import type { ContactView } from './shown/view.ts';

export type GuideFactsOf = Pick<ContactView, 'contact' | 'people' | 'at'>;

export function guideFacts({ contact, people, at }: GuideFactsOf): GuideFacts {
	const { person } = contact;
	const known = people.kind === 'known' ? people : null;
	const debts = known?.debts.debts ?? [];
	return {
		channel: contact.channel,
		direction: contact.direction,
		hasCustomer: contact.customerId !== null,
		isBusiness: known?.person.kind === 'organisation',
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
		...moneyFacts({ contact, people, at }),
		...outcomeFacts({ contact, people, at })
	};
}

function moneyFacts({
	contact,
	people,
	at
}: GuideFactsOf): Pick<GuideFacts, 'statement' | 'hasSurplus' | 'plan'> {
	const known = knownFrom(people, dayInLondon(at));
	const { finishedAt } = contact.statement;
	const begun = finishedAt === null ? 'started' : 'finished';
	const basis = known && requestFrom(contact, known);
	return {
		statement: statementFrom(contact.statement) === null ? 'none' : begun,
		hasSurplus: known && hasSurplus(contact, known),
		plan: basis && planFrom(contact, basis)?.ok ? 'chosen' : 'none'
	};
}

type OutcomeFacts = Pick<
	GuideFacts,
	'approval' | 'hasHelp' | 'hasOutcomes' | 'isReadBack' | 'isCommitted' | 'paysToday'
>;

/** By an officer's own authority: who has more is asked for less by the server. */
function outcomeFacts({ contact, people, at }: GuideFactsOf): OutcomeFacts {
	const { staged, committed } = contact.outcomes;
	const known = knownFrom(people, dayInLondon(at));
	const input = known && agreeingFrom(contact, known);
	const said = input && readBack(input);
	const needs = input && said?.ok ? needsOf(said, { own: 'officer', input }) : [];
	return {
		approval: approvalOf(contact, needs),
		hasHelp:
			said !== null &&
			(said.ok || said.because !== 'help-open') &&
			helpIn(staged.map(({ outcome }) => outcome)) !== undefined,
		hasOutcomes: staged.length > 0 || contact.offer.offer !== null,
		isReadBack: said?.ok === true && isReadBack(contact.readBack, said.lines),
		isCommitted: committed !== null,
		paysToday: staged.some(({ outcome }) => outcome.kind === 'payment')
	};
}

function approvalOf(contact: Contact, needs: readonly Need[]): GuideFacts['approval'] {
	const { approval } = contact.outcomes;
	if (needs.length === 0) return 'not-needed';
	if (approval && isOpen(approval)) return 'waiting';
	if (covers(approval, needs)) return 'granted';
	return approval?.state === 'refused' ? 'refused' : 'needed';
}

function identityOf(contact: Contact): GuideFacts['identity'] {
	if (isIdentified(contact)) return 'passed';
	const { stoppedFor } = contact.person;
	return stoppedFor !== null && stoppedFor === contact.customerId ? 'stopped' : 'open';
}
