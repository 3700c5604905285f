/**
 * The connections to Postgres, all of them as the application's role. drizzle rewrites the serialisers of the client
 * it is given, so that raw statements and the pop's one statement have clients of their own.
 */
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Options, type Sql } from 'postgres';
import { instant } from '../../shared/time/day.ts';
import { promptSocket } from './prompt-socket.ts';
import * as schema from './schema.ts';

export type Orm = PostgresJsDatabase<typeof schema>;

/** A raw client: days and instants are their strings, a bigint is a safe integer. */
export type RawSql = Sql<{ bigint: number; day: string; instant: string }>;

export type Database = {
	/** For ordinary work. */
	orm: Orm;
	/** For statements drizzle cannot say. */
	sql: RawSql;
	/** For the pop alone: always the generic plan, prepared once a connection. */
	hotSql: RawSql;
	/** For searches, planned once as the pop is: what one of them waits for, no pop does. */
	searchSql: RawSql;
	/** Plans a statement on every connection of the pop, and leaves nothing written. */
	warm(statement: string, parameters: readonly HotParameter[]): Promise<void>;
	close(): Promise<void>;
};

export type HotParameter = string | number | boolean | null;

export type ConnectionCounts = { orm: number; sql: number; hot: number; search?: number };

/**
 * One for the pop: it sends the next statement without waiting for the last, and a process of Postgres that takes
 * turns with another has to warm up again every time. Four for what a team's screens ask at once when they come back:
 * with two the slowest of eight waited nearly twice as long.
 */
const DEFAULT_CONNECTIONS: ConnectionCounts = { orm: 8, sql: 4, hot: 1, search: 2 };

export function connect(
	url: string,
	connections: ConnectionCounts = DEFAULT_CONNECTIONS
): Database {
	const ormClient = postgres(url, applicationOptions(connections.orm));
	const sql = rawClient(url, applicationOptions(connections.sql));
	const hotSql = rawClient(url, hotOptions(connections.hot));
	const searchSql = rawClient(url, hotOptions(connections.search ?? 1));
	return {
		orm: drizzle(ormClient, { schema, casing: 'snake_case' }),
		sql,
		hotSql,
		searchSql,
		warm: (statement, parameters) => warm(hotSql, { statement, parameters }),
		async close() {
			await Promise.all(
				[ormClient, sql, hotSql, searchSql].map((client) => client.end({ timeout: 5 }))
			);
		}
	};
}

/**
 * One connection for COPY alone: another statement sent in the middle of it would wait for ever. What is copied is no
 * promise to anybody until something else is made of it, and so need not lie on the disk before the next rows are sent.
 */
export function copyingClient(url: string): RawSql {
	const { connection, ...options } = applicationOptions(1);
	const quick = { ...options, socket: promptSocket };
	return rawClient(url, { ...quick, connection: { ...connection, synchronous_commit: 'off' } });
}

/** The role is set as the connection starts, so that `reset role` comes back to it. */
function applicationOptions(max: number): Options<Record<string, never>> {
	return {
		max,
		connection: { role: 'fairline_app', application_name: 'fairline' },
		onnotice: () => undefined
	};
}

/**
 * A connection that grew old and was replaced would plan afresh in the middle of somebody's call. A plan made while a
 * table was small, as on a council's first day, stays while it grows: it goes by the indexes all the same.
 */
function hotOptions(max: number): Options<Record<string, never>> {
	const options = applicationOptions(max);
	return {
		...options,
		prepare: true,
		max_lifetime: null,
		connection: {
			...options.connection,
			plan_cache_mode: 'force_generic_plan',
			enable_seqscan: 'off'
		}
	};
}

function rawClient(url: string, options: Options<Record<string, never>>): RawSql {
	return postgres(url, {
		...options,
		types: {
			bigint: { to: 20, from: [20], serialize: String, parse: safeInteger },
			day: { to: 1082, from: [1082], serialize: String, parse: (text: string) => text },
			instant: {
				to: 1184,
				from: [1184],
				serialize: String,
				parse: (text: string): string => instant(text)
			}
		}
	});
}

function safeInteger(text: string): number {
	const value = Number(text);
	if (!Number.isSafeInteger(value)) throw new RangeError('A bigint does not fit a safe integer.');
	return value;
}

async function warm(
	client: RawSql,
	work: { statement: string; parameters: readonly HotParameter[] }
): Promise<void> {
	// All are held at once, or the pool would hand out the first again.
	const held = await Promise.all(
		Array.from({ length: client.options.max }, () => client.reserve())
	);
	try {
		await Promise.all(
			held.map(async (connection) => {
				await connection.unsafe('begin');
				await connection.unsafe(work.statement, [...work.parameters], { prepare: true });
				await connection.unsafe('rollback');
			})
		);
	} finally {
		for (const connection of held) connection.release();
	}
}
