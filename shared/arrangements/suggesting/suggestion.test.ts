import { describe, expect, it } from 'vitest';
import { debtThat } from '../../../tests/builders/debts.ts';
import { meansOf, offerOf, requestOf, WHEN } from '../../../tests/builders/plans.ts';
import { pence } from '../../money/pence.ts';
import { day } from '../../time/day.ts';
import { planFor } from '../plan.ts';
import { firstSuggestion, sliderEnds } from './suggestion.ts';

const SUMMONED = debtThat({
	id: 'Council Tax 2026 to 2027',
	owes: 250_00,
	fromOn: day('2026-04-01'),
	stage: 'SUMMONS',
	facts: { taxYear: 2026 }
});

describe('the slider', () => {
	it('has no ends where policy leaves too little to plan with, however small the debt', () => {
		const tiny = [debtThat({ id: 'small', owes: 13_00, stream: 'invoice', stage: 'REMINDER' })];
		const poor = requestOf(tiny, { means: meansOf(15_00, 5_00) });
		expect(sliderEnds({ ...WHEN, rhythm: 'weekly' }, poor)).toBeNull();
	});

	it('begins, and is suggested, where it ends in time if only then it can be afforded', () => {
		const means = {
			...meansOf(50_00, 40_00),
			meanwhile: { left: pence(140_00), usable: pence(126_00), until: day('2027-03-31') }
		};
		const small = debtThat({ id: 'order', owes: 100_00 });
		const both = requestOf([SUMMONED, small], { means });
		const ends = sliderEnds(WHEN, both);
		expect(ends).toEqual({ least: 87_50, most: 126_00 });
		expect(planFor(offerOf(87_49), both)).toMatchObject({ refusal: { because: 'above-left' } });
		expect(planFor(offerOf(87_50), both).ok).toBe(true);
		const first = firstSuggestion(WHEN, both);
		expect(first.ok && first.plan.offer.amount).toBe(88_00);
	});

	it('has none where there is nothing to plan', () => {
		expect(sliderEnds(WHEN, requestOf([], { means: meansOf(100_00, 90_00) }))).toBeNull();
	});
});
