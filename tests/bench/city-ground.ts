/** The pop's ground on a whole city: its kept database, from which everything of the bench's calls is taken again. */
import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import type { Say } from './bench.ts';
import { openCity } from './city.ts';
import type { Ground } from './ground.ts';

export async function cityGround(asked: { isShort: boolean; say: Say }): Promise<Ground> {
	const city = await openCity(asked);
	return {
		settings: { DATABASE_URL: city.url, AUTH_SECRET: randomBytes(32).toString('hex') },
		urlFor: () => Promise.resolve(city.url),
		async clear() {
			const sql = postgres(city.url, { max: 1, onnotice: () => undefined });
			// Nothing else in a kept city is about a contact.
			await sql`truncate contacts, tiles, audit cascade`;
			await sql.end();
			await city.stop();
		}
	};
}
