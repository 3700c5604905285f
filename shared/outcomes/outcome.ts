/**
 * What an officer may commit at the end of a contact, beside the arrangement that the offer means. Each is staged in
 * the log as the officer does it, many at once, and nothing is written to the books until all of them are read back
 * and committed together.
 */
import { z } from 'zod';
import { METHODS } from '../arrangements/schedule.ts';
import type { Ringing } from '../customers/wishes/ring.ts';
import { TIME } from '../customers/wishes/wish.ts';
import type { Asked } from '../customers/wishes/write.ts';
import type { Pence } from '../money/pence.ts';
import { isDay, type Day } from '../time/day.ts';

const id = z.uuid();
const sum = z.custom<Pence>(
	(value) => Number.isSafeInteger(value) && Number(value) > 0,
	'Enter an amount.'
);
const day = z.custom<Day>((value) => typeof value === 'string' && isDay(value), 'Enter a date.');
const debtIds = z.array(id).max(40).readonly();
/** As a card terminal prints it; too short for a card's own number to be one. */
export const RECEIPT = /^(?!\d{13,})[A-Za-z0-9-]{3,24}$/;

const E164 = /^\+[1-9]\d{6,14}$/;
const someDebts = z.array(id).min(1, 'Choose an account.').max(40).readonly();
const adviser = z.string().trim().min(1).max(80);
const days = z.int().min(1, 'Enter a number of days.').max(366);

/** Why recovery may be held by us (policy H1). Breathing space and insolvency are the law's, and come from elsewhere. */
export const HELD_FOR = [
	'dispute',
	'application-pending',
	'adviser',
	'support-review',
	'deceased'
] as const;

/** What is done or declined before a customer with nothing left goes (policy P3). */
export const NO_SURPLUS_STEPS = [
	'discounts',
	'council-tax-support',
	'hardship-relief',
	'benefit-check',
	'debt-advice',
	'agents-recalled',
	'hold'
] as const;

export const NO_SURPLUS_ANSWERS = ['done', 'declined'] as const;

/** Why something that might have helped was not done. */
export const DECLINED_BECAUSE = [
	'has-it',
	'not-for-them',
	'does-not-want',
	'by-themselves',
	'cut-off'
] as const;

export type NoSurplusStep = (typeof NO_SURPLUS_STEPS)[number];

export type DeclinedBecause = (typeof DECLINED_BECAUSE)[number];

export const LETTER_KINDS = ['agreement', 'what-we-agreed', 'balances'] as const;

/** Why there is no other outcome. */
export const NOTHING_BECAUSE = [
	'wants-time',
	'wants-advice',
	'does-not-agree',
	'cut-off',
	'only-asked'
] as const;

export const stagedOutcome = z.discriminatedUnion('kind', [
	z.object({
		kind: z.literal('promise'),
		id,
		debtId: id,
		amount: sum,
		by: day,
		method: z.enum(METHODS)
	}),
	z.object({
		kind: z.literal('hold'),
		id,
		debtIds: someDebts,
		why: z.enum(HELD_FOR),
		days
	}),
	/** A discount, relief or benefit claimed in this contact; what it changes is held while it is decided. */
	z.object({
		kind: z.literal('claim'),
		id,
		entitlement: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, 'That is not a claim we know.'),
		name: z.string().min(1).max(80),
		debtIds,
		days,
		/** What is paid each month meanwhile, at the lower figure. */
		onAccount: sum.nullable()
	}),
	z.object({
		kind: z.literal('callback'),
		id,
		on: day,
		at: z.string().regex(TIME, 'Enter a time, for example 14:30.'),
		/** One of theirs; whichever may be rung where nobody chose. */
		number: z.string().regex(E164, 'That is no number we hold.').optional(),
		/** A call that was booked with a debt adviser. */
		about: z.literal('debt-advice').optional(),
		/** With whom, of the council's own list (policy DA). */
		adviser: adviser.optional()
	}),
	z.object({
		kind: z.literal('letter'),
		id,
		letter: z.enum(LETTER_KINDS),
		by: z.enum(['email', 'post']),
		isLargePrint: z.boolean()
	}),
	/**
	 * Paid on the council's own terminal, once it has been read back: until then there is no receipt, and nothing is
	 * committed without one. Only its number comes here.
	 */
	z.object({
		kind: z.literal('payment'),
		id,
		debtId: id,
		amount: sum,
		receipt: z.string().regex(RECEIPT, 'Enter the number on the receipt.').nullable()
	}),
	/** Taken back from enforcement agents, who are told the same hour. */
	z.object({ kind: z.literal('recall'), id, debtId: id }),
	z.object({
		kind: z.literal('no-surplus'),
		id,
		/** Which are held; none while that is not settled, or where it was declined. */
		debtIds,
		days,
		/** What was declined, and the warm transfer. Whatever else was done is seen from what else is staged. */
		steps: z
			.array(
				z.object({
					step: z.enum(NO_SURPLUS_STEPS),
					answer: z.enum(NO_SURPLUS_ANSWERS),
					because: z.enum(DECLINED_BECAUSE).optional(),
					/** To whom they were put through, of the council's own list (policy DA). */
					adviser: adviser.optional()
				})
			)
			.max(20)
	}),
	z.object({ kind: z.literal('nothing-agreed'), id, because: z.enum(NOTHING_BECAUSE) })
]);

export type StagedOutcome = z.infer<typeof stagedOutcome>;

export type OutcomeKind = 'arrangement' | StagedOutcome['kind'];

export type OutcomeOf<Kind extends StagedOutcome['kind']> = Extract<StagedOutcome, { kind: Kind }>;

/** What was read back as paid today and is not paid yet. */
export function paymentsToMake(staged: readonly StagedOutcome[]): readonly OutcomeOf<'payment'>[] {
	return staged.filter(
		(outcome): outcome is OutcomeOf<'payment'> =>
			outcome.kind === 'payment' && outcome.receipt === null
	);
}

/** What the law itself says must be served is none of these: each goes as the customer wishes. */
const IS_STATUTORY: Record<OutcomeOf<'letter'>['letter'], boolean> = {
	agreement: false,
	'what-we-agreed': false,
	balances: false
};

export function asLetter({
	letter,
	by,
	isLargePrint
}: Pick<OutcomeOf<'letter'>, 'letter' | 'by' | 'isLargePrint'>): Asked {
	return { by, isLargePrint, isStatutory: IS_STATUTORY[letter] };
}

export function ringingOf({ on, at, number }: OutcomeOf<'callback'>): Ringing {
	return { on, at, number: number ?? null };
}

/** The debts an outcome is about. */
export function debtsOf(outcome: StagedOutcome): readonly string[] {
	if ('debtIds' in outcome) return outcome.debtIds;
	return 'debtId' in outcome ? [outcome.debtId] : [];
}
