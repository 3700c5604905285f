/**
 * A file of guideline figures, as a council writes it from its membership: a heading, then for each of the three flexible
 * areas and each kind of person one row with the amount by the month. It is taken whole, or not at all with what is
 * wrong, row by row.
 */
import type { Pence } from '../money/pence.ts';
import { readAmount } from './entry.ts';
import { GUIDELINE_AREAS, type GuidelineArea } from './groups.ts';
import { PERSON_KINDS, type GuidelineFigures, type PersonKind } from './guidelines.ts';

export const HEADINGS = ['area', 'person', 'monthly'] as const;

export const AREA_CODES: Record<GuidelineArea, string> = {
	communications: 'communications and leisure',
	food: 'food and housekeeping',
	personal: 'personal'
};

export const PERSON_CODES: Record<PersonKind, string> = {
	firstAdult: 'first adult',
	otherAdult: 'other adult',
	child: 'child under 16',
	youngPerson: '16 to 18'
};

/** `row` as a spreadsheet numbers it; null where it is of the whole file. */
export type FileFault = { row: number | null; says: string };

export type GuidelinesRead =
	{ ok: true; areas: GuidelineFigures } | { ok: false; faults: readonly FileFault[] };

type Told = { row: number; area: GuidelineArea; person: PersonKind; amount: Pence };

const COUNT = GUIDELINE_AREAS.length * PERSON_KINDS.length;
const MOST_ROWS = 100;

export function readGuidelines(rows: readonly (readonly string[])[]): GuidelinesRead {
	const [heads = [], ...body] = rows;
	if (!HEADINGS.every((name, index) => plain(heads[index]) === name))
		return whole(`The first row must be ${HEADINGS.join(', ')}.`);
	if (body.length > MOST_ROWS) return whole(`It has more rows than the ${COUNT} that are needed.`);
	const read = body.map((cells, index) => readRow(cells, index + 2));
	const told = read.flatMap((one) => ('amount' in one ? [one] : []));
	const faults = [
		...read.flatMap((one) => ('says' in one ? [one] : [])),
		...twice(told),
		...missing(told)
	];
	return faults.length > 0 ? { ok: false, faults } : { ok: true, areas: figuresFrom(told) };
}

function readRow(cells: readonly string[], row: number): Told | FileFault {
	if (cells.length > HEADINGS.length) return { row, says: 'There are more than three cells.' };
	const [first, second, third = ''] = cells;
	const area = GUIDELINE_AREAS.find((one) => AREA_CODES[one] === plain(first));
	const person = PERSON_KINDS.find((one) => PERSON_CODES[one] === plain(second));
	const names = (all: Record<string, string>) => Object.values(all).join(', ');
	if (!area) return { row, says: `The area must be one of ${names(AREA_CODES)}.` };
	if (!person) return { row, says: `The person must be one of ${names(PERSON_CODES)}.` };
	const entry = readAmount(third);
	if (!entry.ok) return { row, says: 'The amount must be pounds and pence, like 95.00.' };
	return { row, area, person, amount: entry.amount };
}

const keyOf = ({ area, person }: Pick<Told, 'area' | 'person'>) => `${area} ${person}`;

function twice(told: readonly Told[]): FileFault[] {
	return told.flatMap((one, index) => {
		const before = told.slice(0, index).find((other) => keyOf(other) === keyOf(one));
		return before ? [{ row: one.row, says: `It says again what row ${before.row} says.` }] : [];
	});
}

function missing(told: readonly Told[]): FileFault[] {
	const there = new Set(told.map(keyOf));
	return GUIDELINE_AREAS.flatMap((area) =>
		PERSON_KINDS.filter((person) => !there.has(keyOf({ area, person }))).map((person) => ({
			row: null,
			says: `There is no figure for ${AREA_CODES[area]}, ${PERSON_CODES[person]}.`
		}))
	);
}

function figuresFrom(told: readonly Told[]): GuidelineFigures {
	const amount = (area: GuidelineArea, person: PersonKind): Pence => {
		const one = told.find((each) => each.area === area && each.person === person);
		if (!one) throw new Error('A figure is missing from a file that has all of them.');
		return one.amount;
	};
	const area = (of: GuidelineArea) => ({
		firstAdult: amount(of, 'firstAdult'),
		otherAdult: amount(of, 'otherAdult'),
		child: amount(of, 'child'),
		youngPerson: amount(of, 'youngPerson')
	});
	return {
		communications: area('communications'),
		food: area('food'),
		personal: area('personal')
	};
}

function plain(cell: string | undefined): string {
	return (cell ?? '').trim().toLowerCase();
}

function whole(says: string): GuidelinesRead {
	return { ok: false, faults: [{ row: null, says }] };
}
