/** What only some streams know of a debt, and the policy table and the next step ask for. Every field is optional. */
import type { Pence } from '../money/pence.ts';
import type { Day } from '../time/day.ts';

export type Method = {
	kind:
		| 'earnings-order'
		| 'benefit-deduction'
		| 'housing-benefit-deduction'
		| 'agents'
		| 'charging-order';
	/** Which benefit a benefit deduction is taken from, where the source says. */
	benefit?: 'universal-credit' | 'other';
	sinceOn: Day;
	/** What it takes, and how often; null for agents and charges. */
	takesPence?: Pence;
	every?: 'week' | 'month';
	/** Agents' fees stand outside the balance, as last told. */
	feesPence?: Pence;
	feesToldOn?: Day;
	visitedOn?: Day;
};

export type DebtFacts = {
	/** The calendar year a tax year starts in: 2025 for 2025 to 2026. */
	taxYear?: number;
	/** The day the whole of the year's balance falls due after a reminder or notice. */
	wholeBalanceDueOn?: Day;
	hearingOn?: Day;
	/** Until when it can be challenged; the decision or notice it runs from is the stage's day. */
	challengeUntilOn?: Day;
	method?: Method;
	/**
	 * What is taken for it is taken from somebody else who is liable: none of that is this person's to know, and no step
	 * may be taken against them meanwhile. Made by `told-standing.ts`; no source says it.
	 */
	stepOfAnother?: true;
	/** What a court ordered to be paid each month. */
	courtSumPence?: Pence;
	/** Care: the social care check is done and the payer has authority. */
	careCheckDone?: boolean;
	/** The liability is a company's, an estate's or another capacity than the person's own. */
	capacity?: 'company' | 'estate' | 'trust';
};

/** What a source says of how a debt is paid by itself: from the payer's own account, or by nothing. */
export type Collected = {
	by: 'direct-debit' | 'standing-order' | 'nothing';
	/** What it takes, how often, and on which day next. */
	takesPence?: Pence;
	every?: 'week' | 'month';
	nextOn?: Day;
};

/**
 * All that is kept as an extract says it. From whose account something is taken, by the source's own key of them, is that
 * person's alone to know: on one person's record only what is theirs stands, as `DebtRecord.collected`.
 */
export type SourceFacts = DebtFacts & { collected?: Collected & { from?: string } };

/** Every field by name: what a source keeps beside them, a referral above all, is nobody's to see. */
const FIELDS = {
	taxYear: true,
	wholeBalanceDueOn: true,
	hearingOn: true,
	challengeUntilOn: true,
	method: true,
	stepOfAnother: true,
	courtSumPence: true,
	careCheckDone: true,
	capacity: true
} as const satisfies Record<keyof DebtFacts, true>;

export function knownFacts(facts: DebtFacts): DebtFacts {
	return Object.fromEntries(
		Object.entries(facts).filter(([field]) => Object.hasOwn(FIELDS, field))
	);
}
