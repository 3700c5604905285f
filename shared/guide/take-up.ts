/**
 * What a person may be entitled to and not have, spotted from their record before anything is asked of them: why we
 * think so, what to ask, and the answer. A hint is a reason to ask, never a decision.
 */
import { ENTITLEMENT_RULES, type Entitlement } from '../law/entitlements.ts';
import type { DebtRecord } from '../debts/debt.ts';
import { addMonths, type Day } from '../time/day.ts';
import type { Reason } from './reasons.ts';

export const TAKE_UP_ANSWERS = ['applies', 'does-not-apply', 'check-later'] as const;

export type TakeUpAnswer = (typeof TAKE_UP_ANSWERS)[number];

export type Spotted = {
	entitlement: Entitlement;
	name: string;
	/** Why we think so, to the officer. */
	why: string;
};

export type TakeUpFacts = {
	kind: 'person' | 'organisation';
	bornOn: Day | null;
	debts: readonly Pick<
		DebtRecord,
		'stream' | 'fromOn' | 'untilOn' | 'others' | 'facts' | 'stage'
	>[];
	/** Why they got in touch, once they have said. */
	reason: Reason | null;
	/** What a finished statement leaves; null while there is none. */
	hasSurplus: boolean | null;
	today: Day;
};

const PENSION_MONTHS = 66 * 12;
const CARE_LEAVER_MONTHS = 25 * 12;

/** What the officer asks aloud about each. */
export const TAKE_UP_ASKS: Record<Entitlement, string> = {
	'single-person-discount': 'How many adults live there with you now?',
	'council-tax-support':
		'Do you get Universal Credit or another benefit, or has your income dropped?',
	'student-exemption': 'Is anybody at home a full-time student?',
	'care-leaver-relief': 'Were you ever looked after by a council, in foster care or a home?',
	'disregarded-adult': 'Is anybody at home an apprentice, a carer or seriously ill?',
	'disabled-band-reduction':
		'Does anybody need a room or a wheelchair at home because of a disability?',
	'hardship-relief': 'Has something happened that you could not have planned for?',
	'pension-credit': 'Do you get Pension Credit, or has anybody checked it for you?',
	'attendance-allowance': 'Does anybody help you with washing, dressing or meals?',
	'benefit-check': 'Has anybody gone through your benefits with you this year?',
	'underlying-entitlement': 'Did your income or household change in the weeks that were overpaid?',
	'small-business-relief': 'Is this the only place the business has?'
};

/** In the order they are asked: what changes the bill first. */
export function spottedEntitlements(facts: TakeUpFacts): Spotted[] {
	return SIGNS.flatMap(({ entitlement, why }) => {
		const found = why(facts);
		const { name } = ENTITLEMENT_RULES[entitlement].value;
		return found === null ? [] : [{ entitlement, name, why: found }];
	});
}

type Sign = { entitlement: Entitlement; why: (facts: TakeUpFacts) => string | null };

const SIGNS: readonly Sign[] = [
	{ entitlement: 'single-person-discount', why: onlyAdult },
	{ entitlement: 'student-exemption', why: student },
	{ entitlement: 'care-leaver-relief', why: careLeaver },
	{ entitlement: 'council-tax-support', why: lowIncome },
	{ entitlement: 'pension-credit', why: pensioner },
	{ entitlement: 'attendance-allowance', why: caredFor },
	{ entitlement: 'underlying-entitlement', why: overpaid },
	{ entitlement: 'benefit-check', why: nothingLeft },
	{ entitlement: 'hardship-relief', why: hardship },
	{ entitlement: 'small-business-relief', why: smallBusiness }
];

function onlyAdult({ kind, debts, reason, today }: TakeUpFacts): string | null {
	if (kind !== 'person') return null;
	const tax = debts.filter((debt) => debt.stream === 'council-tax');
	const thisYear = tax.filter((debt) => isNow(debt, today));
	if (thisYear.length === 0 || thisYear.some((debt) => debt.others.length > 0)) return null;
	if (tax.some((debt) => debt.others.length > 0)) {
		return 'An earlier bill was joint and this year’s is not.';
	}
	return reason === 'household' ? 'Somebody moved in or out, they say.' : null;
}

function student(facts: TakeUpFacts): string | null {
	return owesTax(facts) && isYoung(facts) ? 'Under 25 by the record.' : null;
}

function careLeaver(facts: TakeUpFacts): string | null {
	return owesTax(facts) && isYoung(facts) ? 'Under 25 by the record.' : null;
}

function lowIncome(facts: TakeUpFacts): string | null {
	if (facts.kind !== 'person' || !owesTax(facts)) return null;
	if (facts.debts.some(({ facts: known }) => known.method?.kind === 'benefit-deduction')) {
		return 'A debt is already taken from a benefit.';
	}
	if (facts.debts.some(({ stream }) => stream === 'overpayment'))
		return 'They had Housing Benefit.';
	if (facts.reason === 'income') return 'Their work, income or benefits changed, they say.';
	return facts.reason === 'cannot-pay' ? 'They cannot pay, they say.' : null;
}

function pensioner({ kind, bornOn, today }: TakeUpFacts): string | null {
	if (kind !== 'person' || bornOn === null) return null;
	return addMonths(bornOn, PENSION_MONTHS) <= today ? 'Over pension age by the record.' : null;
}

function caredFor(facts: TakeUpFacts): string | null {
	const hasCare = facts.debts.some(({ stream }) => stream === 'care');
	return pensioner(facts) && hasCare ? 'Over pension age, with care charges.' : null;
}

function overpaid({ debts }: TakeUpFacts): string | null {
	const isOpen = debts.some(({ stream }) => stream === 'overpayment');
	return isOpen ? 'An overpayment may be too high for the weeks it covers.' : null;
}

function nothingLeft({ kind, hasSurplus }: TakeUpFacts): string | null {
	return kind === 'person' && hasSurplus === false
		? 'The statement leaves nothing to pay with.'
		: null;
}

function hardship(facts: TakeUpFacts): string | null {
	return nothingLeft(facts) && owesTax(facts) ? 'The statement leaves nothing to pay with.' : null;
}

function smallBusiness({ debts }: TakeUpFacts): string | null {
	return debts.some(({ stream }) => stream === 'business-rates')
		? 'Business rates are owed.'
		: null;
}

function isNow(debt: TakeUpFacts['debts'][number], today: Day): boolean {
	return debt.fromOn <= today && (debt.untilOn === null || debt.untilOn >= today);
}

function owesTax({ debts }: TakeUpFacts): boolean {
	return debts.some(({ stream }) => stream === 'council-tax');
}

function isYoung({ kind, bornOn, today }: TakeUpFacts): boolean {
	return kind === 'person' && bornOn !== null && addMonths(bornOn, CARE_LEAVER_MONTHS) > today;
}
