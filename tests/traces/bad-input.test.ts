/** What a broken or hostile switch may send, over a real connection: one line of the log each, and the call stays right. */
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NO_LINES, type Lines } from '#shared/calls/lines.ts';
import { applyCallEvent } from '#shared/calls/reduce.ts';
import { systemClock } from '#server/clock.ts';
import { openLog } from '#server/log.ts';
import { AmiSwitch } from '#server/telephony/ami/switch.ts';
import { listening } from './line.ts';

const KIB = 1024;
const NAME = 'Kelly Ashworth';
const END = '\r\n\r\n';

let server: Server;
let phone: AmiSwitch;
let socket: Socket;
let lines: Lines = NO_LINES;
const logged: string[] = [];

beforeAll(async () => {
	const { promise, resolve } = Promise.withResolvers<Socket>();
	server = createServer((accepted) => {
		accepted.write('Asterisk Call Manager/11.0.0\r\n');
		accepted.on('error', () => accepted.destroy());
		accepted.on('data', (asked) => {
			for (const [, name, id] of asked.toString().matchAll(/Action: (\w+)\r\nActionID: (\S+)/g)) {
				// A user who may see no lists: what is on is learnt as it is heard.
				const answer = name === 'Login' || name === 'Ping' ? 'Success' : 'Error';
				accepted.write(`Response: ${answer}\r\nActionID: ${id}${END}`);
			}
		});
		resolve(accepted);
	});
	phone = new AmiSwitch({
		source: 'asterisk',
		address: { host: '127.0.0.1', port: await listening(server), username: 'x', secret: 'y' },
		isTrustedTrunk: false,
		verbs: ['pause'],
		clock: systemClock,
		log: openLog((line) => logged.push(line)),
		isQuiet: false
	});
	phone.start((event) => (lines = applyCallEvent(lines, event)));
	socket = await promise;
	await until(() => phone.state() === 'connected');
});

afterAll(async () => {
	await phone.stop();
	await new Promise((resolve) => server.close(resolve));
});

const joined = (id: string, name: Buffer | string = NAME, more = '') =>
	Buffer.concat([
		Buffer.from(
			`Event: QueueCallerJoin\r\nChannel: PJSIP/trunk-1\r\nUniqueid: ${id}\r\nLinkedid: ${id}\r\n` +
				`CallerIDNum: +447700900123\r\nQueue: council-tax\r\n${more}CallerIDName: `
		),
		Buffer.from(name),
		Buffer.from(END)
	]);

const because = () => logged.map((line) => (JSON.parse(line) as { because?: string }).because);

it.each([
	['a line of more than 64 KiB', `V: ${'x'.repeat(65 * KIB)}${END}`, 'line-too-long'],
	[
		'a message of more than 256 KiB',
		`${`V: ${'x'.repeat(1000)}\r\n`.repeat(270)}\r\n`,
		'message-too-long'
	]
])('%s is said once, and what comes after it is heard', async (_, text, reason) => {
	const before = logged.length;
	socket.write(`Event: Newchannel\r\nCallerIDName: ${NAME}\r\n${text}`);
	socket.write(joined(`after-${reason}`));
	await until(() => lines.calls.has(`after-${reason}`));
	expect(because().slice(before)).toEqual([reason]);
});

it('an id that no switch gives is passed over, and so is a message of no channel', async () => {
	socket.write(joined('9'.repeat(200)));
	socket.write(`Event: Hangup${END}Event: Hold\r\nChannel: x${END}no colon${END}: x${END}`);
	socket.write(joined('next'));
	await until(() => lines.calls.has('next'));
	expect([...lines.calls.keys()].some((id) => id.length > 150)).toBe(false);
});

it.each([
	['broken-utf8', Buffer.from('Si\xc3 \xff Evans', 'latin1'), 'Si\ufffd \ufffd Evans'],
	['script', '<script>alert(1)</script>', '<script>alert(1)</script>'],
	['header', 'Event: Hangup\\r\\nUniqueid: next', 'Event: Hangup\\r\\nUniqueid: next'],
	['nul', 'Kel\0ly \u202eevil\u202c', 'Kel\ufffdly evil'],
	['long', 'K'.repeat(4000), 'K'.repeat(80)]
])('a name that is %s is a name and nothing else', async (id, sent, name) => {
	socket.write(joined(id, sent));
	await until(() => lines.calls.has(id));
	expect(lines.calls.get(id)?.caller).toMatchObject({ name, number: '+447700900123' });
	expect(lines.calls.get('next')?.ended).toBeNull();
});

it('an action’s value with a line break is refused, and nothing of it is sent', async () => {
	const pause = { verb: 'pause', agent: '1001', reason: `x${END}Action: Originate` } as const;
	expect(await phone.command(pause)).toEqual({ ok: false, because: 'bad-target' });
});

it('nothing of it stands in the log', () => {
	expect(logged.length).toBeGreaterThan(2);
	expect(logged.join('')).not.toMatch(/Kelly|Ashworth|900123|Originate|xxxx|Evans|script/);
});

async function until(isTrue: () => boolean): Promise<void> {
	for (let tries = 0; !isTrue(); tries += 1) {
		if (tries > 400) throw new Error('It did not happen within two seconds.');
		await wait(5);
	}
}
