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
	say({ kind: 'answer', id: asked.id, answer: await answerTo(asked) });
}

function answerTo(asked: NodeAsked): Promise<unknown> {
	switch (asked.kind) {
		case 'mine':
			return app.contacts.mine(asked.officerId);
		case 'act':
			return app.contacts.act(asked.acted);
		case 'receive':
			return app.contacts.receive(asked);
		case 'whomElse':
			return app.outcomes.whomElse(asked);
		case 'window': {
			const { contactId, verb, officer } = asked;
			const of = { contactId, officerId: officer.id };
			if (verb === 'open') return app.windows.open({ ...of, officerName: officer.name });
			return app.windows.cover({ ...of, isHidden: verb === 'hide' });
		}
		case 'command': {
			const { contactId, verb, officer } = asked;
			return app.telephony.command(contactId, { verb, officer });
		}
	}
}

function say(message: NodeAnswer): void {
	process.send?.(message);
}
