/** How a manager changes what every contact's screen has at hand: who, when, in one transaction, and then it is read again. */
import type { App } from '../app.ts';
import { inTransaction, type Transaction } from '../db/transaction.ts';

export function doing({ app, officer }: { app: Pick<App, 'clock'>; officer: { id: string } }) {
	return { managerId: officer.id, at: app.clock.now(), today: app.clock.today() };
}

/** A refusal changed nothing. */
export async function thenKept<Answer extends { ok: boolean }>(
	{ db, givens }: Pick<App, 'db' | 'givens'>,
	work: (tx: Transaction) => Promise<Answer>
): Promise<Answer> {
	const answer = await inTransaction(db, work);
	if (answer.ok) await givens.look();
	return answer;
}
