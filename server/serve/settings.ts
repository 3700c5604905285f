/** What a server process is told by its environment. The parent has filled every gap; run alone, a person must. */
import { clockFor } from '../clock.ts';
import { envOfProcess } from '../env.ts';
import type { Log } from '../log.ts';
import type { Settings } from '../running.ts';
import { sentence } from '../sentence.ts';
import { tell } from './lifeline.ts';

export function serverSettings(log: Log): Omit<Settings, 'build' | 'http'> {
	const read = envOfProcess();
	if (!read.ok) throw sentence(read.because.join('\n'));
	const { env } = read;
	const { databaseUrl, authSecret } = env;
	if (databaseUrl === null || authSecret === null) {
		throw sentence(
			'DATABASE_URL and AUTH_SECRET are not set: run npm start, which brings a database, or set both.'
		);
	}
	return {
		env: { ...env, databaseUrl, authSecret },
		clock: clockFor(env),
		log,
		say: (line) => tell({ kind: 'said', line })
	};
}
