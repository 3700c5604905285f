/**
 * What is due without anybody pressing a button: approvals that lapse, the outbox to the source systems,
 * recovery that goes on because nothing holds it any more, the night's look at arrangements with the letters it
 * queued, and what extracts left to be done.
 */
import type { App } from '../app.ts';
import { tellDirectDebits } from '../arrangements/direct-debits.ts';
import { nightly } from '../arrangements/nightly.ts';
import { inTransaction } from '../db/transaction.ts';
import { endLeft } from '../telephony/backs/end-left.ts';
import { noteLeft } from '../telephony/backs/note-left.ts';
import { tellRefunds } from '../income/refunds/tell-refunds.ts';
import { makeNotices } from '../letters/make-notices.ts';
import { restartEnded } from '../letters/restart.ts';
import { tellSources } from '../letters/tell-sources.ts';
import type { Part } from '../part.ts';
import { sweeping } from './sweeping.ts';

type Due = Pick<App, 'env' | 'db' | 'clock' | 'outcomes' | 'contacts' | 'imports'> & {
	failed: (event: string) => (cause: unknown) => void;
};

export function dueWork({ env, db, clock, outcomes, contacts, imports, failed }: Due): Part {
	const outbox = { database: db, clock, folder: env.outboxDir, isDemo: env.demo };
	const tell = async () => {
		await inTransaction(db, (tx) => tellRefunds(tx, { at: clock.now() }));
		await inTransaction(db, (tx) => tellDirectDebits(tx, { at: clock.now() }));
		const moved = await tellSources(outbox);
		for (const contactId of moved) await contacts.show(contactId);
	};
	const restart = () =>
		inTransaction(db, (tx) => restartEnded(tx, { today: clock.today(), at: clock.now() }));
	const night = () =>
		nightly({ database: db, clock, show: (contactId) => contacts.show(contactId) });
	return sweeping(
		[
			{ name: 'approvals', everyMs: 1_000, run: () => outcomes.sweep() },
			{ name: 'outbox', everyMs: 2_000, run: tell },
			{ name: 'left callers', everyMs: 2_000, run: () => noteLeft({ database: db, clock }) },
			{ name: 'calls back', everyMs: 5_000, run: () => endLeft({ database: db, clock }) },
			{ name: 'restarts', everyMs: 60_000, run: restart },
			{ name: 'nights', everyMs: 60_000, run: night },
			{
				name: 'notices',
				everyMs: 10_000,
				run: () => makeNotices({ database: db, council: env.council })
			},
			...imports.sweeps
		],
		(name, cause) => failed(name)(cause)
	);
}
