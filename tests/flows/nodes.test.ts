/**
 * Several server processes on one database: each switch is listened to by one of them, and by another when it dies.
 * Killed in the middle of calls, 5 times here and as often as KILLS says, the listener takes no call with it and leaves
 * no screen wrong; what was not heard is a gap on the record. What is open at one process is known at every other.
 */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { stopwatch } from '#server/clock.ts';
import type { Database } from '#server/db/client.ts';
import type { ContactView } from '#shared/contacts/shown/view.ts';
import { test as plain } from './flow.ts';
import { openCouncil, screensWithout, soon, type Council } from './nodes/council.ts';
import { startRedis } from './nodes/redis-server.ts';
import { askedOfSomebody, openWindow } from './nodes/at-the-desk.ts';
import type { Screen } from './nodes/screen.ts';

const KILLS = Number(process.env['KILLS'] ?? '5');
const LONGEST_TAKEOVER_MS = 5_000;
const redis = await startRedis();

const test = plain.extend('council', { scope: 'file' }, async ({ databaseUrl }, { onCleanup }) => {
	const council = await openCouncil({ databaseUrl, redisUrl: redis?.url ?? '' });
	onCleanup(async () => {
		await council.close();
		await redis?.stop();
	});
	return council;
});

/** What the switch does while nobody listens, and what must then stand of the first call. */
type Meanwhile = {
	what: string;
	before?: 'hold';
	press: ('hold' | 'resume' | 'hangUp')[];
	another?: boolean;
	then: { isHeld: boolean; isOver: boolean };
};

const MEANWHILE: readonly Meanwhile[] = [
	{ what: 'nothing happens', press: [], then: { isHeld: false, isOver: false } },
	{ what: 'the customer is held', press: ['hold'], then: { isHeld: true, isOver: false } },
	{ what: 'it ends', press: ['hangUp'], then: { isHeld: false, isOver: true } },
	{
		what: 'a held customer is spoken to again',
		before: 'hold',
		press: ['resume'],
		then: { isHeld: false, isOver: false }
	},
	{
		what: 'it ends and another rings',
		press: ['hangUp'],
		another: true,
		then: { isHeld: false, isOver: true }
	}
];

test(
	`a listener killed in the middle of a call ${KILLS} times loses and doubles none`,
	{ timeout: 60_000 + KILLS * 20_000 },
	async ({ council }) => {
		if (!redis) return;
		const first = await council.start();
		await expect.poll(() => first.isListening(), soon).toBe(true);
		let screens = [await council.screenOn(first), await council.screenOn(await council.start())];
		const took: number[] = [];
		for (let kill = 0; kill < KILLS; kill += 1) {
			const died = await killedIn(council, {
				screens,
				meanwhile: MEANWHILE[kill % MEANWHILE.length]
			});
			took.push(died.tookMs);
			screens = died.screens;
		}
		const [counted] = await council.database.sql<[{ count: number }]>`
			select count(*)::int as count from contacts`;
		expect(counted.count).toBe(council.rung());
		const [slowest = 0] = [...took].sort((one, other) => other - one);
		const middle = [...took].sort((one, other) => one - other)[Math.floor(took.length / 2)] ?? 0;
		process.stdout.write(
			`Taken over ${KILLS} times: the middle one after ${Math.round(middle)} ms, the slowest after ${Math.round(slowest)} ms.\n`
		);
		expect(slowest).toBeLessThan(LONGEST_TAKEOVER_MS);
	}
);

test('a listener that hung is cut off, and writes nothing when it comes to itself', async ({
	council
}) => {
	if (!redis) return;
	const { simulator, database } = council;
	await expect.poll(() => council.listeners().length, soon).toBe(1);
	const [hung] = council.listeners();
	if (!hung) throw new Error('Nobody listens.');
	await council.start();
	const call = council.ring();
	const contactId = await council.contactOf(call);
	hung.signal('SIGSTOP');
	const since = stopwatch();
	await expect
		.poll(() => gapIn(database, contactId), { timeout: LONGEST_TAKEOVER_MS, interval: 10 })
		.toEqual(['linkLost', 'linkRestored']);
	process.stdout.write(`Taken over from one that hung after ${Math.round(since())} ms.\n`);
	const later = council.ring();
	const laterId = await council.contactOf(later);
	hung.signal('SIGCONT');
	await expect.poll(() => hung.isListening(), soon).toBe(false);
	const lines = await database.sql<{ type: string }[]>`
		select type from contact_events where contact_id = ${laterId} order by seq`;
	expect(lines.filter(({ type }) => type === 'contactStarted')).toHaveLength(1);
	expect(council.listeners()).toHaveLength(1);
	for (const each of [call, later]) simulator.hangUpCaller(each);
});

test(
	'a customer’s own window, its officer and a leader may each be at another process',
	{
		timeout: 60_000
	},
	async ({ council }) => {
		if (!redis) return;
		const { daniel, ruth, database } = council;
		const [one, other] = await council.two();
		const { officer } = daniel;
		const screen = await council.screenOn(other, daniel);
		const contactId = randomUUID();
		const received = await one.ask({ kind: 'receive', key: contactId, officerId: officer.id });
		expect(received).toMatchObject({ ok: true });
		const asked = { kind: 'window', contactId, officer } as const;
		const { code } = await one.ask<{ code: string }>({ ...asked, verb: 'open' });

		const window = openWindow(other, { code });
		await expect.poll(() => window.shown(), soon).toBe('nobody');
		const second = openWindow(one, { code });
		await expect.poll(() => second.ended(), soon).toBe('window-ended');
		await one.ask({ ...asked, verb: 'hide' });
		await expect.poll(() => window.shown(), soon).toBe('blank');
		await one.ask({ ...asked, verb: 'show' });
		await expect.poll(() => window.shown(), soon).toBe('nobody');

		const back = openWindow(one, { pass: window.pass() });
		await expect.poll(() => back.shown(), soon).toBe('nobody');
		await expect.poll(() => window.ended(), soon).toBe('io server disconnect');
		screen.close();
		await expect.poll(() => back.shown(), soon).toBe('blank');
		const again = await council.screenOn(other, daniel);
		await expect.poll(() => back.shown(), soon).toBe('nobody');

		await askedOfSomebody(database, { contactId, officerId: officer.id });
		const others = () => one.ask<{ name: string }[]>({ kind: 'whomElse', contactId });
		expect(await others()).toEqual([]);
		const leader = await council.screenOn(other, ruth);
		await expect.poll(others, soon).toMatchObject([{ name: 'Ruth Ellison' }]);
		leader.close();
		await expect.poll(others, soon).toEqual([]);

		const events = [{ key: randomUUID(), body: { type: 'conversationEnded' } as const }];
		await other.ask({ kind: 'act', acted: { contactId, officerId: officer.id, events } });
		await expect.poll(() => back.ended(), soon).toBe('io server disconnect');
		expect(back.shown()).toBe('blank');
		expect(await database.sql`select from customer_windows`).toHaveLength(0);
		again.close();
	}
);

/** One call, in the middle of which the listener dies: the screens after it, and how long nobody listened. */
async function killedIn(
	council: Council,
	{ screens, meanwhile }: { screens: readonly Screen[]; meanwhile: Meanwhile | undefined }
): Promise<{ tookMs: number; screens: Screen[] }> {
	const { simulator, database, priya } = council;
	if (!meanwhile) throw new Error('There is always something.');
	const contactId = await council.contactOf(council.ring());
	simulator.press('1001', 'answer');
	if (meanwhile.before) simulator.press('1001', meanwhile.before);
	const talking = { officerId: priya.officer.id, isHeld: meanwhile.before === 'hold' };
	for (const screen of screens) {
		await expect.poll(() => standing(screen, contactId), soon).toEqual(talking);
	}
	const { listener, since } = await council.killListener();
	for (const key of meanwhile.press) simulator.press('1001', key);
	const another = meanwhile.another ? council.ring() : null;
	await expect
		.poll(() => gapIn(database, contactId), { timeout: LONGEST_TAKEOVER_MS, interval: 10 })
		.toEqual(['linkLost', meanwhile.then.isOver ? 'callEnded' : 'linkRestored']);
	const tookMs = since();
	const after = await screensWithout(listener, { council, screens });
	if (another) {
		await council.contactOf(another);
		simulator.hangUpCaller(another);
	}
	for (const screen of after) await showsTheGap(screen, { contactId, meanwhile });
	await finished(council, { screens: after, contactId });
	return { tookMs, screens: after };
}

async function showsTheGap(
	screen: Screen,
	{ contactId, meanwhile: { what, then } }: { contactId: string; meanwhile: Meanwhile }
): Promise<void> {
	await expect
		.poll(() => screen.of(contactId)?.contact.gaps[0]?.seconds ?? null, soon)
		.not.toBeNull();
	const contact = screen.of(contactId)?.contact;
	expect(contact?.gaps[0]?.seconds).toBeLessThanOrEqual(6);
	expect(contact?.endedAt !== null, what).toBe(then.isOver);
	expect((contact?.heldBy.length ?? 0) > 0, what).toBe(then.isHeld);
}

/** Hung up by a command given to a process that does not listen, and written up there. */
async function finished(
	{ simulator, priya }: Council,
	{ screens, contactId }: { screens: readonly Screen[]; contactId: string }
): Promise<void> {
	const other = screens.find(({ node }) => !node.isListening())?.node;
	if (!other) throw new Error('Everybody listens.');
	const isTalking = simulator.liveCalls().some(({ talking }) => talking?.extension === '1001');
	if (isTalking) {
		const { officer } = priya;
		const asked = { kind: 'command', contactId, verb: 'hangUp', officer } as const;
		expect(await other.ask(asked)).toEqual({ ok: true });
	}
	await expect
		.poll(() => screens.every((screen) => screen.of(contactId)?.contact.endedAt !== null), soon)
		.toBe(true);
	const events = [{ key: randomUUID(), body: { type: 'wrappedUp' } as const }];
	const acted = { contactId, officerId: priya.officer.id, events };
	expect(await other.ask({ kind: 'act', acted })).toMatchObject({ ok: true });
	const mine = await other.ask<ContactView[]>({ kind: 'mine', officerId: priya.officer.id });
	expect(mine.filter((view) => view.contactId === contactId)).toEqual([]);
}

function standing(screen: Screen, contactId: string) {
	const contact = screen.of(contactId)?.contact;
	return { officerId: contact?.officerId, isHeld: (contact?.heldBy.length ?? 0) > 0 };
}

async function gapIn({ sql }: Database, contactId: string): Promise<string[]> {
	const rows = await sql<{ type: string }[]>`
		select type from contact_events where contact_id = ${contactId}
			and type in ('linkLost', 'linkRestored', 'callEnded') order by seq`;
	return rows.map(({ type }) => type);
}
