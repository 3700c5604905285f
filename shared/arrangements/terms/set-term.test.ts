/** A term that an officer sets: its reason, and what is outside policy but inside law and affordability. */
import { describe, expect, it, test } from 'vitest';
import { debtThat } from '../../../tests/builders/debts.ts';
import { meansOf, offerOf, planned, requestOf, WHEN } from '../../../tests/builders/plans.ts';
import { monthsOf } from '../months.ts';
import { planFor } from '../plan.ts';
import { claimOf } from '../proof/certificate.ts';
import { flawOfPlan } from '../proof/check.ts';
import { keptPlan } from '../paying/receipt.ts';
import { sayRefusal } from '../said/refusals.ts';
import { firstSuggestion } from '../suggesting/suggestion.ts';
import { paymentOver, sayTermRefusal } from '../term.ts';
import { isOther, isUnexplained } from './set-term.ts';

const ORDER = debtThat({ id: 'Council Tax 2025 to 2026', owes: 1200_00 });
const REQUEST = requestOf([ORDER], { means: meansOf(220_00, 200_00) });
const SAYS = 'Her wages stop in June for a year.';

describe('a term longer than policy lets anybody agree', () => {
	it('is offered to be asked for, with what it takes', () => {
		const found = paymentOver(72, { when: WHEN, request: REQUEST });
		expect(found).toMatchObject({
			refusal: { because: 'too-long', outside: { months: 72, amount: 16_67 } }
		});
		if (found.ok) throw new Error('It is within policy.');
		expect(sayTermRefusal(found.refusal)).toBe(
			'72 months is longer than policy lets anybody agree. 60 months is the longest, at £20.00 a month. Outside policy a manager decides, if you write why.'
		);
	});

	it('is a plan for a manager once its reason is written, and the checker accepts it', () => {
		const offer = offerOf(16_67, { outsidePolicyBecause: SAYS });
		const plan = planned(offer, REQUEST);
		expect([plan.role, monthsOf(plan)]).toEqual(['manager', 72]);
		expect(plan.reasons.map(({ kind, role }) => [kind, role])).toEqual([
			['longer', 'officer'],
			['longer', 'leader'],
			['outside-policy', 'manager']
		]);
		expect(flawOfPlan(claimOf(plan))).toBeNull();
		expect(keptPlan(plan).debts.map(({ within }) => within)).toEqual([null]);
	});

	it.each(['', '  '])('is none while its reason is %j', (outsidePolicyBecause) => {
		const none = planFor(offerOf(16_67, { outsidePolicyBecause }), REQUEST);
		if (none.ok) throw new Error('It is a plan.');
		expect(none.refusal.because).toBe('outside-policy');
		expect(sayRefusal(none.refusal)).toMatch(/A manager may decide outside policy. Write why\.$/);
	});

	it.each([
		['its minimums', offerOf(9_99, { outsidePolicyBecause: SAYS }), REQUEST, 'minimums'],
		[
			'what is left',
			offerOf(16_67, { outsidePolicyBecause: SAYS }),
			requestOf([ORDER], { means: meansOf(20_00, 10_00) }),
			'no-surplus'
		],
		['a figure that nobody set a term for', offerOf(16_67), REQUEST, 'date'],
		[
			'what a leader alone is asked',
			offerOf(16_67, { outsidePolicyBecause: SAYS }),
			{ ...REQUEST, upTo: 'leader' as const },
			'date'
		]
	])('never goes beyond %s', (_, offer, request, because) => {
		expect(planFor(offer, request)).toMatchObject({ ok: false, refusal: { because } });
	});

	it('changes nothing where policy allows it', () => {
		const within = planned(offerOf(50_00), REQUEST);
		const set = planned(offerOf(50_00, { outsidePolicyBecause: SAYS }), REQUEST);
		expect([set.role, set.reasons, set.payments]).toEqual([
			within.role,
			within.reasons,
			within.payments
		]);
	});
});

test.each([
	['the suggested one needs no reason', 24, null, false, false],
	['a shorter one needs its reason', 12, '', true, true],
	['a longer one needs its reason', 36, ' ', true, true],
	['once written nothing is asked', 12, 'They asked for it.', true, false]
])('%s', (_, months, why, other, unexplained) => {
	const found = paymentOver(months, { when: WHEN, request: REQUEST });
	if (!found.ok) throw new Error('There is no such plan.');
	const plan = planned(offerOf(found.amount), REQUEST);
	const term = { months, why: why ?? '' };
	const suggested = firstSuggestion(WHEN, REQUEST);
	expect(isOther(plan, term, suggested)).toBe(other);
	expect(isUnexplained(plan, term, suggested)).toBe(unexplained);
	expect(isUnexplained(plan, null, suggested)).toBe(false);
});
