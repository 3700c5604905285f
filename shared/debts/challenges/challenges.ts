/**
 * How each kind of debt may be challenged, until when, and what paying it gives up. It is on the screen before a debt
 * goes into a plan. Most clocks and effects of paying are from memory, and say so.
 */
import { NOT_BEFORE_MAGISTRATES, QUASHING, TRIBUNAL } from '../../law/clocks/challenging.ts';
import { BENEFIT_CHALLENGE, LETTER_OF_CLAIM } from '../../law/clocks/claims.ts';
import {
	CHARGE_CERTIFICATE,
	NOTICE_TO_OWNER,
	ORDER_FOR_RECOVERY
} from '../../law/clocks/parking.ts';
import type { Stream } from '../streams.ts';

export type Challenge = {
	how: string;
	until: string;
	/** What paying gives up: of every kind from memory, and not to be quoted. */
	paying: string;
	/** Whether the time allowed is read in its source; otherwise it is not to be quoted either. */
	isConfirmed: boolean;
	/** Its rules, where the law fixes it, by the ids that a screen opens. */
	rules: readonly string[];
};

const TAX: Challenge = {
	how: 'They write to us; then the Valuation Tribunal. An order we should not have got, we apply to end.',
	until: 'two months for our answer, then two to appeal',
	paying: 'Paying gives up nothing.',
	isConfirmed: false,
	rules: [TRIBUNAL.id, NOT_BEFORE_MAGISTRATES.id, QUASHING.id]
};

const RATES: Challenge = {
	how: 'Relief is asked of us. The rateable value is challenged at the Valuation Office.',
	until: 'as the rating list allows',
	paying: 'Paying gives up nothing.',
	isConfirmed: false,
	rules: []
};

const INVOICE: Challenge = {
	how: 'They dispute it with us, or send back the reply form of a letter of claim.',
	until: '30 days from a letter of claim',
	paying: 'Paying part of it admits the debt.',
	isConfirmed: false,
	rules: [LETTER_OF_CLAIM.id]
};

const RENT: Challenge = {
	how: 'They ask the housing team for a rent statement, or complain.',
	until: 'at any time',
	paying: 'Paying gives up nothing.',
	isConfirmed: false,
	rules: []
};

export const CHALLENGES: Record<Stream, Challenge> = {
	'council-tax': TAX,
	'business-rates': RATES,
	bid: RATES,
	overpayment: {
		how: 'They ask for the decision to be looked at again, or appeal.',
		until: 'one month from the decision, late to 13 months with good reason',
		paying: 'Paying gives up nothing.',
		isConfirmed: true,
		rules: [BENEFIT_CHALLENGE.id]
	},
	invoice: INVOICE,
	care: {
		how: 'They ask for the assessment to be reviewed, complain, or go to the Ombudsman.',
		until: 'as the council’s procedure says',
		paying: 'Paying gives up nothing.',
		isConfirmed: false,
		rules: []
	},
	rent: RENT,
	'former-tenant': RENT,
	parking: {
		how: 'They make representations, then go to the tribunal; after an order, a witness statement.',
		until: '28 days from the Notice to Owner or the rejection, 21 from the order',
		paying: 'Paying ends the challenge.',
		isConfirmed: true,
		rules: [NOTICE_TO_OWNER.id, CHARGE_CERTIFICATE.id, ORDER_FOR_RECOVERY.id]
	}
};
