/**
 * The least that a pop can be, to measure ours against: the switch's bytes cut into messages, one prepared statement,
 * `JSON.parse`, one emit. No rules, no masking, no second officer, no log. It is a process of its own, as ours is.
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import postgres from 'postgres';
import { Server } from 'socket.io';
import type { FloorAsked, FloorSaid } from '../protocol.ts';
import { END, POP, TILE } from './statement.ts';

/** Not the officer of the measured side: two writers of one tile would wait for each other. */
const OFFICER = 'officer-tom';
const WARMING = 8;

const { databaseUrl, amiPort } = JSON.parse(process.argv[2] ?? '') as FloorAsked;
const sql = postgres(databaseUrl, {
	max: 1,
	prepare: true,
	max_lifetime: null,
	connection: {
		role: 'fairline_app',
		plan_cache_mode: 'force_generic_plan',
		// As ours: or it reads the contacts from end to end for each line, planned when there were few.
		enable_seqscan: 'off'
	}
});
const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false });
io.on('connection', (socket) => void socket.join('officer'));
const numbers = new Map<string, string>();
const contacts = new Map<string, string>();

process.on('disconnect', () => process.exit());
await warm();
http.listen(0, '127.0.0.1', () => {
	const { port } = http.address() as AddressInfo;
	const said: FloorSaid = { kind: 'listening', origin: `http://127.0.0.1:${port}` };
	process.send?.(said);
	listenToSwitch();
});

async function warm(): Promise<void> {
	await sql.unsafe(TILE, [OFFICER, now()]);
	for (let turn = 0; turn < WARMING; turn += 1) {
		const rows = [randomUUID(), `warming-${process.pid}-${turn}`, '+440', OFFICER, now()];
		await sql.begin(async (tx) => {
			await tx.unsafe(POP, rows, { prepare: true });
			await tx.unsafe(END, [rows[0] ?? '', now(), OFFICER], { prepare: true });
		});
	}
}

function listenToSwitch(): void {
	const socket = connect(amiPort, '127.0.0.1');
	socket.setNoDelay(true);
	socket.write('Action: Login\r\nActionID: 1\r\nUsername: floor\r\nSecret: floor\r\n\r\n');
	let text = '';
	socket.on('data', (chunk) => {
		text += chunk.toString('latin1');
		const messages = text.split('\r\n\r\n');
		text = messages.pop() ?? '';
		for (const message of messages) hear(message);
	});
	// Whoever has asked for the bridges is listening from then on.
	socket.write('Action: BridgeList\r\nActionID: 2\r\n\r\n');
}

function hear(message: string): void {
	const fields = new Map(message.split('\r\n').map(pairOf));
	const call = fields.get('Linkedid') ?? fields.get('DestLinkedid') ?? '';
	const event = fields.get('Event');
	if (event === 'Newchannel' && fields.get('Uniqueid') === call) {
		numbers.set(call, fields.get('CallerIDNum') ?? '');
	} else if (event === 'DialBegin') void pop(call);
	else if (event === 'Hangup' && fields.get('Uniqueid') === call) void end(call);
}

function pairOf(line: string): [string, string] {
	const colon = line.indexOf(': ');
	return [line.slice(0, colon), line.slice(colon + 2)];
}

async function pop(call: string): Promise<void> {
	const id = randomUUID();
	contacts.set(call, id);
	const values = [id, call, numbers.get(call) ?? '', OFFICER, now()];
	const [row] = await sql.unsafe<{ pop: string }[]>(POP, values, { prepare: true });
	if (!row) throw new Error('The least pipeline wrote no contact.');
	io.to('officer').emit('contact:changed', JSON.parse(row.pop));
}

async function end(call: string): Promise<void> {
	const contactId = contacts.get(call);
	if (!contactId) return;
	contacts.delete(call);
	numbers.delete(call);
	const endedAt = now();
	await sql.unsafe(END, [contactId, endedAt, OFFICER], { prepare: true });
	io.to('officer').emit('contact:changed', { contactId, version: 4, contact: { endedAt } });
}

function now(): string {
	return new Date().toISOString();
}
