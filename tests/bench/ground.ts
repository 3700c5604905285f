/**
 * Where the bench measures. Beside a running product it is a database of the bench's own in that product's Postgres,
 * filled afresh and dropped afterwards: the council's is neither read nor written. Alone it is a whole server.
 */
import { randomBytes } from 'node:crypto';
import postgres, { type Sql } from 'postgres';
import { environment } from '#server/commands/environment.ts';
import { databaseFor, runningServer } from '#server/db/embedded.ts';
import { codeOf, sentence } from '#server/sentence.ts';
import type { Product } from '../journeys/product.ts';

export type Ground = {
	/** What the measured product is started with. */
	settings: Record<string, string>;
	urlFor(product: Product): Promise<string>;
	clear(): Promise<void>;
};

/** Always the same, so that what a bench that was killed left behind is swept away by the next. */
const DATABASE = 'fairline_bench';

/** Settings of the environment other than where the product is do not matter: the measured one has its own. */
export async function groundFor({ isAlone }: { isAlone: boolean }): Promise<Ground> {
	const server = isAlone ? null : runningServer(environment());
	if (!server) return ALONE;
	const { url, administratorUrl } = server;
	const own = new URL(url);
	own.pathname = `/${DATABASE}`;
	await asAdministrator(administratorUrl, async (sql) => {
		await sql`drop database if exists ${sql(DATABASE)}`;
		await sql`create database ${sql(DATABASE)} owner ${sql(own.username)} template template1`;
	});
	return {
		settings: { DATABASE_URL: own.href, AUTH_SECRET: randomBytes(32).toString('hex') },
		urlFor: () => Promise.resolve(own.href),
		clear: () =>
			asAdministrator(
				administratorUrl,
				(sql) => sql`drop database if exists ${sql(DATABASE)} with (force)`
			)
	};
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

async function asAdministrator(
	url: string,
	work: (sql: Sql) => PromiseLike<unknown>
): Promise<void> {
	const sql = postgres(url, { max: 1, onnotice: () => undefined });
	try {
		await work(sql);
	} catch (error) {
		const because = REASONS[codeOf(error)];
		throw because ? sentence(because, error) : error;
	} finally {
		await sql.end();
	}
}

const REASONS: Record<string, string> = {
	'42501':
		"DATABASE_URL's user may not make the bench a database of its own: allow it with ALTER ROLE ... CREATEDB, or measure with --alone.",
	'55006': 'Another bench measures on this Postgres: wait for its end.'
};
