/**
 * Somebody looked into what was late, or into a stage that moved on after a stop: what they did is kept in their words.
 * A team leader takes what such a stage cost off the debt, and its source is told to stop once more, or to end what
 * still collects it.
 */
import { sql } from 'drizzle-orm';
import { hasAuthority } from '../../../shared/officers/authority.ts';
import type { Officer } from '../../../shared/officers/roles.ts';
import { minus, NO_PENCE, type Pence } from '../../../shared/money/pence.ts';
import type { Urgent } from '../../../shared/outcomes/urgent.ts';
import type { Day, Instant } from '../../../shared/time/day.ts';
import { record } from '../../audit/record.ts';
import { figuresChanged } from '../../contacts/figures-changed.ts';
import type { Transaction } from '../../db/transaction.ts';
import { enter, opposite } from '../../debts/enter.ts';
import { instruct } from '../instruct.ts';
import { lookedInto } from '../tables.ts';
import { urgentNow, urgentRecords } from './urgent.ts';

export type LookIntoAsked = {
	subject: string;
	note: string;
	officer: Officer;
	at: Instant;
	today: Day;
};

export type LookIntoRefusal = 'dealt-with' | 'leader-needed';

export type LookedInto =
	{ ok: true; cost: Pence; changed: readonly string[] } | { ok: false; because: LookIntoRefusal };

export async function lookInto(tx: Transaction, asked: LookIntoAsked): Promise<LookedInto> {
	const { subject, note, officer, at } = asked;
	await tx.execute(sql`select pg_advisory_xact_lock(hashtext('looked into ' || ${subject}))`);
	const mayOpenRestricted = hasAuthority(officer.role, 'leader');
	const urgent = await urgentNow(tx, { at, mayOpenRestricted });
	const found = urgent.find((one) => one.subject === subject);
	if (!found) return { ok: false, because: 'dealt-with' };
	const cost = found.kind === 'moved' ? found.cost : NO_PENCE;
	if (cost > NO_PENCE && !hasAuthority(officer.role, 'leader'))
		return { ok: false, because: 'leader-needed' };
	const done = await takeOff(tx, { asked, found, cost });
	await tx
		.insert(lookedInto)
		.values({ subject, note, setId: done.setId, officerId: officer.id, at });
	const detail = { subject, cost };
	await record(tx, { at, officerId: officer.id, act: 'outbox.look-into', detail });
	return { ok: true, cost, changed: done.changed };
}

async function takeOff(
	tx: Transaction,
	{ asked, found, cost }: { asked: LookIntoAsked; found: Urgent; cost: Pence }
): Promise<{ setId: string | null; changed: readonly string[] }> {
	if (found.kind === 'still') return endAgain(tx, { asked, found });
	if (found.kind !== 'moved') return { setId: null, changed: [] };
	const { officer, at, today } = asked;
	const { debtId } = found;
	await tx.execute(sql`select from debts where id = ${debtId}::uuid for no key update`);
	const setId =
		cost > NO_PENCE
			? await enter(tx, {
					kind: 'reversal',
					on: today,
					at,
					officerId: officer.id,
					lines: opposite({ debtId, fund: 'costs', amount: minus(NO_PENCE, cost) })
				})
			: null;
	const { moved } = await urgentRecords(tx, at);
	const whose = moved.find((one) => one.debtId === debtId);
	if (whose)
		await instruct(tx, {
			instructions: [{ debtId, kind: 'stop', because: 'put-right' }],
			customerId: whose.customerId,
			contactId: null,
			at
		});
	return { setId, changed: await figuresChanged(tx, { debtIds: [debtId], at }) };
}

/** A standing order is its customer's own to cancel: nobody else is told once more. */
async function endAgain(
	tx: Transaction,
	{ asked, found }: { asked: LookIntoAsked; found: Extract<Urgent, { kind: 'still' }> }
): Promise<{ setId: null; changed: readonly string[] }> {
	const { at } = asked;
	const { debtId, by, subject } = found;
	const { still } = await urgentRecords(tx, at);
	const whose = still.find(({ instructionId }) => subject === `still ${instructionId}`);
	if (whose && by !== 'standing-order')
		await instruct(tx, {
			instructions: [{ debtId, kind: 'end', because: by }],
			customerId: whose.customerId,
			contactId: null,
			at
		});
	return { setId: null, changed: await figuresChanged(tx, { debtIds: [debtId], at }) };
}
