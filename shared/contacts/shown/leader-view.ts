/**
 * What a team leader may see of a contact in which they are asked to approve something: what is asked beside what would
 * be agreed now, what the statement leaves, and the plan that would need nobody. Never who the customer is, what they
 * told line by line, or which support need they have.
 */
import { perMonth } from '../../affordability/frequency.ts';
import { firstSuggestion } from '../../arrangements/suggesting/suggestion.ts';
import type { AgreeingRole } from '../../law/policy-rows.ts';
import { minus } from '../../money/pence.ts';
import { isAsAsked, needsOf, type Need } from '../../outcomes/approval.ts';
import type { ApprovalCase } from '../../outcomes/approval-view.ts';
import { isWithin } from '../../outcomes/decide.ts';
import { readBack } from '../../outcomes/read-back.ts';
import { agreeingFrom } from '../agreeing.ts';
import type { Contact } from '../state/fold.ts';
import { requestFrom, whenOf, type Known } from '../plan-request.ts';

export type Requested = {
	needs: readonly Need[];
	reason: string;
	/** What the officer who asks may decide alone. */
	own: AgreeingRole;
};

export function leaderView(
	contact: Contact,
	{ known, requested }: { known: Known; requested: Requested }
): ApprovalCase {
	const { needs, reason } = requested;
	const { means, hasSupportNeed } = agreeingFrom(contact, known);
	const { offer } = contact.offer;
	const isChanged = !isAsAsked(needs, needsNow(contact, { known, requested }));
	// Of another plan than the one that was asked it would be beside the point.
	const leaves =
		means && offer && !isChanged ? minus(means.left, perMonth(offer.amount, offer.rhythm)) : null;
	return {
		needs,
		reason,
		means: means && { left: means.left, usable: means.usable, leaves },
		within: offer && withinOwn(contact, { known, requested }),
		hasSupportNeed,
		isChanged
	};
}

/** What would be above the officer's own authority if it were agreed as it stands. */
export function needsNow(
	contact: Contact,
	{ known, requested }: { known: Known; requested: Pick<Requested, 'own'> }
): readonly Need[] {
	const input = agreeingFrom(contact, known);
	const said = readBack(input);
	return said.ok ? needsOf(said, { own: requested.own, input }) : [];
}

function withinOwn(
	contact: Contact,
	{ known, requested }: { known: Known; requested: Requested }
): ApprovalCase['within'] {
	const { request } = requestFrom(contact, known);
	const planned = firstSuggestion(whenOf(contact, known.today), request);
	if (!planned.ok || !isWithin(planned.plan.role, requested.own)) return null;
	const { offer, payments } = planned.plan;
	return { amount: offer.amount, rhythm: offer.rhythm, paymentCount: payments.length };
}
