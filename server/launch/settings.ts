/**
 * What this run is decided to be before anything is started: the environment with the gaps filled that only the parent
 * may fill (where the data lies, the secret that signs sessions, the moment a demo's clock starts).
 */
import { systemClock } from '../clock.ts';
import { dataFolder } from '../db/embedded/folder.ts';
import { secretsIn } from '../db/embedded/secrets.ts';
import { envOfProcess, type Env } from '../env.ts';
import type { Say } from '../progress.ts';
import { sentence } from '../sentence.ts';
import type { Asked } from './arguments.ts';

export type RunSettings = Readonly<{
	env: Env;
	/** Null when the database is somebody else's. */
	dataDir: string | null;
	/** For the server, beside DATABASE_URL: whole, so that it decides nothing by itself. */
	environment: Record<string, string>;
}>;

export function settingsOf({ dev, on }: Asked, say: Say): RunSettings {
	const read = envOfProcess(on ? { DEMO_DAY: on } : {});
	if (!read.ok) throw sentence(read.because.join('\n'));
	const { env } = read;
	const environment = {
		NODE_ENV: dev ? 'development' : 'production',
		DEMO: env.demo ? '1' : '0',
		...(env.demoDay ? { DEMO_DAY: env.demoDay } : {}),
		// One moment for every server of this run, so that one that is restarted is still at the same time.
		...(env.demoDay ? { DEMO_STARTED_AT: env.demoStartedAt ?? systemClock.now() } : {})
	};
	if (env.databaseUrl) return { env, dataDir: null, environment };

	const { folder, note } = dataFolder({ wanted: env.dataDir, given: env.dataDirGiven });
	if (note) say(note);
	const authSecret = env.authSecret ?? secretsIn(folder).auth;
	return {
		env,
		dataDir: folder,
		environment: { ...environment, DATA_DIR: folder, AUTH_SECRET: authSecret }
	};
}
