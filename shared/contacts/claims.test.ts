import { describe, expect, it } from 'vitest';
import { debtThat, monthlyDues } from '../../tests/builders/debts.ts';
import {
	contactThat,
	KELLY_TELLS,
	knownWith,
	statementTold
} from '../../tests/builders/money-talk.ts';
import { firstSuggestion } from '../arrangements/suggesting/suggestion.ts';
import type { TakeUpAnswer } from '../guide/take-up.ts';
import type { Entitlement } from '../law/entitlements.ts';
import { day } from '../time/day.ts';
import { claimsAfter } from './claims.ts';
import type { ContactEventBody } from './log/events.ts';
import { requestFrom, whenOf } from './plan-request.ts';

const THIS_YEAR = debtThat({
	id: 'this-year',
	owes: 826_00,
	fromOn: day('2026-04-01'),
	stage: 'REMINDER_1',
	stageOn: day('2026-11-09'),
	dues: monthlyDues(118_00, { from: '2026-04-01', count: 12 }),
	facts: { taxYear: 2026, wholeBalanceDueOn: day('2026-11-23') }
});
const KELLYS = [
	debtThat({ id: 'order', owes: 1184_37 }),
	THIS_YEAR,
	debtThat({
		id: 'overpaid',
		owes: 1460_25,
		stream: 'overpayment',
		stage: 'INVOICE',
		stageOn: day('2026-06-03')
	}),
	debtThat({ id: 'nursery', owes: 126_00, stream: 'invoice', stage: 'REMINDER' })
];
const known = knownWith(KELLYS);

/** What the answers leave staged, one after another. */
function after(...answers: [Entitlement, TakeUpAnswer][]) {
	const told = statementTold('full', KELLY_TELLS);
	return answers.reduce<ContactEventBody[]>((lines, [entitlement, answer], index) => {
		const id = `claim-${index}`;
		return [...lines, ...claimsAfter(contactThat(...lines), known, { entitlement, answer, id })];
	}, told);
}

const claims = (lines: ContactEventBody[]) =>
	contactThat(...lines).outcomes.staged.map(({ outcome }) =>
		outcome.kind === 'claim' ? [outcome.id, outcome.debtIds, outcome.onAccount] : []
	);

describe('an entitlement that applies', () => {
	it('is claimed, and this year’s tax held for 28 days at the lower figure', () => {
		const lines = after(['single-person-discount', 'applies']);
		expect(claims(lines)).toEqual([['claim-0', ['this-year'], 88_50]]);
		const { outside } = requestFrom(contactThat(...lines), known);
		expect(outside).toMatchObject([{ debtId: 'this-year', row: 'HO', until: '2026-12-17' }]);
	});

	it('leaves Kelly a plan of £116 on the other three', () => {
		const contact = contactThat(
			...after(['single-person-discount', 'applies'], ['council-tax-support', 'applies'])
		);
		const { request } = requestFrom(contact, known);
		const when = { ...whenOf(contact, known.today), method: 'card' } as const;
		const planned = firstSuggestion(when, request);
		expect(planned.ok && [planned.plan.offer.amount, planned.plan.total]).toEqual([
			116_00, 2770_62
		]);
	});

	it('holds a debt once, and answered twice is claimed once', () => {
		const lines = after(
			['single-person-discount', 'applies'],
			['council-tax-support', 'applies'],
			['single-person-discount', 'applies']
		);
		expect(claims(lines)).toEqual([
			['claim-0', ['this-year'], 88_50],
			['claim-1', [], null]
		]);
	});

	it('taken back leaves the hold to the next', () => {
		const lines = after(
			['single-person-discount', 'applies'],
			['council-tax-support', 'applies'],
			['single-person-discount', 'does-not-apply']
		);
		expect(claims(lines)).toEqual([['claim-1', ['this-year'], null]]);
	});

	it.each([
		['pension-credit', []],
		['underlying-entitlement', ['overpaid']],
		['small-business-relief', []]
	] as const)('%s holds %j', (entitlement, debtIds) => {
		expect(claims(after([entitlement, 'applies']))).toEqual([['claim-0', debtIds, null]]);
	});

	it.each(['does-not-apply', 'check-later'] as const)('answered %s claims nothing', (answer) => {
		expect(claims(after(['single-person-discount', answer]))).toEqual([]);
	});
});
