/**
 * What already collects a debt before a plan for it is agreed. Nobody pays twice for one debt (policy CT5), so that of
 * each it is asked whether the plan replaces it, it goes on and the debt is left out, or it stops. Who may end what an
 * order takes is policy's.
 */
import type { DebtRecord } from '../../debts/debt.ts';
import type { AgreeingRole } from '../../law/policy-rows.ts';
import {
	COLLECTOR_NAMES,
	collectorOf,
	sayCollector,
	type CollectingAnswer,
	type Collector
} from './collector.ts';
import type { Sorting } from './debt.ts';
import { sayPounds } from '../../money/pence.ts';
import { isInMoratorium } from './moratorium.ts';
import { recallBy } from './recall.ts';
import { rowOf } from './rows.ts';

export type Collecting = Collector & {
	debtId: string;
	title: string;
	/** Who may end it, and the row of policy that says so. */
	role: AgreeingRole;
	rule: string;
	/** The plan would take what is overdue alone: its instalments go on to fall due. */
	isOverdueOnly: boolean;
	/** Null until the customer has said. */
	answer: CollectingAnswer | null;
};

/** Each that must be asked about: of a debt that a plan could be for, and that somebody may end. */
export function collectingAmong(debts: readonly DebtRecord[], sorting: Sorting): Collecting[] {
	if (sorting.isInMoratorium || isInMoratorium(debts, sorting.today)) return [];
	return debts.flatMap((debt) => {
		const collector = collectorOf(debt, sorting.today);
		const ending = collector && endingOf(debt, { collector, sorting });
		if (!ending || isAsideAnyway(debt, sorting)) return [];
		return [{ ...collector, ...ending, debtId: debt.id, title: debt.title }];
	});
}

function isAsideAnyway(debt: DebtRecord, { notRight, leftOut }: Sorting): boolean {
	const isArranged = debt.agreed?.arrangedOn != null;
	return debt.balance <= 0 || isArranged || notRight.includes(debt.id) || leftOut.includes(debt.id);
}

/** Null where nobody here may end it: a hold, a court's or a warrant's, another person's. */
function endingOf(
	debt: DebtRecord,
	{ collector, sorting }: { collector: Collector; sorting: Sorting }
): Pick<Collecting, 'role' | 'rule' | 'isOverdueOnly' | 'answer'> | null {
	const row = rowOf(debt, { ...sorting, ended: [] });
	const { id: rule, value: policyRow } = sorting.policy[row];
	const isOverdueOnly = policyRow.inPlan === 'overdue';
	const answer = sorting.collecting?.[debt.id] ?? null;
	if (row === 'HO' || row === 'OT' || row === 'HB1') return null;
	if (collector.kind === 'agents') {
		const recall = recallBy(debt, { row, ...sorting });
		const isRecalled = sorting.ended.includes(debt.id);
		const kept = answer === 'keep' ? answer : null;
		return (
			recall && { role: recall.role, rule, isOverdueOnly, answer: isRecalled ? 'replace' : kept }
		);
	}
	if (collector.kind === 'direct-debit' || collector.kind === 'standing-order')
		return policyRow.outside ? null : { role: 'officer', rule, isOverdueOnly, answer };
	const role = row === 'HB2' ? 'leader' : policyRow.outside?.mayAgree;
	return role ? { role, rule, isOverdueOnly, answer } : null;
}

/** Orders and deductions that a plan takes the place of, or that stop: the debt then stands as under its order. */
export function endedBy(
	debts: readonly DebtRecord[],
	answers: Readonly<Record<string, CollectingAnswer>>
): string[] {
	const isEnded = (answer: CollectingAnswer | undefined) =>
		answer === 'replace' || answer === 'stop';
	return debts
		.filter(
			({ id, facts }) => facts.method && facts.method.kind !== 'agents' && isEnded(answers[id])
		)
		.map(({ id }) => id);
}

/** Taken back from agents is told as a recall; everything else that ends is told by this. */
export function endings(collecting: readonly Collecting[]): readonly Collecting[] {
	return collecting.filter(
		({ kind, answer }) => kind !== 'agents' && (answer === 'replace' || answer === 'stop')
	);
}

/** What is to be answered first; null when nothing is. */
export function sayUnanswered(collecting: readonly Collecting[]): string | null {
	const open = collecting.find(({ answer }) => answer === null);
	return open
		? `${open.title} is already being collected, ${sayCollector(open)}. Ask whether this plan replaces it, it goes on and the account is left out, or it stops.`
		: null;
}

/** As it is read back. Of one that goes on, why its debt is left out says it. */
export function sayEnding({ title, kind, answer, isOverdueOnly }: Collecting): string {
	const name = COLLECTOR_NAMES[kind];
	const isReplaced = answer === 'replace';
	const place = isReplaced
		? isOverdueOnly
			? ' This plan takes its place for what is overdue; the instalments still to come are to be paid another way.'
			: ' This plan takes its place.'
		: '';
	if (kind === 'standing-order')
		return `Please cancel your standing order for ${title} today: only you can.${place}`;
	if (kind === 'direct-debit') return `We end the Direct Debit for ${title}.${place}`;
	return `We end the ${name} for ${title}.${place} What is still taken before it ends is paid off what is owed.`;
}

/** What goes on beside the plan as the customer wants it, so that its debt is left out. */
export function goingOn(collecting: readonly Collecting[]): readonly Collecting[] {
	return collecting.filter(({ answer }) => answer === 'keep');
}

/** As it is kept with the plan: nothing stops, and nobody is told to stop anything. */
export type Beside = Collector & { debtId: string };

export function besideOf(collecting: readonly Collecting[]): Beside[] {
	return goingOn(collecting).map(({ debtId, kind, takes, every, nextOn }) => ({
		debtId,
		kind,
		takes,
		every,
		nextOn
	}));
}

/** As it is read back and stands on the agreement. */
export function sayGoingOn(one: Collecting): string {
	const { kind, title, takes, every } = one;
	if (kind === 'agents')
		return `Enforcement agents go on with ${title}: this plan does not stop them.`;
	const sum = takes === null ? '' : `, ${sayPounds(takes)} a ${every},`;
	return `The ${COLLECTOR_NAMES[kind]} for ${title}${sum} goes on beside this plan: we do not stop it.`;
}

/** What became of each, for a contact's record: sums, and no account's name. */
export function sayBecame(collecting: readonly Collecting[]): string[] {
	return collecting.flatMap((one) => {
		if (one.answer === null) return [];
		const said =
			one.kind === 'agents' ? 'enforcement agents' : sayCollector({ ...one, nextOn: null });
		if (one.answer === 'keep') return [`Goes on beside it, that account left out: ${said}`];
		if (one.kind === 'agents') return [];
		return [`${one.answer === 'replace' ? 'Replaced by it' : 'Stopped'}: ${said}`];
	});
}
