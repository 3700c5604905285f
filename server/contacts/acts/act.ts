/** What an officer did: appended to the log and shown on their tile, in one transaction. */
import { ENDINGS, type ContactEventBody } from '../../../shared/contacts/log/events.ts';
import { foldContact } from '../../../shared/contacts/state/fold.ts';
import type { Instant } from '../../../shared/time/day.ts';
import { carryStatement } from '../../affordability/carry-statement.ts';
import { keepFinished } from '../../affordability/keep-finished.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/client.ts';
import { giveReference } from '../../arrangements/give-reference.ts';
import { noteAttempts } from '../../customers/restricted.ts';
import { inOftenTransaction, type Transaction } from '../../db/transaction.ts';
import { raiseTile, type TileRaise } from '../../monitoring/raise-tile.ts';
import { withdrawApproval } from '../../outcomes/ask-approval.ts';
import type { Announcer } from '../../realtime/announce.ts';
import { append, type Appended, type SentEvent } from './append.ts';
import { mayChoose } from './choose.ts';
import { hearWrongNumber } from './hear-wrong-number.ts';
import { lockForEnding } from './in-order.ts';
import { keepHeard } from './keep-heard.ts';
import { isHelpOpen } from './may-finish.ts';
import { hasPassedOn } from './passed-on.ts';
import { tileOver } from '../heard/live-calls.ts';
import { openLogs } from '../queries.ts';

/** Whoever has nothing left to pay with is helped before they are finished with. */
export type ActAnswer = Appended | { ok: false; because: 'help-open' };

export type Acted = { contactId: string; officerId: string; events: readonly SentEvent[] };

export async function act(
	acted: Acted,
	parts: {
		database: Database;
		clock: Clock;
		announcer: Announcer;
		mayOpenRestricted: (officerId: string) => boolean;
	}
): Promise<ActAnswer> {
	const at = parts.clock.now();
	const today = parts.clock.today();
	return inOftenTransaction(parts.database, async (tx) => {
		const bodies = acted.events.map(({ body }) => body);
		await lockForEnding(tx, { contactId: acted.contactId, bodies });
		if (!(await mayChoose(tx, { ...acted, today }))) {
			return { ok: false, because: 'not-a-candidate' };
		}
		// What was passed on is finished by whoever has it.
		const isFinished =
			bodies.some(({ type }) => type === 'wrappedUp') && !(await hasPassedOn(tx, acted));
		if (isFinished && (await isHelpOpen(tx, { contactId: acted.contactId, today })))
			return { ok: false, because: 'help-open' };
		const appended = await append(tx, { ...acted, at });
		if (appended.ok)
			await noteChoices(tx, acted, { at, isAllowed: parts.mayOpenRestricted(acted.officerId) });
		if (appended.ok) await hearWrongNumber(tx, { ...acted, at, today });
		if (appended.ok && bodies.some(entersStatement)) {
			const mayOpenRestricted = parts.mayOpenRestricted(acted.officerId);
			await carryStatement(tx, { contactId: acted.contactId, mayOpenRestricted, today, at });
		}
		if (appended.ok && isFinished) {
			await keepHeard(tx, { contactId: acted.contactId, today });
			await keepFinished(tx, { contactId: acted.contactId, today, at });
			// Nobody is there any more to go on with what a leader might say.
			await withdrawApproval(tx, { ...acted, officer: { id: acted.officerId }, at });
		}
		const isOffered = appended.ok && bodies.some(({ type }) => type === 'offerMade');
		const version = isOffered ? await giveReference(tx, { ...acted, at }) : null;
		const raise = appended.ok ? await tileAfter(tx, acted, at) : undefined;
		const tile = raise && (await raiseTile(tx, raise));
		if (tile) tx.afterCommit(() => parts.announcer.tile(tile));
		return version === null ? appended : { ok: true, version };
	});
}

function entersStatement(body: ContactEventBody): boolean {
	return body.type === 'stepEntered' && body.step === 'affordability';
}

/** Whom they chose, where it is somebody whose record is restricted. */
async function noteChoices(
	tx: Transaction,
	{ contactId, officerId, events }: Acted,
	{ at, isAllowed }: { at: Instant; isAllowed: boolean }
): Promise<void> {
	const chosen = events.flatMap(({ body }) =>
		body.type === 'customerChosen' ? [body.customerId] : []
	);
	await noteAttempts(tx, chosen, { contactId, officerId, at, way: 'choice', isAllowed });
}

/** A step entered shows on the tile; a contact finished gives the tile to their next one or to their choice. */
async function tileAfter(
	tx: Transaction,
	{ officerId, events }: Acted,
	at: Instant
): Promise<TileRaise | undefined> {
	if (events.some(({ body }) => ENDINGS.has(body.type))) {
		const left = await openLogs(tx, officerId);
		const contacts = left.map((one) => ({ ...one, contact: foldContact(one.events) }));
		const { presence, ...shows } = tileOver(officerId, contacts);
		return { at, ...shows, ...(presence ? { presence } : {}) };
	}
	const entered = events.map(({ body }) => body).findLast((body) => body.type === 'stepEntered');
	return entered && { officerId, at, step: entered.step };
}
