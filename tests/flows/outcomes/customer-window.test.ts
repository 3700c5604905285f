/**
 * A customer's own window by its socket: opened by a code from the officer, told what the window may show and nothing
 * else, blank when the officer hides or goes, and gone with the conversation.
 */
import { io, type Socket } from 'socket.io-client';
import { describe, expect, onTestFinished } from 'vitest';
import type { WindowView } from '#shared/contacts/shown/window/window-view.ts';
import { pence } from '#shared/money/pence.ts';
import { WINDOW_SPACE, type ServerToClient } from '#shared/realtime/events.ts';
import { identified, KELLYS_STATEMENT, offered, says, type Scene } from '../agreeing.ts';
import { asked, contactWith } from '../contact-written.ts';
import { northmereProduct as test, type Product } from '../product.ts';

type Opened = {
	screen: Socket<ServerToClient>;
	result: Promise<string>;
	last: () => WindowView | undefined;
	pass: () => string | undefined;
};

function connect(
	product: Product,
	{
		space = WINDOW_SPACE,
		...more
	}: { space?: string; auth?: object; extraHeaders?: Record<string, string> }
): Opened {
	const screen: Socket<ServerToClient> = io(`${product.origin}${space}`, {
		transports: ['websocket'],
		reconnection: false,
		forceNew: true,
		extraHeaders: { origin: product.origin },
		...more
	});
	onTestFinished(() => void screen.disconnect());
	const heard: WindowView[] = [];
	let pass: string | undefined;
	screen.on('window:opened', (given) => (pass = given));
	screen.on('window:changed', (view) => heard.push(view));
	const result = new Promise<string>((resolve) => {
		screen.on('connect', () => resolve('open'));
		screen.on('connect_error', (error) => resolve(error.message));
	});
	return { screen, result, last: () => heard.at(-1), pass: () => pass };
}

type Window = Opened & { contactId: string; code: string; officers: Opened };

/** With the officer's own screen beside it. */
async function opened(scene: Scene): Promise<Window> {
	const { product } = scene;
	const cookie = await product.signIn('priya');
	const extraHeaders = { origin: product.origin, cookie };
	const officers = connect(product, { space: '/', extraHeaders });
	expect(await officers.result).toBe('open');
	const contactId = await identified(scene, { name: 'Kelly Ashworth' });
	const answer = await asked(product).contacts.window.open({ contactId });
	if (!answer.ok) throw new Error('No window was opened.');
	const { code } = answer;
	const window = connect(product, { auth: { code } });
	expect(await window.result).toBe('open');
	await expect.poll(() => window.last()?.shown.kind).toBe('theirs');
	return { ...window, contactId, code, officers };
}

describe('the customer’s own window', () => {
	test('shows what they offer as it is settled on, and ends with the conversation', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const { last, screen, contactId, code } = await opened(scene);
		expect(last()?.officer).toBe('Priya');
		expect(JSON.stringify(last())).not.toMatch(/Ashworth|Lantern|7710448262|07700/);
		await says(scene, { contactId }, [
			...KELLYS_STATEMENT,
			offered(116),
			{ type: 'stepEntered', step: 'plan' }
		]);
		await expect
			.poll(() => last()?.shown)
			.toMatchObject({ part: 'plan', plan: { amount: pence(11600) } });
		await says(scene, { contactId }, [offered(120)]);
		await expect.poll(() => last()?.shown).toMatchObject({ plan: { amount: pence(12000) } });

		const ended = new Promise((resolve) => screen.on('disconnect', resolve));
		await says(scene, { contactId }, [{ type: 'conversationEnded' }]);
		expect(await ended).toBe('io server disconnect');
		expect(last()?.shown).toEqual({ kind: 'blank' });
		expect(await connect(product, { auth: { code } }).result).toBe('window-ended');
	});

	test('is blank while the officer’s screen is hidden, and when its last screen goes', async ({
		product,
		owner
	}) => {
		const { last, contactId, officers } = await opened({ product, owner });
		await asked(product).contacts.window.cover({ contactId, isHidden: true });
		await expect.poll(() => last()?.shown.kind).toBe('blank');
		await asked(product).contacts.window.cover({ contactId, isHidden: false });
		await expect.poll(() => last()?.shown.kind).toBe('theirs');

		officers.screen.disconnect();
		await expect.poll(() => last()?.shown.kind).toBe('blank');
	});

	test('is closed by the officer, and opened again with another code', async ({
		product,
		owner
	}) => {
		const { screen, contactId, code } = await opened({ product, owner });
		const again = await asked(product).contacts.window.open({ contactId });
		expect(again).not.toEqual({ ok: true, code });
		const ended = new Promise((resolve) => screen.on('disconnect', resolve));
		await asked(product).contacts.window.close({ contactId });
		expect(await ended).toBe('io server disconnect');
		expect(await connect(product, { auth: { code } }).result).toBe('window-ended');
		const other = await asked(product).contacts.window.open({ contactId });
		expect(other).not.toEqual({ ok: true, code });
	});

	test('is opened once by its code, and again only by what that gave', async ({
		product,
		owner
	}) => {
		const { code, pass, screen, contactId } = await opened({ product, owner });
		expect(await connect(product, { auth: { code } }).result).toBe('window-ended');
		expect(screen.connected).toBe(true);
		const back = connect(product, { auth: { pass: pass() } });
		await expect.poll(() => back.last()?.shown.kind).toBe('theirs');
		await expect.poll(() => screen.connected).toBe(false);

		const onTablet = await asked(product).contacts.window.open({ contactId });
		if (!onTablet.ok) throw new Error('There is no other code.');
		expect(back.screen.connected).toBe(true);
		const tablet = connect(product, { auth: { code: onTablet.code } });
		await expect.poll(() => tablet.last()?.shown.kind).toBe('theirs');
		await expect.poll(() => back.screen.connected).toBe(false);
		expect(await connect(product, { auth: { pass: back.pass() } }).result).toBe('window-ended');
		expect(product.lines.join('\n')).not.toMatch(
			[code, onTablet.code, pass(), tablet.pass()].join('|')
		);
	});

	test('is opened by no made-up code, joins no officer’s screen, and asks nothing', async ({
		product,
		owner
	}) => {
		for (const auth of [
			{},
			{ code: '' },
			{ code: 'AAAABBBBCCCC' },
			{ code: 7 },
			{ code: null, pass: null }
		])
			expect(await connect(product, { auth }).result).toBe('window-ended');
		const { code, contactId, screen, last } = await opened({ product, owner });
		expect(await connect(product, { space: '/', auth: { code } }).result).toBe('signed-out');
		const before = last();
		const shouting: Socket = screen;
		shouting.emit('contacts.act', { contactId });
		shouting.emit('window:changed', { shown: null });
		await asked(product).contacts.window.cover({ contactId, isHidden: false });
		expect(last()?.shown).toEqual(before?.shown);
	});

	test('is not opened in a telephone call', async ({ product, owner }) => {
		const contactId = await contactWith({ product, owner }, { channel: 'phone' });
		const answer = await asked(product).contacts.window.open({ contactId });
		expect(answer).toEqual({ ok: false, because: 'not-at-desk' });
	});
});
