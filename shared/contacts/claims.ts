/**
 * What an answer about an entitlement stages and takes back: what applies is claimed in this contact, and what the
 * claim would lower is held from then on, so that no plan is made on a bill that may fall. The first claim on a debt
 * holds it; when that one is taken back the next does.
 */
import type { TakeUpAnswer } from '../guide/take-up.ts';
import { ENTITLEMENTS, type Entitlement } from '../law/entitlements.ts';
import { debtsAsStaged } from '../outcomes/as-staged.ts';
import { claimOf } from '../outcomes/claim.ts';
import type { OutcomeOf, StagedOutcome } from '../outcomes/outcome.ts';
import type { Contact } from './state/fold.ts';
import type { StagingEvent } from './log/outcome-events.ts';
import { requestFrom, type Known } from './plan-request.ts';

/** `id` is for the claim, where one is made. */
export type TakeUpAnswered = { entitlement: Entitlement; answer: TakeUpAnswer; id: string };

export function claimsAfter(
	contact: Contact,
	known: Known,
	{ entitlement, answer, id }: TakeUpAnswered
): StagingEvent[] {
	const staged = contact.outcomes.staged.map(({ outcome }) => outcome);
	const claimed = claimsIn(staged).find((claim) => claim.entitlement === entitlement);
	if (answer === 'applies') {
		if (claimed) return [];
		const { debts } = requestFrom(contact, known);
		const outcome = { ...claimOf({ ...known, entitlement, debts }), id };
		return [{ type: 'outcomeStaged', outcome }];
	}
	if (!claimed) return [];
	const left = staged.filter((outcome) => outcome.id !== claimed.id);
	const dropped = { type: 'outcomeDropped', outcomeId: claimed.id } as const;
	return [dropped, ...heldInstead(left, contact, known)];
}

/** A claim that held nothing, because another held it already. */
function heldInstead(
	left: readonly StagedOutcome[],
	contact: Contact,
	known: Known
): StagingEvent[] {
	const { sorting } = requestFrom(contact, known);
	const debts = debtsAsStaged(left, { ...sorting, debts: known.debts });
	for (const claim of claimsIn(left).filter(({ debtIds }) => debtIds.length === 0)) {
		const entitlement = ENTITLEMENTS.find((one) => one === claim.entitlement);
		const again = entitlement && claimOf({ ...known, entitlement, debts });
		if (again && again.debtIds.length > 0)
			return [{ type: 'outcomeStaged', outcome: { ...again, id: claim.id } }];
	}
	return [];
}

function claimsIn(staged: readonly StagedOutcome[]): OutcomeOf<'claim'>[] {
	return staged.filter((outcome) => outcome.kind === 'claim');
}
