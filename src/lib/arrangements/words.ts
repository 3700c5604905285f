/** How a plan reads on the officer's screen. Every figure and date in it is the plan's own. */
import type { Plan, Planned } from '#shared/arrangements/plan.ts';
import type { Offer } from '#shared/arrangements/said/offer.ts';
import type { PlanRefusal } from '#shared/arrangements/said/refusals.ts';
import { METHOD_NAMES, METHODS } from '#shared/arrangements/schedule.ts';
import type { Alternative, AlternativeName } from '#shared/arrangements/suggesting/suggestion.ts';
import type { OfferedBy } from '#shared/contacts/log/money-events.ts';
import { AGREEING_ROLES, type AgreeingRole } from '#shared/law/policy-rows.ts';
import { formatPounds, minus, type Pence } from '#shared/money/pence.ts';
import { BANK_HOLIDAY_NAMES, bankHolidayOn } from '#shared/time/bank-holidays.ts';
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

const NAMES: Record<AlternativeName, string> = {
	suggested: 'Suggested',
	soonest: 'Ends soonest',
	smallest: 'Smallest'
};

const OFFERED: Record<OfferedBy, string> = {
	customer: 'Their figure',
	suggestion: 'Offered',
	trying: 'Being tried'
};

/** A plan with the name it is chosen by. */
export type NamedPlan = {
	id: AlternativeName | 'offered';
	name: string;
	plan: Plan;
	/** It is what is offered. */
	isChosen: boolean;
	/** Nothing is offered yet, and this is what we suggest. */
	isNext: boolean;
};

/** What is offered stands first, where it is none of those that have a name. */
export function namedPlans(
	choices: readonly Alternative[],
	{ offered, by }: { offered: Plan | null; by: OfferedBy }
): NamedPlan[] {
	const isOffered = ({ offer }: Plan) => offer.amount === offered?.offer.amount;
	const named = choices.map(({ name, plan }) => ({
		id: name,
		name: NAMES[name],
		plan,
		isChosen: isOffered(plan),
		isNext: offered === null && name === 'suggested'
	}));
	if (offered === null || named.some(({ isChosen }) => isChosen)) return named;
	const own = { id: 'offered', name: OFFERED[by], plan: offered } as const;
	return [{ ...own, isChosen: true, isNext: false }, ...named];
}

/** `24 payments, to Nov 2028`. */
export function endsText({ payments }: Plan): string {
	const last = payments.at(-1);
	if (!last) return '';
	const count = payments.length === 1 ? '1 payment' : `${payments.length} payments`;
	return `${count}, to ${clearText(last.takenOn)}`;
}

/** Of all that is usable on this rhythm, what a payment leaves them. */
export function leavesText(amount: Pence, most: Pence): string {
	if (amount > most) return 'More than is usable';
	return amount === most
		? 'All that is usable'
		: `Leaves ${formatPounds(minus(most, amount))} usable`;
}

/** What the nearest that works changes of what was asked: `Try £144.56`, `Try 8 December 2026`. */
export function tryText(nearest: Offer, asked: Offer): string {
	const isOther = nearest.rhythm !== asked.rhythm;
	const often = isOther ? ` ${RHYTHM_NAMES[nearest.rhythm]}` : '';
	const amount =
		isOther || nearest.amount !== asked.amount ? `${formatPounds(nearest.amount)}${often}` : null;
	const day = nearest.firstOn === asked.firstOn ? null : formatDay(nearest.firstOn);
	if (amount === null && day === null) return 'Leave the pay day out';
	return `Try ${[amount, day].filter((part) => part !== null).join(' from ')}`;
}

/** What becomes of a first payment whose day is a bank holiday. */
export function holidayText({ payments }: Plan): string | null {
	const [first] = payments;
	const holiday = first && bankHolidayOn(first.on);
	if (!holiday) return null;
	const name = BANK_HOLIDAY_NAMES[holiday.kind];
	const day = `${formatDay(first.on)} is a bank holiday (${name})`;
	if (first.takenOn !== first.on) return `${day}, so it is taken on ${formatDay(first.takenOn)}.`;
	return `${day}: by ${METHOD_NAMES[first.method]} it is paid that day all the same.`;
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
