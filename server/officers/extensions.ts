/**
 * Whose telephone an extension is, and to whom a restricted record opens. A switch names extensions in every event, or
 * the officer's own id where they have no extension, so the answers are kept at hand and looked up anew every few
 * seconds: an administrator may give an extension to somebody else while calls are running.
 */
import { hasAuthority } from '#shared/officers/authority.ts';
import type { Database } from '../db/client.ts';
import type { Log } from '../log.ts';
import { user } from './tables.ts';

export type Extensions = Readonly<{
	officerOf: (extension: string) => string | undefined;
	nameOf: (officerId: string) => string | undefined;
	mayOpenRestricted: (officerId: string) => boolean;
	stop: () => void;
}>;

const LOOK_AGAIN_MS = 5_000;

export async function openExtensions({
	db,
	log
}: {
	db: Pick<Database, 'orm'>;
	log: Log;
}): Promise<Extensions> {
	let known = await officersNow(db);
	const look = async () => {
		try {
			known = await officersNow(db);
		} catch (failure) {
			// What was known stays in force: a call that rings is worth more than a fresh list.
			log.failure({ event: 'extensions', outcome: 'failed' }, failure);
		}
	};
	const timer = setInterval(() => void look(), LOOK_AGAIN_MS).unref();
	return {
		officerOf: (extension) =>
			known.byExtension.get(extension) ?? (known.ids.has(extension) ? extension : undefined),
		nameOf: (officerId) => known.names.get(officerId),
		mayOpenRestricted: (officerId) => known.leaders.has(officerId),
		stop: () => clearInterval(timer)
	};
}

type Known = {
	byExtension: ReadonlyMap<string, string>;
	ids: ReadonlySet<string>;
	names: ReadonlyMap<string, string>;
	leaders: ReadonlySet<string>;
};

async function officersNow(db: Pick<Database, 'orm'>): Promise<Known> {
	const rows = await db.orm
		.select({ id: user.id, name: user.name, extension: user.extension, role: user.role })
		.from(user);
	const leaders = rows.filter(({ role }) => hasAuthority(role, 'leader'));
	return {
		byExtension: new Map(
			rows.flatMap(({ id, extension }) => (extension === null ? [] : [[extension, id]]))
		),
		ids: new Set(rows.map(({ id }) => id)),
		names: new Map(rows.map(({ id, name }) => [id, name])),
		leaders: new Set(leaders.map(({ id }) => id))
	};
}
