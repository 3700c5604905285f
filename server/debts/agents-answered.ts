/** Somebody heard from the agents who have a debt that they know of a recall or a payment: kept with who of them, and when. */
import type { Day } from '../../shared/time/day.ts';
import type { App } from '../app.ts';
import { record } from '../audit/record.ts';
import { figuresChanged } from '../contacts/figures-changed.ts';
import { inTransaction } from '../db/transaction.ts';
import { acknowledgeByHand, type SaidByAgents } from '../letters/acknowledge.ts';

export type AgentsAnswered = SaidByAgents | { ok: false; because: 'not-identified' | 'not-theirs' };

type Asked = { contactId: string; officerId: string; debtId: string; on: Day; name: string };

export async function agentsAnswered(
	{ contacts, db, clock }: Pick<App, 'contacts' | 'db' | 'clock'>,
	{ contactId, officerId, ...said }: Asked
): Promise<AgentsAnswered> {
	const view = await contacts.view(contactId, officerId);
	if (view?.people.kind !== 'known') return { ok: false, because: 'not-identified' };
	const { debtId } = said;
	if (!view.people.records.some(({ id }) => id === debtId))
		return { ok: false, because: 'not-theirs' };
	const at = clock.now();
	const { answer, changed } = await inTransaction(db, async (tx) => {
		const done = await acknowledgeByHand(tx, { ...said, at, today: clock.today() });
		if (!done.ok) return { answer: done, changed: [] };
		const act = 'debts.agents-answered';
		await record(tx, { at, officerId, act, contactId, subjectId: debtId });
		return { answer: done, changed: await figuresChanged(tx, { debtIds: [debtId], at }) };
	});
	for (const id of changed) await contacts.show(id);
	return answer;
}
