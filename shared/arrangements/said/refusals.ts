/** Why there is no plan, and in words that a person would say. Each names what would work where something would. */
import { formatPounds, type Pence } from '../../money/pence.ts';
import { formatDay, type Day } from '../../time/day.ts';
import { RHYTHM_NAMES, type Rhythm } from '../../time/pay-days.ts';
import type { LivePlan } from '../../debts/debt.ts';
import type { StatementRefusal } from '../../affordability/statement.ts';
import type { AgreeingRole } from '../../law/policy-rows.ts';
import type { ContactPolicy, ContactRow } from '../../law/policy-values.ts';
import type { AuthorityReason } from './reasons.ts';
import type { Shortage } from '../filling/shortage.ts';
import type { OfferRefusal } from './offer.ts';
import type { Payer } from '../terms/rows.ts';

export type PlanRefusal =
	| OfferRefusal
	| { because: 'nothing-to-plan' }
	| { because: 'statement'; refusal: StatementRefusal }
	/** ContactPolicy P3: the no-surplus outcomes come instead. */
	| {
			because: 'no-surplus';
			left: Pence;
			usable: Pence;
			least: Pence | null;
			holdDays: number;
			/** That the most that is usable is too little; null where only policy's least usable sum says no. */
			proof: { amount: Pence; certificate: Shortage } | null;
	  }
	/** Too little is left beside plans of theirs that go on: money that comes to us already is no want of it. */
	| {
			because: 'in-a-plan';
			plans: readonly Pick<LivePlan, 'id' | 'number'>[];
			taken: Pence;
			left: Pence;
			usable: Pence;
			/** As of `no-surplus`. */
			proof: { amount: Pence; certificate: Shortage } | null;
	  }
	| { because: 'above-left'; left: Pence; most: Pence }
	| { because: 'above-usable'; usable: Pence; most: Pence }
	| {
			because: 'minimums';
			on: Day;
			rhythm: Rhythm;
			due: Pence;
			short: Pence;
			nearest: Pence | null;
			/** The proof, for the checker. */
			certificate: Shortage;
	  }
	/** Only a manager may decide it, for a reason that nobody has written yet. */
	| { because: 'outside-policy'; titles: readonly string[]; by: Day }
	/** An officer set its term, and nobody has written why. */
	| { because: 'term-unexplained'; months: number }
	| Late;

/** A date that law, a court or the highest authority asked for cannot be kept. */
export type Late = {
	because: 'date';
	titles: readonly string[];
	by: Day;
	rhythm: Rhythm;
	/** Altogether by that day, and on each pay-day; null where no payment could be in time. */
	short: Pence;
	shortEach: Pence | null;
	nearest: Pence | null;
	/** The proof, for the checker. */
	certificate: Shortage;
};

export function sayRefusal(refusal: PlanRefusal, payer: Payer = 'person'): string {
	switch (refusal.because) {
		case 'no-amount':
			return 'Enter how much they can pay.';
		case 'pay-day-past':
			return 'Their next pay day is still to come: that one has gone by.';
		case 'first-payment-past':
			return 'The first payment cannot be in the past.';
		case 'first-payment-late':
			return `The first payment must be by ${formatDay(refusal.latest)}.`;
		case 'nothing-to-plan':
			return 'None of these accounts can be in a payment plan.';
		case 'statement':
			return STATEMENT[refusal.refusal];
		case 'no-surplus':
			return `There is not enough for a payment plan: ${formatPounds(refusal.left)} is left each month and ${formatPounds(refusal.usable)} of it is usable. ${HELP[payer]}, and hold recovery for up to ${refusal.holdDays} days.`;
		case 'in-a-plan':
			return sayInAPlan(refusal);
		case 'above-left':
			return `That is more than is left each month, ${formatPounds(refusal.left)}. Nobody can agree it.${upTo(refusal.most)}`;
		case 'above-usable':
			return `That leaves too little for the unexpected.${upTo(refusal.most)} If they still want to, write down why and ask a team leader.`;
		case 'minimums':
			return `${formatPounds(refusal.due)} ${RHYTHM_NAMES[refusal.rhythm]} is the least these accounts need from ${formatDay(refusal.on)}, ${formatPounds(refusal.short)} more than offered.`;
		case 'outside-policy':
			return `Policy lets nobody agree it: ${sayTitles(refusal.titles)} must be clear by ${formatDay(refusal.by)}. A manager may decide outside policy. Write why.`;
		case 'term-unexplained':
			return `Write why ${refusal.months} months, or that they asked for it.`;
		case 'date':
			return sayLate(refusal);
	}
}

/** A company has no benefits. */
const HELP: Record<Payer, string> = {
	person: 'Look at discounts, hardship relief, benefits and debt advice',
	'sole-trader': 'Look at reliefs and discounts, benefits and debt advice',
	company: 'Look at reliefs of its bill and advice for businesses'
};

const STATEMENT: Record<StatementRefusal, string> = {
	'no-income': 'There is no income on the statement yet. Ask about it first.',
	'not-answered': 'The three questions have not been answered yet.',
	'not-affordable':
		'They say it is not affordable after rent, food and heating. Make the statement first.',
	'change-not-written': 'Write down what is about to change.',
	'no-money-in': 'There is no money coming in on the cash flow yet. Ask about it first.',
	'weeks-missing': 'The cash flow does not have all of its thirteen weeks yet.'
};

/** Why a team leader or a manager is asked. */
export function sayReason(reason: AuthorityReason): string {
	const who = WHO[reason.role];
	switch (reason.kind) {
		case 'not-theirs':
			return `A plan for ${sayTitles(reason.titles)} is not ${who}’s to agree.`;
		case 'longer':
			return `It is longer than ${who} may agree for ${sayTitles(reason.titles)}, by ${formatDay(reason.by)}.`;
		case 'above-usable':
			return `It is more than is usable each month, and they ask for it: ${reason.words}`;
		case 'outside-policy':
			return `Policy lets nobody agree it: ${sayTitles(reason.titles)} must be clear by ${formatDay(reason.by)}. A manager may decide outside policy.`;
		case 'again':
			return `Of their plans ${reason.times} ended unpaid lately: another is not ${who}’s to agree.`;
	}
}

/** Of more than two only how many: each stands in the table with its day. */
export function sayTitles(titles: readonly string[]): string {
	return titles.length > 2 ? `${titles.length} of these accounts` : titles.join(' and ');
}

const WHO: Record<AgreeingRole, string> = {
	officer: 'an officer',
	leader: 'a team leader',
	manager: 'a manager'
};

/** The rows of policy that a refusal stands on. */
export function rulesOfRefusal(refusal: PlanRefusal, policy: ContactPolicy): string[] {
	return ROWS[refusal.because].map((row) => policy[row].id);
}

const ROWS: Record<PlanRefusal['because'], readonly ContactRow[]> = {
	'no-amount': [],
	'pay-day-past': ['P8'],
	'first-payment-past': ['P8'],
	'first-payment-late': ['P8'],
	'nothing-to-plan': [],
	statement: ['P7'],
	'no-surplus': ['P1', 'P2', 'P3'],
	'in-a-plan': ['P2', 'P3'],
	'above-left': ['P1', 'P2'],
	'above-usable': ['P2'],
	'outside-policy': ['P5'],
	'term-unexplained': ['P4'],
	minimums: ['P5'],
	date: ['P5']
};

function sayInAPlan(refusal: Extract<PlanRefusal, { because: 'in-a-plan' }>): string {
	const { plans, taken, usable } = refusal;
	const named = plans.map(({ number }) => number).join(' and ');
	const their = plans.length === 1 ? 'plan' : 'plans';
	return `${formatPounds(taken)} a month goes to their ${their} ${named} already, and ${formatPounds(usable)} is usable beside it: too little for these accounts too. One plan can take all of it in, or what they pay by that one can change first.`;
}

function upTo(most: Pence): string {
	return most > 0 ? ` Up to ${formatPounds(most)} can be agreed.` : '';
}

function sayLate({ titles, by, rhythm, shortEach, nearest }: Late): string {
	const what = `for ${titles.join(' and ')} by ${formatDay(by)}`;
	if (shortEach === null || nearest === null) return `There is no payment day in time ${what}.`;
	return `${formatPounds(shortEach)} ${RHYTHM_NAMES[rhythm]} short ${what}. ${formatPounds(nearest)} would do it.`;
}
