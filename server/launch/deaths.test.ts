import { expect, test } from 'vitest';
import { countDeaths } from './deaths.ts';

const after = (...times: number[]) => {
	const deaths = countDeaths();
	return times.map((at) => deaths.note(at)).at(-1);
};

test('the first death is an accident: it starts again at once', () => {
	expect(after(0)).toEqual({ again: true, afterMs: 0 });
});

test('each further death within a minute waits a little longer', () => {
	expect(after(0, 1000, 2000)).toEqual({ again: true, afterMs: 800 });
});

test('the fifth within a minute is the last', () => {
	expect(after(0, 1, 2, 3, 59_999)).toEqual({ again: false });
});

test('deaths more than a minute ago are forgotten', () => {
	expect(after(0, 1, 2, 3, 60_003)).toEqual({ again: true, afterMs: 0 });
});
