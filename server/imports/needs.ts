/** What the running product's imports are built of. */
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import type { Log } from '../log.ts';
import type { Auth } from '../officers/auth.ts';

export type ImportNeeds = {
	url: string;
	origin: string;
	dataDir: string;
	clock: Clock;
	log: Log;
	database: Database;
	auth: Pick<Auth, 'sessionOf'>;
	/** How fresh every source is has changed. */
	freshened(): Promise<void>;
	/** Open contacts whose figures an extract changed. */
	show(contactId: string): Promise<void>;
};
