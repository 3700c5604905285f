/** What a household owes: how many debts each of its people has, where they stand, who is liable with whom, what holds. */
import { addDays } from '../../../../shared/time/day.ts';
import { most, NO_PENCE, pence, type Pence } from '../../../../shared/money/pence.ts';
import type { HoldKind } from '../../../../shared/debts/debt.ts';
import type { Stream } from '../../../../shared/debts/streams.ts';
import type { SeedDebt, SeedHold, SeedLiability } from '../scenario.ts';
import { newTally } from '../tally.ts';
import type { Timeline } from '../timeline.ts';
import type { Chance } from './chance.ts';
import type { Household } from './household.ts';
import { MAKERS } from './other-debts.ts';
import type { Generated } from './people.ts';
import { rungsFor, type RungOf } from './rungs.ts';

type Drawing = { time: Timeline; chance: Chance };

/** Makes the debts of one household after another; references and the rungs nobody stands on yet are kept between. */
export function owing({ time, chance }: Drawing) {
	const rungs = {
		person: rungsFor('person', chance),
		organisation: rungsFor('organisation', chance)
	};
	const tally = newTally();
	const reference = (series: string, digits: number) =>
		`${series}${String(tally.next(series)).padStart(digits, '0')}`;

	function debtOf(person: Generated, { rung, household }: { rung: RungOf; household: Household }) {
		const liable = liableFor(person, { household, stream: rung.stream, chance });
		const debt = MAKERS[rung.stream]({
			time,
			chance,
			reference,
			stage: rung.stage,
			liable,
			holds: [],
			left: most(leftOf(chance), LEAST_AT[rung.stage] ?? NO_PENCE)
		});
		return exceptedIn(debt, { first: person, people: household.people });
	}

	return (household: Household, hardship: number): SeedDebt[] => {
		const bills = new Set<string>();
		return household.people.flatMap((person) => {
			const personal = holdsOf(person, { time, chance });
			const drawn = Array.from({ length: countOf(chance, hardship) }, () => {
				const rung = rungs[person.kind ?? 'person'](person);
				const debt = debtOf(person, { rung, household });
				return { rung, debt: { ...debt, holds: heldHere(rung, personal) } };
			});
			return drawn
				.filter(({ rung, debt }) => isOnce(debt, bills) || rung.isFirst)
				.map(({ debt }) => debt);
		});
	};
}

/** The harder the district, the more: `hardship` is 1 in the middle. */
function countOf(chance: Chance, hardship: number): number {
	return chance.weighted([
		[1, 27 / hardship],
		[2, 26],
		[3, 20 * hardship],
		[4, 15 * hardship],
		[6, 12 * hardship]
	] as const);
}

/** One bill a year for the home, and one tenancy. */
const ONE_A_HOME: ReadonlySet<Stream> = new Set<Stream>([
	'council-tax',
	'business-rates',
	'bid',
	'rent',
	'former-tenant'
]);

function isOnce({ stream, title }: SeedDebt, bills: Set<string>): boolean {
	if (!ONE_A_HOME.has(stream)) return true;
	if (bills.has(title)) return false;
	bills.add(title);
	return true;
}

/** What must be owed before a stage may be reached (SI 1992/613 regs 49 and 50; Insolvency Act 1986). */
const LEAST_AT: Record<string, Pence> = {
	CHARGING_ORDER: pence(100_000),
	BANKRUPTCY: pence(500_000),
	INSOLVENCY: pence(75_000)
};

/** Most under £600, a few past £5,000. */
function leftOf(chance: Chance): Pence {
	return pence(Math.min(Math.max(chance.skewed(24_000, 1.1), 350), 2_400_000));
}

function liableFor(
	person: Generated,
	{ household, stream, chance }: { household: Household; stream: Stream; chance: Chance }
): SeedLiability[] {
	const { people, together } = household;
	const mayBeJoint = stream === 'council-tax' || stream === 'rent';
	if (together === null || !mayBeJoint || chance.happens(0.2)) {
		return [{ customer: person.key, ground: 'sole' }];
	}
	return people.map(({ key }) => ({ customer: key, ground: together }));
}

/** Whoever the bill is drawn for stays on it: somebody must. */
function exceptedIn(
	debt: SeedDebt,
	{ first, people }: { first: Generated; people: readonly Generated[] }
): SeedDebt {
	const whys = new Map(people.map(({ key, exception }) => [key, exception]));
	if (debt.stream !== 'council-tax' || debt.liable.length < 2) return debt;
	const liable = debt.liable.map((one) => {
		const why = one.customer === first.key ? null : (whys.get(one.customer) ?? null);
		return why === null ? one : { ...one, exception: { why, fromOn: debt.fromOn, toOn: null } };
	});
	return { ...debt, liable };
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

function holdsOf(person: Generated, { time, chance }: Drawing): SeedHold[] {
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
function heldHere({ stage }: Pick<RungOf, 'stage'>, personal: readonly SeedHold[]): SeedHold[] {
	const isOutside = stage === 'DEMAND';
	return personal.filter(
		({ kind }) => !(isOutside && (kind === 'breathing-space' || kind === 'mental-health-crisis'))
	);
}
