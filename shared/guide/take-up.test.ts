import { expect, it } from 'vitest';
import { day } from '../time/day.ts';
import { spottedEntitlements, type TakeUpFacts } from './take-up.ts';

const TODAY = day('2026-11-19');

type Debts = TakeUpFacts['debts'];

function tax(year: number, others: readonly string[] = []): Debts[number] {
	return {
		stream: 'council-tax',
		fromOn: day(`${year}-04-01`),
		untilOn: day(`${year + 1}-03-31`),
		others,
		facts: { taxYear: year },
		stage: 'DEMAND'
	};
}

const owed = (stream: Debts[number]['stream'], facts: Debts[number]['facts'] = {}) => ({
	...tax(2026),
	stream,
	facts
});

function person(some: Partial<TakeUpFacts> = {}): TakeUpFacts {
	return {
		kind: 'person',
		bornOn: day('1987-03-14'),
		debts: [tax(2026)],
		reason: null,
		hasSurplus: null,
		today: TODAY,
		...some
	};
}

it.each([
	[
		'Kelly: alone since August, and once on Housing Benefit',
		person({ debts: [tax(2025, ['Dean Ashworth']), tax(2026), owed('overpayment')] }),
		['single-person-discount', 'council-tax-support', 'underlying-entitlement']
	],
	['Amara: 22', person({ bornOn: day('2004-05-03') }), ['student-exemption', 'care-leaver-relief']],
	['25 today is no longer young', person({ bornOn: day('2001-11-19') }), []],
	[
		'Margaret: 81, with care charges',
		person({ bornOn: day('1945-01-01'), debts: [owed('care')] }),
		['pension-credit', 'attendance-allowance']
	],
	['66 tomorrow is not pension age', person({ bornOn: day('1960-11-20') }), []],
	['66 today is', person({ bornOn: day('1960-11-19') }), ['pension-credit']],
	[
		'taken from Universal Credit',
		person({
			debts: [owed('council-tax', { method: { kind: 'benefit-deduction', sinceOn: TODAY } })]
		}),
		['council-tax-support']
	],
	['hours cut, they say', person({ reason: 'income' }), ['council-tax-support']],
	['somebody left, they say', person({ reason: 'household' }), ['single-person-discount']],
	[
		'a bill that is joint now',
		person({ debts: [tax(2026, ['Ronald Tully'])], reason: 'household' }),
		[]
	],
	[
		'nothing left by the statement',
		person({ hasSurplus: false }),
		['benefit-check', 'hardship-relief']
	],
	[
		'a company',
		person({ kind: 'organisation', bornOn: null, debts: [owed('business-rates')] }),
		['small-business-relief']
	],
	['only a parking penalty', person({ debts: [owed('parking')], reason: 'cannot-pay' }), []],
	['nothing owed', person({ debts: [] }), []]
] as const)('%s', (_, facts, expected) => {
	expect(spottedEntitlements(facts).map(({ entitlement }) => entitlement)).toEqual(expected);
});
