/** One row an officer: their live state whole, with the version that sockets compare. */
import { bigint, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '../db/columns.ts';
import { teams, user } from '../officers/tables.ts';
import type { Tile } from '../../shared/monitoring/tile.ts';

export const tiles = pgTable('tiles', {
	officerId: text()
		.primaryKey()
		.references(() => user.id),
	teamId: text()
		.notNull()
		.references(() => teams.id),
	version: bigint({ mode: 'number' }).notNull(),
	state: jsonb().$type<Tile['state']>().notNull(),
	at: instant().notNull()
});
