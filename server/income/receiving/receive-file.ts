/**
 * One file of money, read whole and then taken in one transaction. Anything wrong with it, or the same file once more,
 * is a refusal with nothing done; a line that came in before is left out and told.
 */
import { randomUUID } from 'node:crypto';
import { minus, NO_PENCE, sumOf, type Pence } from '../../../shared/money/pence.ts';
import {
	dayInLondon,
	formatDay,
	timeInLondon,
	type Day,
	type Instant
} from '../../../shared/time/day.ts';
import { record } from '../../audit/record.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/client.ts';
import { inTransaction, type Transaction } from '../../db/transaction.ts';
import { advise } from '../advices/advise.ts';
import { refused, sayProblem, type Problem, type Reading } from '../files/problem.ts';
import { fileBefore } from '../queries.ts';
import { readFile, type FileRead } from './read-file.ts';
import { receive } from './receive.ts';
import { refundsIn } from '../refunds/refund-paid.ts';
import { figuresChanged } from '../../contacts/figures-changed.ts';
import { acknowledgeAll } from '../../letters/acknowledge.ts';
import type { Answered, FileReceived } from './file-received.ts';
import { sayReceived } from './say-received.ts';
import { receiptFiles, sentFiles, type FileKind } from '../tables.ts';

type Receiving = {
	database: Pick<Database, 'orm'>;
	clock: Clock;
	officerId: string | null;
	/** As it is called where it came from. */
	name: string;
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
	if (!read.ok) return refuseFile(read.problems, receiving);
	const received = await inTransaction(receiving.database, async (tx) => {
		const { tell } = receiving;
		const taken = await take(tx, { read: read.value, receiving });
		if (taken.ok && tell) tx.afterCommit(() => tell(changedBy(taken.value)));
		return taken;
	});
	return received.ok ? received : refuseFile(received.problems, receiving);
}

/** On record with every line that is wrong, so that whoever sent it can have them as a file. */
async function refuseFile(
	problems: readonly Problem[],
	receiving: Receiving
): Promise<Reading<FileReceived>> {
	const says = problems.slice(0, MOST_SAID).map(sayProblem);
	const more = problems.length - says.length;
	if (more > 0) says.push(`and ${more.toLocaleString('en-GB')} more lines`);
	await inTransaction(receiving.database, (tx) =>
		note(tx, { receiving, fileId: null, says, lines: problems })
	);
	return refused(problems);
}

const MOST_SAID = 5;

async function note(
	tx: Transaction,
	noted: {
		receiving: Receiving;
		fileId: string | null;
		says: readonly string[];
		lines: readonly Problem[];
	}
): Promise<void> {
	const { receiving, ...rest } = noted;
	const { name, officerId, clock } = receiving;
	await tx
		.insert(sentFiles)
		.values({ id: randomUUID(), name, officerId, at: clock.now(), ...rest });
}

function changedBy(received: FileReceived): readonly string[] {
	const { changed } = partOf(received);
	if (!('taken' in received)) return changed;
	return [...changed, ...received.refunds.changed, ...(received.chargedBack?.changed ?? [])];
}

function partOf(received: FileReceived) {
	if ('taken' in received) return received.taken;
	return 'answered' in received ? received.answered : received.advised;
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
	const now = { officerId, at, today: clock.today() };
	const answered = 'acknowledged' in read ? await takeAnswers(tx, { read, ...now }) : null;
	if (answered && !answered.ok) return answered;
	const fileId = randomUUID();
	await tx
		.insert(receiptFiles)
		.values({ id: fileId, ...sizeOf(read), digest: read.digest, receivedAt: at, officerId });
	const received: FileReceived = answered
		? { fileId, kind: 'acknowledgements', answered: answered.value }
		: await takeIn(tx, { read, fileId, ...now });
	const says = sayReceived(received);
	await note(tx, { receiving, fileId, says, lines: leftOutOf(received) });
	return { ok: true, value: received };
}

const LEFT_OUT = 'it had come in before, and was left out';

function leftOutOf(received: FileReceived): Problem[] {
	const again = 'taken' in received ? (received.chargedBack?.duplicates ?? []) : [];
	const duplicates = [...partOf(received).duplicates, ...again];
	return duplicates.map((line) => ({ line, says: LEFT_OUT }));
}

type Doing = { fileId: string; officerId: string | null; at: Instant; today: Day };

/** Nothing is written where any of them is wrong. */
async function takeAnswers(
	tx: Transaction,
	{ read, officerId, at, today }: Omit<Doing, 'fileId'> & { read: OfAgents }
): Promise<Reading<Answered>> {
	const done = await acknowledgeAll(tx, { lines: read.acknowledged, at, today });
	const { confirmed, duplicates, problems, debtIds } = done;
	if (problems.length > 0) return refused(problems);
	const act = 'income.agents-answered';
	await record(tx, { at, officerId, act, detail: { confirmed } });
	const changed = await figuresChanged(tx, { debtIds, at });
	return { ok: true, value: { confirmed, duplicates, changed } };
}

type OfAgents = Extract<FileRead, { acknowledged: unknown }>;

async function takeIn(
	tx: Transaction,
	{ read, ...doing }: Doing & { read: FileRead }
): Promise<FileReceived> {
	const { fileId, officerId, at } = doing;
	if ('acknowledged' in read) throw new Error('The answers of agents were taken in before.');
	if ('advices' in read) {
		const advised = await advise(tx, { advices: read.advices, ...doing });
		return { fileId, kind: read.kind, advised };
	}
	const { statement } = read;
	const refunds = await refundsIn(tx, { ...statement, ...doing });
	const lines = statement.lines.filter(({ line }) => !refunds.notReceipts.has(line));
	const taken = await receive(tx, { lines, ...doing });
	// After its receipts: a payment and its charge-back may be in one file.
	const advices = statement.chargedBack;
	const chargedBack = advices.length > 0 ? await advise(tx, { advices, ...doing }) : null;
	const leftOut = {
		count: statement.leftOut.count - refunds.settled.count,
		total: minus(statement.leftOut.total, refunds.settled.total)
	};
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
			duplicates: taken.duplicates.length,
			refundsPaid: refunds.paid.count,
			refundsBack: refunds.back.count,
			chargedBack: chargedBack?.reversed.count ?? 0
		}
	});
	return { fileId, kind: read.kind, taken, leftOut, refunds, chargedBack };
}

function sizeOf(read: FileRead): { kind: FileKind; lineCount: number; totalPence: Pence } {
	if ('acknowledged' in read)
		return { kind: read.kind, lineCount: read.acknowledged.length, totalPence: NO_PENCE };
	const amounts =
		'advices' in read
			? read.advices.map(({ amount }) => amount ?? NO_PENCE)
			: read.statement.lines.map(({ line }) => line.amount);
	return { kind: read.kind, lineCount: amounts.length, totalPence: sumOf(amounts) };
}
