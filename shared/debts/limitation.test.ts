import { describe, expect, it } from 'vitest';
import { pence } from '../money/pence.ts';
import { day, type Day } from '../time/day.ts';
import type { Due } from './debt.ts';
import { limitationOf, oldestUnpaid, type Aged } from './limitation.ts';

function aged(given: Partial<Aged>): Aged {
	return {
		stream: 'council-tax',
		stage: 'DEMAND',
		stageOn: day('2026-03-10'),
		fromOn: day('2026-04-01'),
		balance: pence(30000),
		dues: [due('2026-04-01'), due('2026-05-01'), due('2026-06-01'), due('2026-07-01')],
		lastPaidOn: null,
		...given
	};
}

function due(on: string, amount = 10000): Due {
	return { on: day(on), amount: pence(amount) };
}

const ROWS: [string, Partial<Aged>, Day | null, string | null][] = [
	['tax, from the oldest instalment not paid', {}, day('2032-04-30'), 'CT.limitation'],
	[
		'tax, with costs beyond every instalment',
		{ balance: pence(48750) },
		day('2032-03-31'),
		'CT.limitation'
	],
	['tax of a leap day', { dues: [due('2024-02-29', 30000)] }, day('2030-02-27'), 'CT.limitation'],
	['tax under an order', { stage: 'LIABILITY_ORDER' }, null, 'CT.no-limit-after-order'],
	['tax with its summons', { stage: 'SUMMONS' }, null, 'CT.no-limit-after-order'],
	['rates', { stream: 'business-rates' }, day('2032-04-30'), 'NDR.limitation'],
	['the levy, as rates', { stream: 'bid' }, day('2032-04-30'), 'NDR.limitation'],
	['an overpayment', { stream: 'overpayment', stage: 'INVOICE' }, day('2032-04-30'), 'LIM.statute'],
	['an invoice', { stream: 'invoice', stage: 'INVOICE' }, day('2032-04-30'), 'LIM.contract'],
	[
		'an invoice of which part was paid later',
		{ stream: 'invoice', stage: 'REMINDER', lastPaidOn: day('2026-10-02') },
		day('2032-10-01'),
		'LIM.contract'
	],
	[
		'an invoice paid before anything of what is left was due',
		{ stream: 'invoice', stage: 'REMINDER', lastPaidOn: day('2026-04-15') },
		day('2032-04-30'),
		'LIM.contract'
	],
	['a judgment', { stream: 'invoice', stage: 'JUDGMENT' }, null, null],
	['care', { stream: 'care', stage: 'INVOICE' }, day('2032-04-30'), 'LIM.care'],
	[
		'care of March 2015',
		{ stream: 'care', stage: 'INVOICE', dues: [due('2015-03-31', 30000)] },
		day('2018-03-30'),
		'LIM.care-before-2015'
	],
	['rent', { stream: 'rent', stage: 'MISSED' }, day('2032-04-30'), 'LIM.rent'],
	['a penalty not registered', { stream: 'parking', stage: 'NTO' }, null, null],
	[
		'a registered penalty',
		{ stream: 'parking', stage: 'ORDER_FOR_RECOVERY' },
		day('2032-03-09'),
		'PCN.registered-limit'
	],
	['a warrant', { stream: 'parking', stage: 'WARRANT' }, day('2027-03-09'), 'PCN.warrant-life']
];

describe('the time the council has', () => {
	it.each(ROWS)('for %s', (_name, given, lastDay, rule) => {
		const limit = limitationOf(aged(given));
		expect([limit?.lastDay ?? null, limit?.rules[0]?.id ?? null]).toEqual([lastDay, rule]);
	});

	it('is counted from the first day it is for where nothing says when it was due', () => {
		expect(oldestUnpaid(aged({ dues: [] }))).toBe('2026-04-01');
	});

	it('says that it was begun again', () => {
		const paid = aged({ stream: 'invoice', stage: 'INVOICE', lastPaidOn: day('2026-10-02') });
		expect(limitationOf(paid)?.rules.map(({ id }) => id)).toEqual([
			'LIM.contract',
			'LIM.acknowledged'
		]);
	});
});
