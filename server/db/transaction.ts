/**
 * One transaction, and what may be told only when it is committed. A command takes the transaction as its first
 * argument, so that commands call each other inside one.
 */
import type { Sql } from 'postgres';
import type { Database, Orm } from './client.ts';

export type Transaction = Parameters<Parameters<Orm['transaction']>[0]>[0] & {
	/** Runs in the order asked for, after the commit; never when it rolls back. */
	afterCommit(tell: () => void): void;
	/** The connection it runs on, for COPY, which drizzle cannot say. */
	connection: Pick<Sql, 'unsafe'>;
};

export async function inTransaction<Result>(
	database: Pick<Database, 'orm'>,
	work: (tx: Transaction) => Promise<Result>
): Promise<Result> {
	const toTell: (() => void)[] = [];
	const result = await database.orm.transaction((tx) =>
		work(
			Object.assign(tx, {
				afterCommit: (tell: () => void) => void toTell.push(tell),
				connection: connectionOf(tx)
			})
		)
	);
	for (const tell of toTell) tell();
	return result;
}

/**
 * For what officers do all day: its statements are few and the same ones, so that each connection plans them once and
 * sends them in one piece, where drizzle would have every one planned again and asked about first.
 */
export function inOftenTransaction<Result>(
	database: Pick<Database, 'orm'>,
	work: (tx: Transaction) => Promise<Result>
): Promise<Result> {
	return inTransaction(database, (tx) => {
		const { connection } = tx;
		const unprepared = connection.unsafe;
		connection.unsafe = (query, parameters, options) =>
			unprepared(query, parameters, { ...options, prepare: (parameters?.length ?? 0) > 0 });
		return work(tx);
	});
}

function connectionOf(tx: Pick<Transaction, '_'>): Pick<Sql, 'unsafe'> {
	return Reflect.get(tx._.session, 'client') as Pick<Sql, 'unsafe'>;
}
