/**
 * What a reference of each source looks like, as data: another council writes its own rows and no code. SAMPLE, the
 * demo council's: none of its systems gives a check digit, so that a slip of one digit is found by being nobody's. A
 * payment plan's is our own, of digits alone so that any counter, bank or telephone takes it, and one digit mistyped or
 * two changed round is always found.
 */
import type { Stream } from '../../debts/streams.ts';
import type { CheckDigit } from './check-digits.ts';

export type ReferenceKind = {
	/** As a person calls it. */
	name: string;
	source: string;
	streams: readonly Stream[];
	/** What it begins with, letters or digits; then so many digits. */
	begins: string;
	digits: number;
	check: CheckDigit | null;
};

const kind = (
	name: string,
	shape: { source: string; streams: readonly Stream[]; begins: string; digits: number }
): ReferenceKind => ({ name, ...shape, check: null });

export const PLAN_REFERENCE = {
	name: 'Payment plan',
	source: 'fairline',
	streams: [],
	begins: '90',
	digits: 8,
	check: { by: 'mod-11', weights: [10, 9, 8, 7, 6, 5, 4, 3, 2] }
} as const satisfies ReferenceKind;

export const REFERENCE_KINDS: readonly ReferenceKind[] = [
	kind('Council Tax account', {
		source: 'revenues',
		streams: ['council-tax'],
		begins: '77',
		digits: 8
	}),
	kind('Business rates account', {
		source: 'revenues',
		streams: ['business-rates'],
		begins: '4010',
		digits: 7
	}),
	kind('BID levy account', { source: 'revenues', streams: ['bid'], begins: 'BID', digits: 7 }),
	kind('Overpayment', { source: 'benefits', streams: ['overpayment'], begins: 'HBO', digits: 6 }),
	kind('Invoice', { source: 'invoicing', streams: ['invoice'], begins: 'SI', digits: 8 }),
	kind('Care account', { source: 'invoicing', streams: ['care'], begins: 'CA', digits: 8 }),
	kind('Rent account', { source: 'housing', streams: ['rent'], begins: 'RT', digits: 8 }),
	kind('Former tenant account', {
		source: 'housing',
		streams: ['former-tenant'],
		begins: 'FT',
		digits: 8
	}),
	kind('Penalty charge notice', {
		source: 'parking',
		streams: ['parking'],
		begins: 'NM',
		digits: 8
	}),
	PLAN_REFERENCE
];
