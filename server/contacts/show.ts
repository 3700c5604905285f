/** A contact onto the screens it belongs on: each officer's own projection, told after the commit. */
import type { CallVerb } from '../../shared/calls/events.ts';
import { foldContact } from '../../shared/contacts/state/fold.ts';
import type { Givens } from '../../shared/contacts/shown/givens.ts';
import { officerView, type ContactFacts } from '../../shared/contacts/shown/projection.ts';
import type { Colleagues } from '../../shared/contacts/shown/line-view.ts';
import type { ContactView } from '../../shared/contacts/shown/view.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import type { Announcer } from '../realtime/announce.ts';
import type { LiveCall } from './heard/live-calls.ts';
import { contactRecord, openContactIds, type ContactRecord } from './queries.ts';
import type { Rung } from './heard/ring.ts';

/** What the switch of a call can do; nothing without a call. */
export type VerbsOf = (source: string | null) => readonly CallVerb[];

export type ShowingParts = {
	database: Pick<Database, 'sql'>;
	clock: Clock;
	announcer: Announcer;
	verbsOf: VerbsOf;
	givens: () => Givens;
	colleagues?: Colleagues;
	/** Whether a restricted record opens to this officer: to leaders. */
	mayOpenRestricted: (officerId: string) => boolean;
};

export function factsOf(record: ContactRecord): ContactFacts {
	const { contactId, caller, drafts, count, people } = record;
	return { contactId, contact: foldContact(record.events), caller, drafts, count, people };
}

/** The contact as this officer may see it now. Undefined when there is none. */
export async function viewOf(
	contactId: string,
	officerId: string,
	parts: Omit<ShowingParts, 'announcer'>
): Promise<ContactView | undefined> {
	const record = await contactRecord(parts.database.sql, {
		contactId,
		today: parts.clock.today()
	});
	return record && viewFor(officerId, { facts: factsOf(record), source: record.source }, parts);
}

/** Everything on this officer's screens: what a reload asks for. */
export async function viewsOf(officerId: string, parts: ShowingParts): Promise<ContactView[]> {
	const ids = await openContactIds(parts.database.sql, officerId);
	const views = await Promise.all(ids.map((contactId) => viewOf(contactId, officerId, parts)));
	return views.filter((view) => view !== undefined);
}

/** From the pop's own reply, without another question. On a break an officer is told only once they answer. */
export function showHeard(
	call: LiveCall,
	{ rung, affected }: { rung: Rung; affected: readonly string[] },
	parts: ShowingParts
): void {
	const { contactId, contact, caller, source } = call;
	const { drafts, count, people } = rung;
	const facts = { contactId, contact, caller, drafts, count, people };
	parts.announcer.boards();
	// The screens of the call first: somebody waits for them.
	for (const officerId of affected) {
		const tile = rung.tiles.find((each) => each.officerId === officerId);
		if (officerId in contact.offers && tile?.state.chosen !== 'available') continue;
		parts.announcer.contact(officerId, viewFor(officerId, { facts, source }, parts));
	}
	for (const tile of rung.tiles) parts.announcer.tile(tile);
}

/** After anything but the switch moved a contact. */
export function showChanged(record: ContactRecord, parts: ShowingParts): void {
	parts.announcer.boards();
	const facts = factsOf(record);
	for (const officerId of new Set([...record.officerIds, ...facts.contact.finishedBy])) {
		const view = viewFor(officerId, { facts, source: record.source }, parts);
		parts.announcer.contact(officerId, view);
	}
}

function viewFor(
	officerId: string,
	{ facts, source }: { facts: ContactFacts; source: string | null },
	{ clock, verbsOf, givens, mayOpenRestricted, colleagues }: Omit<ShowingParts, 'announcer'>
): ContactView {
	return officerView(facts, {
		officerId,
		mayOpenRestricted: mayOpenRestricted(officerId),
		verbs: verbsOf(source),
		...(colleagues ? { colleagues } : {}),
		givens: givens(),
		at: clock.now(),
		today: clock.today()
	});
}
