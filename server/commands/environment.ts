/** The settings a command runs with: the same names as the product's, refused in the same words. */
import { envOfProcess, type Env } from '../env.ts';
import { sentence } from '../sentence.ts';

export function environment(given: Record<string, string> = {}): Env {
	const read = envOfProcess(given);
	if (!read.ok) throw sentence(read.because.join('\n'));
	return read.env;
}
