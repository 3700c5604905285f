/**
 * What a line of an extract may be and what it may say, in our words: a mapping says where each stands in a source's
 * own file. A line says what is true now, and nothing is taken away because no line speaks of it.
 */
import { STREAMS } from '../../../shared/debts/streams.ts';
import type { Exception, Ground, HoldKind } from '../../../shared/debts/debt.ts';
import { AGENT_STAGES } from '../../../shared/law/charges/agent-fees.ts';
import type { Collected, Method } from '../../../shared/debts/facts.ts';

export const LINE_KINDS = [
	'header',
	'person',
	'debt',
	'liability',
	'due',
	'transaction',
	'hold',
	'stage',
	'trailer'
] as const;

export type LineKind = (typeof LINE_KINDS)[number];

/** What lies between the header and the trailer, and is counted by it. */
export type BodyKind = Exclude<LineKind, 'header' | 'trailer'>;

export type Reading =
	| { as: 'text'; most: number }
	| { as: 'day' }
	| { as: 'money'; sign: 'any' | 'not-negative' }
	| { as: 'total' }
	| { as: 'count' }
	| { as: 'year' }
	| { as: 'yes' }
	| { as: 'nino' }
	| { as: 'uprn' }
	| { as: 'last-four' }
	| { as: 'one-of'; of: readonly string[] };

export type FieldRule = { reading: Reading; isNeeded: boolean };

const GROUNDS = [
	'sole',
	'joint',
	'couple',
	'partner',
	'representative',
	'guarantor',
	'director',
	'landlord',
	'hmo-owner'
] as const satisfies readonly Ground[];

const EXCEPTIONS = [
	'student',
	'severely-mentally-impaired'
] as const satisfies readonly Exception[];

/**
 * Recovery is stopped because we asked: it shows a source that did what it was told, and is no hold of ours, because what
 * we asked it for stands here already.
 */
export const STOPPED = 'stopped';

const HOLD_KINDS = [
	'breathing-space',
	'mental-health-crisis',
	'dispute',
	'insolvency',
	'deceased',
	'application-pending',
	'support-review',
	'no-surplus',
	'adviser'
] as const satisfies readonly HoldKind[];

/** What a source can say happened to a balance. Anything else is ours. */
export const TRANSACTION_KINDS = [
	'charge',
	'costs',
	'payment',
	'reversal',
	'reduction',
	'write-off'
] as const;

const METHODS = [
	'earnings-order',
	'benefit-deduction',
	'housing-benefit-deduction',
	'agents',
	'charging-order'
] as const satisfies readonly Method['kind'][];

/** A source's one word for how a debt is paid: by the payer, by an order or a deduction, or by nothing of itself. */
export const COLLECTED_BY = [
	'direct-debit',
	'standing-order',
	'nothing',
	'earnings-order',
	'benefit-deduction'
] as const satisfies readonly (Collected['by'] | Method['kind'])[];

const needed = (reading: Reading): FieldRule => ({ reading, isNeeded: true });
const maybe = (reading: Reading): FieldRule => ({ reading, isNeeded: false });
const text = (most: number): Reading => ({ as: 'text', most });
const oneOf = (of: readonly string[]): Reading => ({ as: 'one-of', of });
const day: Reading = { as: 'day' };
const money: Reading = { as: 'money', sign: 'any' };
const sum: Reading = { as: 'money', sign: 'not-negative' };

const theDebt = { reference: needed(text(40)), title: needed(text(120)) };

export const FIELDS = {
	/** `on`: the day the extract speaks of, which is how fresh its figures are. */
	header: { on: needed(day) },
	/** `key`: the source's own id of its account holder. An organisation's whole name is its family name. */
	person: {
		key: needed(text(40)),
		kind: maybe(oneOf(['person', 'organisation'])),
		givenNames: maybe(text(120)),
		familyName: needed(text(200)),
		bornOn: maybe(day),
		nino: maybe({ as: 'nino' }),
		phone: maybe(text(40)),
		email: maybe(text(254)),
		line1: maybe(text(120)),
		line2: maybe(text(120)),
		town: maybe(text(80)),
		postcode: maybe(text(10)),
		uprn: maybe({ as: 'uprn' }),
		/** What its system has of the same person in another: the account, or the claim, by its reference. */
		councilTaxAccount: maybe(text(40)),
		benefitClaim: maybe(text(40)),
		diedOn: maybe(day),
		/** How many are down as living there. */
		adults: maybe({ as: 'count' }),
		/** The last four figures of the bank account it collects from, and never more. */
		accountEnding: maybe({ as: 'last-four' })
	},
	/** `balance`: what the source says is owed, which is compared with our books and never written into them. */
	debt: {
		...theDebt,
		stream: needed(oneOf(STREAMS)),
		fromOn: needed(day),
		untilOn: maybe(day),
		stage: needed(text(40)),
		stageOn: needed(day),
		balance: needed(money),
		taxYear: maybe({ as: 'year' }),
		wholeBalanceDueOn: maybe(day),
		hearingOn: maybe(day),
		challengeUntilOn: maybe(day),
		method: maybe(oneOf(METHODS)),
		methodSinceOn: maybe(day),
		methodTakes: maybe(sum),
		methodEvery: maybe(oneOf(['week', 'month'])),
		methodBenefit: maybe(oneOf(['universal-credit', 'other'])),
		/** The account holder that it is taken from, where more than one is liable. */
		methodAgainst: maybe(text(40)),
		/** What collects it by itself, and from whose account where more than one is liable; empty says neither way. */
		collectedBy: maybe(oneOf(COLLECTED_BY)),
		collectedTakes: maybe(sum),
		collectedEvery: maybe(oneOf(['week', 'month'])),
		collectedOn: maybe(day),
		collectedFrom: maybe(text(40)),
		/** Who has the debt, and how far they are. */
		agent: maybe(text(80)),
		agentStage: maybe(oneOf(AGENT_STAGES)),
		agentFees: maybe(sum),
		agentFeesToldOn: maybe(day),
		agentVisitedOn: maybe(day),
		courtSum: maybe(sum),
		careCheckDone: maybe({ as: 'yes' }),
		capacity: maybe(oneOf(['company', 'estate', 'trust']))
	},
	liability: {
		...theDebt,
		key: needed(text(40)),
		ground: needed(oneOf(GROUNDS)),
		fromOn: maybe(day),
		toOn: maybe(day),
		/** Why this person is not jointly liable, and for which days; from the liability's first where it does not say. */
		exception: maybe(oneOf(EXCEPTIONS)),
		exceptionFromOn: maybe(day),
		exceptionToOn: maybe(day)
	},
	/** The instalments of a debt that has any here replace those it had. */
	due: { ...theDebt, on: needed(day), amount: needed(sum) },
	/** `id`: the source's own. `amount`: more owed is positive, so that a payment is below nothing. */
	transaction: {
		id: needed(text(60)),
		...theDebt,
		on: needed(day),
		kind: needed(oneOf(TRANSACTION_KINDS)),
		amount: needed(money),
		method: maybe(text(30)),
		payer: maybe(text(40))
	},
	/** A marker that ends says the day it ends. `marker`: the source's own reference for it. */
	hold: {
		...theDebt,
		key: needed(text(40)),
		kind: needed(oneOf([...HOLD_KINDS, STOPPED])),
		fromOn: needed(day),
		untilOn: maybe(day),
		marker: maybe(text(60))
	},
	stage: { ...theDebt, stage: needed(text(40)), on: needed(day), cost: maybe(sum) },
	/** `count`: the lines between header and trailer. `pounds`: what the lines named by `trailerAdds` come to. */
	trailer: { count: needed({ as: 'count' }), pounds: needed({ as: 'total' }) }
} as const satisfies Record<LineKind, Record<string, FieldRule>>;

/** The one amount of a line that a trailer may add up. */
export const AMOUNT_OF = {
	debt: 'balance',
	due: 'amount',
	transaction: 'amount',
	stage: 'cost'
} as const;

export type AddedKind = keyof typeof AMOUNT_OF;

export function rulesOf(kind: LineKind): Readonly<Record<string, FieldRule>> {
	return FIELDS[kind];
}
