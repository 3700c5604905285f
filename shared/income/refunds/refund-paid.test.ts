import { describe, expect, test } from 'vitest';
import { pence } from '../../money/pence.ts';
import { day } from '../../time/day.ts';
import {
	isBackBy,
	isPaidBy,
	maySayPaid,
	refundIn,
	refundReference,
	sayPaidFault,
	type Moved,
	type PaidMatch,
	type RefundNow
} from './refund-paid.ts';

const TOLD: RefundNow = {
	amount: pence(20_00),
	state: 'approved',
	toldOn: day('2026-11-18'),
	paidOn: null,
	paidLine: null,
	backLine: null
};
const PAID = { ...TOLD, paidOn: day('2026-11-19'), paidLine: 'a' };
const OUT: Moved = { amount: pence(20_00), on: day('2026-11-19'), line: 'a' };

describe('a reference of a refund', () => {
	test.each([
		[refundReference(12), 12],
		['COUNCIL rf0000 0012 REFUND', 12],
		['RF00000012 RF00000012', 12],
		['RF00000012 RF00000013', null],
		['RF000000123', null],
		['XRF00000012', null],
		['RF12', null],
		['', null]
	])('in %j is %j', (written, number) => {
		expect(refundIn(written)).toBe(number);
	});
});

describe('money that goes out', () => {
	test.each<[string, RefundNow | null, Partial<Moved>, PaidMatch]>([
		['confirms it', TOLD, {}, 'pays'],
		['on the very day it was told', TOLD, { on: day('2026-11-18') }, 'pays'],
		['bears out who saw it', { ...TOLD, paidOn: day('2026-11-19') }, {}, 'pays'],
		['the same line again', PAID, {}, 'known'],
		['once more', PAID, { line: 'b' }, 'paid-already'],
		['a penny less', TOLD, { amount: pence(19_99) }, 'another-amount'],
		['a day before it was told', TOLD, { on: day('2026-11-17') }, 'before-told'],
		['that nobody told', { ...TOLD, toldOn: null }, {}, 'not-told'],
		['after it came back', { ...TOLD, state: 'came-back' }, {}, 'came-back'],
		['of no refund', null, {}, 'no-such-refund']
	])('%s', (_, refund, moved, match) => {
		const given = { ...OUT, ...moved };
		expect(isPaidBy(refund, given)).toBe(match);
		if (match === 'pays' || match === 'known') return;
		expect(sayPaidFault(match, { number: 12, moved: given, refund })).toMatch(/^RF00000012: £/);
	});
});

test.each<[string, RefundNow | null, Partial<Moved>, string]>([
	['of a refund that was told', TOLD, {}, 'back'],
	['of one that was confirmed', PAID, {}, 'back'],
	['the same line again', { ...TOLD, state: 'came-back', backLine: 'a' }, {}, 'known'],
	['of another sum', TOLD, { amount: pence(20_01) }, 'no'],
	['of one only asked for', { ...TOLD, state: 'asked', toldOn: null }, {}, 'no'],
	['twice', { ...TOLD, state: 'came-back', backLine: 'b' }, {}, 'no'],
	['of none', null, {}, 'no']
])('money that comes in %s', (_, refund, moved, match) => {
	expect(isBackBy(refund, { ...OUT, ...moved })).toBe(match);
});

test.each([
	['2026-11-18', TOLD, 'ok'],
	['2026-11-17', TOLD, 'before-told'],
	['2026-11-21', TOLD, 'in-the-future'],
	['2026-11-19', PAID, 'paid-already'],
	['2026-11-19', { ...TOLD, toldOn: null }, 'not-told'],
	['2026-11-19', { ...TOLD, state: 'refused' as const }, 'gone']
])('somebody who says it was paid on %s', (on, refund, because) => {
	const said = maySayPaid(refund, { on: day(on), today: day('2026-11-20') });
	expect(said.ok ? 'ok' : said.because).toBe(because);
});
