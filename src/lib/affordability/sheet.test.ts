import { describe, expect, it } from 'vitest';
import { FULL_LINES } from '#shared/affordability/lines.ts';
import { cardsOf, headingBefore, type Laid } from './sheet.ts';

const LAID: Laid = { form: 'full', household: null, filled: [], open: new Set() };

const idsOf = (laid: Partial<Laid>) =>
	cardsOf({ ...LAID, ...laid }).map(({ shown }) => shown.map(({ id }) => id));

describe('the statement as it is asked', () => {
	it('shows a line with anything on it, in its place', () => {
		const [income = []] = idsOf({ filled: ['carers-allowance'] });
		expect(income).toEqual(['salary', 'universal-credit', 'carers-allowance']);
	});

	it('leaves no line of the standard statement out once its cards are open', () => {
		const open = new Set(['income', 'fixed', 'flexible', 'others'] as const);
		expect(new Set(idsOf({ open }).flat())).toEqual(new Set(FULL_LINES.map(({ id }) => id)));
	});

	it('says how many more there are', () => {
		const shown = cardsOf(LAID).flatMap(({ shown: lines }) => lines).length;
		const more = cardsOf(LAID).reduce((sum, card) => sum + card.more, 0);
		expect(shown + more).toBe(FULL_LINES.length);
	});

	it('has five totals in one card, and no card for three questions', () => {
		expect(idsOf({ form: 'five-totals' })).toEqual([
			['total-income', 'total-fixed', 'total-flexible', 'total-creditors', 'total-savings']
		]);
		expect(cardsOf({ ...LAID, form: 'three-questions' })).toEqual([]);
	});

	it('heads each group only where all of it is shown', () => {
		const names = new Map([['earnings', 'Earnings']]);
		const [closed] = cardsOf(LAID);
		const [open] = cardsOf({ ...LAID, open: new Set(['income']) });
		const first = open?.shown[0];
		if (!closed || !open || !first) throw new Error('There is no card of income.');
		expect(headingBefore(first, closed, names)).toBeNull();
		expect(headingBefore(first, open, names)).toBe('Earnings');
		expect(open.shown.filter((line) => headingBefore(line, open, names))).toHaveLength(1);
	});
});
