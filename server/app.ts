/** What procedures and pages may reach of the running product. `main.ts` builds it, once. */
import type { Changes } from './changes/open.ts';
import type { Clock } from './clock.ts';
import type { Contacts } from './contacts/open.ts';
import type { Windows } from './contacts/windows/windows.ts';
import type { GivensKept } from './contacts/givens.ts';
import type { Database } from './db/client.ts';
import type { Env } from './env.ts';
import type { Imports } from './imports/open.ts';
import type { Income } from './income/open.ts';
import type { Log } from './log.ts';
import type { Outcomes } from './outcomes/open.ts';
import type { Presences } from './monitoring/presence.ts';
import type { Auth } from './officers/auth.ts';
import type { Demo } from './officers/demo.ts';
import type { Telephony } from './telephony/open.ts';
import type { Webhooks } from './telephony/webhook/open.ts';

export type App = {
	env: Env;
	clock: Clock;
	log: Log;
	db: Database;
	auth: Auth;
	contacts: Contacts;
	givens: GivensKept;
	presences: Presences;
	changes: Changes;
	income: Income;
	outcomes: Outcomes;
	imports: Imports;
	telephony: Telephony;
	/** What switches post to us. */
	webhooks: Webhooks;
	/** What customers at the desk see in windows of their own. */
	windows: Windows;
	/** What cannot do its work now, by name. */
	notReady(): Promise<readonly string[]>;
	/** Null unless the product runs as a demo. */
	demo: Demo | null;
};
