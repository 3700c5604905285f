/** The three column kinds of the domain: whole pence, a day, an instant. They pass through SQL as they are. */
import { customType } from 'drizzle-orm/pg-core';
import { pence as penceOf, type Pence } from '../../shared/money/pence.ts';
import {
	day as dayOf,
	instant as instantOf,
	type Day,
	type Instant
} from '../../shared/time/day.ts';

/** `bigint`, named `_pence`. */
export const pence = customType<{ data: Pence; driverData: string | number }>({
	dataType: () => 'bigint',
	fromDriver: (value) => penceOf(Number(value)),
	toDriver: (value) => String(value)
});

/** `date`, named `_on`. */
export const day = customType<{ data: Day; driverData: string }>({
	dataType: () => 'date',
	fromDriver: (value) => dayOf(value)
});

/** `timestamptz`, named `_at`. */
export const instant = customType<{ data: Instant; driverData: string }>({
	dataType: () => 'timestamptz',
	fromDriver: (value) => instantOf(value)
});
