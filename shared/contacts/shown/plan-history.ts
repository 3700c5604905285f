/**
 * What has happened about the payment plans and promises of one person, as lines of their history: that a plan was
 * agreed, what goes on beside it, each change of its life with the rule it stands on, and what became of a promise.
 */
import { EVENT_NAMES } from '../../arrangements/life/event-names.ts';
import type { LifeEvent } from '../../arrangements/life/states.ts';
import { COLLECTOR_NAMES } from '../../arrangements/terms/collector.ts';
import { formatPounds, type Pence } from '../../money/pence.ts';
import { formatDay, type Day } from '../../time/day.ts';
import { RHYTHM_NAMES, type Rhythm } from '../../time/pay-days.ts';

export type AgreementRecord = {
	id: string;
	on: Day;
	number: string;
	amount: Pence;
	rhythm: Rhythm;
	total: Pence;
	state: string;
	/** What goes on beside it, of debts that were left out. */
	beside?: readonly { debt: string; kind: string; takes: Pence | null; every: string }[];
	/** By which it was agreed. */
	rules?: readonly string[];
	/** What happened to it after it was agreed. */
	moves: readonly { on: Day; event: LifeEvent; rules: readonly string[]; by: string | null }[];
};

export type PromiseRecord = {
	on: Day;
	amount: Pence;
	byOn: Day;
	state: 'live' | 'kept' | 'broken' | 'withdrawn';
	settledOn: Day | null;
};

/** One of the history's lines, of no amount. */
type PlanLine = {
	kind: 'agreement';
	on: Day;
	what: string;
	more: string;
	debt: string | null;
	amount: null;
	planId?: string;
};

export function linesOfAgreement(plan: AgreementRecord): PlanLine[] {
	return [lineOfAgreement(plan), ...linesBeside(plan), ...linesOfLife(plan)];
}

const ARRANGED: Readonly<Record<string, string>> = {
	active: 'Payment plan agreed',
	late: 'Payment plan agreed, and late now',
	completed: 'Payment plan agreed, and completed',
	broken: 'Payment plan agreed, and broken',
	cancelled: 'Payment plan agreed, and cancelled',
	superseded: 'Payment plan agreed, and replaced by another'
};

function lineOfAgreement(plan: AgreementRecord): PlanLine {
	return {
		kind: 'agreement',
		on: plan.on,
		planId: plan.id,
		what: ARRANGED[plan.state] ?? 'Payment plan agreed',
		more: `${plan.number}: ${formatPounds(plan.amount)} ${RHYTHM_NAMES[plan.rhythm]}, ${formatPounds(plan.total)} in all.${byRules(plan.rules ?? [])}`,
		debt: null,
		amount: null
	};
}

const COLLECTORS: Readonly<Record<string, string>> = COLLECTOR_NAMES;

/** Nothing of these stopped: the customer wanted them to go on. */
function linesBeside({ id, on, number, beside = [] }: AgreementRecord) {
	return beside.map(({ debt, kind, takes, every }): PlanLine => {
		const name = COLLECTORS[kind] ?? 'what collects it';
		const sum = takes === null ? '' : `, ${formatPounds(takes)} a ${every}`;
		return {
			kind: 'agreement',
			on,
			planId: id,
			what: `Goes on as it is: ${name}${sum}`,
			more: `Left out of plan ${number}.`,
			debt,
			amount: null
		};
	});
}

/** Each with the rule that it stands on. */
function linesOfLife({ id, number, moves }: AgreementRecord): PlanLine[] {
	return moves.map(({ on, event, rules, by }) => ({
		kind: 'agreement',
		on,
		planId: id,
		what: `${EVENT_NAMES[event]}${by === null ? '' : `, by ${by}`}`,
		more: `${number}.${byRules(rules)}`,
		debt: null,
		amount: null
	}));
}

function byRules(rules: readonly string[]): string {
	return rules.length > 0 ? ` By council policy ${rules.map(shortId).join(', ')}.` : '';
}

/** As people name a row of policy: without the book it is in. */
function shortId(rule: string): string {
	return rule.replace(/^policy\./, '');
}

const PROMISES: Record<'kept' | 'broken' | 'withdrawn', string> = {
	kept: 'Promise kept',
	broken: 'Promise not kept',
	withdrawn: 'Promise withdrawn'
};

export function linesOfPromise(promise: PromiseRecord & { debt: string }): PlanLine[] {
	const { on, amount, byOn, state, settledOn, debt } = promise;
	const line = { kind: 'agreement' as const, debt, amount: null };
	const sum = `${formatPounds(amount)} by ${formatDay(byOn)}.`;
	const made = { ...line, on, what: 'Promised to pay', more: sum + byRules(['L8']) };
	if (state === 'live' || settledOn === null) return [made];
	return [
		made,
		{ ...line, on: settledOn, what: PROMISES[state], more: sum + byRules(['L8', 'L1']) }
	];
}
