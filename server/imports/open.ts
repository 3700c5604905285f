/** Imports of the running product: their own connections, so that a long file takes none of anybody else's. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AcceptRefusal, ImportsSeen } from '../../shared/officers/imports.ts';
import type { Sweep } from '../jobs/sweeping.ts';
import { acceptInWriting, refuseExtract, type Answering } from './accept.ts';
import { arrivals } from './arriving.ts';
import { matchPublished, publishWritten } from './after.ts';
import type { ImportNeeds } from './needs.ts';
import type { Published } from './publishing/publish.ts';
import { receiver } from './receive.ts';
import { seeImports } from './see-imports.ts';

type Refused = { ok: false; because: AcceptRefusal };

export type Imports = {
	see(): Promise<ImportsSeen>;
	/** Written down and answered at once: it is published by a sweep, and the page says how far it is. */
	accept(asked: Answering & { because: string }): Promise<{ ok: true } | Refused>;
	refuse(asked: Answering): Promise<{ ok: true } | Refused>;
	/** Answers a request of the imports' own route; false where it is for somebody else. */
	answer(request: IncomingMessage, response: ServerResponse): boolean;
	/** What is left to be done for them, by whichever process lives. */
	sweeps: readonly Sweep[];
};

export function openImports(needs: ImportNeeds): Imports {
	const { url, clock, dataDir, database } = needs;
	const tell = async ({ contactIds }: Published) => {
		await needs.freshened();
		for (const contactId of contactIds) await needs.show(contactId);
	};
	const parts = { url, clock, dataDir, sql: database.sql };
	const publishAll = async () => {
		for (const published of await publishWritten(parts)) await tell(published);
	};
	const arriving = arrivals();
	return {
		see: () => seeImports(database.sql, { clock, dataDir, stopped: arriving.stopped() }),
		accept: (asked) => acceptInWriting({ database, clock, dataDir }, asked),
		refuse: (asked) => refuseExtract({ database, clock }, asked),
		answer: receiver({ ...needs, arriving, tell }),
		sweeps: [
			{ name: 'accepted-extracts', everyMs: 1_000, run: publishAll },
			{ name: 'matching', everyMs: 2_000, run: () => matchPublished(parts) }
		]
	};
}
