import { describe, expect, test } from 'vitest';
import { newPress } from './press.ts';

describe('a press', () => {
	test('made again without an answer is the same', () => {
		const press = newPress();
		expect(press.keyFor('place', [{ amount: 100 }])).toBe(press.keyFor('place', [{ amount: 100 }]));
	});

	test.each([
		['of another sum', ['place', 200]],
		['of another kind', ['undo', 100]],
		['of less', ['place']]
	])('%s is another', (_, about) => {
		const press = newPress();
		expect(press.keyFor('place', 100)).not.toBe(press.keyFor(...about));
	});

	test('after an answer is another', () => {
		const press = newPress();
		const first = press.keyFor('place', 100);
		press.answered();
		expect(press.keyFor('place', 100)).not.toBe(first);
	});
});
