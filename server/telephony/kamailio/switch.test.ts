import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import type { CallEvent } from '#shared/calls/events.ts';
import { liveCalls, NO_LINES, type Lines } from '#shared/calls/lines.ts';
import { applyCallEvent } from '#shared/calls/reduce.ts';
import { systemClock } from '../../clock.ts';
import { openLog } from '../../log.ts';
import { netstring } from './netstring.ts';
import { KamailioSwitch } from './switch.ts';

const PACE = { answerMs: 500, keepAliveMs: 60, firstRetryMs: 10, lastRetryMs: 20 };
const KELLY = '+447700900142';

const open: (() => Promise<void>)[] = [];
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 8_000, interval: 10 });

afterEach(async () => {
	for (const close of open.splice(0).reverse()) await close();
});

it('a call is heard, and the link is lost, found again and cleared of what ended meanwhile', async () => {
	const { kamailio, heard, its } = await listening();
	await heard('source.resynced', 1);
	kamailio.say(offered('staying'), offered('going'));
	await until(() => expect(liveCalls(its.lines)).toHaveLength(2));
	kamailio.on = ['staying', 'never-heard-of'];
	kamailio.cut();
	await heard('source.lost', 1);
	await heard('source.resynced', 2);
	expect(liveCalls(its.lines)).toMatchObject([{ contactId: 'staying', linkIsLost: false }]);
	expect(its.lines.calls.get('going')?.ended).toMatchObject({ by: 'unknown', abandoned: false });
	expect(its.listener.state()).toBe('connected');
});

it('a switch that dies without a word is noticed, and one that is away is looked for', async () => {
	const { kamailio, heard, its } = await listening();
	await heard('source.resynced', 1);
	kamailio.isMute = true;
	await heard('source.lost', 1);
	expect(its.troubles).toEqual(['silent']);
	await heard('source.resynced', 2);
});

it('a configuration that does not say which calls are on is listened to all the same', async () => {
	const { kamailio, its } = await listening({ isMute: true });
	await until(() => expect(its.troubles).toEqual(['no-list']));
	kamailio.say(offered('one'));
	await until(() => expect(liveCalls(its.lines)).toHaveLength(1));
});

it('what is no call event is passed over, and what is no netstring ends the link', async () => {
	const { kamailio, heard, its } = await listening();
	await heard('source.resynced', 1);
	kamailio.say('{"event":"call.offered"}', `"${'x'.repeat(300_000)}"`, offered('one'));
	await until(() => expect(liveCalls(its.lines)).toHaveLength(1));
	expect(its.troubles).toEqual(['not-a-call-event', 'message-too-long']);
	for (const because of its.troubles) {
		const counted = `fairline_refusals_total{event="switch.link",switch="kamailio",because="${because}"} 1`;
		expect(its.refusals()).toContain(counted);
	}
	kamailio.write('HTTP/1.1 400 Bad Request\r\n\r\n');
	await heard('source.lost', 1);
	expect(its.troubles.at(-1)).toBe('not-a-switch');
	await heard('source.resynced', 2);
});

it('nothing of a caller is in the log, and nothing can be asked of it', async () => {
	const { kamailio, heard, its } = await listening();
	await heard('source.resynced', 1);
	kamailio.say(offered('one'), `{"event":"call.odd","from":"${KELLY}","fromName":"Kelly"}`);
	await until(() => expect(its.troubles).toContain('not-a-call-event'));
	expect(its.log.join('\n')).not.toMatch(/7700900142|Kelly/);
	expect(its.listener.verbs).toEqual([]);
	expect(await its.listener.command()).toEqual({ ok: false, because: 'not-offered' });
});

function offered(callId: string): string {
	return JSON.stringify({
		event: 'call.offered',
		callId,
		from: KELLY,
		to: '1001',
		privacy: 'none'
	});
}

/** Kamailio's side of evapi, which answers as `tests/live/kamailio.cfg` does. */
class Evapi {
	on: readonly string[] = [];
	isMute: boolean;
	readonly #server: Server;
	readonly #sockets = new Set<Socket>();

	constructor(isMute: boolean) {
		this.isMute = isMute;
		this.#server = createServer((socket) => {
			// One that fell silent answers again whoever comes anew, as one that was started again does.
			this.isMute = isMute;
			this.#sockets.add(socket);
			socket.on('error', () => socket.destroy());
			socket.on('close', () => this.#sockets.delete(socket));
			socket.on('data', (asked) => this.#answer(String(asked)));
		});
	}

	async listen(): Promise<number> {
		await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
		return (this.#server.address() as AddressInfo).port;
	}

	#answer(asked: string): void {
		if (this.isMute) return;
		const result = this.on.map((id) => ({ 'call-id': id, state: 4 }));
		if (asked.includes('"calls"'))
			this.say(JSON.stringify({ event: 'calls.listed', calls: { result } }));
		else this.say('{"event":"pong"}');
	}

	say(...texts: string[]): void {
		this.write(texts.map(netstring).join(''));
	}

	write(text: string): void {
		for (const socket of this.#sockets) socket.write(text);
	}

	cut(): void {
		for (const socket of this.#sockets) socket.destroy();
	}

	close(): Promise<void> {
		this.cut();
		return new Promise((resolve) => this.#server.close(() => resolve()));
	}
}

async function listening({ isMute = false } = {}) {
	const kamailio = new Evapi(isMute);
	const port = await kamailio.listen();
	open.push(() => kamailio.close());
	const log: string[] = [];
	const counting = openLog((line) => log.push(line));
	const events: CallEvent[] = [];
	const listener = new KamailioSwitch({
		source: 'kamailio',
		address: { host: '127.0.0.1', port },
		clock: systemClock,
		log: counting,
		pace: PACE
	});
	let lines: Lines = NO_LINES;
	listener.start((event) => {
		events.push(event);
		lines = applyCallEvent(lines, event);
	});
	open.push(() => listener.stop());
	const its = {
		listener,
		log,
		refusals: counting.refusals,
		get lines() {
			return lines;
		},
		get troubles() {
			return log.map((line) => (JSON.parse(line) as { because: string }).because);
		}
	};
	const heard = (type: CallEvent['type'], times: number) =>
		until(() => expect(events.filter((event) => event.type === type)).toHaveLength(times));
	return { kamailio, heard, its };
}
