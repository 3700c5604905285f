/**
 * Who may speak for a customer, and of what. An authority is of one kind, rests on evidence that somebody saw, covers
 * all debts, some streams or named debts, and stands from a day until a day or until it is ended. An appointee's is for
 * benefits alone (SI 1987/1968 reg 33); a member's office is told what answers its casework and agrees nothing (DPA 2018
 * Sch 1 paras 23 and 24). How long each may stand is the council's own figure (policy row AU).
 */
import type { LifeRows } from '../law/policy-values.ts';
import { addMonths, type Day } from '../time/day.ts';
import { plainText } from './plain-words.ts';

export const AUTHORITY_KINDS = [
	'adviser',
	'attorney',
	'appointee',
	'executor',
	'landlord',
	'member',
	'employee'
] as const;

export type AuthorityKind = (typeof AUTHORITY_KINDS)[number];

/** `agree` takes in being told. */
export const AUTHORITY_SCOPES = ['told', 'agree'] as const;

export type AuthorityScope = (typeof AUTHORITY_SCOPES)[number];

export const AUTHORITY_EVIDENCE = [
	'signed-authority',
	'said-by-customer',
	'registered-power',
	'court-order',
	'benefit-appointment',
	'grant-or-will',
	'members-letter',
	'employers-letter'
] as const;

export type AuthorityEvidence = (typeof AUTHORITY_EVIDENCE)[number];

export const AUTHORITY_ENDS = ['customer-ended', 'they-ended', 'replaced', 'wrongly-made'] as const;

export type AuthorityEnd = (typeof AUTHORITY_ENDS)[number];

/** As every rule asks for it. Streams and debts both null: every debt. */
export type Authority = {
	id: string;
	kind: AuthorityKind;
	name: string;
	organisation: string;
	scope: AuthorityScope;
	streams: readonly string[] | null;
	debtIds: readonly string[] | null;
	fromOn: Day;
	untilOn: Day | null;
};

export type AuthorityDraft = Omit<Authority, 'id'> & { evidence: AuthorityEvidence };

type KindRule = {
	label: string;
	evidence: readonly AuthorityEvidence[];
	/** The most it can be. */
	scope: AuthorityScope;
	/** The only streams it can be for; null for any. */
	streams: readonly string[] | null;
	/** It must name streams or debts. */
	isPartial: boolean;
	hasOrganisation: boolean;
};

const WHOLE = { scope: 'agree', streams: null, isPartial: false } as const;
const ALONE = { hasOrganisation: false } as const;
const FROM_CUSTOMER = ['signed-authority', 'said-by-customer'] as const;

export const KIND_RULES: Record<AuthorityKind, KindRule> = {
	adviser: { label: 'Debt adviser', evidence: FROM_CUSTOMER, ...WHOLE, hasOrganisation: true },
	attorney: {
		label: 'Attorney or deputy',
		evidence: ['registered-power', 'court-order'],
		...WHOLE,
		...ALONE
	},
	appointee: {
		label: 'Benefit appointee',
		evidence: ['benefit-appointment'],
		...WHOLE,
		streams: ['overpayment'],
		...ALONE
	},
	executor: {
		label: 'Executor or administrator',
		evidence: ['grant-or-will'],
		...WHOLE,
		...ALONE
	},
	landlord: {
		label: 'Landlord',
		evidence: FROM_CUSTOMER,
		scope: 'told',
		streams: null,
		isPartial: true,
		...ALONE
	},
	member: {
		label: 'MP or councillor',
		evidence: ['members-letter', ...FROM_CUSTOMER],
		...WHOLE,
		scope: 'told',
		hasOrganisation: true
	},
	employee: {
		label: 'Employee',
		evidence: ['employers-letter', ...FROM_CUSTOMER],
		...WHOLE,
		hasOrganisation: true
	}
};

export type AuthorityRefusal =
	| 'nobody-named'
	| 'no-organisation'
	| 'not-that-evidence'
	/** The customer is not the one speaking. */
	| 'not-said-by-them'
	| 'only-told'
	| 'not-those-debts'
	| 'covers-nothing'
	| 'backwards'
	| 'no-end'
	| 'too-long'
	| 'still-alive'
	| 'has-died'
	| 'not-an-organisation';

export type AuthorityGround = {
	today: Day;
	customer: { kind: 'person' | 'organisation'; hasDied: boolean };
	/** They have passed the check themselves, in this contact. */
	isCustomerSpeaking: boolean;
	policy: LifeRows['AU'];
};

export type AuthorityJudged = { ok: true } | { ok: false; because: AuthorityRefusal };

/** Whether it may be recorded: the first thing that stands in the way. */
export function judgeAuthority(draft: AuthorityDraft, ground: AuthorityGround): AuthorityJudged {
	const because = whatOfPeople(draft, ground) ?? whatOfCover(draft) ?? whatOfDays(draft, ground);
	return because === null ? { ok: true } : { ok: false, because };
}

function whatOfPeople(draft: AuthorityDraft, ground: AuthorityGround): AuthorityRefusal | null {
	const rule = KIND_RULES[draft.kind];
	const { kind, hasDied } = ground.customer;
	if (plainText(draft.name) === '') return 'nobody-named';
	if (rule.hasOrganisation && plainText(draft.organisation) === '') return 'no-organisation';
	if (draft.kind === 'employee' && kind !== 'organisation') return 'not-an-organisation';
	if (draft.kind === 'executor' && !hasDied) return 'still-alive';
	// A power of attorney, an appointment and what they asked for themselves end with them.
	if (draft.kind !== 'executor' && hasDied) return 'has-died';
	if (!rule.evidence.includes(draft.evidence)) return 'not-that-evidence';
	const isSaid = draft.evidence === 'said-by-customer';
	return isSaid && !ground.isCustomerSpeaking ? 'not-said-by-them' : null;
}

function whatOfCover({ kind, scope, streams, debtIds }: AuthorityDraft): AuthorityRefusal | null {
	const rule = KIND_RULES[kind];
	if (scope === 'agree' && rule.scope === 'told') return 'only-told';
	if (streams?.length === 0 || debtIds?.length === 0) return 'covers-nothing';
	if (rule.isPartial && streams === null && debtIds === null) return 'covers-nothing';
	if (rule.streams === null) return null;
	const isWithin = streams?.every((stream) => rule.streams?.includes(stream)) ?? false;
	return isWithin ? null : 'not-those-debts';
}

function whatOfDays(
	{ kind, fromOn, untilOn }: AuthorityDraft,
	{ policy }: AuthorityGround
): AuthorityRefusal | null {
	const months = policy.months[kind];
	if (untilOn !== null && untilOn < fromOn) return 'backwards';
	if (months === null) return null;
	if (untilOn === null) return 'no-end';
	return untilOn > addMonths(fromOn, months) ? 'too-long' : null;
}

/** Its last day unless somebody says another; null where it needs none. */
export function usualEnd(kind: AuthorityKind, fromOn: Day, policy: LifeRows['AU']): Day | null {
	const months = policy.months[kind];
	return months === null ? null : addMonths(fromOn, months);
}

export function isInForce(
	{ fromOn, untilOn }: Pick<Authority, 'fromOn' | 'untilOn'>,
	today: Day
): boolean {
	return fromOn <= today && (untilOn === null || untilOn >= today);
}

export function coversDebt(
	{ streams, debtIds }: Pick<Authority, 'streams' | 'debtIds'>,
	debt: { id: string; stream: string }
): boolean {
	if (debtIds !== null) return debtIds.includes(debt.id);
	return streams === null || streams.includes(debt.stream);
}
