/**
 * An officer writes a call up: the switch that could ring them is told to pause them and to go on again, over a real
 * connection in its own protocol, whatever happens to the link and to the server meanwhile.
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { beforeAll, afterAll, describe, expect } from 'vitest';
import type { ContactView } from '#shared/contacts/shown/view.ts';
import { wrapUpTime } from '#shared/contacts/state/wrap-up-time.ts';
import type { OfficerEvent } from '#shared/contacts/log/events.ts';
import type { Officer } from '#shared/officers/roles.ts';
import { startApp } from '#server/main.ts';
import { createCaller } from '#server/router.ts';
import type { RunningApp } from '#server/running.ts';
import { lineTo, type LineTo } from '../../traces/line.ts';
import { simulated, type Simulated } from '../../traces/simulated.ts';
import { test } from '../flow.ts';
import { officersWritten } from '../people.ts';
import { settingsFor } from '../product.ts';

const KELLY = { number: '+447700900142', name: '' };
const PRIYA: Officer = {
	id: 'priya',
	name: 'priya',
	role: 'officer',
	teamId: 'recovery',
	extension: '1001'
};

let phone: Simulated;
let line: LineTo;
let running: RunningApp;
const lines: string[] = [];

beforeAll(async () => {
	phone = await simulated();
	line = await lineTo(phone.port);
});

afterAll(async () => {
	await running?.dispose();
	await line.close();
	await phone.stop();
});

async function started(databaseUrl: string): Promise<void> {
	const environment = {
		TELEPHONY: 'asterisk',
		ASTERISK_PORT: String(line.port),
		ASTERISK_USERNAME: 'fairline',
		ASTERISK_SECRET: 'fairline'
	};
	const http = createServer();
	const origin = 'http://localhost:4999';
	running = await startApp(settingsFor({ databaseUrl, origin, http, lines, environment }));
	await expect.poll(() => running.app.notReady()).not.toContain('asterisk');
}

const asPriya = () => createCaller({ officer: PRIYA, app: running.app, requestId: 'TEST-TEST' });
const pausedAt = (extension: string) => phone.simulator.phone(extension).paused;
const toldSince = (from: number) =>
	line
		.sent()
		.slice(from)
		.split('\r\n\r\n')
		.filter((action) => action.includes('Action: QueuePause') && action.includes('PJSIP/1001'))
		.map((action) => /Paused: true/.test(action) && (/Reason: (.*)/.exec(action)?.[1] ?? ''));

async function presenceOf() {
	return (await asPriya().monitoring.mine())?.state.presence;
}

async function untilPresence(presence: string): Promise<void> {
	await expect.poll(presenceOf).toBe(presence);
}

async function rung(): Promise<void> {
	phone.simulator.ring({ extension: '1001', caller: KELLY, queue: 'council-tax', menu: null });
	await untilPresence('ringing');
}

async function takesACall(): Promise<void> {
	await rung();
	phone.simulator.press('1001', 'answer');
	await untilPresence('on-call');
	phone.simulator.press('1001', 'hangUp');
	await untilPresence('wrap-up');
}

async function does(body: OfficerEvent): Promise<void> {
	const [view] = await asPriya().contacts.mine();
	const events = [{ key: randomUUID(), body }];
	await asPriya().contacts.act({ contactId: view?.contactId ?? '', events });
}

describe('an officer who writes a call up', () => {
	test('is paused at the switch when the call ends, and offered calls when they have finished', async ({
		databaseUrl,
		owner
	}) => {
		await officersWritten(owner);
		await started(databaseUrl);
		const before = line.sent().length;
		await takesACall();
		await expect.poll(() => pausedAt('1001')).toBe('Wrap-up');
		expect(toldSince(before)).toEqual(['Wrap-up']);
		expect(phone.said().toString()).toContain('Event: QueueMemberPause');
		await does({ type: 'wrappedUp' });
		await expect.poll(() => pausedAt('1001')).toBeNull();
		expect(toldSince(before)).toEqual(['Wrap-up', false]);
	});

	test('has two minutes by the server, and keeps a minute more that was asked for', async () => {
		await takesACall();
		const until = async () => {
			const [view] = await asPriya().contacts.mine();
			return untilOf(view);
		};
		expect(await until()).toBe('2026-11-19T10:02:00.000Z');
		await does({ type: 'wrapUpExtended' });
		expect(await until()).toBe('2026-11-19T10:03:00.000Z');
	});

	test('is passed over by the queue and still rung by whoever dials them', async () => {
		phone.simulator.ring({ extension: '1002', caller: KELLY, queue: 'council-tax', menu: null });
		await phone.until(() => phone.simulator.phone('1002').status === 6);
		phone.simulator.press('1002', 'decline');
		// The only other telephone of the queue is paused, so the next round tries the same again.
		await phone.until(() => phone.simulator.phone('1002').status === 6);
		expect(phone.simulator.phone('1001').status).toBe(1);
		phone.simulator.press('1002', 'answer');
		const call = phone.simulator.liveCalls()[0];
		const channel = call?.talking?.channel.name ?? '';
		const passed = [
			['Action', 'BlindTransfer'],
			['Channel', channel],
			['Exten', '1001']
		] as const;
		expect(phone.simulator.ask(passed)).toBe(true);
		await untilPresence('ringing');
		const views = await asPriya().contacts.mine();
		expect(views.filter(({ contact }) => 'priya' in contact.offers)).toHaveLength(1);
		phone.simulator.hangUpCaller(call?.customer.linkedId ?? '');
		await untilPresence('wrap-up');
		expect(pausedAt('1001')).toBe('Wrap-up');
	});

	test('is paused again at a switch that forgot it while the server was away', async ({
		databaseUrl
	}) => {
		await running.dispose();
		phone.simulator.ask([
			['Action', 'QueuePause'],
			['Interface', 'PJSIP/1001'],
			['Paused', 'false']
		]);
		expect(pausedAt('1001')).toBeNull();
		const before = line.sent().length;
		await started(databaseUrl);
		await expect.poll(() => pausedAt('1001')).toBe('Wrap-up');
		expect(toldSince(before)).toEqual(['Wrap-up']);
		const [view] = (await asPriya().contacts.mine()).filter(
			({ contact }) => 'priya' in contact.wrapUps
		);
		expect(untilOf(view)).toBe('2026-11-19T10:03:00.000Z');
	});

	test('is offered calls once the link is back, when they finished without it', async () => {
		line.cut();
		for (const { contactId } of await asPriya().contacts.mine()) {
			const events = [{ key: randomUUID(), body: { type: 'wrappedUp' } as const }];
			await asPriya().contacts.act({ contactId, events });
		}
		await untilPresence('available');
		await expect.poll(() => pausedAt('1001'), { timeout: 10_000 }).toBeNull();
	});

	test('goes on a break after it, when that was chosen meanwhile', async () => {
		await takesACall();
		await asPriya().monitoring.setPresence({ chosen: 'paused', reason: 'Lunch' });
		expect(await presenceOf()).toBe('wrap-up');
		expect(pausedAt('1001')).toBe('Wrap-up');
		await does({ type: 'wrappedUp' });
		await expect.poll(() => pausedAt('1001')).toBe('Lunch');
		await asPriya().monitoring.setPresence({ chosen: 'available', reason: null });
		await expect.poll(() => pausedAt('1001')).toBeNull();
	});

	test('may take no calls at all, and a reason is one line of a switch’s protocol', async () => {
		await asPriya().monitoring.setPresence({ chosen: 'offline', reason: null });
		await expect.poll(() => pausedAt('1001')).toBe('Not taking calls');
		const reason = 'x\r\nAction: Originate';
		const asked = asPriya().monitoring.setPresence({ chosen: 'paused', reason });
		await expect(asked).rejects.toThrow('Keep the reason to one line.');
		// Another socket of theirs, or the same after a gap, is no choice.
		await running.app.presences.arrived('priya');
		expect(await presenceOf()).toBe('offline');
	});
});

/** Until when Priya has for writing it up, as her screen works it out. */
function untilOf(view: ContactView | undefined) {
	const wrapUp = view?.contact.wrapUps['priya'];
	return wrapUp && view.policy && wrapUpTime(wrapUp, view.policy.WU.value).until;
}
