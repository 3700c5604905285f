import { expect, it } from 'vitest';
import { day } from '../../time/day.ts';
import { challengesSaid, ownDay } from './challenging.ts';

const tax = (title: string) => ({ stream: 'council-tax', title, challengeUntilOn: null }) as const;

it('says once what is the same of several debts', () => {
	const [only, ...others] = challengesSaid([tax('2025 to 2026'), tax('2026 to 2027')]);
	expect(only?.titles).toEqual(['2025 to 2026', '2026 to 2027']);
	expect(only?.says).toMatch(
		/two months .* \(unconfirmed, do not quote\)\. Paying gives up nothing/
	);
	expect(others).toEqual([]);
});

it('says a debt’s own last day in place of the usual time', () => {
	const penalty = {
		stream: 'parking',
		title: 'Penalty',
		challengeUntilOn: day('2026-12-08')
	} as const;
	const [said] = challengesSaid([penalty]);
	expect(said?.says.replaceAll('\u00a0', ' ')).toBe(
		'They make representations, then go to the tribunal; after an order, a witness statement. Time allowed: to 8 December 2026. Paying ends the challenge. (unconfirmed, do not quote)'
	);
});

it.each([
	['2026-11-19', '2026-11-19'],
	['2026-11-20', null]
])('on %s the last day is %s', (today, expected) => {
	expect(ownDay({ challengeUntilOn: day('2026-11-19') }, day(today))).toBe(expected);
	expect(ownDay({}, day(today))).toBeNull();
});
