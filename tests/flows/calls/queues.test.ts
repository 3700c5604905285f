/** The queues as every officer hears them: how many and since when, of callers who wait now, and nobody's number. */
import { io, type Socket } from 'socket.io-client';
import { expect, onTestFinished } from 'vitest';
import type { QueueNow } from '#shared/monitoring/queues.ts';
import type { ServerToClient } from '#shared/realtime/events.ts';
import { asked } from '../contact-written.ts';
import { AT, test, type Product } from '../product.ts';

type Heard = { queues: string[]; versions: number[]; last?: readonly QueueNow[] };

async function listenAs(product: Product, name: string): Promise<Heard> {
	const cookie = await product.signIn(name);
	const screen: Socket<ServerToClient> = io(product.origin, {
		transports: ['websocket'],
		reconnection: false,
		forceNew: true,
		extraHeaders: { origin: product.origin, cookie }
	});
	onTestFinished(() => void screen.disconnect());
	const heard: Heard = { queues: [], versions: [] };
	screen.on('queues:changed', (now) => {
		heard.queues.push(JSON.stringify(now));
		heard.last = now.queues;
	});
	screen.on('versions:told', ({ queues }) => heard.versions.push(queues));
	await new Promise((resolve) => screen.on('connect', () => resolve(null)));
	return heard;
}

function switchOf({ app }: Product) {
	let sequence = 0;
	const of = (contactId: string) => ({
		source: 'asterisk',
		sequence: (sequence += 1),
		receivedAt: AT,
		contactId,
		direction: 'inbound' as const
	});
	const caller = { number: '+447700900617', presentation: 'allowed', name: 'A CALLER' } as const;
	return {
		rings(contactId: string) {
			void app.contacts.hear({ ...of(contactId), type: 'contact.started', caller, dialled: null });
			void app.contacts.hear({
				...of(contactId),
				type: 'contact.queued',
				queue: 'parking',
				position: null
			});
		},
		ends: (contactId: string) =>
			app.contacts.hear({ ...of(contactId), type: 'contact.ended', by: 'caller', abandoned: true })
	};
}

test('a caller who waits or gives up is heard by every officer, and named to none', async ({
	product
}) => {
	const [priya, ruth, alice] = await Promise.all(
		['priya', 'ruth', 'alice'].map((name) => listenAs(product, name))
	);
	if (!priya || !ruth || !alice) throw new Error('Somebody does not listen.');
	const phone = switchOf(product);
	const waiting = (count: number) => [{ queue: 'parking', waiting: count, longestSince: AT }];
	phone.rings('first');
	phone.rings('second');
	await expect.poll(() => priya.last).toEqual(waiting(2));
	await expect.poll(() => ruth.last).toEqual(waiting(2));
	expect((await asked(product).monitoring.queues()).queues).toEqual(waiting(2));

	void phone.ends('first');
	await expect.poll(() => priya.last).toEqual(waiting(1));
	void phone.ends('second');
	await expect.poll(() => priya.last).toEqual([]);

	const told = () => priya.versions.at(-1) ?? 0;
	await expect.poll(told, { timeout: 12_000 }).toBeGreaterThan(0);
	expect(alice.queues).toEqual([]);
	expect(alice.versions.every((version) => version === 0)).toBe(true);
	expect(priya.queues.join()).not.toMatch(/900617|CALLER|contactId/);
}, 30_000);
