/**
 * What is said of money: the amount of a regular payment, or the last payment with its day or how it was made. Amounts
 * are to the penny; a payment's day may be some days out, because banks and people count them differently.
 */
import { parsePounds, typePounds, type Pence } from '../../money/pence.ts';
import { addDays, type Day } from '../../time/day.ts';
import { readDay, type DaySaid } from '../../time/day-said.ts';
import { closest, plainWords, type Closeness } from '../plain-words.ts';

export type PaymentHeld = { amount: Pence; on: Day; method: string | null };

/** At least one of day and method is needed beside the amount, or it is nearly. */
export type PaymentSaid = {
	amount: Pence;
	on: DaySaid | null;
	month: string | null;
	words: string[];
};

const DAYS_NEAR = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5] as const;

const METHODS: Record<string, RegExp> = {
	'direct debit': /^(direct|debit|dd)$/,
	card: /^(card|telephone|phone|online|website|app)$/,
	'bank transfer': /^(transfer|bank|bacs|faster)$/,
	'standing order': /^(standing|order)$/,
	cash: /^(cash|shop|paypoint|post|office)$/,
	cheque: /^(cheque|check)$/
};

/** Null where it is no amount. */
export function readAmount(said: string): Pence | null {
	const amount = parsePounds(said.replace(/\b(pounds?|quid|a month|a week|each)\b/gi, ''));
	return amount !== null && amount > 0 ? amount : null;
}

export function compareAmount(said: Pence, held: readonly Pence[]): Closeness {
	return closest(
		held.map((amount) =>
			amount === said ? 'matches' : isWithoutPence(said, amount) ? 'nearly' : 'differs'
		)
	);
}

function isWithoutPence(said: Pence, held: Pence): boolean {
	const [pounds, rest] = typePounds(said).split('.');
	return rest === '00' && typePounds(held).split('.')[0] === pounds;
}

/** `40, 2 September`, `£118 direct debit`, `40 on 2 9 26 by card`. The amount comes first. */
export function readPayment(said: string): PaymentSaid | null {
	const match = /^\s*(£?\s*[\d,]*\.?\d+)(?:\s*(?:pounds?|quid))?(?![\d/])[\s,;:]*(.*)$/i.exec(said);
	const amount = match ? readAmount(match[1] ?? '') : null;
	if (amount === null) return null;
	const words = plainWords(match?.[2] ?? '').filter((word) => !/^(on|in|by|the|of)$/.test(word));
	const dated = words.filter((word) => /\d/.test(word) || readDay(`1 ${word}`) !== null);
	return {
		amount,
		on: readDay(dated.join(' ')),
		month: dated.length === 1 ? (dated[0] ?? null) : null,
		words
	};
}

export function comparePayment(said: PaymentSaid, held: readonly PaymentHeld[]): Closeness {
	return closest(held.map((payment) => compareOne(said, payment)));
}

function compareOne(said: PaymentSaid, held: PaymentHeld): Closeness {
	const amount = compareAmount(said.amount, [held.amount]);
	if (amount !== 'matches') return amount;
	const hasMore = said.words.length > 0;
	if (!hasMore) return 'nearly';
	return isDayOf(said, held.on) || isMethodOf(said.words, held.method) ? 'matches' : 'differs';
}

function isDayOf(said: PaymentSaid, held: Day): boolean {
	if (said.on) return DAYS_NEAR.some((days) => isSame(said.on, addDays(held, days)));
	// `In September`.
	const month = said.month === null ? null : readDay(`1 ${said.month}`);
	return (
		month !== null && !/^\d/.test(said.month ?? '') && month.month === Number(held.slice(5, 7))
	);
}

function isSame(said: DaySaid | null, on: Day): boolean {
	const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
	if (said?.day !== day || said.month !== month) return false;
	return said.year === null || said.year === year || said.year === year % 100;
}

function isMethodOf(words: readonly string[], held: string | null): boolean {
	if (held === null) return false;
	const wanted = METHODS[held.replaceAll('-', ' ')];
	return words.some((word) => (wanted ? wanted.test(word) : word === held));
}
