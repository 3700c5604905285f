/**
 * The one place where the product is put together, each thing once, in the order in which one needs the other, and
 * taken apart in the reverse. Run directly it also listens; the development server puts together the same.
 */
import { hasAuthority } from '#shared/officers/authority.ts';
import type { Colleagues } from '#shared/contacts/shown/line-view.ts';
import type { Officer } from '#shared/officers/roles.ts';
import { openAccounts } from './accounts.ts';
import type { App } from './app.ts';
import { keepGivens } from './contacts/givens.ts';
import { openContacts } from './contacts/open.ts';
import { openWindows, type Windows } from './contacts/windows/windows.ts';
import { keepDatabaseOurs } from './db/alone.ts';
import { connect } from './db/client.ts';
import { migrateDatabase } from './db/migrate.ts';
import { reachDatabase } from './db/reach.ts';
import { openChanges } from './changes/open.ts';
import { openIncome } from './income/open.ts';
import { dueWork } from './jobs/due-work.ts';
import { openImports } from './imports/open.ts';
import { openOutcomes } from './outcomes/open.ts';
import { buildHealth, databaseHealth } from './health.ts';
import { presences } from './monitoring/presence.ts';
import { createAuth } from './officers/auth.ts';
import { officersOf } from './officers/queries.ts';
import { openExtensions, type Extensions } from './officers/extensions.ts';
import { pagesOf } from './pages.ts';
import type { Part } from './part.ts';
import { withProgress } from './progress.ts';
import { announcing, type Announcer } from './realtime/announce.ts';
import type { Notices } from './realtime/notices.ts';
import { screensIn, type ScreensIn } from './realtime/screens-in.ts';
import { openOthers } from './realtime/others.ts';
import type { Carrier } from './realtime/redis.ts';
import { openSockets, type Sockets } from './realtime/sockets.ts';
import type { RunningApp, Settings } from './running.ts';
import { extensionOf } from './telephony/colleagues.ts';
import { switchesOf, type Switches } from './telephony/listen.ts';
import { listen } from './telephony/listening/listen.ts';
import { openTelephony } from './telephony/open.ts';
import { namesAt } from './telephony/names.ts';
import { openPhones } from './telephony/phones.ts';
import { tellingPresence, type PresenceTold } from './telephony/presence-told.ts';
import { keepingRecordings, type Keeping } from './telephony/recording/keeping.ts';
import { openWebhooks } from './telephony/webhook/open.ts';

export async function startApp(settings: Settings): Promise<RunningApp> {
	const parts: Part[] = [];
	try {
		const app = await putTogether(settings, parts);
		return { app, pages: pagesOf(app), dispose: () => takeApart(parts) };
	} catch (error) {
		await takeApart(parts);
		throw error;
	}
}

async function putTogether(settings: Settings, parts: Part[]): Promise<App> {
	const { env, clock, log, say } = settings;
	const { databaseUrl, authSecret, origin } = env;
	await reachDatabase({ url: databaseUrl, say });
	parts.push(await keepDatabaseOurs({ url: databaseUrl, isShared: env.redisUrl !== null }));
	await withProgress({ say, what: 'Bringing the database up to date' }, () =>
		migrateDatabase(databaseUrl)
	);
	parts.push(databaseHealth(databaseUrl));
	parts.push(buildHealth(settings.build));
	const db = connect(databaseUrl);
	parts.push({ dispose: () => db.close() });
	const auth = createAuth({ db, origin, secret: authSecret, clock, log });
	const demo = await openAccounts(settings, { db, auth });
	const rooms = await openRooms(settings, { db, auth, parts });
	return { env, clock, log, db, auth, demo, notReady: () => notReadyOf(parts), ...rooms };
}

type Rooms = Pick<
	App,
	| 'changes'
	| 'contacts'
	| 'givens'
	| 'imports'
	| 'income'
	| 'presences'
	| 'telephony'
	| 'outcomes'
	| 'webhooks'
	| 'windows'
>;

async function openRooms(
	settings: Settings,
	{ db, auth, parts }: Pick<App, 'db' | 'auth'> & { parts: Part[] }
): Promise<Rooms> {
	const { env, clock, log } = settings;
	const failed = (event: string) => (cause: unknown) => {
		log.failure({ event, outcome: 'failed' }, cause);
	};
	const arrived = (officer: Officer) => {
		if (!hasAuthority(officer.role, 'officer')) return;
		presence.arrived(officer.id).catch(failed('presence'));
	};
	const { carrier, notices } = await openOthers(settings, { parts, failed: failed('notices') });
	const given = { db, auth, parts, arrived, carrier, notices, failed };
	const { seen, ...screens } = openScreens(settings, given);
	const telling = { db, ...screens, parts, failed, notices };
	const { announcer, switches, told } = openTelling(settings, telling);
	const presence = presences({ database: db, clock, announcer });
	const { givens, ...atHand } = await keepAtHand(settings, { db, switches, parts });
	const keeping = openKeeping({ ...telling, switches });
	const contacts = await openContacts({
		...{ ...atHand, database: db, clock, log, announcer },
		givens: givens.now,
		verbsOf: switches.verbsOf,
		refused: switches.lost,
		changed: (call) => keeping.changed(call),
		written: (contactId) => notices.tell({ kind: 'contact', contactId })
	});
	screens.windows.serve((contactId, officerId) => contacts.view(contactId, officerId));
	parts.push({ dispose: () => contacts.settle() }, switches);
	const hearing = { ...telling, ...atHand, switches, announcer };
	listen({ ...hearing, told, contacts, phones: openPhones(hearing), failed: failed('notices') });
	const calling = openCalling(settings, { db, switches, contacts, parts });
	const show = (contactId: string) => contacts.show(contactId);
	const showing = { database: db, clock, show, failed: failed('announce') };
	const outcomes = openOutcomes({
		...showing,
		announcer,
		council: env.council,
		isIn: () => officersOf(db.orm, seen.everybody())
	});
	const { databaseUrl: url, dataDir, origin } = env;
	const sending = { ...showing, dataDir, origin, auth, log };
	const imports = openImports({ ...sending, url, freshened: givens.look });
	parts.push(dueWork({ env, db, clock, outcomes, contacts, imports, failed }));
	return {
		changes: openChanges(showing),
		contacts,
		givens,
		imports,
		income: openIncome(sending),
		presences: presence,
		outcomes,
		windows: screens.windows,
		...calling
	};
}

function openKeeping({
	switches,
	sockets,
	parts,
	failed
}: Pick<Telling, 'sockets' | 'parts' | 'failed'> & { switches: Switches }): Keeping {
	const keeping = keepingRecordings({ ...switches, ...sockets, failed: failed('recording') });
	parts.push(keeping);
	return keeping;
}

/** What officers ask of the switches, and what switches post to us. */
function openCalling(
	{ clock, log, env }: Settings,
	{
		db,
		switches,
		contacts,
		parts
	}: Pick<App, 'db' | 'contacts'> & { switches: Switches; parts: Part[] }
): Pick<App, 'telephony' | 'webhooks'> {
	const { origin } = env;
	const webhooks = openWebhooks({ switches: switches.made, database: db, clock, log, origin });
	parts.push(webhooks);
	return { telephony: openTelephony({ ...switches, database: db, clock, contacts }), webhooks };
}

/** The sockets of officers, and customers' own windows, which are blank while their officer has no screen. */
function openScreens(
	{ env, clock, log, http }: Settings,
	{
		db,
		auth,
		parts,
		arrived,
		carrier,
		notices,
		failed
	}: Pick<App, 'auth' | 'db'> & {
		parts: Part[];
		arrived: (one: Officer) => void;
		carrier: Carrier | null;
		notices: Notices;
		failed: (event: string) => (cause: unknown) => void;
	}
): { sockets: Sockets; windows: Windows; seen: ScreensIn } {
	const seen = screensIn(notices);
	parts.push(seen);
	const { origin } = env;
	const sockets = openSockets({
		...{ http, auth, origin, log, carrier },
		onConnected(officer, _screen, count) {
			seen.here(officer.id, count);
			arrived(officer);
		},
		onDisconnected: ({ id }, count) => seen.here(id, count)
	});
	const needs = { screens: seen, notices, database: db, clock, failed: failed('windows') };
	const windows = openWindows({ ...needs, sockets: sockets.windows });
	parts.push({ dispose: () => sockets.close() });
	return { sockets, windows, seen };
}

/** What a pop needs and does not ask for. */
async function keepAtHand(
	{ env, log }: Settings,
	{ db, switches, parts }: Pick<App, 'db'> & { switches: Switches; parts: Part[] }
): Promise<AtHand> {
	const extensions = await openExtensions({ db, log });
	parts.push({ dispose: () => Promise.resolve(extensions.stop()) });
	const givens = await keepGivens({ database: db, dataDir: env.dataDir, log });
	parts.push({ dispose: () => Promise.resolve(givens.stop()) });
	const { officerOf, nameOf, mayOpenRestricted } = extensions;
	const colleagues = { nameOf, nameAt: namesAt(extensions, switches) };
	return { officerOf, mayOpenRestricted, colleagues, givens };
}

type AtHand = Pick<Extensions, 'officerOf' | 'mayOpenRestricted'> &
	Pick<App, 'givens'> & { colleagues: Colleagues };

/** What is told of an officer after a commit: to the screens, and to the switches that may offer them a call. */
function openTelling(
	settings: Settings,
	{ db, sockets, windows, parts, failed, notices }: Telling
): { announcer: Announcer; switches: Switches; told: PresenceTold } {
	const { clock, build } = settings;
	const screens = announcing({ sockets, database: db, clock, build, failed: failed('announce') });
	parts.push({ dispose: () => Promise.resolve(screens.stop()) });
	const switches = switchesOf({ ...settings, sql: db.sql }, notices);
	const told = tellingPresence({
		switches: switches.every,
		extensionOf: (officerId) => extensionOf(db.sql, officerId),
		failed: failed('presence')
	});
	parts.push(told);
	const announcer: Announcer = {
		...screens,
		contact(officerId, view) {
			screens.contact(officerId, view);
			windows.tell(officerId, view);
		},
		tile(tile) {
			screens.tile(tile);
			told.tell(tile);
			notices.tell({ kind: 'tile', officerId: tile.officerId });
		}
	};
	return { announcer, switches, told };
}

type Telling = Pick<App, 'db'> & {
	sockets: Sockets;
	windows: Windows;
	notices: Notices;
	parts: Part[];
	failed: (event: string) => (cause: unknown) => void;
};

async function notReadyOf(parts: readonly Part[]): Promise<readonly string[]> {
	const named = await Promise.all(parts.map(async (part) => (await part.notReady?.()) ?? []));
	return named.flat();
}

async function takeApart(parts: readonly Part[]): Promise<void> {
	for (const part of parts.toReversed()) await part.dispose?.();
}

if (import.meta.main) {
	const { serve } = await import('./serve/serve.ts');
	await serve(startApp);
}
