/**
 * SAMPLE spending guidelines for the three flexible areas. The Standard Financial Statement's own figures are for its
 * members alone and are loaded by the council from its membership; these are invented, to show how one is used. Over a
 * guideline the officer asks, writes the reason and carries on: it explains, it never refuses.
 */
import { minus, pence, plus, type Pence } from '../money/pence.ts';
import type { Day } from '../time/day.ts';
import { GUIDELINE_AREAS, type GuidelineArea } from './groups.ts';
import type { Household, Statement } from './statement.ts';
import { areaTotal } from './totals.ts';

/** For the first adult, each other adult, each child under 16, and each from 16 to 18 in education. */
export const PERSON_KINDS = ['firstAdult', 'otherAdult', 'child', 'youngPerson'] as const;

export type PersonKind = (typeof PERSON_KINDS)[number];

/** By the month, for each person of a kind. */
type PerPerson = Readonly<Record<PersonKind, Pence>>;

export type GuidelineFigures = Readonly<Record<GuidelineArea, PerPerson>>;

export type Guidelines = { isSample: boolean; areas: GuidelineFigures };

/** The council's own, from its membership, loaded from a day on. */
export type GuidelineSet = { fromOn: Day; areas: GuidelineFigures };

/** The newest that has begun; until one has, the sample. */
export function guidelinesOn(on: Day, sets: readonly GuidelineSet[]): Guidelines {
	const begun = sets.filter(({ fromOn }) => fromOn <= on);
	const newest = begun.toSorted((one, other) => (one.fromOn < other.fromOn ? 1 : -1))[0];
	return newest ? { isSample: false, areas: newest.areas } : SAMPLE_GUIDELINES;
}

export const SAMPLE_GUIDELINES: Guidelines = {
	isSample: true,
	areas: {
		communications: {
			firstAdult: pence(95_00),
			otherAdult: pence(60_00),
			child: pence(15_00),
			youngPerson: pence(30_00)
		},
		food: {
			firstAdult: pence(225_00),
			otherAdult: pence(160_00),
			child: pence(90_00),
			youngPerson: pence(130_00)
		},
		personal: {
			firstAdult: pence(45_00),
			otherAdult: pence(40_00),
			child: pence(25_00),
			youngPerson: pence(35_00)
		}
	}
};

export type OverGuideline = { area: GuidelineArea; guideline: Pence; by: Pence };

export function guidelineFor(household: Household, perPerson: PerPerson): Pence {
	const others = Math.max(household.adults - 1, 0);
	return plus(
		perPerson.firstAdult,
		pence(perPerson.otherAdult * others),
		pence(perPerson.child * household.childrenUnder16),
		pence(perPerson.youngPerson * household.youngPeople)
	);
}

/** The areas that need a reason written. Nothing is said of a household we do not know. */
export function overGuidelines(statement: Statement, { areas }: Guidelines): OverGuideline[] {
	const { household } = statement;
	if (!household || statement.form !== 'full') return [];
	return GUIDELINE_AREAS.flatMap((area) => {
		const guideline = guidelineFor(household, areas[area]);
		const by = minus(areaTotal(statement, area), guideline);
		return by > 0 ? [{ area, guideline, by }] : [];
	});
}
