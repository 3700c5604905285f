/**
 * The clocks of the other debts: the letter of claim (Pre-Action Protocol for Debt Claims), the challenge to a housing
 * benefit decision, enforcement agents' notice, and the sums below which a step may not be taken.
 */
import { pence, type Pence } from '../../money/pence.ts';
import { addDays, addMonths, day, type Day } from '../../time/day.ts';
import { ENGLAND_AND_WALES, type Rule } from '../rule.ts';

export const LETTER_OF_CLAIM: Rule<{
	daysToReply: number;
	daysAfterReply: number;
	warningDays: number;
}> = {
	id: 'PAP.letter-of-claim',
	value: { daysToReply: 30, daysAfterReply: 30, warningDays: 14 },
	from: day('2017-10-01'),
	to: null,
	nations: ENGLAND_AND_WALES,
	instrument: 'Pre-Action Protocol for Debt Claims',
	provision: 'paragraphs 3 to 8',
	address:
		'https://www.justice.gov.uk/courts/procedure-rules/civil/protocol/pre-action-protocol-for-debt-claims',
	confidence: 'confirmed',
	plain:
		'No claim for thirty days after the letter, nor for thirty after a reply, and fourteen days’ warning before one is made.'
};

export const BENEFIT_CHALLENGE: Rule<{ months: number; lateMonths: number }> = {
	id: 'HB.challenge',
	value: { months: 1, lateMonths: 13 },
	from: day('2001-07-02'),
	to: null,
	nations: ENGLAND_AND_WALES,
	instrument: 'Housing Benefit (Decisions and Appeals) Regulations 2001, SI 2001/1002',
	provision: 'regulations 4 and 18 to 19',
	address: 'https://www.legislation.gov.uk/uksi/2001/1002',
	confidence: 'confirmed',
	plain:
		'A decision can be challenged within one month, and with good reason up to thirteen months. Paying gives up nothing.'
};

export const AGENTS_NOTICE: Rule<{ clearDays: number }> = {
	id: 'TCG.notice',
	value: { clearDays: 7 },
	from: day('2014-04-06'),
	to: null,
	nations: ENGLAND_AND_WALES,
	instrument: 'SI 2013/1894',
	provision: 'regulation 6',
	address: 'https://www.legislation.gov.uk/uksi/2013/1894/regulation/6',
	confidence: 'partly',
	plain: 'Enforcement agents give seven clear days’ notice before a first visit.'
};

/** Proposed beside the fees of 2025; no instrument was found. */
export const ANNOUNCED_NOTICE: Rule<{ clearDays: number }> = {
	...AGENTS_NOTICE,
	id: 'TCG.notice-announced',
	value: { clearDays: 28 },
	from: null,
	provision: 'proposal of the Ministry of Justice; no instrument found',
	address:
		'https://www.gov.uk/government/consultations/taking-control-of-goods-regulations-consultation',
	confidence: 'unconfirmed',
	plain: 'Announced: 28 days’ notice before a first visit in place of seven. No day was given.'
};

export const CHARGING_ORDER_LEAST: Rule<{ least: Pence }> = {
	id: 'CT.charging-order',
	value: { least: pence(1000_00) },
	from: day('1993-04-01'),
	to: null,
	nations: ENGLAND_AND_WALES,
	instrument: 'SI 1992/613',
	provision: 'regulation 50(1) to (3)',
	address: 'https://www.legislation.gov.uk/uksi/1992/613/regulation/50',
	confidence: 'confirmed',
	plain:
		'A charging order needs £1,000 or more owed under orders, and only on the home the tax was for.'
};

export const BANKRUPTCY_LEAST: Rule<{ least: Pence; statutoryDemandDays: number }> = {
	id: 'INS.bankruptcy',
	value: { least: pence(5000_00), statutoryDemandDays: 21 },
	from: day('2015-10-01'),
	to: null,
	nations: ENGLAND_AND_WALES,
	instrument: 'Insolvency Act 1986',
	provision: 'section 267',
	address: 'https://www.legislation.gov.uk/ukpga/1986/45/section/267',
	confidence: 'unconfirmed',
	plain: 'A bankruptcy petition needs £5,000 or more, unsecured.'
};

/** The first day on which a claim may be made when nobody answers the letter. */
export function claimNotBefore(letterDatedOn: Day): Day {
	return addDays(letterDatedOn, LETTER_OF_CLAIM.value.daysToReply + 1);
}

/** Until when a benefit decision can be challenged: in time, and late with good reason. */
export function benefitChallenge(decidedOn: Day): { inTime: Day; late: Day } {
	const { months, lateMonths } = BENEFIT_CHALLENGE.value;
	return { inTime: addMonths(decidedOn, months), late: addMonths(decidedOn, lateMonths) };
}

/** Clear days: neither the day of the notice nor the day of the visit is counted. */
export function firstVisitOn(noticeGivenOn: Day): Day {
	return addDays(noticeGivenOn, AGENTS_NOTICE.value.clearDays + 1);
}
