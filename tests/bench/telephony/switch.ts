/**
 * The switch of the load, a process of its own: it speaks as Asterisk does to whoever listens on either of its ports,
 * rings the officers in turn at an even pace, and notes when it wrote what made each telephone ring.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { AmiServer } from '#server/telephony/ami/server.ts';
import type { Line } from '#server/telephony/ami/lists.ts';
import { field, type Message } from '#server/telephony/ami/message.ts';
import { nowUs } from '../protocol.ts';
import { bareParser, eventsIn } from './bare.ts';
import type { Flooded, PlayAsked, Ring, SideName, SwitchAsked, SwitchSaid } from './said.ts';
import { callOf, shapesLasting, type LoadCall } from './shapes.ts';

const CALL_MS = 2_000;
const QUEUES = ['council-tax', 'business-rates', 'benefit-overpayments'];
/** So many calls of a flood are said at once, a piece of each in turn. */
const TOGETHER = 50;

const { extensions } = JSON.parse(process.argv[2] ?? '') as SwitchAsked;
const shapes = shapesLasting(CALL_MS);
const say = (said: SwitchSaid) => process.send?.(said);
let numbers: readonly string[] = [];
let made = 0;
let rung = 0;
let joined = 0;

const lines: Record<SideName, AmiServer> = { ours: lineOf(), least: lineOf() };
const listening = { host: '127.0.0.1', port: 0 };
const ports = {
	ours: await lines.ours.listen(listening),
	least: await lines.least.listen(listening)
};

process.on('disconnect', () => process.exit());
process.on('message', (asked: PlayAsked) => {
	if (asked.kind === 'numbers') numbers = asked.numbers;
	else if (asked.kind === 'flood') say(flood(asked.calls));
	else void play(asked).then((rings) => say({ kind: 'played', rings }));
});
say({ kind: 'listening', ports });

function lineOf(): AmiServer {
	const server: AmiServer = new AmiServer({
		act: (_session, action) => paused(server, action),
		onListening() {
			joined += 1;
			if (joined === 2) say({ kind: 'joined' });
		}
	});
	return server;
}

/** Whoever writes a call up is offered none: the product asks for it, and hears that it is so. */
function paused(server: AmiServer, action: Message): readonly Line[] | null {
	if (field(action, 'action') !== 'QueuePause') return null;
	const isPaused = field(action, 'paused') === 'true';
	setImmediate(() => {
		for (const queue of QUEUES) {
			server.say([
				['Event', 'QueueMemberPause'],
				['Privilege', 'agent,all'],
				['Queue', queue],
				['Interface', field(action, 'interface')],
				['Status', 1],
				['Paused', isPaused ? 1 : 0],
				['PausedReason', field(action, 'reason')]
			]);
		}
	});
	return [['Message', `Interface ${isPaused ? '' : 'un'}paused successfully`]];
}

function nextCall(): LoadCall {
	const shape = shapes[made % shapes.length];
	if (!shape) throw new Error('There is no shape of a call.');
	const number = numbers[made % numbers.length] ?? '';
	made += 1;
	const officers = Array.from({ length: shape.officers }, () => {
		rung += 1;
		return extensions[rung % extensions.length] ?? '';
	});
	return callOf(shape, { made, number, extensions: officers });
}

async function play({
	side,
	ms,
	perSecond
}: Extract<PlayAsked, { kind: 'play' }>): Promise<Ring[]> {
	const rings: Ring[] = [];
	const from = nowUs();
	const elapsed = () => (nowUs() - from) / 1000;
	for (let turn = 0; elapsed() < ms; turn += 1) {
		place(nextCall(), { side, rings });
		await pause(Math.max(0, ((turn + 1) * 1000) / perSecond - elapsed()));
	}
	await pause(CALL_MS + 200);
	return rings;
}

function place({ id, pieces }: LoadCall, { side, rings }: { side: SideName; rings: Ring[] }): void {
	for (const { atMs, bytes, rings: rung } of pieces) {
		setTimeout(() => {
			if (rung) rings.push({ call: id, ...rung, atUs: nowUs() });
			write(side, bytes);
		}, atMs);
	}
}

function write(side: SideName, bytes: Buffer): boolean {
	const { sessions } = lines[side];
	const [session] = sessions;
	if (!session || sessions.size !== 1) throw new Error('Not one client listens to the switch.');
	return session.socket.write(bytes);
}

function flood(count: number): Flooded {
	const calls = Array.from({ length: count }, nextCall);
	const bytes = Buffer.concat(interleaved(calls));
	const bareFrom = nowUs();
	bareParser(bytes);
	const bareUs = nowUs() - bareFrom;
	const beganAtUs = nowUs();
	write('ours', bytes);
	const ids = calls.map(({ id }) => id);
	const sent = { events: eventsIn(bytes), bytes: bytes.length, beganAtUs };
	return { kind: 'flooded', calls: ids, ...sent, bareUs };
}

function interleaved(calls: readonly LoadCall[]): Buffer[] {
	const said: Buffer[] = [];
	for (let from = 0; from < calls.length; from += TOGETHER) {
		const some = calls.slice(from, from + TOGETHER);
		const longest = Math.max(...some.map(({ pieces }) => pieces.length));
		for (let at = 0; at < longest; at += 1) {
			said.push(...some.flatMap(({ pieces }) => pieces[at]?.bytes ?? []));
		}
	}
	return said;
}
