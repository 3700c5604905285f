/**
 * What a contact comes to as it stands: the plan that its offer means and everything staged beside it, over the debts as
 * they are now. The browser makes the read-back from it, and the server makes it again before it commits.
 */
import type { PlannedAll, ReadBackInput } from '../outcomes/read-back.ts';
import { debtsAsStaged } from '../outcomes/as-staged.ts';
import type { Circumstance } from '../outcomes/decide.ts';
import type { Contact } from './fold.ts';
import { planFrom, requestFrom, type Known } from './plan-request.ts';

/** Everything that `readBack` takes. */
export function agreeingFrom(contact: Contact, known: Known): ReadBackInput {
	const staged = contact.outcomes.staged.map(({ outcome }) => outcome);
	const { sorting } = requestFrom(contact, known);
	const { hasSupportNeed, payer, today, policy } = sorting;
	const now: Circumstance = { debts: known.debts, hasSupportNeed, payer, today, policy };
	const basis = requestFrom(contact, { ...known, debts: debtsAsStaged(staged, now) });
	const planned = planFrom(contact, basis);
	const all: PlannedAll = planned?.ok ? { ...planned, outside: basis.outside } : planned;
	const { approval } = contact.outcomes;
	const conditions = approval?.state === 'granted' ? approval.conditions : [];
	return { ...now, staged, planned: all, means: basis.request.means, conditions };
}
