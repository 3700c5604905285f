/**
 * What is read back to the customer before they agree, line by line, in the words the agreement then holds: each debt in
 * and each left out with why, the date of every first payment by its method, the next bill, what stops and what does
 * not, what happens on a miss, who else stays liable, and free advice (council policy). Pure, so that the server makes
 * the same lines again and refuses if one differs.
 */
import { groupedReference } from '../income/references/plan-reference.ts';
import type { ContactPolicy } from '../law/policy-values.ts';
import { sayPounds } from '../money/pence.ts';
import { addMonths, formatDay, type Day } from '../time/day.ts';
import { financialYearOf, firstDayOfYear } from '../time/financial-year.ts';
import { isWithinMonths, type Evidence } from '../affordability/forms.ts';
import type { Replaced } from './life/replaced.ts';
import { firstDebit } from './paying/direct-debit.ts';
import type { Payment, Plan } from './plan.ts';
import { METHOD_NAMES } from './schedule.ts';
import { inWords, sayPayDays } from '../time/spoken.ts';
import { endings, goingOn, sayEnding, sayGoingOn, type Collecting } from './terms/collecting.ts';
import type { DebtInPlan, DebtOutside } from './terms/debt.ts';

export type ReadBackLine = { id: string; text: string };

export type ReadBackOf = {
	plan: Plan;
	outside: readonly DebtOutside[];
	policy: ContactPolicy;
	paymentReference: string | null;
	/** Plans that still run and end with it. */
	replaces?: readonly Replaced[];
	/** What already collects a debt that the plan could be for. */
	collecting?: readonly Collecting[];
};

export function readBack(given: ReadBackOf): ReadBackLine[] {
	const { plan, outside, policy, paymentReference, replaces = [], collecting = [] } = given;
	return [
		...paymentLines(plan),
		...referenceLine(paymentReference),
		...debitLine(plan, policy),
		...plan.debts.map((debt, index) => coverLine(debt, plan.clearOn[index])),
		line('total', `That is ${sayPounds(plan.total)} towards the accounts listed here.`),
		...replaces.map(replacesLine),
		...endings(collecting).map((one) => line(endingId(one.debtId), sayEnding(one))),
		...goingOn(collecting).map((one) => line(`keeps-${one.debtId}`, sayGoingOn(one))),
		...outside.map((debt) => line(`out-${debt.debtId}`, sayOutside(debt))),
		...plan.debts.flatMap(stopLines),
		...plan.debts.filter((debt) => debt.isJoint).map((debt) => jointLine(debt, policy)),
		nextBillLine(plan),
		missLine(policy),
		...reviewLines(plan, policy),
		...proofLines(plan),
		adviceFor(plan.evidence)
	];
}

/** The line that says what ends of what collected a debt. */
export function endingId(debtId: string): string {
	return `ends-${debtId}`;
}

/** Free and independent; the numbers are checked before each release. */
export const ADVICE: ReadBackLine = line(
	'advice',
	'Free debt advice: National Debtline 0808 808 4000, StepChange 0800 138 1111, Citizens Advice 0800 144 8848.'
);

const BUSINESS_ADVICE: ReadBackLine = line(
	'advice',
	'Free debt advice for businesses: Business Debtline 0800 197 6026.'
);

/** Whoever has thirteen weeks of cash flow in place of a household's statement is advised as a business. */
export function adviceFor({ form }: Pick<Evidence, 'form'>): ReadBackLine {
	return form === null ? BUSINESS_ADVICE : ADVICE;
}

function line(id: string, text: string): ReadBackLine {
	return { id, text };
}

function paymentLines(plan: Plan): ReadBackLine[] {
	const { offer, payments } = plan;
	const first = payments[0];
	const last = payments.at(-1);
	if (!first || !last) throw new Error('A plan has no payments.');
	if (payments.length === 1)
		return [
			line(
				'pay',
				`You will pay ${sayPounds(first.amount)} on ${sayTaken(first)}, by ${METHOD_NAMES[first.method]}.`
			)
		];
	const later = payments.find((payment) => payment.method !== first.method);
	const then = later
		? ` The rest are by ${METHOD_NAMES[later.method]}, the first of them on ${sayTaken(later)}.`
		: '';
	const lastIs =
		last.amount < offer.amount ? `The last is ${sayPounds(last.amount)}` : 'The last is';
	return [
		line('pay', `You will pay ${sayPounds(offer.amount)} ${sayPayDays(offer)}.`),
		line(
			'first',
			`The first payment is by ${METHOD_NAMES[first.method]} on ${sayTaken(first)}.${then}`
		),
		line('last', `There are ${payments.length} payments. ${lastIs} on ${sayTaken(last)}.`)
	];
}

/** Whichever way they pay: it is what splits the payment. */
function referenceLine(reference: string | null): ReadBackLine[] {
	if (reference === null) return [];
	const said = groupedReference(reference).replaceAll(' ', '\u00a0');
	return [
		line(
			'reference',
			`Every payment has one reference, ${said}. We share it out between the accounts.`
		)
	];
}

/** Why it begins when it does, and who asks for the bank details: never whoever is talking. */
function debitLine({ offer, payments }: Plan, policy: ContactPolicy): ReadBackLine[] {
	if (offer.method !== 'direct-debit') return [];
	const then = firstDebit(payments)
		? 'Our paying system asks you for your bank details; nobody else will.'
		: 'None is set up for this.';
	const days = policy.P8.value.directDebitWorkingDays;
	return [line('direct-debit', `A Direct Debit needs ${days} working days’ notice. ${then}`)];
}

function sayTaken({ takenOn, isProvisional }: Payment): string {
	const said = inWords(takenOn);
	return isProvisional ? `${said}, if that stays a working day` : said;
}

function coverLine({ debtId, title, owed }: DebtInPlan, clearOn: Day | undefined): ReadBackLine {
	const clear = clearOn ? `, clear on ${formatDay(clearOn)}` : '';
	return line(`in-${debtId}`, `It covers ${title}, ${sayPounds(owed)}${clear}.`);
}

function replacesLine({ id, number, isVaried }: Replaced): ReadBackLine {
	const text = isVaried
		? `It changes your plan ${number}: from today you pay what is said here instead.`
		: `It takes the place of your plan ${number}, which ends today. Nothing more is due under that one.`;
	return line(`replaces-${id}`, text);
}

function sayOutside({ title, why, instead }: DebtOutside): string {
	return `${title} is not in it. ${why} ${instead}`;
}

function stopLines({ debtId, title, stops, doesNotStop, row }: DebtInPlan): ReadBackLine[] {
	const stop = stops ? `While you keep to it we will not ${stops} for ${title}.` : null;
	const goesOn =
		row === 'CT1' || row === 'NR1' ? ' The instalments still to come are paid beside it.' : '';
	const still = doesNotStop ? `For ${title} we will still ${doesNotStop}.${goesOn}` : null;
	const text = [stop, still].filter((part) => part !== null).join(' ');
	return text === '' ? [] : [line(`stops-${debtId}`, text)];
}

function jointLine({ debtId, title }: DebtInPlan, policy: ContactPolicy): ReadBackLine {
	return line(`joint-${debtId}`, `${title}: ${policy.JO.value.says}`);
}

/** A plan that goes past 1 April meets the next year's bill, which is never in it. */
function nextBillLine({ offer, payments }: Plan): ReadBackLine {
	const last = payments.at(-1)?.on ?? offer.firstOn;
	const from = financialYearOf(offer.firstOn);
	const years = Array.from(
		{ length: financialYearOf(last) - from },
		(_, index) => from + index + 1
	);
	const when = years.map((year) => `April ${firstDayOfYear(year).slice(0, 4)}`).join(' and ');
	const crosses = years.length > 0 ? ` While this plan runs one comes in ${when}.` : '';
	return line('next-bill', `New bills are separate, your next Council Tax bill too.${crosses}`);
}

function missLine(policy: ContactPolicy): ReadBackLine {
	const days = policy.L2.value.daysToPutRight;
	return line(
		'miss',
		`If a payment is late we will contact you and give you ${days} days before anything else happens.`
	);
}

function reviewLines({ offer, payments }: Plan, policy: ContactPolicy): ReadBackLine[] {
	const { everyMonths, overMonths } = policy.L7.value;
	const lastOn = payments.at(-1)?.on ?? offer.firstOn;
	if (isWithinMonths({ firstOn: offer.firstOn, lastOn }, overMonths)) return [];
	const first = formatDay(addMonths(offer.firstOn, everyMonths));
	return [
		line(
			'review',
			`We will look at the plan with you on ${first} and every ${everyMonths} months, and when a benefit decision or a new bill comes.`
		)
	];
}

function proofLines({ evidence }: Plan): ReadBackLine[] {
	const { incomeProofBy } = evidence;
	return incomeProofBy
		? [line('proof', `Please send us proof of your income by ${formatDay(incomeProofBy)}.`)]
		: [];
}
