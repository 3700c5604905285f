/**
 * Money that a person takes and types: cash, a cheque or a card at the counter. It is read before anything is decided,
 * and what it would do is shown before it is kept. No card's number is ever typed anywhere (PCI DSS).
 */
import { holdsCardNumber } from '../customers/card-number.ts';
import type { LawView } from '../debts/detail/law.ts';
import { NO_PENCE, parsePounds, type Pence } from '../money/pence.ts';
import { addDays, type Day, type Instant } from '../time/day.ts';
import type { Ground } from './appropriation.ts';
import { readReference, type ReferenceRead } from './references/reference.ts';

export const BY_HAND = ['cash', 'cheque', 'card'] as const;

export type ByHandMethod = (typeof BY_HAND)[number];

/** As it stands in the form. */
export type Typed = {
	amount: string;
	on: Day | null;
	method: ByHandMethod;
	reference: string;
	payer: string;
	note: string;
};

export type TypedField = 'amount' | 'on' | 'reference' | 'payer' | 'note';

export type TypedFault =
	| 'no-amount'
	| 'too-much'
	| 'no-day'
	| 'not-yet'
	| 'too-long-ago'
	| 'no-reference'
	| 'several-references'
	| 'wrong-check-digits'
	| 'too-long'
	| 'card-number';

/** Older than this is for whoever keeps the bank's own record. */
const MOST_DAYS_AGO = 31;
/** No till takes more at once; a slip of the figures is likelier. */
const MOST_AT_ONCE = 1_000_000_00;
const LONGEST: Record<'reference' | 'payer' | 'note', number> = {
	reference: 60,
	payer: 100,
	note: 300
};

export type Taken = {
	amount: Pence;
	on: Day;
	method: ByHandMethod;
	reference: string;
	payer: string;
	note: string;
};

export type TypedRead =
	{ ok: true; taken: Taken } | { ok: false; faults: Partial<Record<TypedField, TypedFault>> };

export function readTyped(typed: Typed, today: Day): TypedRead {
	const amount = parsePounds(typed.amount);
	const faults: Partial<Record<TypedField, TypedFault>> = {};
	const wrong = (field: TypedField, fault: TypedFault | null) => {
		if (fault) faults[field] ??= fault;
	};
	for (const field of ['reference', 'payer', 'note'] as const) {
		wrong(field, holdsCardNumber(typed[field]) ? 'card-number' : null);
		wrong(field, typed[field].length > LONGEST[field] ? 'too-long' : null);
	}
	wrong('amount', holdsCardNumber(typed.amount) ? 'card-number' : amountFault(typed.amount));
	wrong('on', dayFault(typed.on, today));
	wrong('reference', referenceFault(typed.reference));
	if (amount === null || typed.on === null || Object.keys(faults).length > 0)
		return { ok: false, faults };
	const { method } = typed;
	const [reference, payer, note] = [typed.reference, typed.payer, typed.note].map((text) =>
		text.trim()
	) as [string, string, string];
	return { ok: true, taken: { amount, on: typed.on, method, reference, payer, note } };
}

function amountFault(typed: string): TypedFault | null {
	const amount = parsePounds(typed);
	if (/\d{9}/.test(typed) || (amount !== null && amount > MOST_AT_ONCE)) return 'too-much';
	return amount === null || amount <= NO_PENCE ? 'no-amount' : null;
}

function dayFault(on: Day | null, today: Day): TypedFault | null {
	if (on === null) return 'no-day';
	if (on > today) return 'not-yet';
	return on < addDays(today, -MOST_DAYS_AGO) ? 'too-long-ago' : null;
}

const REFERENCE_FAULTS: Record<ReferenceRead['is'], TypedFault | null> = {
	ours: null,
	/** It may be kept: it waits. */
	nobodys: null,
	several: 'several-references',
	'wrong-check': 'wrong-check-digits'
};

function referenceFault(written: string): TypedFault | null {
	return written.trim() === '' ? 'no-reference' : REFERENCE_FAULTS[readReference(written).is];
}

/** What would come of it, as it is shown before it is kept. Nothing of whose account it is. */
export type Look = {
	/** What kind of account has such a reference: `Council Tax account`. Null where none has. */
	account: string | null;
	/** There is such an account. */
	isKnown: boolean;
	ground: Ground | null;
	parts: readonly { debtId: string; title: string; amount: Pence }[];
	/** For a person to place. */
	waiting: Pence;
	/** By what rule; null where all of it waits. */
	law: LawView | null;
};

/** What must be the same when it is kept. */
export type Shown = { parts: readonly { debtId: string; amount: Pence }[]; waiting: Pence };

export function isAsShown({ parts, waiting }: Look, shown: Shown): boolean {
	if (waiting !== shown.waiting || parts.length !== shown.parts.length) return false;
	return parts.every(({ debtId, amount }) =>
		shown.parts.some((part) => part.debtId === debtId && part.amount === amount)
	);
}

export type TakeRefusal = 'changed' | 'typed-before' | 'key-used' | 'not-right';

/** One kept lately, as the list beside the form has it. */
export type KeptByHand = {
	receiptId: string;
	amount: Pence;
	on: Day;
	method: ByHandMethod;
	reference: string;
	/** As they were typed; empty where nothing was. */
	payer: string;
	note: string;
	/** Where it is, the titles of debts; empty while all of it waits. */
	titles: readonly string[];
	waiting: Pence;
	at: Instant;
	/** The officer's own. */
	takenBy: string;
	isCancelled: boolean;
	mayCancel: boolean;
};

export type CancelRefusal = 'no-such-receipt' | 'not-yours' | 'moved-on' | 'cancelled-already';

/** Whoever took it may take it back on the same day; after that the till is counted, and a team leader does. */
export function mayCancel(
	by: { officerId: string; isLeader: boolean },
	{ takenBy, takenOn, today }: { takenBy: string | null; takenOn: Day; today: Day }
): boolean {
	return by.isLeader || (by.officerId === takenBy && takenOn === today);
}
