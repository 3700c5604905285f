/** How a plan reads on the officer's screen. Every figure and date in it is the plan's own. */
import type { Plan, Planned } from '#shared/arrangements/plan.ts';
import type { PlanRefusal } from '#shared/arrangements/refusals.ts';
import { METHOD_NAMES, METHODS } from '#shared/arrangements/schedule.ts';
import { AGREEING_ROLES, type AgreeingRole } from '#shared/law/policy-rows.ts';
import { formatPounds, type Pence } from '#shared/money/pence.ts';
import { formatDay, type Day } from '#shared/time/day.ts';
import { RHYTHM_NAMES, RHYTHMS } from '#shared/time/pay-days.ts';

export const RHYTHM_CHOICES = RHYTHMS.map((value) => ({
	value,
	label: {
		weekly: 'Weekly',
		fortnightly: 'Every two weeks',
		'four-weekly': 'Every four weeks',
		monthly: 'Monthly'
	}[value]
}));

export const METHOD_CHOICES = METHODS.map((value) => ({
	value,
	label: METHOD_NAMES[value].replace(/^./, (first) => first.toUpperCase())
}));

const WHO: Record<AgreeingRole, string> = {
	officer: 'Within your limit',
	leader: 'Needs a team leader',
	manager: 'Needs a manager'
};

export function authorityText(role: AgreeingRole, own: AgreeingRole): string {
	return isWithin(role, own) ? WHO.officer : WHO[role];
}

export function isWithin(role: AgreeingRole, own: AgreeingRole): boolean {
	return AGREEING_ROLES.indexOf(role) <= AGREEING_ROLES.indexOf(own);
}

/** `26 payments, the last £20.62 on 2 January 2029`. */
export function lengthText({ payments }: Plan): string {
	const last = payments.at(-1);
	if (!last) return '';
	const on = formatDay(last.takenOn);
	if (payments.length === 1) return `One payment, on ${on}`;
	return `${payments.length} payments, the last ${formatPounds(last.amount)} on ${on}`;
}

/** Where the first comes before the means it was offered by is set up. */
export function firstByText({ payments }: Plan): string | null {
	const [first] = payments;
	const then = payments.find(({ method }) => method !== first?.method);
	if (!first || !then) return null;
	return `The first by ${METHOD_NAMES[first.method]}, then by ${METHOD_NAMES[then.method]} from ${formatDay(then.takenOn)}.`;
}

/** What a screen reader hears of the slider. */
export function sliderText(amount: Pence, planned: Planned, rhythm: Plan['offer']['rhythm']) {
	const figure = `${formatPounds(amount)} ${RHYTHM_NAMES[rhythm]}`;
	return planned.ok ? `${figure}, ${lengthText(planned.plan)}` : figure;
}

/** A month and a year are enough in the table: `Nov 2027`. */
export function clearText(on: Day): string {
	const [, month = '', year = ''] = formatDay(on).split('\u00a0');
	return `${month.slice(0, 3)}\u00a0${year}`;
}

/** The nearest payment that would work, where a refusal knows one. */
export function nearestIn(refusal: PlanRefusal): Pence | null {
	if ('nearest' in refusal) return refusal.nearest;
	if ('most' in refusal) return refusal.most > 0 ? refusal.most : null;
	return null;
}

/** Where the first payment is put wrong, and not the amount. */
export function isAboutFirstDay({ because }: PlanRefusal): boolean {
	return because === 'first-payment-past' || because === 'first-payment-late';
}

const MAY_AGREE: Record<AgreeingRole, string> = {
	officer: 'You may change that.',
	leader: 'A team leader may change that.',
	manager: 'A manager may change that.'
};

export function mayAgreeText(role: AgreeingRole | null): string {
	return role === null ? '' : MAY_AGREE[role];
}
