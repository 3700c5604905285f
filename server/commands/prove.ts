/** `npm run prove`: proves the books of the running product, or alone, and ends with 1 when they do not prove. */
import { connect } from '../db/client.ts';
import { databaseFor } from '../db/embedded.ts';
import { isProved, prove, sayProof } from '../debts/prove.ts';
import { withProgress } from '../progress.ts';
import { say } from '../say.ts';
import { codeOf, sentence } from '../sentence.ts';
import { command } from './command.ts';
import { environment } from './environment.ts';

/** PostgreSQL's codes for a table and a role that nobody has made: proving makes neither. */
const NO_BOOKS = new Set(['42P01', '22023']);

await command(async () => {
	const found = await databaseFor({ env: environment(), say });
	try {
		process.exitCode = (await proveBooks(found.url)) ? 0 : 1;
	} finally {
		await found.stop();
	}
});

async function proveBooks(url: string): Promise<boolean> {
	const database = connect(url, { orm: 1, sql: 1, hot: 1 });
	try {
		const proof = await withProgress({ say, what: 'Proving the books' }, () => prove(database.sql));
		for (const line of sayProof(proof)) say(line);
		return isProved(proof);
	} catch (error) {
		if (!NO_BOOKS.has(codeOf(error))) throw error;
		throw sentence('There are no books here yet: npm start makes them.', error);
	} finally {
		await database.close();
	}
}
