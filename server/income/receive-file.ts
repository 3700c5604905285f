/**
 * One file of money, read whole and then taken in one transaction. Anything wrong with it, or the same file once more,
 * is a refusal with nothing done; a line that came in before is left out and told.
 */
import { randomUUID } from 'node:crypto';
import { NO_PENCE, plus, type Pence } from '../../shared/money/pence.ts';
import { dayInLondon, formatDay, timeInLondon } from '../../shared/time/day.ts';
import { record } from '../audit/record.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { inTransaction, type Transaction } from '../db/transaction.ts';
import { advise, type Advised } from './advise.ts';
import { refused, type Reading } from './files/problem.ts';
import type { Statement } from './files/camt.ts';
import { fileBefore } from './queries.ts';
import { readFile, type FileRead } from './read-file.ts';
import { receive, type Taken } from './receive.ts';
import { receiptFiles, type FileKind } from './tables.ts';

export type FileReceived = { fileId: string } & (
	| {
			kind: 'camt.053' | 'provider';
			taken: Taken;
			/** Money out, which is nobody's receipt. */
			leftOut: Statement['leftOut'];
	  }
	| { kind: 'arudd' | 'addacs'; advised: Advised }
);

type Receiving = {
	database: Pick<Database, 'orm'>;
	clock: Clock;
	officerId: string | null;
	/** Where a council's own mappings of providers' files are. */
	dataDir: string;
	/** Whoever has these contacts on their screens is told. */
	tell?: (contactIds: readonly string[]) => void;
};

export async function receiveFile(
	chunks: AsyncIterable<Uint8Array>,
	receiving: Receiving
): Promise<Reading<FileReceived>> {
	const read = await readFile(chunks, receiving.dataDir);
	if (!read.ok) return read;
	return inTransaction(receiving.database, async (tx) => {
		const { tell } = receiving;
		const received = await take(tx, { read: read.value, receiving });
		if (received.ok && tell) tx.afterCommit(() => tell(changedBy(received.value)));
		return received;
	});
}

function changedBy(received: FileReceived): readonly string[] {
	return 'taken' in received ? received.taken.changed : received.advised.changed;
}

async function take(
	tx: Transaction,
	{ read, receiving }: { read: FileRead; receiving: Receiving }
): Promise<Reading<FileReceived>> {
	const { clock, officerId } = receiving;
	const at = clock.now();
	// Two at once of one file: the second waits here, and finds the first.
	await tx.execute("select pg_advisory_xact_lock(hashtext('fairline receives a file'))");
	const before = await fileBefore(tx, read.digest);
	if (before) {
		const when = `${formatDay(dayInLondon(before.receivedAt))} at ${timeInLondon(before.receivedAt)}`;
		return refused([
			{ line: null, says: `this file was received on ${when}: nothing is done twice` }
		]);
	}
	const fileId = randomUUID();
	await tx
		.insert(receiptFiles)
		.values({ id: fileId, ...sizeOf(read), digest: read.digest, receivedAt: at, officerId });
	const doing = { fileId, officerId, at, today: clock.today() };
	if ('advices' in read) {
		const advised = await advise(tx, { advices: read.advices, ...doing });
		return { ok: true, value: { fileId, kind: read.kind, advised } };
	}
	const { lines, leftOut } = read.statement;
	const taken = await receive(tx, { lines, ...doing });
	await record(tx, {
		at,
		officerId,
		act: 'income.receive',
		subjectId: fileId,
		detail: {
			kind: read.kind,
			receipts: taken.count,
			total: taken.total,
			waiting: taken.waiting,
			duplicates: taken.duplicates.length
		}
	});
	return { ok: true, value: { fileId, kind: read.kind, taken, leftOut } };
}

function sizeOf(read: FileRead): { kind: FileKind; lineCount: number; totalPence: Pence } {
	const amounts =
		'advices' in read
			? read.advices.map(({ amount }) => amount ?? NO_PENCE)
			: read.statement.lines.map(({ line }) => line.amount);
	return { kind: read.kind, lineCount: amounts.length, totalPence: plus(...amounts) };
}
