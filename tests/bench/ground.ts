/**
 * Where the bench measures. Beside a running product it is a database of the bench's own in that product's Postgres,
 * filled afresh and dropped afterwards: the council's is neither read nor written. Alone, and where that Postgres lets
 * the product's user make no other database, it is a whole server.
 */
import { randomBytes } from 'node:crypto';
import postgres, { type Sql } from 'postgres';
import { environment } from '#server/commands/environment.ts';
import { databaseFor, runningServer } from '#server/db/embedded.ts';
import { reachDatabase } from '#server/db/reach.ts';
import type { Say } from '#server/progress.ts';
import { codeOf, sentence } from '#server/sentence.ts';
import type { Product } from '../journeys/product.ts';

export type Ground = {
	/** What the measured product is started with. */
	settings: Record<string, string>;
	urlFor(product: Product): Promise<string>;
	clear(): Promise<void>;
};

type Server = NonNullable<ReturnType<typeof runningServer>>;

/** Always the same, so that what a bench that was killed left behind is swept away by the next. */
const DATABASE = 'fairline_bench';

/** `given` stands in for names of the environment. Only where the product's Postgres is matters of them. */
export async function groundFor({
	isAlone,
	say,
	given = {}
}: {
	isAlone: boolean;
	say: Say;
	given?: Record<string, string>;
}): Promise<Ground> {
	const server = isAlone ? null : runningServer(environment(given));
	if (!server) return ALONE;
	await reachDatabase({ url: server.url, say });
	return (await besideProduct(server)) ?? notAllowedBeside(say);
}

/** Null where its user may make no database. */
async function besideProduct({ url, administratorUrl }: Server): Promise<Ground | null> {
	const own = new URL(url);
	own.pathname = `/${DATABASE}`;
	const owner = decodeURIComponent(own.username);
	const isMade = await asAdministrator(administratorUrl, async (sql) => {
		await sql`drop database if exists ${sql(DATABASE)}`;
		await sql`create database ${sql(DATABASE)} owner ${sql(owner)} template template1`;
	});
	if (!isMade) return null;
	return {
		settings: { DATABASE_URL: own.href, AUTH_SECRET: randomBytes(32).toString('hex') },
		urlFor: () => Promise.resolve(own.href),
		async clear() {
			await asAdministrator(
				administratorUrl,
				(sql) => sql`drop database if exists ${sql(DATABASE)} with (force)`
			);
		}
	};
}

function notAllowedBeside(say: Say): Ground {
	say(
		"DATABASE_URL's user may not make the bench a database of its own (ALTER ROLE ... CREATEDB would allow it): measuring on a Postgres of the bench's own instead."
	);
	return ALONE;
}

const ALONE: Ground = {
	settings: {},
	async urlFor({ dataDir }) {
		const env = environment({ DATA_DIR: dataDir, DATABASE_URL: '' });
		const { url } = await databaseFor({ env, say: () => undefined });
		return url;
	},
	clear: () => Promise.resolve()
};

/** False where the user may not. */
async function asAdministrator(
	url: string,
	work: (sql: Sql) => PromiseLike<unknown>
): Promise<boolean> {
	const sql = postgres(url, { max: 1, onnotice: () => undefined });
	try {
		await work(sql);
		return true;
	} catch (error) {
		if (codeOf(error) === NOT_ALLOWED) return false;
		throw codeOf(error) === IN_USE ? sentence(ANOTHER_BENCH, error) : error;
	} finally {
		await sql.end();
	}
}

const NOT_ALLOWED = '42501';
const IN_USE = '55006';
const ANOTHER_BENCH = 'Another bench measures on this Postgres: wait for its end.';
