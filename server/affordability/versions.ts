/**
 * The statements of the customer of a contact as they were kept: listed, and one opened, which is in the record. Who may
 * is asked of the contact's own view: identity has passed, and the customer speaks themselves.
 */
import {
	versionLines,
	versionOpened,
	type VersionLine,
	type VersionOpened
} from '../../shared/contacts/shown/statements-view.ts';
import type { App } from '../app.ts';
import { record } from '../audit/record.ts';
import { inTransaction } from '../db/transaction.ts';
import { versionRecords } from './queries.ts';

export type VersionsNeeds = {
	contacts: Pick<App['contacts'], 'view'>;
	db: App['db'];
	clock: App['clock'];
};

type Asked = { contactId: string; officerId: string };

export type VersionsRefusal = 'not-identified' | 'theirs-alone' | 'no-such-version';

type Refused = { ok: false; because: VersionsRefusal };

export async function theirVersions(
	needs: VersionsNeeds,
	asked: Asked
): Promise<{ ok: true; versions: readonly VersionLine[] } | Refused> {
	const whose = await theirsToSee(needs, asked);
	if (!whose.ok) return whose;
	const { customerId } = whose;
	const records = await inTransaction(needs.db, (tx) => versionRecords(tx, customerId));
	return { ok: true, versions: versionLines(records, needs.clock.today()) };
}

/** To be read and not changed. */
export async function openVersion(
	needs: VersionsNeeds,
	asked: Asked & { version: number }
): Promise<{ ok: true; opened: VersionOpened } | Refused> {
	const whose = await theirsToSee(needs, asked);
	if (!whose.ok) return whose;
	const { customerId } = whose;
	const { contactId, officerId, version } = asked;
	const today = needs.clock.today();
	const at = needs.clock.now();
	return inTransaction(needs.db, async (tx) => {
		const records = await versionRecords(tx, customerId);
		const opened = versionOpened(records, { version, today });
		if (!opened) return { ok: false, because: 'no-such-version' };
		const act = 'affordability.openVersion';
		await record(tx, { at, officerId, act, contactId, customerId, detail: { version } });
		return { ok: true, opened };
	});
}

/** Whose statements these are. */
async function theirsToSee(
	{ contacts }: Pick<VersionsNeeds, 'contacts'>,
	{ contactId, officerId }: Asked
): Promise<{ ok: true; customerId: string } | Refused> {
	const view = await contacts.view(contactId, officerId);
	if (view?.people.kind !== 'known') return { ok: false, because: 'not-identified' };
	if (view.people.actingBy) return { ok: false, because: 'theirs-alone' };
	return { ok: true, customerId: view.people.person.customerId };
}
