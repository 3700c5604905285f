/** The shapes of the rows beside money and streams: the life of an arrangement, holds, limits, identity and the rest. */
import { z } from 'zod';
import type { LifeRows } from '../policy-values.ts';
import { allowance, byRole, count, money, percent, points, role, some, words } from './parts.ts';

const CLOCK = 'Write a time as 18:00.';

const LONG = 'Enter how many digits the barcode has, from 12 to 30.';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, CLOCK);

const hour = z.int().min(0, 'Enter an hour from 0 to 24.').max(24, 'Enter an hour from 0 to 24.');

const hours = z
	.tuple([hour, hour])
	.refine(([from, to]) => from < to, 'The first hour comes before the last.');

const run = z.strictObject({
	weekdays: z
		.array(
			z.int().min(1, 'Days are 1 Monday to 7 Sunday.').max(7, 'Days are 1 Monday to 7 Sunday.')
		)
		.min(1, 'Name at least one day of the week.'),
	at: clock,
	sendBy: clock
});

const held = z.strictObject({ days: allowance, moreDays: allowance });

const asked = z.strictObject({
	answers: count,
	isFresh: z.boolean(),
	stronger: z.array(z.enum(['reference', 'instalment', 'last-payment', 'password']))
});

const months = some.nullable();

/** A plan's payment reference has ten digits. */
const REFERENCE_DIGITS = 10;

const counter = z
	.strictObject({
		name: words,
		begins: z.string().regex(/^\d{1,12}$/, 'Write the council’s number there, in digits alone.'),
		digits: z.int().min(12, LONG).max(30, LONG),
		check: z.enum(['no-check', 'modulus-10'])
	})
	.refine(
		({ begins, digits, check }) =>
			digits >= begins.length + REFERENCE_DIGITS + (check === 'no-check' ? 0 : 1),
		{
			error: 'It has no room for the council’s number, ten digits and the check.',
			path: ['digits']
		}
	);

const adviser = words.max(80, 'Write no more than 80 letters here.');

/** Officers choose by the name alone, so no two are alike. */
const advisers = z
	.array(adviser)
	.min(1, 'Name at least one adviser.')
	.max(12, 'Name no more than 12 advisers.')
	.refine(
		(names) => new Set(names.map((name) => name.toLowerCase())).size === names.length,
		'Name each adviser once.'
	);

export const LIFE_SHAPES: { readonly [Row in keyof LifeRows]: z.ZodType<LifeRows[Row]> } = {
	L1: z.strictObject({ keptPercent: percent, keptWithin: money, workingDays: count }),
	L2: z.strictObject({ callbackOnDay: count, daysToPutRight: count, retryOnce: z.array(words) }),
	L3: z.strictObject({ looks: role }),
	L4: z.strictObject({ daysOfLetter: count }),
	L5: z.strictObject({ officerOncePerMonths: count, second: role, third: role }),
	L6: z.strictObject({ breakMonthsAYear: allowance }),
	L7: z.strictObject({ everyMonths: some, overMonths: count }),
	L8: z.strictObject({ days: allowance, workingDaysHeld: count }),
	H1: z.strictObject({
		lengths: z.strictObject({
			dispute: held,
			'application-pending': held,
			adviser: held,
			'support-review': held,
			deceased: held,
			'no-surplus': held
		}),
		newsEveryWeeks: some
	}),
	C1: z.strictObject({
		most: z.array(z.strictObject({ contacts: count, days: some })),
		hours: z
			.array(hours.nullable())
			.length(7, 'There are seven days, Monday first.')
			.meta({ as: 'fixed' })
	}),
	W1: z.strictObject({ most: byRole(money), sampledOneIn: some }),
	RF: z.strictObject({ most: byRole(money) }),
	A1: z.strictObject({ minutes: some }),
	I1: z.strictObject({
		answers: some,
		knownOnlyToThem: some,
		moreOnExtraCheck: count,
		wrongStops: some
	}),
	AU: z.strictObject({
		months: z.strictObject({
			adviser: months,
			attorney: months,
			appointee: months,
			executor: months,
			landlord: months,
			member: months,
			employee: months
		})
	}),
	R1: z.strictObject({
		asks: z.strictObject({
			address: asked,
			name: asked,
			phone: asked,
			email: asked,
			household: asked,
			bank: asked
		}),
		minutesToUndo: count,
		recentDays: count
	}),
	O1: z.strictObject({ systems: z.record(z.string(), run), other: run }),
	WU: z.strictObject({ minutes: some, mostAdded: count }),
	E1: z.strictObject({ daysApart: count, daysWaiting: count, daysFresh: count }),
	MA: z.strictObject({
		linkedFrom: points,
		reviewFrom: points,
		closeCall: points,
		keys: z.strictObject({
			nino: points,
			linkedAccount: points,
			emailAndSurname: points,
			phoneSurnameAndPostcode: points
		}),
		contact: z.strictObject({ phone: points, email: points }),
		name: z.strictObject({
			same: points,
			alike: points,
			initial: points,
			'family-only': points,
			'misspelt-given': points,
			'other-family': points,
			'other-given': points,
			other: points
		}),
		address: z.strictObject({
			same: points,
			nearly: points,
			former: points,
			postcode: points,
			other: points,
			unknown: points
		}),
		born: z.strictObject({ same: points, slip: points, other: points, unknown: points })
	}),
	BC: z.strictObject({ counters: z.array(counter).max(3, 'A letter has room for three.') }),
	JO: z.strictObject({ says: words }),
	DA: z.strictObject({ advisers }),
	COSTS: z.strictObject({ councilTaxSummons: money, ratesSummons: money }),
	OC: z.strictObject({ councilTaxOrder: money, ratesOrder: money })
};
