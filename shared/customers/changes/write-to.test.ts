import { describe, expect, it } from 'vitest';
import { day, instant, type Day } from '../../time/day.ts';
import type { ToldRecord } from './told.ts';
import { addressToWriteTo } from './write-to.ts';

const TODAY = day('2026-11-19');
const OLD = { line1: '14 Lantern Row', line2: null, town: 'Northmere', postcode: 'NM4 7QT' };
const NEW = { line1: '3 Quay Street', line2: '', town: 'Northmere', postcode: 'NM1 2AB' };

function moved(on: Day): ToldRecord {
	return {
		...{ changeId: 'c', kind: 'address', on, at: instant('2026-11-19T10:00:00Z') },
		...{ before: {}, after: NEW, saidBy: '', evidence: 'none', seen: '', by: '', systems: [] }
	} as const;
}

describe('a letter goes', () => {
	it.each([
		['where the record says, where nothing was told', undefined, false, OLD.line1],
		['to the new address from the day they moved', [moved(TODAY)], false, NEW.line1],
		['to the old one until then', [moved(day('2026-12-01'))], false, OLD.line1],
		['only where the record says to whoever is contacted safely', [moved(TODAY)], true, OLD.line1],
		[
			'to the newest of two',
			[{ ...moved(TODAY), after: { ...NEW, line1: 'Flat 2' } }, moved(TODAY)],
			false,
			'Flat 2'
		]
	] as const)('%s', (_, told, isSafeContact, line1) => {
		const person = { address: OLD, isSafeContact, ...(told ? { told } : {}) };
		expect(addressToWriteTo(person, TODAY)?.line1).toBe(line1);
	});
});
