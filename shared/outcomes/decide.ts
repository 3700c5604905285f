/**
 * Whether an outcome may be committed, by whom, and by which rule: policy L8 for a promise, H1 for a hold, P3 where
 * nothing is left, CT6 and CT7 for a recall. What is above the officer's own authority is asked of a team leader live.
 */
import { promiseFor, type PromiseRefusal } from '../arrangements/promise.ts';
import { recallBy } from '../arrangements/terms/recall.ts';
import { rowOf, type Payer } from '../arrangements/terms/rows.ts';
import type { DebtRecord } from '../debts/debt.ts';
import { holdsInForce } from '../debts/holds.ts';
import { holdFor, type HeldFor } from '../law/hold-length.ts';
import { AGREEING_ROLES, type AgreeingRole } from '../law/policy-rows.ts';
import type { ContactPolicy } from '../law/policy-values.ts';
import { mayRing, sayAgainst } from '../customers/wishes/ring.ts';
import type { Reach } from '../customers/wishes/wish.ts';
import { sayNoLetters, sendingOf } from '../customers/wishes/write.ts';
import type { Day } from '../time/day.ts';
import { asLetter, debtsOf, ringingOf, type OutcomeOf, type StagedOutcome } from './outcome.ts';

export type Circumstance = {
	debts: readonly DebtRecord[];
	hasSupportNeed: boolean;
	/** As their statement tells; not known without one. */
	hasCouncilTaxSupport?: boolean;
	payer: Payer;
	today: Day;
	policy: ContactPolicy;
	/** How the customer may be reached. */
	reach: Reach;
};

export type OutcomeRefusal =
	| 'no-such-debt'
	| 'too-long'
	| 'more-than-owed'
	| 'in-the-past'
	| 'not-with-agents'
	| 'no-such-adviser'
	| PromiseRefusal;

/** The customer asked not to be reached like that. */
export type AgainstWish = 'not-to-be-rung-so' | 'no-letters';

export type Decided =
	/** `until` is the last day recovery is held, where it is. */
	| { ok: true; role: AgreeingRole; cites: readonly string[]; until: Day | null }
	| { ok: false; because: OutcomeRefusal }
	/** `says` names the wish, and what is allowed. */
	| { ok: false; because: AgainstWish; says: string };

export function decide(outcome: StagedOutcome, now: Circumstance): Decided {
	const known = new Set(now.debts.map((debt) => debt.id));
	if (debtsOf(outcome).some((debtId) => !known.has(debtId))) return refused('no-such-debt');
	switch (outcome.kind) {
		case 'promise':
			return promiseDecided(outcome, now);
		case 'hold':
			return heldDecided(outcome, outcome.why, now);
		case 'claim':
			return outcome.debtIds.length === 0
				? theirs([], null)
				: heldDecided(outcome, 'application-pending', now);
		case 'no-surplus':
			return helpDecided(outcome, now);
		case 'payment':
			return outcome.amount > debtWith(outcome.debtId, now).balance
				? refused('more-than-owed')
				: theirs([], null);
		case 'recall':
			return recallDecided(outcome, now);
		case 'callback':
			return callbackDecided(outcome, now);
		case 'letter':
			return letterDecided(outcome, now);
		case 'nothing-agreed':
			return theirs([], null);
	}
}

/** One of the council's own list (policy DA). */
export function isAdviser(name: string, policy: Pick<ContactPolicy, 'DA'>): boolean {
	return policy.DA.value.advisers.includes(name);
}

/** Whoever is said to advise them is one of that list, as it is now. */
function helpDecided(outcome: OutcomeOf<'no-surplus'>, now: Circumstance): Decided {
	const { P3, DA } = now.policy;
	const named = outcome.steps.flatMap(({ adviser }) => adviser ?? []);
	if (!named.every((name) => isAdviser(name, now.policy))) return refused('no-such-adviser');
	const held =
		outcome.debtIds.length === 0 ? theirs([], null) : heldDecided(outcome, 'no-surplus', now);
	const cited = alsoCites(held, P3.id);
	return named.length === 0 ? cited : alsoCites(cited, DA.id);
}

function callbackDecided(outcome: OutcomeOf<'callback'>, now: Circumstance): Decided {
	const { C1, DA } = now.policy;
	const { adviser } = outcome;
	if (outcome.on < now.today) return refused('in-the-past');
	if (adviser !== undefined && !isAdviser(adviser, now.policy)) return refused('no-such-adviser');
	const may = mayRing(ringingOf(outcome), now.reach, now.today);
	if (may.ok) return theirs(adviser === undefined ? [C1.id] : [C1.id, DA.id], null);
	return { ok: false, because: 'not-to-be-rung-so', says: sayAgainst(may.against) };
}

function letterDecided(outcome: OutcomeOf<'letter'>, now: Circumstance): Decided {
	const sent = sendingOf(asLetter(outcome), now.reach);
	if (sent.ok) return theirs([], null);
	return { ok: false, because: 'no-letters', says: sayNoLetters(sent.wish) };
}

/** The highest authority that any of them asks for. */
export function highestRole(roles: readonly AgreeingRole[]): AgreeingRole {
	const highest = Math.max(0, ...roles.map((role) => AGREEING_ROLES.indexOf(role)));
	return AGREEING_ROLES[highest] ?? 'manager';
}

export function isWithin(role: AgreeingRole, own: AgreeingRole): boolean {
	return AGREEING_ROLES.indexOf(role) <= AGREEING_ROLES.indexOf(own);
}

function promiseDecided(outcome: OutcomeOf<'promise'>, now: Circumstance): Decided {
	const debt = debtWith(outcome.debtId, now);
	if (outcome.amount > debt.balance) return refused('more-than-owed');
	const isInMoratorium = holdsInForce(debt, now.today).some(
		({ kind }) => kind === 'breathing-space' || kind === 'mental-health-crisis'
	);
	const promised = promiseFor(
		{
			by: outcome.by,
			today: now.today,
			other: debt.agreed?.promise ?? null,
			isInMoratorium
		},
		now.policy.L8.value
	);
	if (!promised.ok) return promised;
	return { ok: true, role: promised.role, cites: [now.policy.L8.id], until: promised.holdsUntil };
}

/** A second hold of the same kind on the same debt is more of it, and may be another's to give. */
function heldDecided(
	{ debtIds, days }: { debtIds: readonly string[]; days: number },
	kind: HeldFor,
	now: Circumstance
): Decided {
	const isMore = debtIds.some((debtId) =>
		debtWith(debtId, now).holds.some((hold) => hold.kind === kind && hold.fromOn < now.today)
	);
	const held = holdFor({ kind, days, fromOn: now.today, isMore }, now.policy.H1.value);
	if (!held.ok) return refused(held.because);
	return { ok: true, role: held.role, cites: [now.policy.H1.id], until: held.lastDay };
}

function recallDecided({ debtId }: OutcomeOf<'recall'>, now: Circumstance): Decided {
	const debt = debtWith(debtId, now);
	const { hasSupportNeed, hasCouncilTaxSupport = false, payer, today } = now;
	const row = rowOf({ ...debt, holds: [] }, { payer, today, ended: [] });
	const recall = recallBy(debt, {
		row,
		hasSupportNeed,
		hasCouncilTaxSupport,
		shouldNotBeThere: holdsInForce(debt, today).length > 0 ? [debtId] : [],
		goodsTaken: []
	});
	if (!recall) return refused('not-with-agents');
	return { ok: true, role: recall.role, cites: [now.policy[row].id], until: null };
}

function debtWith(debtId: string, { debts }: Circumstance): DebtRecord {
	const debt = debts.find(({ id }) => id === debtId);
	if (!debt) throw new Error('An outcome is about a debt that is not there.');
	return debt;
}

function theirs(cites: readonly string[], until: Day | null): Decided {
	return { ok: true, role: 'officer', cites, until };
}

function alsoCites(decided: Decided, rule: string): Decided {
	return decided.ok ? { ...decided, cites: [...decided.cites, rule] } : decided;
}

function refused(because: OutcomeRefusal): Decided {
	return { ok: false, because };
}
