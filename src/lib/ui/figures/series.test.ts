import { describe, expect, test } from 'vitest';
import { coloursOf, OTHER, SERIES } from './series.ts';

const share = (id: string, amount: number) => ({ id, name: id, amount });

describe('colours of shares', () => {
	test('gives each of five its own, in the order shown', () => {
		const colours = coloursOf(['a', 'b', 'c', 'd', 'e'].map((id, index) => share(id, index)));
		expect([...colours.values()]).toEqual([...SERIES]);
	});

	test('a sixth has the colour of the rest', () => {
		const colours = coloursOf(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => share(id, 1)));
		expect(colours.get('f')).toBe(OTHER);
	});

	test('with more than six the largest five keep theirs, wherever they stand', () => {
		const amounts = { a: 1, b: 70, c: 60, d: 2, e: 50, f: 40, g: 30 };
		const colours = coloursOf(Object.entries(amounts).map(([id, amount]) => share(id, amount)));
		expect(colours.get('a')).toBe(OTHER);
		expect(colours.get('d')).toBe(OTHER);
		expect(new Set(['b', 'c', 'e', 'f', 'g'].map((id) => colours.get(id))).size).toBe(5);
	});

	test('nothing has no colours', () => {
		expect(coloursOf([]).size).toBe(0);
	});
});
