/** The files that sources were told by, for whoever takes them there by hand; whoever opens one is on record. */
import { desc, eq } from 'drizzle-orm';
import type { Instant } from '../../../shared/time/day.ts';
import { record } from '../../audit/record.ts';
import type { Transaction } from '../../db/transaction.ts';
import { outboxFiles } from '../tables.ts';

const MOST = 60;

/** The latest first. */
export async function recentFiles(tx: Pick<Transaction, 'select'>) {
	const { id, source, name, count, madeAt, writtenAt } = outboxFiles;
	return tx
		.select({ id, source, name, count, madeAt, writtenAt })
		.from(outboxFiles)
		.orderBy(desc(outboxFiles.madeAt), desc(outboxFiles.number))
		.limit(MOST);
}

/** Null where there is none, or where its content has been taken away. */
export async function openFile(
	tx: Transaction,
	{ fileId, officerId, at }: { fileId: string; officerId: string; at: Instant }
): Promise<{ name: string; content: string } | null> {
	const [file] = await tx.select().from(outboxFiles).where(eq(outboxFiles.id, fileId));
	if (!file || file.content === null) return null;
	await record(tx, { at, officerId, act: 'outbox.open-file', subjectId: fileId });
	return { name: file.name, content: file.content };
}
