/** The files of money that were sent last, the newest first, and what came of each. */
import { sql } from 'drizzle-orm';
import type { SentFile } from '../../../shared/income/sent-files.ts';
import { instant } from '../../../shared/time/day.ts';
import type { Transaction } from '../../db/transaction.ts';

const MOST = 25;

type Row = Omit<SentFile, 'at' | 'says'> & { at: string; says: string };

export async function filesSent(tx: Pick<Transaction, 'execute'>): Promise<readonly SentFile[]> {
	const rows = await tx.execute<Row>(sql`
		select f.id, f.name, f.at, u.name as "sentBy", f.file_id is not null as "isTaken",
			f.says::text as says, jsonb_array_length(f.lines) as "lineCount"
		from sent_files f left join auth_user u on u.id = f.officer_id
		order by f.number desc limit ${MOST}`);
	return rows.map(({ at, says, ...row }) => ({
		...row,
		at: instant(at),
		says: JSON.parse(says) as readonly string[]
	}));
}
