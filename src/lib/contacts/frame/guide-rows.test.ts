import { describe, expect, test } from 'vitest';
import { instant } from '#shared/time/day.ts';
import { guideRows } from './guide-rows.ts';

const at = (second: number) => instant(new Date(Date.UTC(2026, 10, 19, 10, 0, second)));
const steps = ['greeting', 'identity', 'reason', 'debts', 'plan'].map((id) => ({ id, name: id }));

describe('the guide rail', () => {
	test('shows what was entered, when after the answer, and what was passed over', () => {
		const rows = guideRows(steps, {
			step: 'debts',
			startedAt: at(0),
			answeredAt: at(5),
			steps: { greeting: at(5), identity: at(26), debts: at(79) }
		});
		expect(rows.map((row) => [row.id, row.state, row.at])).toEqual([
			['greeting', 'done', '0:00'],
			['identity', 'done', '0:21'],
			['reason', 'skipped', null],
			['debts', 'current', '1:14'],
			['plan', 'todo', null]
		]);
	});

	test('a step switched off is off, unless the contact stands on it', () => {
		const off = steps.map((step) => ({ ...step, isOff: true }));
		const rows = guideRows(off, {
			step: 'debts',
			startedAt: at(0),
			answeredAt: null,
			steps: {}
		});
		expect(rows.map((row) => row.state)).toEqual(['off', 'off', 'off', 'current', 'off']);
	});

	test('a contact on no step of this guide has everything to do', () => {
		const rows = guideRows(steps, { step: 'gone', startedAt: at(0), answeredAt: null, steps: {} });
		expect(new Set(rows.map((row) => row.state))).toEqual(new Set(['todo']));
	});
});
