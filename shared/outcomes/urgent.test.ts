import { describe, expect, it } from 'vitest';
import { pence } from '../money/pence.ts';
import { day, instant } from '../time/day.ts';
import {
	totalCost,
	urgentList,
	type LateRecord,
	type MovedRecord,
	type StillRecord
} from './urgent.ts';

const KELLY = { givenNames: 'Kelly', familyName: 'Ashworth', isRestricted: false };

const LATE: LateRecord = {
	instructionId: 12,
	source: 'revenues',
	what: 'stop',
	change: null,
	title: 'Council Tax 2025 to 2026',
	reference: '7710448261',
	sendBy: instant('2026-11-18T18:00:00Z'),
	tries: 3,
	person: KELLY
};

const MOVED: MovedRecord = {
	stageChangeId: 's1',
	debtId: 'd1',
	customerId: 'c1',
	stream: 'council-tax',
	title: 'Council Tax 2025 to 2026',
	reference: '7710448261',
	source: 'revenues',
	toldAt: instant('2026-11-10T10:57:00Z'),
	from: 'REMINDER_1',
	stage: 'SUMMONS',
	on: day('2026-11-12'),
	stageCost: pence(8750),
	added: pence(0),
	takenOff: pence(0),
	person: KELLY
};

const STILL: StillRecord = {
	instructionId: 14,
	debtId: 'd1',
	customerId: 'c1',
	title: 'Council Tax 2026 to 2027',
	reference: '7710448261',
	source: 'revenues',
	by: 'direct-debit',
	toldAt: instant('2026-11-10T10:57:00Z'),
	on: day('2026-11-16'),
	taken: pence(131_00),
	person: KELLY
};

const everybody = { mayOpenRestricted: true };

describe('what is looked into before all else', () => {
	it('has what moved on first, the dearest at the top, then the longest late', () => {
		const list = urgentList(
			{
				late: [{ ...LATE, instructionId: 13, sendBy: instant('2026-11-19T18:00:00Z') }, LATE],
				moved: [{ ...MOVED, stageChangeId: 's2', stageCost: pence(0) }, MOVED],
				still: [STILL]
			},
			everybody
		);
		expect(list.map(({ subject }) => subject)).toEqual([
			'moved s1',
			'moved s2',
			'still 14',
			'late 12',
			'late 13'
		]);
		expect(list[0]).toMatchObject({ name: 'K•••• A••••', stage: 'Summons', cost: 8750 });
		expect(totalCost(list)).toBe(8750);
		expect(JSON.stringify(list)).not.toContain('Ashworth');
	});

	it.each([
		['what the stage says', { stageCost: pence(8750), added: pence(0) }, 8750],
		['what came as an entry', { stageCost: pence(0), added: pence(8750) }, 8750],
		['neither twice', { stageCost: pence(8750), added: pence(8750) }, 8750],
		['less what was taken off', { stageCost: pence(8750), takenOff: pence(5000) }, 3750],
		['nothing more than that', { stageCost: pence(8750), takenOff: pence(9000) }, 0]
	] as const)('takes off %s', (_, given, cost) => {
		const [one] = urgentList({ late: [], moved: [{ ...MOVED, ...given }], still: [] }, everybody);
		expect(one).toMatchObject({ cost });
	});

	it('leaves out a step that gives something back', () => {
		const back = { ...MOVED, stageChangeId: 's9', from: 'AEO', stage: 'LIABILITY_ORDER' };
		expect(urgentList({ late: [], moved: [MOVED, back], still: [] }, everybody)).toHaveLength(1);
	});

	it('leaves a restricted record to those who may open it', () => {
		const person = { ...KELLY, isRestricted: true };
		const records = {
			late: [{ ...LATE, person }],
			moved: [{ ...MOVED, person }],
			still: [{ ...STILL, person }]
		};
		expect(urgentList(records, { mayOpenRestricted: false })).toEqual([]);
		expect(urgentList(records, everybody)).toHaveLength(3);
	});

	it('says of a change what changed', () => {
		const change = {
			...LATE,
			what: 'change',
			change: 'bank',
			title: null,
			reference: null
		} as const;
		const [one] = urgentList({ late: [change], moved: [], still: [] }, everybody);
		expect(one).toMatchObject({ title: 'Bank details', system: 'Council Tax and rates' });
	});
});
