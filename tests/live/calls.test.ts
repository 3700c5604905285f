/**
 * Calls through real programs: sipp calls, Kamailio routes and tells, baresip rings and is answered, and beside them is
 * our whole product with an officer's screen.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { expect, vi } from 'vitest';
import { wholeView, type CarriedView } from '#shared/contacts/shown/carried-view.ts';
import type { ContactView } from '#shared/contacts/shown/view.ts';
import { northmere as flow } from '../flows/flow.ts';
import { openProduct, type Product } from '../flows/product.ts';
import { startExchange, type Exchange } from './exchange.ts';
import { startPhone, type Phone } from './phone.ts';

/** Whose telephone an extension is the product looks up anew every five seconds, and its people came after it. */
const EXTENSIONS_KNOWN_MS = 5_300;
const KELLY = { number: '+447700900142', name: 'Kelly' };

type Desk = {
	exchange: Exchange;
	phone: Phone;
	product: Product;
	/** The contact on the officer's screen that came last, as it is now. */
	shown: () => ContactView | undefined;
	pops: () => number;
};

type End = () => void | Promise<void>;

const test = flow.extend(
	'desk',
	{ scope: 'file' },
	async ({ databaseUrl, owner }, { onCleanup }): Promise<Desk> => {
		// Of the seed's own staff some have the same names.
		await owner`delete from tiles`;
		await owner`delete from auth_user`;
		const last: End[] = [];
		const endAll = async () => {
			for (const end of last.splice(0).reverse()) await end();
		};
		onCleanup(endAll);
		return openDesk(databaseUrl, last).catch(async (cause: unknown) => {
			await endAll();
			throw cause;
		});
	}
);

test('a call that rings is on the screen, is answered at the telephone, and the caller hangs up', async ({
	desk
}) => {
	const { exchange, phone } = desk;
	const call = await exchange.call('hangs-up', KELLY);
	const priya = await ringing(desk);
	expect(desk.shown()).toMatchObject({ caller: { number: KELLY.number, presentation: 'allowed' } });
	expect(desk.shown()?.people.kind).toBe('likely');
	expect(desk.shown()?.verbs).toEqual([]);
	phone.press('accept');
	await until(() => expect(desk.shown()?.contact).toMatchObject({ officerId: priya, offers: {} }));
	await ended(desk, { endedBy: 'caller', abandoned: false });
	expect(desk.shown()?.contact.officers).toEqual([priya]);
	expect(await call.ended).toBe(0);
});

test('a hold at the telephone is on the screen, and the officer hangs up', async ({ desk }) => {
	const { exchange, phone } = desk;
	const call = await exchange.call('is-held', KELLY);
	const priya = await ringing(desk);
	phone.press('accept');
	await until(() => expect(desk.shown()?.contact.officerId).toBe(priya));
	phone.press('hold');
	await until(() => expect(desk.shown()?.contact.heldBy).toEqual([priya]));
	phone.press('resume');
	await until(() => expect(desk.shown()?.contact.heldBy).toEqual([]));
	phone.press('hangup');
	await ended(desk, { endedBy: 'agent', abandoned: false });
	expect(await call.ended).toBe(0);
});

test('a caller who gives up while it rings is told as abandoned', async ({ desk }) => {
	const call = await desk.exchange.call('gives-up', KELLY);
	const priya = await ringing(desk);
	await ended(desk, { endedBy: 'caller', abandoned: true });
	expect(desk.shown()?.contact.offersEnded).toEqual({ [priya]: 'callerGone' });
	expect(await call.ended).toBe(0);
});

test('a call that the officer declines is told as declined, and nobody abandoned it', async ({
	desk
}) => {
	const call = await desk.exchange.call('is-declined', KELLY);
	const priya = await ringing(desk);
	desk.phone.press('hangup');
	await ended(desk, { endedBy: 'agent', abandoned: false });
	expect(desk.shown()?.contact.offersEnded).toEqual({ [priya]: 'declined' });
	expect(await call.ended).toBe(0);
});

test('a withheld number that the trunk leaks is on no screen, in no row and in no line of the log', async ({
	desk,
	owner
}) => {
	const leaked = '+447700900987';
	const call = await desk.exchange.call('gives-up', { number: leaked, privacy: 'id' });
	await ringing(desk);
	expect(desk.shown()?.caller).toEqual({ number: null, presentation: 'withheld', name: null });
	expect(desk.shown()?.people).toEqual({ kind: 'no-number', because: 'withheld' });
	await ended(desk, { endedBy: 'caller', abandoned: true });
	expect(await call.ended).toBe(0);
	const kept = await owner`select id from contacts c where c::text like '%7700900987%'
		or exists (select from contact_events e where e.contact_id = c.id and e::text like '%7700900987%')`;
	expect(kept).toEqual([]);
	expect(desk.product.lines.join('\n')).not.toContain('7700900');
});

test('the number of the line is nobody’s: who is looked up is the number that is shown', async ({
	desk
}) => {
	const call = await desk.exchange.call('gives-up', {
		number: '+441632960987',
		line: KELLY.number
	});
	await ringing(desk);
	expect(desk.shown()?.caller?.number).toBe('+441632960987');
	expect(desk.shown()?.people.kind).toBe('nobody');
	await ended(desk, { endedBy: 'caller', abandoned: true });
	expect(await call.ended).toBe(0);
});

test('a Kamailio that dies in mid-call and comes back leaves a call that ended, nobody knows how', async ({
	desk
}) => {
	const { exchange, phone } = desk;
	await exchange.call('talks', KELLY);
	await ringing(desk);
	phone.press('accept');
	await until(() => expect(desk.shown()?.contact.officerId).not.toBeNull());
	const pops = desk.pops();
	await exchange.restart();
	await ended(desk, { endedBy: 'unknown', abandoned: false });
	expect(desk.shown()?.contact.linkIsLost).toBe(false);
	expect(desk.pops()).toBe(pops);
});

/** A new pop on the screen, while the telephone rings; resolves with whose screen it is. */
async function ringing(desk: Desk): Promise<string> {
	const priya = desk.product.people['priya']?.id ?? '';
	const [pops, rings] = [desk.pops(), desk.phone.times('CALL_INCOMING')];
	await until(() => expect(desk.pops()).toBe(pops + 1));
	await until(() => expect(desk.phone.times('CALL_INCOMING')).toBe(rings + 1));
	expect(Object.keys(desk.shown()?.contact.offers ?? {})).toEqual([priya]);
	return priya;
}

async function ended(desk: Desk, how: { endedBy: string; abandoned: boolean }): Promise<void> {
	await until(() => expect(desk.shown()?.contact.endedAt).not.toBeNull());
	expect(desk.shown()?.contact).toMatchObject(how);
}

function until(holds: () => void): Promise<void> {
	return vi.waitFor(holds, { timeout: 15_000, interval: 20 });
}

/** `last` is what undoes it, in the order in which it was done. */
async function openDesk(databaseUrl: string, last: End[]): Promise<Desk> {
	const folder = mkdtempSync(join(tmpdir(), 'fairline-live-'));
	last.push(() => rmSync(folder, { recursive: true, force: true }));
	const exchange = await startExchange(join(folder, 'exchange'));
	last.push(() => exchange.stop());
	const product = await openProduct(databaseUrl, {
		TELEPHONY: 'kamailio',
		KAMAILIO_HOST: exchange.evapi.host,
		KAMAILIO_PORT: String(exchange.evapi.port)
	});
	last.push(() => product.close());
	const known = pause(EXTENSIONS_KNOWN_MS);
	const phone = await startPhone({
		folder: join(folder, 'phone'),
		extension: '1001',
		registrar: exchange.sip
	});
	last.push(() => phone.stop());
	const screen = await openScreen(product);
	last.push(screen.close);
	await known;
	return { exchange, phone, product, ...screen };
}

async function openScreen(product: Product) {
	const views = new Map<string, ContactView>();
	let last = '';
	const screen = io(product.origin, {
		transports: ['websocket'],
		extraHeaders: { origin: product.origin, cookie: await product.signIn('priya') }
	});
	screen.on('contact:changed', (carriedView: CarriedView) => {
		const view = wholeView(carriedView);
		const known = views.get(view.contactId);
		if (!known) last = view.contactId;
		if (!known || known.version < view.version) views.set(view.contactId, view);
	});
	await until(() => expect(screen.connected).toBe(true));
	return {
		shown: () => views.get(last),
		pops: () => views.size,
		close: () => void screen.disconnect()
	};
}
