import fc from 'fast-check';
import { expect, it } from 'vitest';
import { day, formatDay, type Day } from '../../time/day.ts';
import { readDay } from '../../time/day-said.ts';
import { compareDay } from './day-compared.ts';

const BORN = day('1987-03-14');

it.each([
	['14 3 87', 'matches'],
	['14/03/1987', 'matches'],
	['14.3.87', 'matches'],
	['140387', 'matches'],
	['14031987', 'matches'],
	['1987-03-14', 'matches'],
	['14 March 1987', 'matches'],
	['14th of march 87', 'matches'],
	['March 14th, 1987', 'matches'],
	['14mar87', 'matches'],
	// No month is the fourteenth, so the order is plain.
	['3 14 87', 'matches'],
	// Asked again: the year is missing.
	['14 March', 'nearly'],
	['15 3 87', 'differs'],
	['14 3 86', 'differs'],
	['14 4 87', 'differs'],
	['1 1 1900', 'differs'],
	// No date at all: no attempt.
	['14', 'unread'],
	['', 'unread'],
	['in the spring', 'unread'],
	['32 1 87', 'unread'],
	['14 13 87', 'unread'],
	['14 3 1', 'unread'],
	['14 3 87 5', 'unread']
] as const)('%j for 14 March 1987: %s', (said, expected) => {
	const read = readDay(said);
	expect(read ? compareDay(read, BORN) : 'unread').toBe(expected);
});

it('takes day and month the wrong way round for nearly', () => {
	const read = readDay('4 3 87');
	expect(read && compareDay(read, day('1987-04-03'))).toBe('nearly');
});

it('reads back every day as this product writes it', () => {
	const days = fc
		.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
		.map((date) => date.toISOString().slice(0, 10) as Day);
	fc.assert(
		fc.property(days, (on) => {
			for (const said of [on, formatDay(on)]) {
				const read = readDay(said);
				expect(read && compareDay(read, on)).toBe('matches');
			}
		})
	);
});

it('never throws, whatever is typed', () => {
	fc.assert(fc.property(fc.string(), (said) => void readDay(said)));
});
