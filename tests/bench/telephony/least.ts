/**
 * The least that two hundred officers' calls can be, a process of its own: the switch's bytes cut into messages; for a
 * telephone that rings one statement that finds the caller by the index and appends the contact, for an answer, an end
 * and an officer who has finished one that appends; after each one emit to that officer. No rules, no masking, no log.
 * A telephone that rings is a contact of its own here.
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import postgres from 'postgres';
import { Server } from 'socket.io';
import type { LeastAsked, LeastSaid } from './said.ts';
import { END, POP } from '../floor/statement.ts';

const APPEND = `
insert into contact_events (contact_id, seq, type, at, body)
values ($1::uuid, $2::integer, $3::text, $4::timestamptz, $5::text::jsonb)`;
const WARMING = 8;

type Ringing = { id: string; officerId: string; seq: number; contact: object };

const { databaseUrl, amiPort } = JSON.parse(process.argv[2] ?? '') as LeastAsked;
const sql = postgres(databaseUrl, {
	max: 1,
	prepare: true,
	max_lifetime: null,
	connection: {
		role: 'fairline_app',
		plan_cache_mode: 'force_generic_plan',
		enable_seqscan: 'off'
	}
});
const http = createServer((request, response) => {
	void finish(request).then((ok) => response.end(JSON.stringify({ ok })));
});
const io = new Server(http, { transports: ['websocket'], serveClient: false });
io.on('connection', (socket) => void socket.join(String(socket.handshake.auth['officerId'])));
/** Callers by call, and what rings or is talked on by its leg and by its id. */
const numbers = new Map<string, string>();
const byLeg = new Map<string, Ringing>();
const byId = new Map<string, Ringing>();

process.on('disconnect', () => process.exit());
await warm();
const officers = new Map(
	(
		await sql<{ id: string; extension: string }[]>`
		select id, extension from auth_user where extension is not null`
	).map(({ id, extension }) => [extension, id])
);
http.listen(0, '127.0.0.1', () => {
	const { port } = http.address() as AddressInfo;
	const said: LeastSaid = { kind: 'listening', origin: `http://127.0.0.1:${port}` };
	process.send?.(said);
	listenToSwitch();
});

async function warm(): Promise<void> {
	for (let turn = 0; turn < WARMING; turn += 1) {
		const id = randomUUID();
		await sql.begin(async (tx) => {
			const rows = [id, `warming-${id}`, '+440', 'nobody', now()];
			await tx.unsafe(POP, rows, { prepare: true });
			await tx.unsafe(APPEND, [id, 4, 'warming', now(), '{}'], { prepare: true });
			await tx.unsafe(END, [id, now(), 'nobody'], { prepare: true });
		});
	}
}

function listenToSwitch(): void {
	const socket = connect(amiPort, '127.0.0.1');
	socket.setNoDelay(true);
	socket.write('Action: Login\r\nActionID: 1\r\nUsername: least\r\nSecret: least\r\n\r\n');
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
	const leg = fields.get('Uniqueid') ?? '';
	const call = fields.get('Linkedid') ?? '';
	switch (fields.get('Event')) {
		case 'Newchannel':
			if (leg === call) numbers.set(call, fields.get('CallerIDNum') ?? '');
			return;
		case 'DialBegin':
			return void pop(fields);
		case 'BridgeEnter':
			return void tell(leg, 'answered', ({ officerId }) => ({
				...{ officerId, officers: [officerId], answeredAt: now() }
			}));
		case 'Hangup':
			if (leg === call) numbers.delete(call);
			else void tell(leg, 'ended', ended);
	}
}

function ended({ officerId, contact }: Ringing): object {
	return 'officers' in contact
		? { officers: [officerId], endedAt: now() }
		: { offersEnded: { [officerId]: 'noAnswer' } };
}

function pairOf(line: string): [string, string] {
	const colon = line.indexOf(': ');
	return [line.slice(0, colon), line.slice(colon + 2)];
}

async function pop(fields: ReadonlyMap<string, string>): Promise<void> {
	const leg = fields.get('DestUniqueid') ?? '';
	const officerId = officers.get(/\d+/.exec(fields.get('DestChannel') ?? '')?.[0] ?? '') ?? '';
	const number = numbers.get(fields.get('Linkedid') ?? '') ?? '';
	const at = now();
	const ringing = { id: randomUUID(), officerId, seq: 3, contact: { offers: { [officerId]: at } } };
	byLeg.set(leg, ringing);
	byId.set(ringing.id, ringing);
	const values = [ringing.id, leg, number, officerId, at];
	const [row] = await sql.unsafe<{ pop: string }[]>(POP, values, { prepare: true });
	if (!row) throw new Error('The least pipeline wrote no contact.');
	emit(ringing, JSON.parse(row.pop) as object);
}

async function tell(leg: string, type: string, after: (ringing: Ringing) => object): Promise<void> {
	const ringing = byLeg.get(leg);
	if (!ringing) return;
	if (type === 'ended') byLeg.delete(leg);
	ringing.contact = after(ringing);
	ringing.seq += 1;
	await sql.unsafe(APPEND, [ringing.id, ringing.seq, type, now(), '{}'], { prepare: true });
	emit(ringing);
}

function emit(ringing: Ringing, more: object = {}): void {
	const { id, officerId, seq, contact } = ringing;
	io.to(officerId).emit('contact:changed', { contactId: id, version: seq, ...more, contact });
}

async function finish(request: IncomingMessage): Promise<boolean> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	const { contactId } = JSON.parse(Buffer.concat(parts).toString()) as { contactId: string };
	const ringing = byId.get(contactId);
	if (!ringing) return false;
	byId.delete(contactId);
	await sql.unsafe(END, [contactId, now(), ringing.officerId], { prepare: true });
	ringing.contact = { finishedBy: [ringing.officerId] };
	emit(ringing);
	return true;
}

function now(): string {
	return new Date().toISOString();
}
