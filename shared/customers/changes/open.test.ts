import { describe, expect, it } from 'vitest';
import { instant } from '../../time/day.ts';
import { openChanges, type OpenRecord } from './open.ts';

const AT = instant('2026-11-19T10:00:00Z');
const KELLY = { givenNames: 'Kelly', familyName: 'Ashworth', isRestricted: false };
const REVENUES = { source: 'revenues', toldAt: AT } as const;

function change(given: Partial<OpenRecord>): OpenRecord {
	const { changeId = 'c', kind = 'bank' } = given;
	return { changeId, kind, at: AT, by: 'Priya Shah', person: KELLY, systems: [], ...given };
}

const TOLD = change({
	changeId: 'told',
	systems: [
		{ ...REVENUES, state: 'told', isInFile: true },
		{ source: 'housing', toldAt: AT, state: 'confirmed', isInFile: true }
	]
});
const FRESH = change({
	changeId: 'fresh',
	kind: 'death',
	systems: [{ ...REVENUES, toldAt: null, state: 'to-send', isInFile: false }]
});

describe('changes that no system shows yet', () => {
	it('have those that can be undone first, and nobody by name', () => {
		const list = openChanges([TOLD, FRESH], { mayOpenRestricted: false });
		expect(list).toMatchObject([
			{ changeId: 'fresh', label: 'Death', isUndoable: true, isTold: false },
			{ changeId: 'told', isUndoable: false, isTold: true, waitsFor: ['Council Tax and rates'] }
		]);
		expect(JSON.stringify(list)).not.toContain('Ashworth');
	});

	it('leave a restricted record to those who may open it', () => {
		const closed = change({ person: { ...KELLY, isRestricted: true } });
		expect(openChanges([closed], { mayOpenRestricted: false })).toEqual([]);
		expect(openChanges([closed], { mayOpenRestricted: true })).toHaveLength(1);
	});
});
