/**
 * The settings a command runs with: the same names as the product's, refused in the same words. A command signs nobody
 * in, so that whoever has told it the database need not tell it the secret too.
 */
import { envOfProcess, type Env } from '../env.ts';
import { sentence } from '../sentence.ts';

const NO_SECRET = '-'.repeat(32);

export function environment(given: Record<string, string> = {}): Env {
	const read = envOfProcess({ AUTH_SECRET: NO_SECRET, ...given });
	if (!read.ok) throw sentence(read.because.join('\n'));
	return read.env;
}
