/** A server process of its own, as one of several on a database; killed, it has no time to say good-bye. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../live/ports.ts';
import type { NodeAnswer, NodeAsked } from './asked.ts';

type Untold<Asked> = Asked extends unknown ? Omit<Asked, 'id'> : never;

export type Node = {
	origin: string;
	lines: readonly string[];
	ask<Answer>(asked: Untold<NodeAsked>): Promise<Answer>;
	/** It listens to the switch, as it said itself last. */
	isListening(): boolean;
	signal(name: NodeJS.Signals): void;
	kill(): Promise<void>;
};

export const AUTH_SECRET = 's'.repeat(32);

export async function startNode(settings: Record<string, string>): Promise<Node> {
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	const { child, lines, answers, isUp } = forked({
		...settings,
		PORT: String(port),
		ORIGIN: origin
	});
	let asked = 0;
	await isUp;
	return {
		origin,
		lines,
		ask<Answer>(what: Untold<NodeAsked>) {
			asked += 1;
			const id = asked;
			return new Promise<Answer>((resolve) => {
				answers.set(id, (answer) => resolve(answer as Answer));
				child.send({ ...what, id });
			});
		},
		isListening: () =>
			lines.findLast((line) => line.includes('"switch.turn"'))?.includes('"taken"') ?? false,
		signal: (name) => void child.kill(name),
		async kill() {
			const gone = once(child, 'exit');
			child.kill('SIGKILL');
			await gone;
		}
	};
}

function forked(settings: Record<string, string>) {
	const child: ChildProcess = fork(join(import.meta.dirname, 'node.ts'), [], {
		env: {
			...settings,
			PATH: process.env['PATH'],
			AUTH_SECRET,
			DEMO: '0',
			OUTBOX_DIR: mkdtempSync(join(tmpdir(), 'fairline-outbox-'))
		},
		execArgv: []
	});
	const lines: string[] = [];
	const answers = new Map<number, (answer: unknown) => void>();
	const up = Promise.withResolvers<void>();
	child.on('message', (message) => {
		const told = message as NodeAnswer;
		if (told.kind === 'listening') up.resolve();
		if (told.kind === 'said') lines.push(told.line);
		if (told.kind === 'answer') answers.get(told.id)?.(told.answer);
	});
	child.once('exit', () => up.reject(new Error(`A node ended: ${lines.join('')}`)));
	return { child, lines, answers, isUp: up.promise };
}
