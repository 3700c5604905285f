/** The link to a switch: kept up, given up on, taken up again, and what is known of the calls meanwhile. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { CallEvent } from '#shared/calls/events.ts';
import { callDocument } from '#shared/calls/document.ts';
import { NO_LINES, type Lines } from '#shared/calls/lines.ts';
import { applyCallEvent } from '#shared/calls/reduce.ts';
import { systemClock } from '#server/clock.ts';
import { openLog } from '#server/log.ts';
import { waitAfter } from '#server/telephony/ami/client.ts';
import type { Address } from '#server/telephony/ami/connection.ts';
import { AmiSwitch } from '#server/telephony/ami/switch.ts';
import { lineTo, listening } from './line.ts';
import { simulated, type Simulated } from './simulated.ts';

const PACE = { answerMs: 300, keepAliveMs: 60, firstRetryMs: 20, lastRetryMs: 40 };
const KELLY = { number: '+447700900142', name: '' };

const open: { stop?: () => Promise<void>; close?: () => Promise<void> }[] = [];
afterEach(async () => {
	for (const each of open.splice(0).reverse()) await (each.stop ?? each.close)?.call(each);
});

describe('a link that is lost', () => {
	it('is taken up again, and the call goes on as if nothing had been', async () => {
		const { phone, line, heard } = await hearing();
		await answered(phone, heard);
		line.cut();
		await phone.until(() => heard.told('source.lost') === 1);
		expect(heard.call()?.linkIsLost).toBe(true);
		expect(heard.call()?.recording).toBe('unknown');
		await phone.until(() => heard.told('source.resynced') === 2);
		expect(heard.call()).toMatchObject({ linkIsLost: false, with: [{ agent: '1001' }] });
		phone.simulator.press('1001', 'hold');
		await phone.until(() => heard.call()?.held.length === 1);
		phone.simulator.press('1001', 'hangUp');
		await phone.until(() => heard.call()?.ended?.by === 'agent');
		expect(heard.told('contact.started')).toBe(1);
	});

	it('leaves a call ended, nobody knows how, that is over when it comes back', async () => {
		const { phone, line, heard } = await hearing();
		await answered(phone, heard);
		line.cut();
		phone.simulator.hangUpCaller(heard.call()?.contactId ?? '');
		await phone.until(() => heard.told('source.resynced') === 2);
		expect(heard.call()?.ended).toMatchObject({ by: 'unknown', abandoned: false });
	});

	it('tells of a call that came in meanwhile as if it had been heard', async () => {
		const { phone, line, heard } = await hearing();
		line.cut();
		phone.simulator.ring({ extension: '1001', caller: KELLY, queue: 'council-tax', menu: null });
		await phone.heard('DialState', '1001');
		await phone.until(() => heard.call() !== undefined);
		expect(heard.document()).toMatchObject({
			contacts: [
				{
					caller: { number: '+447700900142', presentation: 'allowed' },
					queues: ['council-tax'],
					offers: [{ agent: '1001', ended: null }]
				}
			]
		});
	});

	it.each([
		['Status', ['Status']],
		['neither list of channels', ['Status', 'CoreShowChannels']],
		['no list of bridges', ['BridgeList']]
	])('leaves no call stale where the switch does not show %s', async (_, refused) => {
		const { phone, line, heard } = await hearing();
		await answered(phone, heard);
		refused.forEach(line.refuse);
		line.cut();
		await phone.until(() => heard.told('source.resynced') === 2);
		expect(heard.call()).toMatchObject({ linkIsLost: false, with: [{ agent: '1001' }] });
		expect(heard.lost()).toBe('lists-refused');
		phone.simulator.press('1001', 'hangUp');
		await phone.until(() => heard.call()?.ended?.by === 'agent');
	});

	it.each([
		['the queues still tell', ['Status', 'CoreShowChannels']],
		['nobody tells anything', ['Status', 'CoreShowChannels', 'QueueStatus', 'BridgeList']]
	])('has ended, nobody knows how, a call that is over, where %s', async (_, refused) => {
		const { phone, line, heard } = await hearing();
		await answered(phone, heard);
		refused.forEach(line.refuse);
		line.cut();
		phone.simulator.hangUpCaller(heard.call()?.contactId ?? '');
		await phone.until(() => heard.told('source.resynced') === 2);
		expect(heard.call()?.ended).toMatchObject({ by: 'unknown', abandoned: false });
	});

	it('keeps whoever waits in a queue, where only the queues are shown', async () => {
		const { phone, line, heard } = await hearing();
		phone.simulator.ring({ extension: '1001', caller: KELLY, queue: 'council-tax', menu: null });
		await phone.heard('DialState', '1001');
		await phone.until(() => heard.call()?.offers.length === 1);
		line.refuse('Status');
		line.refuse('CoreShowChannels');
		line.cut();
		await phone.until(() => heard.told('source.resynced') === 2);
		expect(heard.call()).toMatchObject({
			linkIsLost: false,
			queue: 'council-tax',
			offers: [{ agent: '1001', ended: null }],
			ended: null
		});
	});

	it('is noticed when the switch dies without a word', async () => {
		const { phone, line, heard } = await hearing();
		line.mute();
		await phone.until(() => heard.told('source.lost') === 1);
		expect(heard.lost()).toBe('silent');
	});

	it('is not one that says much and answers late, until it says nothing', async () => {
		const { phone, line, heard } = await hearing();
		await answered(phone, heard);
		line.deafen();
		const { answerMs, keepAliveMs } = PACE;
		for (let turn = 0; turn < 12; turn += 1) {
			phone.simulator.press('1001', turn % 2 === 0 ? 'hold' : 'resume');
			await pause((answerMs + keepAliveMs) / 6);
		}
		expect(heard.told('source.lost')).toBe(0);
		expect(heard.call()?.holdCount).toBe(6);
		await phone.until(() => heard.told('source.lost') === 1);
		expect(heard.lost()).toBe('silent');
	});

	it('is tried again ever more slowly, and never by all at the same moment', () => {
		const pace = { ...PACE, firstRetryMs: 500, lastRetryMs: 30_000 };
		const longest = [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000];
		longest.forEach((most, failures) => {
			const waits = Array.from({ length: 50 }, () => waitAfter(failures, pace));
			expect(Math.max(...waits)).toBeLessThanOrEqual(most);
			expect(Math.min(...waits)).toBeGreaterThanOrEqual(most / 2);
			expect(new Set(waits).size).toBeGreaterThan(1);
		});
	});
});

describe('a call that was on before anybody listened', () => {
	it('is told of with whoever has the customer', async () => {
		const phone = await opened(simulated());
		phone.simulator.ring({ extension: '1001', caller: KELLY, queue: 'council-tax', menu: null });
		await phone.heard('DialState', '1001');
		phone.simulator.press('1001', 'answer');
		const { heard } = await hearing({ phone });
		await phone.until(() => heard.call() !== undefined);
		expect(heard.call()).toMatchObject({ with: [{ agent: '1001' }], connected: ['1001'] });
	});
});

describe('what is asked of a switch', () => {
	it('is refused when it holds a line break, which would be another command', async () => {
		const { phone, heard, listener } = await hearing();
		await answered(phone, heard);
		const contactId = heard.call()?.contactId ?? '';
		const pause = { verb: 'pause', agent: '1001', reason: 'x\r\nAction: Originate' } as const;
		expect(await listener.command(pause)).toEqual({ ok: false, because: 'bad-target' });
		const to = '1002\r\nAction: Hangup';
		const away = { verb: 'transfer', kind: 'blind', to, contactId, agent: '1001' } as const;
		expect(await listener.command(away)).toEqual({ ok: false, because: 'bad-target' });
	});

	it('is done when the switch has been seen to do it', async () => {
		const { phone, heard, listener } = await hearing();
		await answered(phone, heard);
		const of = { contactId: heard.call()?.contactId ?? '', agent: '1001' };
		expect(await listener.command({ verb: 'pauseRecording', ...of })).toEqual({ ok: true });
		expect(heard.call()?.recording).toBe('paused');
		expect(await listener.command({ verb: 'resumeRecording', ...of })).toEqual({ ok: true });
		expect(await listener.command({ verb: 'hangUp', ...of })).toEqual({ ok: true });
		await phone.until(() => heard.call()?.ended?.by === 'agent');
	});

	it('is refused by name where it cannot be', async () => {
		const { phone, line, heard, listener } = await hearing();
		await answered(phone, heard);
		const of = { contactId: heard.call()?.contactId ?? '', agent: '1001' };
		const asked = async (command: Parameters<typeof listener.command>[0]) => {
			const answer = await listener.command(command);
			return answer.ok ? 'done' : answer.because;
		};
		expect(await asked({ verb: 'hold', ...of })).toBe('not-offered');
		expect(await asked({ verb: 'hangUp', ...of, agent: '1002' })).toBe('no-such-call');
		expect(await asked({ verb: 'hangUp', ...of, contactId: 'none' })).toBe('no-such-call');
		expect(await asked({ verb: 'transfer', kind: 'blind', to: '9999', ...of })).toBe('done');
		await line.close();
		await phone.until(() => heard.told('source.lost') === 1);
		expect(await asked({ verb: 'ready', agent: '1001' })).toBe('link-lost');
	});
});

it('never asks a switch for the keys that a caller presses', async () => {
	const { line } = await hearing();
	expect(line.sent()).toContain('Events: system,call,agent,user\r\n');
	expect(line.sent()).not.toMatch(/dtmf|Events: on/i);
});

describe('what is no switch', () => {
	it('is left alone: something else that answers there', async () => {
		const other = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
		const port = await listening(other);
		open.push({ close: () => new Promise((resolve) => other.close(() => resolve())) });
		const { heard } = listen({ port });
		const phone = await opened(simulated());
		await phone.until(() => heard.lost() === 'not-a-switch');
		expect(heard.told('source.connected')).toBe(0);
	});

	it('is one that refuses the sign-in', async () => {
		const refusing = createServer((socket) => {
			socket.write('Asterisk Call Manager/11.0.0\r\n');
			socket.on('data', (chunk) => {
				const id = /ActionID: (\S+)/.exec(chunk.toString())?.[1] ?? '';
				socket.write(
					`Response: Error\r\nActionID: ${id}\r\nMessage: Authentication failed\r\n\r\n`
				);
			});
			socket.on('error', () => socket.destroy());
		});
		const port = await listening(refusing);
		open.push({ close: () => new Promise((resolve) => refusing.close(() => resolve())) });
		const { heard } = listen({ port });
		const phone = await opened(simulated());
		await phone.until(() => heard.lost() === 'sign-in-refused');
	});
});

describe('an encrypted link', () => {
	const pem = (name: string) => readFileSync(join(import.meta.dirname, 'tls', name));
	const tls = { key: pem('key.pem'), cert: pem('cert.pem') };

	it('hears the same', async () => {
		const { phone, heard } = await hearing({ tls, address: { isTls: true, ca: String(tls.cert) } });
		await answered(phone, heard);
		expect(heard.call()?.connected).toEqual(['1001']);
	});

	it('is not made to a switch whose certificate nobody vouches for', async () => {
		const { phone, heard } = await hearing({ tls, address: { isTls: true } });
		await phone.until(() => heard.lost() !== null);
		expect(heard.told('source.connected')).toBe(0);
	});
});

it('two switches at once are heard apart', async () => {
	const first = await hearing();
	const second = await hearing();
	await answered(first.phone, first.heard);
	expect(first.heard.call()?.connected).toEqual(['1001']);
	expect(second.heard.call()).toBeUndefined();
});

async function opened(coming: Promise<Simulated>): Promise<Simulated> {
	const phone = await coming;
	open.push(phone);
	return phone;
}

async function hearing(
	given: {
		phone?: Simulated;
		tls?: { key: Buffer; cert: Buffer };
		address?: Partial<Address>;
	} = {}
) {
	const phone = given.phone ?? (await opened(simulated()));
	const line = await lineTo(phone.port, given.tls);
	open.push(line);
	const { listener, heard } = listen({ port: line.port, ...given.address });
	if (!given.tls || given.address?.ca) {
		await phone.until(() => heard.told('source.resynced') === 1);
	}
	return { phone, line, listener, heard };
}

function listen(address: Partial<Address> & { port: number }) {
	const heard = new Heard();
	const listener = new AmiSwitch({
		source: 'asterisk',
		address: { host: '127.0.0.1', username: 'fairline', secret: 'fairline', ...address },
		isTrustedTrunk: false,
		verbs: ['transfer', 'pauseRecording', 'resumeRecording', 'hangUp', 'ready', 'pause'],
		clock: systemClock,
		log: openLog((line) => heard.logged(line)),
		isQuiet: false,
		pace: PACE
	});
	listener.start((event) => heard.take(event));
	open.push(listener);
	return { listener, heard };
}

class Heard {
	#lines: Lines = NO_LINES;
	readonly #events: CallEvent[] = [];
	#lost: string | null = null;

	take(event: CallEvent): void {
		this.#events.push(event);
		this.#lines = applyCallEvent(this.#lines, event);
	}

	logged(line: string): void {
		const { event, because } = JSON.parse(line) as { event: string; because?: string };
		if (event === 'switch.link') this.#lost = because ?? null;
	}

	told(type: CallEvent['type']): number {
		return this.#events.filter((event) => event.type === type).length;
	}

	call() {
		return [...this.#lines.calls.values()].at(-1);
	}

	document() {
		return callDocument(this.#lines.calls.values());
	}

	lost(): string | null {
		return this.#lost;
	}
}

async function answered(phone: Simulated, heard: Heard): Promise<void> {
	phone.simulator.ring({ extension: '1001', caller: KELLY, queue: 'council-tax', menu: null });
	await phone.heard('DialState', '1001');
	phone.simulator.press('1001', 'answer');
	await phone.until(() => heard.call()?.with.length === 1);
}
