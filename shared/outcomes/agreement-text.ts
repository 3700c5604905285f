/**
 * The agreement as the customer keeps it: who, the three key facts, each account, what stops and what does not, what if
 * they cannot pay or pay late, and free advice. In the lines that were read back, so that paper and talk are one. No
 * card, no support need and no note of an officer's is ever in it.
 */
import type { Plan } from '../arrangements/plan.ts';
import { METHOD_NAMES } from '../arrangements/schedule.ts';
import type { DebtOutside } from '../arrangements/terms/debt.ts';
import { counterDigits, type Counter } from '../income/references/counter-barcodes.ts';
import { groupedReference } from '../income/references/plan-reference.ts';
import type { ContactPolicy } from '../law/policy-values.ts';
import { formatPounds } from '../money/pence.ts';
import { formatDay, formatDayShort, type Day } from '../time/day.ts';
import { RHYTHM_NAMES } from '../time/pay-days.ts';
import type { ReadBackLine } from './read-back.ts';

export type Addressee = { name: string; address: readonly string[] };

/** Cells of the last `right` columns stand to the right. */
export type LetterTable = {
	heads: readonly string[];
	rows: readonly (readonly string[])[];
	total: readonly string[] | null;
	/** In parts of the width. */
	widths: readonly number[];
	right: number;
};

/** Figures line by line: what it is, then its amounts, each to the right. */
export type LedgerBlock = {
	title: string;
	/** Beside the title; null where nothing is added up. */
	total: string | null;
	rows: readonly (readonly string[])[];
};

export type LetterText = {
	to: Addressee;
	date: string;
	/** How it goes, where that is not as usual. */
	goes?: string | null;
	/** Null where nothing is numbered. */
	number: string | null;
	/** On top and at the foot of every page, where it is not what it looks like yet. */
	mark?: string;
	/** Printed as bars too; absent where nothing is paid by it. */
	paymentReference?: string;
	/** The barcode of each counter network that the council is with, by its name. */
	counters?: readonly { name: string; digits: string }[];
	title: string;
	opening: string;
	keyFacts: readonly { label: string; value: string }[];
	table: LetterTable | null;
	/** In two columns, above the sections. */
	ledger?: readonly LedgerBlock[];
	sections: readonly { title: string; lines: readonly string[] }[];
	/** Every payment, in columns under the rest where a page has room, else on pages of its own. */
	schedule: Schedule | null;
};

export type Schedule = {
	title: string;
	table: LetterTable;
	/** What the mark beside a date means. */
	note: string | null;
};

export type AgreementOf = {
	plan: Plan;
	outside: readonly DebtOutside[];
	/** Null while it is only looked at, and nothing is agreed. */
	number: string | null;
	paymentReference: string | null;
	/** The networks as policy has them; none unless the council is with one. */
	counters?: readonly Counter[];
	lines: readonly ReadBackLine[];
	to: Addressee;
	policy: ContactPolicy;
	today: Day;
};

export function agreementText(agreement: AgreementOf): LetterText {
	const { plan, number, paymentReference, counters = [], to, today, lines } = agreement;
	const first = plan.payments[0];
	const last = plan.payments.at(-1);
	if (!first || !last) throw new Error('A plan has no payments.');
	return {
		to,
		date: formatDay(today),
		number,
		title: 'Your payment plan',
		...(paymentReference === null ? {} : payingBy(paymentReference, counters)),
		...(number === null ? { mark: NOT_AGREED } : {}),
		opening:
			number === null
				? 'This is what your agreement would say.'
				: 'Thank you for talking to us today. This is what we agreed.',
		keyFacts: [
			{
				label: 'You pay',
				value: `${formatPounds(plan.offer.amount)} ${RHYTHM_NAMES[plan.offer.rhythm]}`
			},
			{
				label: 'First payment',
				value: `${formatDay(first.takenOn)}, by ${METHOD_NAMES[first.method]}`
			},
			{
				label: 'Payments',
				value: `${plan.payments.length}, the last is ${formatPounds(last.amount)}`
			}
		],
		table: accountsOf(plan),
		sections: sectionsOf(lines),
		schedule: scheduleOf(plan)
	};
}

/** What is quoted with every payment, and as each counter network reads it. */
function payingBy(paymentReference: string, counters: readonly Counter[]) {
	return {
		paymentReference,
		counters: counters.flatMap((counter) => {
			const digits = counterDigits(paymentReference, counter);
			return digits === null ? [] : [{ name: counter.name, digits }];
		})
	};
}

const NOT_AGREED = 'Preview. Not agreed yet: nothing is due under it.';

/** Which lines of the read-back stand under which heading. What the table or the key facts say is not said twice. */
const HEADINGS: readonly { title: string; ids: RegExp }[] = [
	{ title: 'How you pay', ids: /^(first|last|direct-debit)$/ },
	{ title: 'While you keep to this plan', ids: /^(stops|joint|ends|keeps)-/ },
	{ title: 'Not in this plan', ids: /^out-/ },
	{ title: 'New bills are separate', ids: /^next-bill$/ },
	{ title: 'If a payment is late, or you cannot pay', ids: /^miss$/ },
	{ title: 'Looking at it again', ids: /^(review|proof|condition-\d+)$/ },
	{ title: 'Free, independent debt advice', ids: /^advice$/ }
];

const SAID_ELSEWHERE = /^(pay|total|reference|in-.*)$/;

function sectionsOf(lines: readonly ReadBackLine[]): LetterText['sections'] {
	const headed = HEADINGS.map(({ title, ids }) => ({
		title,
		// Of two debts with the same name the same is said once.
		lines: [...new Set(lines.filter(({ id }) => ids.test(id)).map(({ text }) => text))]
	}));
	const others = lines
		.filter(({ id }) => !SAID_ELSEWHERE.test(id) && !HEADINGS.some(({ ids }) => ids.test(id)))
		.map(({ text }) => text);
	const all = [
		...headed.slice(0, 3),
		{ title: 'What else we agreed', lines: others },
		...headed.slice(3)
	];
	return all.filter((section) => section.lines.length > 0);
}

function accountsOf(plan: Plan): LetterTable {
	const first = plan.payments[0];
	return {
		heads: ['Account', 'Reference', 'Owed', 'First payment', 'Clear by'],
		widths: [34, 20, 14, 15, 17],
		right: 3,
		rows: plan.debts.map(({ title, reference, owed }, index) => [
			title,
			groupedReference(reference),
			formatPounds(owed),
			formatPounds(first?.parts[index] ?? owed),
			formatDay(plan.clearOn[index] ?? plan.offer.firstOn)
		]),
		total: ['Total', '', formatPounds(plan.total), formatPounds(first?.amount ?? plan.total), '']
	};
}

function scheduleOf({ payments }: Plan): Schedule {
	const isAnyProvisional = payments.some(({ isProvisional }) => isProvisional);
	return {
		title: 'Every payment',
		note: isAnyProvisional ? '* If that stays a working day.' : null,
		table: {
			heads: ['', 'Date', 'How', 'Amount'],
			widths: [10, 40, 30, 20],
			right: 1,
			rows: payments.map(({ takenOn, isProvisional, method, amount }, index) => [
				`${index + 1}`,
				`${formatDayShort(takenOn)}${isProvisional ? '*' : ''}`,
				METHOD_NAMES[method],
				formatPounds(amount)
			]),
			total: null
		}
	};
}
