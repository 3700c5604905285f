import { describe, expect, test } from 'vitest';
import { NO_PENCE, pence } from '#shared/money/pence.ts';
import { day, instant } from '#shared/time/day.ts';
import type { DebtsView } from '#shared/contacts/shown/view.ts';
import {
	dayInTable,
	differsText,
	freshBrief,
	freshLines,
	holdText,
	owedNote,
	referenceText,
	sumInTable,
	totalNote,
	unnamedNote
} from './words.ts';

const owed = (some: Partial<DebtsView> = {}): DebtsView => ({
	debts: [],
	total: {
		overdue: pence(312462),
		soon: pence(18800),
		later: pence(35400),
		balance: pence(366662)
	},
	paused: NO_PENCE,
	mayAsk: true,
	count: 0,
	next: null,
	asOf: [],
	...some
});

describe('what is said of what is owed', () => {
	test('the large figure says how much of it is overdue', () => {
		expect(owedNote(owed())).toBe('of which overdue £3,124.62');
	});

	test('under a hold it says how much is paused instead', () => {
		expect(owedNote(owed({ paused: pence(138000) }))).toBe('of which paused £1,380.00');
	});

	test('nothing owed needs no note', () => {
		const nothing = { overdue: NO_PENCE, soon: NO_PENCE, later: NO_PENCE, balance: NO_PENCE };
		expect(owedNote(owed({ total: nothing }))).toBeUndefined();
	});

	test('debts that count and are not named are owned up to', () => {
		expect(unnamedNote(owed({ count: 0 }))).toBeNull();
		expect(unnamedNote(owed({ count: 1 }))).toMatch(/^1 debt is in the total/);
		expect(unnamedNote(owed({ count: 2 }))).toMatch(/^2 debts are in the total/);
	});

	test('the total says what it adds up', () => {
		expect(totalNote(owed({ count: 5 }))).toBe('All 5 debts');
		expect(totalNote(owed({ count: 1 }))).toBe('1 debt');
		expect(totalNote(owed({ count: 5, paused: pence(138000) }))).toBe(
			'All 5 debts, £1,380.00 of it paused'
		);
	});

	test('a hold names its last day, when it has one', () => {
		const hold = { label: 'Breathing space' };
		expect(holdText({ ...hold, untilOn: day('2027-01-06') }).replaceAll('\u00a0', ' ')).toBe(
			'Paused until 6 January 2027'
		);
		expect(holdText({ ...hold, untilOn: null })).toBe('Paused');
	});

	test('a table leaves out this year and no other', () => {
		const today = day('2026-11-19');
		expect(dayInTable(day('2026-09-02'), today)).toBe('2\u00a0September');
		expect(dayInTable(day('2025-09-02'), today)).toBe('2\u00a0September\u00a02025');
	});

	test('streams that came in together are said together, and an old one by itself', () => {
		const today = day('2026-11-19');
		const at = (text: string) => instant(text);
		const night = { on: day('2026-11-18'), at: at('2026-11-18T23:20:00Z'), isOld: false };
		const old = { on: day('2026-11-15'), at: at('2026-11-17T06:05:00Z'), isOld: true };
		const lines = freshLines(
			[
				{ stream: 'parking', ...old },
				{ stream: 'council-tax', ...night },
				{ stream: 'rent', ...night },
				{ stream: 'care', on: null, at: null, isOld: false }
			],
			today
		);
		expect(lines.map(({ text, isOld }) => [text.replaceAll('\u00a0', ' '), isOld])).toEqual([
			['As of 18 November 23:20: Council Tax and Rent', false],
			['As of 15 November, taken in 17 November 06:05: Parking penalty', true],
			['No extract yet: Care charges', false]
		]);
		expect(freshLines([], today)).toEqual([]);
	});

	test('in a pop only what is old is named, beside a day that all the rest have reached', () => {
		const today = day('2026-11-19');
		const on = (text: string) => ({ on: day(text), at: instant(`${text}T23:20:00Z`) });
		const brief = freshBrief(
			[
				{ stream: 'parking', ...on('2026-11-15'), isOld: true },
				{ stream: 'council-tax', ...on('2026-11-18'), isOld: false },
				{ stream: 'rent', ...on('2026-11-17'), isOld: false },
				{ stream: 'care', on: null, at: null, isOld: false },
				{ stream: 'invoice', ...on('2026-11-15'), isOld: true }
			],
			today
		);
		expect(brief.map(({ text, isOld }) => [text.replaceAll('\u00a0', ' '), isOld])).toEqual([
			['Figures as of 17 November', false],
			['Parking penalty and Invoice as of 15 November', true],
			['No extract yet: Care charges', false]
		]);
		expect(freshBrief([], today)).toEqual([]);
	});

	test.each([
		[1, 'The source says £0.01 more'],
		[-5000, 'The source says £50.00 less']
	])('a difference of %i pence is %s', (more, text) => {
		const on = day('2026-11-18');
		expect(differsText({ stated: NO_PENCE, on, more: pence(more) })).toBe(text);
	});

	test('nothing is a dash, a penny is a penny and a credit keeps its sign', () => {
		expect(sumInTable(NO_PENCE)).toBe('–');
		expect(sumInTable(pence(1))).toBe('£0.01');
		expect(sumInTable(pence(-21240))).toBe('-£212.40');
	});

	test.each([
		['7710448261', '7710 448 261'],
		['HBO210877', 'HBO 210 877'],
		['SI00903316', 'SI 0090 3316'],
		['NM04715528', 'NM 0471 5528'],
		['A017', 'A017'],
		['two words', 'two words']
	])('the reference %s is read %s', (reference, text) => {
		expect(referenceText(reference)).toBe(text);
	});
});
