/**
 * Who listens to a switch. The term counts how often the switch has been taken: what was heard is written with it, and
 * refused once somebody else has taken the switch. The beat says until when it was listened to, in a table of its own,
 * so that noting it never waits for a pop nor a pop for it.
 */
import { bigint, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '../../db/columns.ts';

export const switchTerms = pgTable('switch_terms', {
	source: text().primaryKey(),
	term: bigint({ mode: 'number' }).notNull()
});

export const switchBeats = pgTable('switch_beats', {
	source: text().primaryKey(),
	term: bigint({ mode: 'number' }).notNull(),
	heardAt: instant().notNull()
});
