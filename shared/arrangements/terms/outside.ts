/**
 * Why a debt is not in a payment plan, in words for the customer, with what they can do instead: policy's own reason
 * for its row, made particular to this debt, or a reason of the moment.
 */
import type { DebtRecord, Hold } from '../../debts/debt.ts';
import { holdLabel, holdsInForce } from '../../debts/holds.ts';
import type { RowId } from '../../law/policy-rows.ts';
import { formatPounds, pence, type Pence } from '../../money/pence.ts';
import { formatDay, type Day } from '../../time/day.ts';
import { isVaried } from '../life/replaced.ts';
import { COLLECTOR_NAMES, collectorOf, sayCollector } from './collector.ts';
import type { DebtOutside, Sorting } from './debt.ts';
import { isSpared } from './moratorium.ts';
import { recallBy } from './recall.ts';
import { whoCollects } from './who-collects.ts';

export type Reason = { why: string; instead: string };

/** What keeps a debt out that policy would let in. */
export function reasonOfTheMoment(
	debt: DebtRecord,
	{ owed, sorting }: { owed: Pence; sorting: Sorting }
): Reason | null {
	if (sorting.notRight.includes(debt.id))
		return {
			why: 'The customer says it is not right.',
			instead: 'It is looked at again and held meanwhile.'
		};
	const { arrangedOn } = debt.agreed ?? {};
	if (arrangedOn && !mayLeaveItsPlan(debt, sorting))
		return {
			why: `It is already in a payment plan, agreed on ${formatDay(arrangedOn)}.`,
			instead: 'That plan goes on.'
		};
	if (!arrangedOn && (sorting.varying ?? []).length > 0)
		return {
			why: 'It is not in the plan that is changed.',
			instead: 'It can be in a new plan with the others.'
		};
	if (debt.balance <= 0)
		return { why: 'Nothing is owed on it.', instead: 'Nothing needs to be done.' };
	if (owed <= 0)
		return { why: 'Nothing on it is overdue.', instead: 'Its instalments go on as they are.' };
	if (sorting.isInMoratorium && isSpared(debt, sorting.payer))
		return {
			why: 'Breathing space is running, and nothing else is asked for meanwhile.',
			instead: 'It is proposed to the debt adviser and not chased.'
		};
	const collected = reasonOfCollecting(debt, sorting);
	if (collected) return collected;
	if (!sorting.leftOut.includes(debt.id)) return null;
	return {
		why: 'The customer wants to deal with it separately.',
		instead: 'It is collected as before.'
	};
}

function reasonOfCollecting(debt: DebtRecord, { collecting, today }: Sorting): Reason | null {
	const collector = collectorOf(debt, today);
	const answer = collecting?.[debt.id];
	if (!collector || answer === undefined || answer === 'replace') return null;
	const name = COLLECTOR_NAMES[collector.kind];
	return answer === 'keep'
		? { why: `It is paid already, ${sayCollector(collector)}.`, instead: 'That goes on as it is.' }
		: {
				why: `Its ${name} stops, and it is not agreed how it is paid.`,
				instead: 'It is collected by its next step unless something is agreed.'
			};
}

/** A plan that is late is not varied: another takes its place. */
function mayLeaveItsPlan(
	{ agreed }: DebtRecord,
	{ replacing = [], varying = [] }: Sorting
): boolean {
	const plan = agreed?.plan;
	if (!plan) return false;
	return replacing.includes(plan.id) || isVaried(plan, varying);
}

export function outsideFor(
	debt: DebtRecord,
	{ row, reason, sorting }: { row: RowId; reason: Reason; sorting: Sorting }
): DebtOutside {
	const { id: rule, value: policyRow } = sorting.policy[row];
	return {
		debtId: debt.id,
		rule,
		title: debt.title,
		reference: debt.reference,
		row,
		collectedBy: whoCollects(debt, { row, sorting }),
		mayAgree: recallBy(debt, { row, ...sorting })?.role ?? policyRow.outside?.mayAgree ?? null,
		...particular(debt, { row, reason: plainReason(reason), today: sorting.today })
	};
}

/** A row of policy says more than why; what a reason is made of is taken from it. */
function plainReason({ why, instead }: Reason): Reason {
	return { why, instead };
}

/** Until when it is held, how much is already taken, by when to pay or challenge it. */
function particular(
	debt: DebtRecord,
	{ row, reason, today }: { row: RowId; reason: Reason; today: Day }
): Pick<DebtOutside, 'why' | 'instead' | 'until'> {
	const { challengeUntilOn, method } = debt.facts;
	const [hold] = holdsInForce(debt, today);
	if (hold && (row === 'HO' || row === 'HB1')) return heldReason(hold);
	if (method?.takesPence && (row === 'CT5' || row === 'HB2')) {
		const taken = `${formatPounds(pence(method.takesPence))} a ${method.every ?? 'month'}`;
		return { ...reason, why: `${taken} is already taken for it.`, until: null };
	}
	const isOpen = challengeUntilOn !== undefined && challengeUntilOn >= today;
	const until = isOpen ? challengeUntilOn : null;
	if (until === null || row !== 'PC1') return { ...reason, until };
	return { ...reason, why: `${reason.why} That is until ${formatDay(until)}.`, until };
}

/**
 * While a discount or support claim is open the lower figure is paid on account (policy H1). Of a hold made for the
 * other person only that there is one is said: neither why nor until when.
 */
function heldReason(hold: Hold): Reason & { until: Day | null } {
	const until = hold.mine === false ? null : hold.untilOn;
	const held = `${holdLabel(hold)}${until ? ` until ${formatDay(until)}` : ''}`;
	if (hold.kind === 'application-pending')
		return {
			why: `${held}.`,
			instead: 'It is paid on account at the lower figure until the claim is decided.',
			until
		};
	return {
		why: `${held}: nothing is asked for.`,
		instead: 'Nothing needs to be paid while it is held.',
		until
	};
}
