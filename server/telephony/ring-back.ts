/**
 * Ringing somebody back from the screen. Which number is the server's to choose, by what the customer has asked since
 * and never of a safe-contact or restricted record; the officer's own telephone rings first, and the call is known by
 * an id of ours from its first message.
 */
import { randomUUID } from 'node:crypto';
import { hasAuthority } from '../../shared/officers/authority.ts';
import type { Officer } from '../../shared/officers/roles.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { inTransaction } from '../db/transaction.ts';
import { workOf } from '../monitoring/my-work.ts';
import { noteRung } from '../outcomes/ring-back.ts';
import type { CommandRefusal, Switch } from './port.ts';

export type RingBackRefusal = CommandRefusal | 'not-due' | 'no-number' | 'against-their-wish';

export type RungBack = { ok: true } | { ok: false; because: RingBackRefusal };

type Parts = { database: Database; clock: Clock; switches: readonly Switch[] };

export async function ringBack(
	{ callbackId, officer }: { callbackId: string; officer: Officer },
	parts: Parts
): Promise<RungBack> {
	const { database, clock } = parts;
	const work = await workOf(database.sql, {
		officerId: officer.id,
		mayOpenRestricted: hasAuthority(officer.role, 'leader'),
		at: clock.now(),
		today: clock.today()
	});
	const due = work.callbacks.find(({ id }) => id === callbackId);
	if (!due) return { ok: false, because: 'not-due' };
	if (due.against !== null) return { ok: false, because: 'against-their-wish' };
	if (due.person.phone === null) return { ok: false, because: 'no-number' };
	const rung = await ringNumber({ number: due.person.phone, officer }, parts);
	if (!rung.ok) return rung;
	const { rungOn, rungAs } = rung;
	await inTransaction(database, (tx) =>
		noteRung(tx, { callbackId, officerId: officer.id, rungOn, rungAs })
	);
	return { ok: true };
}

type Ringing =
	{ ok: true; rungOn: string; rungAs: string } | { ok: false; because: CommandRefusal };

/** By the first switch that is up and can. */
export async function ringNumber(
	{ number, officer }: { number: string; officer: Officer },
	{ switches }: Pick<Parts, 'switches'>
): Promise<Ringing> {
	const able = switches.filter(({ verbs }) => verbs.includes('originate'));
	const its = able.find((each) => each.state() === 'connected');
	if (!its) return { ok: false, because: able.length > 0 ? 'link-lost' : 'not-offered' };
	if (officer.extension === null) return { ok: false, because: 'bad-target' };
	const contactId = `rung-${randomUUID()}`;
	const commanded = await its.command({
		verb: 'originate',
		contactId,
		agent: officer.extension,
		number
	});
	return commanded.ok ? { ok: true, rungOn: its.source, rungAs: contactId } : commanded;
}
