/** A recording of a real switch, played at the product over TCP by the project's own command. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Product } from './product.ts';

const TOP = join(import.meta.dirname, '..', '..');

export type Played = {
	/** Resolves when the switch has said everything; throws when the command failed. */
	done(): Promise<void>;
	stop(): void;
};

export function play(product: Product, name: string, speed = 1): Played {
	const file = join(TOP, 'tests', 'traces', 'recordings', `${name}.ami`);
	const child = spawn(
		process.execPath,
		['server/commands/replay.ts', file, '--speed', String(speed)],
		{
			cwd: TOP,
			stdio: 'ignore',
			env: { ...process.env, ASTERISK_PORT: String(product.asteriskPort) }
		}
	);
	const ended = once(child, 'exit');
	return {
		async done() {
			const [code] = (await ended) as [number | null];
			if (code !== 0) throw new Error(`The replay of ${name} ended with ${code}.`);
		},
		stop: () => void child.kill('SIGTERM')
	};
}
