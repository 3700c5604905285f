import { describe, expect, it } from 'vitest';
import { debtThat } from '../../../tests/builders/debts.ts';
import type { Authority } from '../../customers/authorities.ts';
import { pence } from '../../money/pence.ts';
import { day } from '../../time/day.ts';
import { singleView, type SingleViewRecord } from './single-view.ts';
import type { ActingBy } from './view.ts';

const ORDER = debtThat({
	id: 'order',
	title: 'Council Tax 2025 to 2026',
	owes: 900_00,
	others: ['Dean Ashworth']
});
const INVOICE = debtThat({
	id: 'invoice',
	title: 'Nursery fees',
	owes: 126_00,
	stream: 'invoice',
	stage: 'INVOICE'
});

const RUTH: Authority = {
	id: 'a1',
	kind: 'adviser',
	name: 'Ruth Penney',
	organisation: 'Northmere Advice',
	scope: 'agree',
	streams: null,
	debtIds: ['order'],
	fromOn: day('2026-10-01'),
	untilOn: day('2027-09-30')
};

const RECORD: SingleViewRecord = {
	money: [
		{
			debtId: 'order',
			original: pence(1_200_00),
			writtenOff: pence(50_00),
			repaid: pence(250_00),
			byThem: pence(40_00)
		},
		{
			debtId: 'invoice',
			original: pence(126_00),
			writtenOff: pence(0),
			repaid: pence(0),
			byThem: pence(0)
		},
		{
			debtId: 'care',
			original: pence(77_00),
			writtenOff: pence(0),
			repaid: pence(77_00),
			byThem: pence(77_00)
		}
	],
	liable: [
		{ debtId: 'order', name: 'Dean Ashworth', ground: 'joint' },
		{ debtId: 'care', name: 'Ann Else', ground: 'guarantor' }
	],
	authorities: [RUTH],
	payments: [],
	stages: [
		{
			debt: 'Nursery fees',
			stream: 'invoice',
			on: day('2026-08-25'),
			stage: 'INVOICE',
			cost: pence(0),
			isUndone: false
		}
	],
	holds: [],
	letters: [],
	agreements: [],
	contacts: []
};

const acting = (scope: ActingBy['scope']): ActingBy => ({
	authorityId: 'a1',
	kind: 'adviser',
	name: 'Ruth Penney',
	organisation: 'Northmere Advice',
	scope,
	isPartial: true,
	untilOn: null
});

describe('the single view', () => {
	const whole = singleView(RECORD, { debts: [ORDER, INVOICE], actingBy: null });

	it('adds up what was owed, repaid and written off of the debts on the screen, and of no other', () => {
		expect(whole.total).toEqual({ original: 1_326_00, writtenOff: 50_00, repaid: 250_00 });
		expect(whole.debts.map(({ debtId }) => debtId)).toEqual(['order', 'invoice']);
	});

	it('says what they paid themselves only where somebody else owes it too', () => {
		expect(whole.debts.map(({ byThem }) => byThem)).toEqual([40_00, null]);
	});

	it('names who else answers for what is on the screen', () => {
		expect(whole.together).toEqual([
			{ name: 'Dean Ashworth', ground: 'joint', debts: ['Council Tax 2025 to 2026'] }
		]);
	});

	it('names who speaks for them, and for which debts', () => {
		expect(whole.speakFor).toEqual([
			{
				kind: 'adviser',
				name: 'Ruth Penney',
				organisation: 'Northmere Advice',
				scope: 'agree',
				covers: ['Council Tax 2025 to 2026'],
				untilOn: '2027-09-30'
			}
		]);
	});
});

describe('the single view to somebody who speaks for the customer', () => {
	it('has the debts and nothing that happened with the customer', () => {
		const whole = singleView(RECORD, { debts: [ORDER], actingBy: acting('agree') });
		expect(whole.timeline).toBeNull();
		expect(whole.speakFor).toEqual([]);
		expect(whole.debts.map(({ debtId }) => debtId)).toEqual(['order']);
		expect(whole.together).toHaveLength(1);
	});

	it('names nobody else to one who may only be told', () => {
		const whole = singleView(RECORD, { debts: [ORDER], actingBy: acting('told') });
		expect(whole.together).toEqual([]);
		expect(JSON.stringify(whole)).not.toContain('Dean');
	});
});
