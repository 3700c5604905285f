import { describe, expect, it } from 'vitest';
import { pence } from '../../money/pence.ts';
import { day, instant } from '../../time/day.ts';
import { versionLines, versionOpened, type VersionRecord } from './statements-view.ts';

const TODAY = day('2026-11-19');

function kept(version: number, change: Partial<VersionRecord> = {}): VersionRecord {
	return {
		version,
		reviewOn: day('2027-05-19'),
		left: pence(160_62),
		usable: pence(144_56),
		at: instant('2026-11-18T23:30:00Z'),
		channel: 'desk',
		officer: 'Priya Shah',
		statement: {
			form: 'full',
			madeOn: day('2026-11-18'),
			household: null,
			lines: [{ line: 'gas', amount: pence(62_00), frequency: 'monthly', provenance: 'said' }],
			answers: null
		},
		...change
	};
}

describe('the statements that were kept', () => {
	it('are listed with the latest first, and none of their figures', () => {
		const lines = versionLines([kept(1), kept(3), kept(2)], TODAY);
		expect(lines.map(({ version }) => version)).toEqual([3, 2, 1]);
		expect(JSON.stringify(lines)).not.toContain('gas');
		expect(versionLines([], TODAY)).toEqual([]);
	});

	it.each([
		['2026-11-20', false],
		['2026-11-19', true],
		['2026-01-01', true]
	])('to be looked at again by %s, is due: %s', (reviewOn, isDue) => {
		const late = { reviewOn: day(reviewOn) };
		const [latest, older] = versionLines([kept(1, late), kept(2, late)], TODAY);
		expect([latest?.isDue, older?.isDue]).toEqual([isDue, false]);
	});

	it('are opened beside the one before, the first beside none', () => {
		const records = [kept(1, { left: pence(1) }), kept(2)];
		expect(versionOpened(records, { version: 2, today: TODAY })?.before).toEqual({
			version: 1,
			changes: [],
			left: 1
		});
		expect(versionOpened(records, { version: 1, today: TODAY })?.before).toBeNull();
		expect(versionOpened(records, { version: 3, today: TODAY })).toBeNull();
		expect(versionOpened([], { version: 1, today: TODAY })).toBeNull();
	});

	it('say who drew them up', () => {
		const adviser = { name: 'Dana Frost', organisation: 'Harbour Debt Advice', on: TODAY };
		const [line] = versionLines([kept(1, { statement: { ...kept(1).statement, adviser } })], TODAY);
		expect(line?.adviser).toBe('Dana Frost, Harbour Debt Advice');
	});
});
