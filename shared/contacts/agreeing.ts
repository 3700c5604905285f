/**
 * What a contact comes to as it stands: the plan that its offer means and everything staged beside it, over the debts as
 * they are now. The browser makes the read-back from it, and the server makes it again before it commits.
 */
import { replacedBy } from '../arrangements/life/replaced.ts';
import { collectingAmong } from '../arrangements/terms/collecting.ts';
import { NO_REACH } from '../customers/wishes/wish.ts';
import type { PlannedAll, ReadBackInput } from '../outcomes/read-back.ts';
import type { Contact } from './state/fold.ts';
import { helpFrom } from './helping.ts';
import { planFrom, requestFrom, type Known } from './plan-request.ts';

/** Everything that `readBack` takes. */
export function agreeingFrom(contact: Contact, known: Known): ReadBackInput {
	const basis = requestFrom(contact, known);
	const { hasSupportNeed, hasCouncilTaxSupport, payer, today, policy } = basis.sorting;
	const planned = planFrom(contact, basis);
	const all: PlannedAll = planned?.ok
		? {
				...planned,
				outside: basis.outside,
				replaces: replacedBy(planned.plan.debts, {
					records: known.debts,
					varying: contact.offer.varying
				}),
				collecting: collectingAmong(known.debts, basis.sorting)
			}
		: planned;
	const { approval, staged, paymentReference } = contact.outcomes;
	const isHelped = staged.some(({ outcome }) => outcome.kind === 'no-surplus');
	return {
		debts: known.debts,
		hasSupportNeed,
		hasCouncilTaxSupport,
		payer,
		today,
		policy,
		reach: known.person.reach ?? NO_REACH,
		staged: staged.map(({ outcome }) => outcome),
		planned: all,
		paymentReference,
		help: planned?.ok && !isHelped ? null : helpFrom(contact, known),
		means: basis.means,
		conditions: approval?.state === 'granted' ? approval.conditions : []
	};
}
