/**
 * Whose telephone an extension is. A switch names extensions in every event, so the answer is kept at hand and looked
 * up anew every few seconds: an administrator may give an extension to somebody else while calls are running.
 */
import { isNotNull } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import type { Log } from '../log.ts';
import { user } from './tables.ts';

export type Extensions = Readonly<{
	officerOf: (extension: string) => string | undefined;
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
	let known = await officersByExtension(db);
	const look = async () => {
		try {
			known = await officersByExtension(db);
		} catch (failure) {
			// What was known stays in force: a call that rings is worth more than a fresh list.
			log.failure({ event: 'extensions', outcome: 'failed' }, failure);
		}
	};
	const timer = setInterval(() => void look(), LOOK_AGAIN_MS).unref();
	return { officerOf: (extension) => known.get(extension), stop: () => clearInterval(timer) };
}

async function officersByExtension(db: Pick<Database, 'orm'>): Promise<Map<string, string>> {
	const rows = await db.orm
		.select({ id: user.id, extension: user.extension })
		.from(user)
		.where(isNotNull(user.extension));
	return new Map(rows.map(({ id, extension }) => [extension ?? '', id]));
}
