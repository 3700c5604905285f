/**
 * What the values of council policy are made of: money, counts, words and choices. Each refuses in the words of whoever
 * drafts the row, and says by its `as` how a page lets a person write it.
 */
import { z } from 'zod';
import { pence, type Pence } from '../../money/pence.ts';
import { AGREEING_ROLES, type AgreeingRole } from '../policy-rows.ts';

/** £1,000,000: more than any limit of a council's own. */
const MOST_PENCE = 1_000_000_00;
const MOST_COUNT = 10_000;
const MOST_WORDS = 500;

const AMOUNT = 'Enter an amount of money from £0 to £1,000,000, such as 10 or 87.50.';
const COUNT = 'Enter a whole number from 0 to 10,000.';
const WRITTEN = 'Write something here.';

export const money: z.ZodType<Pence> = z
	.int(AMOUNT)
	.min(0, AMOUNT)
	.max(MOST_PENCE, AMOUNT)
	.transform(pence)
	.meta({ as: 'money' });

export const count = z.int(COUNT).min(0, COUNT).max(MOST_COUNT, COUNT);

/** Something of which there is at least one. */
const AT_LEAST_ONE = 'Enter a whole number from 1 to 10,000.';
export const some = z.int(AT_LEAST_ONE).min(1, AT_LEAST_ONE).max(MOST_COUNT, AT_LEAST_ONE);

export const percent = z
	.int('Enter a whole number from 0 to 100.')
	.min(0, 'Enter a whole number from 0 to 100.')
	.max(100, 'Enter a whole number from 0 to 100.');

/** Out of 1000, and below nothing where it speaks against. */
export const points = z
	.int('Enter whole points from -1000 to 1000.')
	.min(-1000, 'Enter whole points from -1000 to 1000.')
	.max(1000, 'Enter whole points from -1000 to 1000.');

export const words = z
	.string(WRITTEN)
	.trim()
	.min(1, WRITTEN)
	.max(MOST_WORDS, 'Write no more than 500 letters here.');

export const role = z.enum(AGREEING_ROLES, 'Choose an officer, a team leader or a manager.');

export const byRole = <Value extends z.ZodType>(value: Value) =>
	z.strictObject({ officer: value, leader: value, manager: value });

/** A role that is not named may allow none. */
export const allowance: z.ZodType<Partial<Record<AgreeingRole, number>>> = z.strictObject({
	officer: count.exactOptional(),
	leader: count.exactOptional(),
	manager: count.exactOptional()
});
