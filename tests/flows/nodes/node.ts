/**
 * One server process of several on a database, without the pages: what it is told comes by its environment, and what a
 * screen would ask it comes by message. Killed, it gets no chance to say good-bye.
 */
import { createServer } from 'node:http';
import { systemClock } from '#server/clock.ts';
import { envOfProcess } from '#server/env.ts';
import { openLog } from '#server/log.ts';
import { startApp } from '#server/main.ts';
import type { NodeAnswer, NodeAsked } from './asked.ts';

const read = envOfProcess();
if (!read.ok) throw new Error(read.because.join(' '));
const { databaseUrl, authSecret, port } = read.env;
if (databaseUrl === null || authSecret === null) throw new Error('A node needs a database.');

const http = createServer();
await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
const said = (line: string) => say({ kind: 'said', line });
const { app } = await startApp({
	env: { ...read.env, databaseUrl, authSecret },
	clock: systemClock,
	log: openLog(said),
	say: said,
	build: 'test',
	http
});
process.on('message', (asked) => void answer(asked as NodeAsked));
process.on('disconnect', () => process.exit());
say({ kind: 'listening' });

async function answer(asked: NodeAsked): Promise<void> {
	const { id } = asked;
	if (asked.kind === 'mine') {
		say({ kind: 'answer', id, answer: await app.contacts.mine(asked.officerId) });
	} else if (asked.kind === 'act') {
		say({ kind: 'answer', id, answer: await app.contacts.act(asked.acted) });
	} else {
		const { contactId, verb, officer } = asked;
		say({ kind: 'answer', id, answer: await app.telephony.command(contactId, { verb, officer }) });
	}
}

function say(message: NodeAnswer): void {
	process.send?.(message);
}
