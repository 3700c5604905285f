/** What is due without anybody pressing a button: approvals that lapse, and the outbox to the source systems. */
import type { App } from '../app.ts';
import { demoSource, tellSources } from '../letters/tell-sources.ts';
import type { Part } from '../part.ts';
import { sweeping } from './sweeping.ts';

type Due = Pick<App, 'db' | 'clock' | 'outcomes' | 'contacts'> & {
	failed: (event: string) => (cause: unknown) => void;
};

export function dueWork({ db, clock, outcomes, contacts, failed }: Due): Part {
	const tell = async () => {
		const moved = await tellSources({ database: db, clock, source: demoSource });
		for (const contactId of moved) await contacts.show(contactId);
	};
	return sweeping(
		[
			{ name: 'approvals', everyMs: 1_000, run: () => outcomes.sweep() },
			{ name: 'outbox', everyMs: 2_000, run: tell }
		],
		(name, cause) => failed(name)(cause)
	);
}
