/** About two thousand more customers of Northmere, the same every time on the same day. */
import { addDays, addMonths } from '../../../../shared/time/day.ts';
import { most, NO_PENCE, pence, type Pence } from '../../../../shared/money/pence.ts';
import type { HoldKind } from '../../../../shared/debts/debt.ts';
import type { Scenario, SeedCustomer, SeedDebt, SeedHold, SeedLiability } from '../scenario.ts';
import type { Timeline } from '../timeline.ts';
import { chanceFrom, type Chance } from './chance.ts';
import { freeNumbers } from './numbers.ts';
import { MAKERS } from './other-debts.ts';
import { generatedPeople, type Generated } from './people.ts';
import { rungsFor, type RungOf } from './rungs.ts';

/** Any number does; another makes another city. */
const SEED = 7_710_448;

export function generatedCity(
	time: Timeline,
	around: { people: readonly SeedCustomer[]; count: number }
): Scenario {
	const chance = chanceFrom(SEED);
	const numbers = freeNumbers(around.people, chance);
	const people = generatedPeople({ time, chance, numbers, count: around.count });
	return { customers: people, debts: debtsOf(people, { time, chance }) };
}

function debtsOf(
	people: readonly Generated[],
	{ time, chance }: { time: Timeline; chance: Chance }
): SeedDebt[] {
	const draw = {
		person: rungsFor('person', chance),
		organisation: rungsFor('organisation', chance)
	};
	let serial = 0;
	const reference = (series: string, digits: number) =>
		`${series}${String((serial += 1)).padStart(digits, '0')}`;
	return people.flatMap((person) => {
		const count = chance.weighted([
			[1, 46],
			[2, 27],
			[3, 15],
			[4, 8],
			[6, 4]
		] as const);
		const personal = holdsOf(person, { time, chance });
		return Array.from({ length: count }, () => {
			const rung = asTheLawHasIt(draw[person.kind ?? 'person'](), { person, time });
			return MAKERS[rung.stream]({
				time,
				chance,
				reference,
				stage: rung.stage,
				liable: liableFor(person, { rung, chance }),
				holds: heldHere(rung, personal),
				left: most(leftOf(chance), LEAST_AT[rung.stage] ?? NO_PENCE)
			});
		});
	});
}

/** What must be owed before a stage may be reached (SI 1992/613 regs 49 and 50; Insolvency Act 1986). */
const LEAST_AT: Record<string, Pence> = {
	CHARGING_ORDER: pence(100_000),
	BANKRUPTCY: pence(500_000),
	INSOLVENCY: pence(75_000)
};

/** Almost nobody under pension age still has Housing Benefit to take anything from (domain 1.3). */
function asTheLawHasIt(
	rung: RungOf,
	{ person, time }: { person: Generated; time: Timeline }
): RungOf {
	const pensionAgeOn = addMonths(time.today, -12 * 66);
	const isYounger = person.bornOn === undefined || person.bornOn > pensionAgeOn;
	return rung.stage === 'HB_DEDUCTION' && isYounger ? { ...rung, stage: 'DWP_BENEFIT' } : rung;
}

/** Most under £600, a few past £5,000. */
function leftOf(chance: Chance): Pence {
	return pence(Math.min(Math.max(chance.skewed(24_000, 1.1), 350), 2_400_000));
}

function liableFor(
	person: Generated,
	{ rung, chance }: { rung: RungOf; chance: Chance }
): SeedLiability[] {
	const mayBeJoint = rung.stream === 'council-tax' || rung.stream === 'rent';
	if (person.partnerOf === undefined || !mayBeJoint || chance.happens(0.3)) {
		return [{ customer: person.key, ground: 'sole' }];
	}
	return [
		{ customer: person.partnerOf, ground: 'couple' },
		{ customer: person.key, ground: 'couple' }
	];
}

const OTHER_HOLDS: readonly (readonly [HoldKind | null, number])[] = [
	[null, 940],
	['dispute', 20],
	['application-pending', 16],
	['adviser', 8],
	['support-review', 6],
	['insolvency', 6],
	['no-surplus', 4]
];

function holdsOf(
	person: Generated,
	{ time, chance }: { time: Timeline; chance: Chance }
): SeedHold[] {
	const hold = (kind: HoldKind, sinceDays: number, lastsDays: number | null): SeedHold[] => {
		const fromOn = addDays(time.today, -sinceDays);
		const untilOn = lastsDays === null ? null : addDays(fromOn, lastsDays);
		return [{ kind, customer: person.key, fromOn, untilOn }];
	};
	if (person.diedOn) return hold('deceased', 3, null);
	if (person.hasBreathingSpace) {
		const kind = chance.happens(0.1) ? 'mental-health-crisis' : 'breathing-space';
		return hold(kind, chance.whole(0, 58), 59);
	}
	const kind = chance.weighted(OTHER_HOLDS);
	if (kind === null) return [];
	if (kind === 'insolvency') return hold(kind, chance.whole(10, 300), null);
	return hold(kind, chance.whole(0, 25), kind === 'no-surplus' ? 90 : 28);
}

/** This year's tax is in no moratorium while no reminder has gone out (SI 2020/1311 reg 5(4)(k)). */
function heldHere(rung: RungOf, personal: readonly SeedHold[]): readonly SeedHold[] {
	const isOutside = rung.stage === 'DEMAND';
	return personal.filter(
		({ kind }) => !(isOutside && (kind === 'breathing-space' || kind === 'mental-health-crisis'))
	);
}
