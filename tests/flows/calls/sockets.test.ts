/** A socket is opened by a session from our own page, hears only its own rooms, and ends when the session does. */
import { io, type Socket } from 'socket.io-client';
import { describe, expect, onTestFinished } from 'vitest';
import type { ServerToClient } from '#shared/realtime/events.ts';
import { test, type Product } from '../product.ts';

type Screen = Socket<ServerToClient>;
type Opened = { screen: Screen; result: Promise<string> };

function open(product: Product, headers: Record<string, string>): Opened {
	const screen: Screen = io(product.origin, {
		transports: ['websocket'],
		reconnection: false,
		forceNew: true,
		extraHeaders: headers
	});
	onTestFinished(() => void screen.disconnect());
	const result = new Promise<string>((resolve) => {
		screen.on('connect', () => resolve('open'));
		screen.on('connect_error', (error) => resolve(error.message));
	});
	return { screen, result };
}

async function openAs(product: Product, name: string, cookie?: string): Promise<Screen> {
	const session = cookie ?? (await product.signIn(name));
	const { screen, result } = open(product, { origin: product.origin, cookie: session });
	expect(await result).toBe('open');
	return screen;
}

/** What becomes of a screen whose session ends. */
function endOf(screen: Screen): Promise<string[]> {
	const seen: string[] = [];
	screen.on('session:ended', () => seen.push('told'));
	return new Promise((resolve) => {
		screen.on('disconnect', (reason) => resolve([...seen, reason]));
	});
}

const ENDED = ['told', 'io server disconnect'];

describe('opening a socket', () => {
	test('is refused to nobody, and to a made-up session', async ({ product }) => {
		const { origin } = product;
		const forged = 'fairline.session_token=abcdefgh.c2lnbmF0dXJl';
		expect(await open(product, { origin }).result).toBe('signed-out');
		expect(await open(product, { origin, cookie: forged }).result).toBe('signed-out');
	});

	test('is refused to the page of another site, whoever is signed in', async ({ product }) => {
		const cookie = await product.signIn('priya');
		const elsewhere = open(product, { origin: 'http://elsewhere.example', cookie });
		expect(await elsewhere.result).toBe('websocket error');
		expect(await open(product, { cookie }).result).toBe('websocket error');
	});

	test('is refused with a session that has ended', async ({ product }) => {
		const cookie = await product.signIn('priya');
		await product.app.auth.signOut(cookie);
		const { result } = open(product, { origin: product.origin, cookie });
		expect(await result).toBe('signed-out');
	});
});

describe('what is announced', () => {
	test('of an officer reaches their screens and the team’s leaders, and nobody else', async ({
		product
	}) => {
		const heard = new Set<string>();
		for (const name of ['priya', 'priya', 'daniel', 'ruth', 'marcus', 'alice']) {
			const screen = await openAs(product, name);
			screen.on('tile:changed', ({ officerName, state }) => {
				if (state.chosen === 'paused') heard.add(`${name} of ${officerName} on ${screen.id}`);
			});
		}
		await product.app.presences.choose(product.people['priya']?.id ?? '', 'paused', 'Lunch');
		await expect.poll(() => heard.size).toBe(4);
		const names = [...heard].map((line) => line.replace(/ on .*/, '')).sort();
		expect(names).toEqual([
			'marcus of Priya Shah',
			'priya of Priya Shah',
			'priya of Priya Shah',
			'ruth of Priya Shah'
		]);
	});
});

describe('the end of a session', () => {
	test('closes its sockets at once, and no other session’s', async ({ product }) => {
		const cookie = await product.signIn('priya');
		const [ending, staying] = [
			await openAs(product, 'priya', cookie),
			await openAs(product, 'priya')
		];
		const end = endOf(ending);
		await product.app.auth.signOut(cookie);
		expect(await end).toEqual(ENDED);
		expect(staying.connected).toBe(true);
	});

	test('comes to all of a person’s when they are ended together', async ({ product }) => {
		const screens = [await openAs(product, 'daniel'), await openAs(product, 'daniel')];
		const ends = screens.map(endOf);
		await product.app.auth.endSessionsOf(product.people['daniel']?.id ?? '');
		expect(await Promise.all(ends)).toEqual([ENDED, ENDED]);
	});

	test('is noticed when it grew old or another process ended it', async ({ product, owner }) => {
		const [old, revoked] = [await openAs(product, 'ruth'), await openAs(product, 'marcus')];
		const staying = await openAs(product, 'alice');
		const ends = [endOf(old), endOf(revoked)];
		await owner`update auth_session set expires_at = now() + interval '100 ms'
			where user_id = ${product.people['ruth']?.id ?? ''}`;
		await owner`delete from auth_session where user_id = ${product.people['marcus']?.id ?? ''}`;
		expect(await Promise.all(ends)).toEqual([ENDED, ENDED]);
		expect(staying.connected).toBe(true);
	}, 15_000);
});
