/**
 * The product beside a simulated switch that it hears as an Asterisk, with Priya at her telephone: she is there before
 * the product starts, so that her extension is known at once. A screen of hers is a socket with her session.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io } from 'socket.io-client';
import { expect } from 'vitest';
import type { App } from '#server/app.ts';
import { systemClock } from '#server/clock.ts';
import { connect } from '#server/db/client.ts';
import { openLog } from '#server/log.ts';
import { startApp } from '#server/main.ts';
import { addOfficer } from '#server/officers/accounts.ts';
import { createAuth } from '#server/officers/auth.ts';
import { teams } from '#server/officers/tables.ts';
import { Simulator } from '#server/telephony/simulator/simulator.ts';
import { LIFELIKE } from '#server/telephony/simulator/exchange.ts';
import type { OfficerEvent } from '#shared/contacts/log/events.ts';
import { settingsFor } from '../product.ts';

const PASSWORD = 'a password for tests';
const EMAIL = 'priya@northmere.example';
const PATIENT = { ...LIFELIKE, greetingMs: 5, ringMs: 60_000, patienceMs: 90_000 };
const CALLER = { number: '+447700900142', name: '' };

export const soon = { timeout: 9_000, interval: 20 };

export type BesideASwitch = Awaited<ReturnType<typeof besideASwitch>>;

export function patientSwitch(): Simulator {
	return new Simulator({ clock: systemClock, pace: PATIENT });
}

/** `switches` by the name each is heard under. */
export async function besideASwitch(
	databaseUrl: string,
	switches: Readonly<Record<string, { port: number }>>
) {
	const http = createServer();
	await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
	const origin = `http://localhost:${(http.address() as AddressInfo).port}`;
	const lines: string[] = [];
	const environment = environmentOf(switches);
	const settings = settingsFor({ databaseUrl, origin, http, lines, environment });
	const priya = await priyaIn(databaseUrl);
	const { app, dispose } = await startApp(settings);
	await expect.poll(() => app.notReady(), soon).toEqual(['build']);
	const contactOf = async (source: string, call: string) => {
		const [row] = await app.db.sql<{ id: string }[]>`select id from contacts
			where source = ${source} and source_contact_id = ${call}`;
		return row?.id ?? '';
	};
	return {
		app,
		lines,
		priya,
		contactOf,
		screen: () => screenAt(app, origin),
		/** A call that Priya has answered. */
		async answered(simulator: Simulator, source = 'asterisk') {
			const asked = { extension: '1001', caller: CALLER, queue: 'council-tax', menu: null };
			const call = simulator.ring(asked);
			await expect.poll(() => contactOf(source, call), soon).not.toBe('');
			const contactId = await contactOf(source, call);
			const contact = async () => (await app.contacts.view(contactId, priya))?.contact;
			const recording = async () => (await contact())?.recording;
			await expect.poll(() => simulator.press('1001', 'answer'), soon).toBe(true);
			await expect.poll(recording, soon).toBe('recording');
			const act = (body: OfficerEvent) => {
				const events = [{ key: crypto.randomUUID(), body }];
				return app.contacts.act({ contactId, officerId: priya, events });
			};
			return { call, contactId, contact, recording, act };
		},
		async close() {
			await dispose();
			await new Promise((resolve) => http.close(resolve));
		}
	};
}

function environmentOf(switches: Readonly<Record<string, { port: number }>>) {
	const settings = Object.entries(switches).flatMap(([name, { port }]) => {
		const prefix = name.replace(':', '_').toUpperCase();
		return [
			[`${prefix}_PORT`, String(port)],
			[`${prefix}_USERNAME`, 'fairline'],
			[`${prefix}_SECRET`, 'fairline']
		];
	});
	return { TELEPHONY: Object.keys(switches).join(','), ...Object.fromEntries(settings) } as Record<
		string,
		string
	>;
}

async function screenAt(app: App, origin: string) {
	const attempt = { email: EMAIL, address: '192.0.2.1', userAgent: null };
	const signedIn = await app.auth.signIn({ ...attempt, password: PASSWORD });
	const cookies = signedIn.ok ? signedIn.cookies : [];
	const cookie = cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`);
	const socket = io(origin, {
		transports: ['websocket'],
		reconnection: false,
		forceNew: true,
		extraHeaders: { origin, cookie: cookie.join('; ') }
	});
	await new Promise<void>((resolve) => void socket.on('connect', resolve));
	return { gone: () => void socket.disconnect() };
}

async function priyaIn(databaseUrl: string): Promise<string> {
	const db = connect(databaseUrl, { orm: 1, sql: 1, hot: 1 });
	const auth = createAuth({
		db,
		origin: 'http://localhost:20000',
		secret: 's'.repeat(32),
		clock: systemClock,
		log: openLog(() => undefined)
	});
	await db.orm.insert(teams).values({ id: 'revenues', name: 'Revenues' });
	const person = { name: 'Priya Shah', role: 'officer', extension: '1001' } as const;
	const officer = { ...person, email: EMAIL, teamId: 'revenues' };
	const id = await addOfficer(auth, { officer, password: PASSWORD });
	await db.close();
	return id;
}
