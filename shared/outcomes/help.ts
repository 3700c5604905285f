/**
 * What is done or declined before a customer with nothing left to pay with goes (policy P3): discounts, Council Tax
 * Support, hardship relief (LGFA 1992 s13A(1)(c)), a benefit check, debt advice, agents called back, and a hold with an
 * end and an owner. A thing is done when what it stages stands in this contact, and never because a box was ticked;
 * declined, it has a reason. Until each is one or the other nothing is read back, committed or finished.
 */
import { NO_REACH } from '../customers/wishes/wish.ts';
import type { Entitlement } from '../law/entitlements.ts';
import { decide, isAdviser, type Circumstance } from './decide.ts';
import {
	NO_SURPLUS_STEPS,
	type DeclinedBecause,
	type NoSurplusStep,
	type OutcomeOf,
	type StagedOutcome
} from './outcome.ts';

/** What the contact says beside what is staged. */
export type HelpHeard = {
	/** Entitlements of which it is settled in this contact whether they apply. */
	settled: readonly Entitlement[];
	/** A colleague or a queue was spoken to while the customer waited. */
	hasConsulted: boolean;
};

export type HelpState = 'done' | 'declined' | 'not-needed' | 'open';

export type Help = {
	step: NoSurplusStep;
	state: HelpState;
	/** Of what was declined. */
	because: DeclinedBecause | null;
	/** What an open one still wants, where it is begun: `2 of 5 asked`. */
	begun: string | null;
	/** Who gives the advice that is done. */
	adviser: string | null;
};

export type HelpAsked = Omit<Circumstance, 'reach'> & {
	staged: readonly StagedOutcome[];
	help: HelpHeard;
};

const OF_A_HOME: readonly Entitlement[] = [
	'single-person-discount',
	'student-exemption',
	'care-leaver-relief',
	'disregarded-adult',
	'disabled-band-reduction'
];

/** Each reduction of a bill that somebody is asked about. */
export const DISCOUNTS: Record<Circumstance['payer'], readonly Entitlement[]> = {
	person: OF_A_HOME,
	'sole-trader': [...OF_A_HOME, 'small-business-relief'],
	company: ['small-business-relief']
};

export const HELP_NAMES: Record<NoSurplusStep, string> = {
	discounts: 'discounts',
	'council-tax-support': 'Council Tax Support',
	'hardship-relief': 'hardship relief',
	'benefit-check': 'the benefit check',
	'debt-advice': 'free debt advice',
	'agents-recalled': 'calling the agents back',
	hold: 'the hold'
};

export const DECLINED_NAMES: Record<DeclinedBecause, string> = {
	'has-it': 'they have it already',
	'not-for-them': 'it does not apply to them',
	'does-not-want': 'they do not want it',
	'by-themselves': 'they will do it themselves',
	'cut-off': 'the call ended first'
};

/** All seven, in the order in which they are gone through. */
export function helpOf(asked: HelpAsked): Help[] {
	const { steps = [] } = helpIn(asked.staged) ?? {};
	return NO_SURPLUS_STEPS.map((step) => {
		const none = { step, because: null, begun: null, adviser: null };
		if (DONE[step](asked)) {
			const adviser = step === 'debt-advice' ? adviserOf(asked) : null;
			return { ...none, state: 'done', adviser };
		}
		if (NOT_NEEDED[step]?.(asked)) return { ...none, state: 'not-needed' };
		const because = steps.find((one) => one.step === step && one.answer === 'declined')?.because;
		if (because) return { ...none, state: 'declined', because };
		return { ...none, state: 'open', begun: BEGUN[step]?.(asked) ?? null };
	});
}

/** Neither done nor declined. */
export function helpLeft(asked: HelpAsked): NoSurplusStep[] {
	return helpOf(asked).flatMap(({ step, state }) => (state === 'open' ? [step] : []));
}

/** `Nothing is left to pay with: hardship relief and the hold are neither done nor declined.` */
export function sayHelpLeft(left: readonly NoSurplusStep[]): string {
	const names = left.map((step) => HELP_NAMES[step]);
	const last = names.at(-1) ?? '';
	const listed = names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
	const are = names.length < 2 ? 'is' : 'are';
	return `Nothing is left to pay with, and ${listed} ${are} neither done nor declined.`;
}

export function helpIn(staged: readonly StagedOutcome[]): OutcomeOf<'no-surplus'> | undefined {
	return staged.find((outcome) => outcome.kind === 'no-surplus');
}

/** Which of their debts could be taken back from agents now. */
export function withAgents(now: Omit<Circumstance, 'reach'>): readonly string[] {
	const circumstance = { ...now, reach: NO_REACH };
	return now.debts
		.map(({ id }) => id)
		.filter((debtId) => decide({ kind: 'recall', id: '', debtId }, circumstance).ok);
}

type Question = (asked: HelpAsked) => boolean;

const DONE: Record<NoSurplusStep, Question> = {
	discounts: (asked) => DISCOUNTS[asked.payer].every((one) => isSettled(one, asked)),
	'council-tax-support': (asked) =>
		asked.hasCouncilTaxSupport === true || isSettled('council-tax-support', asked),
	'hardship-relief': (asked) => isClaimed('hardship-relief', asked),
	'benefit-check': (asked) => isClaimed('benefit-check', asked),
	'debt-advice': (asked) => adviserOf(asked) !== null,
	'agents-recalled': (asked) => {
		const there = withAgents(asked);
		return there.length > 0 && there.every((debtId) => isRecalled(debtId, asked.staged));
	},
	hold: ({ staged }) => (helpIn(staged)?.debtIds.length ?? 0) > 0
};

/** Companies have no Council Tax Support and no benefits; nobody is called back where nobody is sent. */
const NOT_NEEDED: Partial<Record<NoSurplusStep, Question>> = {
	'council-tax-support': ({ payer }) => payer === 'company',
	'benefit-check': ({ payer }) => payer === 'company',
	'agents-recalled': (asked) => withAgents(asked).length === 0
};

const BEGUN: Partial<Record<NoSurplusStep, (asked: HelpAsked) => string | null>> = {
	discounts: (asked) => {
		const all = DISCOUNTS[asked.payer];
		const count = all.filter((one) => isSettled(one, asked)).length;
		return count === 0 ? null : `${count} of ${all.length} asked`;
	},
	'agents-recalled': (asked) => {
		const there = withAgents(asked);
		const count = there.filter((debtId) => isRecalled(debtId, asked.staged)).length;
		return count === 0 ? null : `${count} of ${there.length} called back`;
	}
};

function isSettled(entitlement: Entitlement, { help }: HelpAsked): boolean {
	return help.settled.includes(entitlement);
}

function isClaimed(entitlement: Entitlement, { staged }: HelpAsked): boolean {
	return staged.some((one) => one.kind === 'claim' && one.entitlement === entitlement);
}

function isRecalled(debtId: string, staged: readonly StagedOutcome[]): boolean {
	return staged.some((one) => one.kind === 'recall' && one.debtId === debtId);
}

/** Who of the council's list (policy DA) advises them: they are put through now, or a call with them is booked. */
function adviserOf({ staged, help, policy }: HelpAsked): string | null {
	const putThrough = (helpIn(staged)?.steps ?? []).filter(
		({ step, answer }) => help.hasConsulted && step === 'debt-advice' && answer === 'done'
	);
	const booked = staged.flatMap((one) =>
		one.kind === 'callback' && one.about === 'debt-advice' ? [one] : []
	);
	const named = [...putThrough, ...booked].map(({ adviser }) => adviser);
	return named.find((name) => name !== undefined && isAdviser(name, policy)) ?? null;
}
