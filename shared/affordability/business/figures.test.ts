import { describe, expect, it } from 'vitest';
import { pence } from '../../money/pence.ts';
import { NOTHING_TOLD, type FigureId } from './cash-flow.ts';
import {
	amountOf,
	changedFigures,
	figureName,
	FIGURES,
	isFigureId,
	sourceOf,
	withFigure
} from './figures.ts';

const BANK = { provenance: 'bank', note: 'Statement of October' } as const;
const SAID = { provenance: 'said', note: '' } as const;

it('there are two of the bank and two of each of thirteen weeks', () => {
	expect(FIGURES).toHaveLength(28);
	expect(FIGURES.slice(0, 4)).toEqual(['opening', 'overdraft', 'moneyIn-1', 'moneyOut-1']);
	expect(figureName('moneyOut-13')).toBe('Money out, week 13');
});

it.each([
	['opening', true],
	['moneyIn-1', true],
	['moneyOut-13', true],
	['moneyIn-0', false],
	['moneyIn-14', false],
	['moneyIn-01', false],
	['moneyIn-1.5', false],
	['moneyIn', false],
	['Opening', false],
	['', false],
	['__proto__', false]
])('%s names a figure: %s', (text, is) => {
	expect(isFigureId(text)).toBe(is);
});

describe('a figure that is told', () => {
	it.each(FIGURES)('%s is where it was put, and nowhere else', (figure: FigureId) => {
		const told = withFigure(NOTHING_TOLD, { figure, amount: pence(12_34), source: BANK });
		expect(amountOf(told, figure)).toBe(12_34);
		expect(sourceOf(told, figure)).toEqual(BANK);
		const changes = changedFigures(NOTHING_TOLD, told);
		expect(changes).toEqual([{ figure, was: null, is: 12_34 }]);
	});

	it('and was only said is kept as no more than its amount', () => {
		const figure = 'opening' as const;
		const noted = withFigure(NOTHING_TOLD, { figure, amount: pence(1), source: BANK });
		const said = withFigure(noted, { figure, amount: pence(1), source: SAID });
		expect(said).toEqual({ ...NOTHING_TOLD, opening: 1 });
		expect(sourceOf(said, figure)).toEqual(SAID);
	});

	it('keeps what is beside the others', () => {
		const one = withFigure(NOTHING_TOLD, { figure: 'opening', amount: pence(1), source: BANK });
		const both = withFigure(one, { figure: 'moneyIn-2', amount: null, source: SAID });
		expect(sourceOf(both, 'opening')).toEqual(BANK);
	});
});
