/**
 * Whether a contact's statement leaves anything for a plan (policy P3), and what the contact says of the help that comes
 * in its place. The hold that is put on because nothing is left changes nothing of the answer; and who pays all of it to
 * us by a plan already is not in want: that plan makes room, and no help stands in its place.
 */
import { hasNoSurplus } from '../affordability/means.ts';
import { firstSuggestion } from '../arrangements/suggesting/suggestion.ts';
import { ENTITLEMENTS } from '../law/entitlements.ts';
import { helpIn, type HelpHeard } from '../outcomes/help.ts';
import { mayAsk } from './shown/debts-view.ts';
import type { Contact } from './state/fold.ts';
import { requestFrom, whenOf, type Known } from './plan-request.ts';

/** Null while no statement says. */
export function hasSurplus(contact: Contact, known: Known): boolean | null {
	if (contact.statement.finishedAt === null) return null;
	const { request } = requestFrom(withoutHelp(contact), known);
	const { means, debts, policy } = request;
	if (!means) return null;
	if (debts.length === 0) return !hasNoSurplus(means.usable, policy.P3.value);
	const planned = firstSuggestion(whenOf(contact, known.today), request);
	return planned.ok || planned.refusal.because !== 'no-surplus';
}

/**
 * Null where something is left, and of somebody protected by law, whom nothing is asked of whatever is left. Where the
 * officer begins on the help all the same, all of it is gone through.
 */
export function helpFrom(contact: Contact, known: Known): HelpHeard | null {
	if (!mayAsk(known.debts, known.today)) return null;
	const isBegun = helpIn(contact.outcomes.staged.map(({ outcome }) => outcome)) !== undefined;
	if (!isBegun && hasSurplus(contact, known) !== false) return null;
	const { takeUp } = contact.person;
	return {
		settled: ENTITLEMENTS.filter(
			(one) => takeUp[one] === 'applies' || takeUp[one] === 'does-not-apply'
		),
		hasConsulted: contact.hasConsulted
	};
}

function withoutHelp(contact: Contact): Contact {
	const staged = contact.outcomes.staged.filter(({ outcome }) => outcome.kind !== 'no-surplus');
	return { ...contact, outcomes: { ...contact.outcomes, staged } };
}
