/** What every command of money needs: the time, who asks, and telling every screen of a change after its commit. */
import { hasAuthority } from '../../shared/officers/authority.ts';
import type { Officer } from '../../shared/officers/roles.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { inTransaction, type Transaction } from '../db/transaction.ts';

/** Without the contacts that had to be told. */
export type Told<Answer> = Answer extends { changed: readonly string[] }
	? Omit<Answer, 'changed'>
	: Answer;

export type Doing = {
	database: Database;
	now: () => { at: Instant; today: Day };
	byOf: (officer: Officer) => { officerId: string; isLeader: boolean; mayOpenRestricted: boolean };
	tell: (contactIds: readonly string[]) => void;
	thenShown: <Answer extends { ok: boolean }>(
		work: (tx: Transaction) => Promise<Answer>
	) => Promise<Told<Answer>>;
};

type Needs = {
	database: Database;
	clock: Clock;
	show: (contactId: string) => Promise<void>;
	failed: (cause: unknown) => void;
};

export function doingFor({ database, clock, show, failed }: Needs): Doing {
	const tell = (contactIds: readonly string[]) => {
		for (const contactId of contactIds) void show(contactId).catch(failed);
	};
	return {
		database,
		tell,
		now: () => ({ at: clock.now(), today: clock.today() }),
		byOf({ id, role }) {
			const isLeader = hasAuthority(role, 'leader');
			return { officerId: id, isLeader, mayOpenRestricted: isLeader };
		},
		thenShown: (work) =>
			inTransaction(database, async (tx) => {
				const { changed, ...answer } = (await work(tx)) as { changed?: readonly string[] };
				tx.afterCommit(() => tell(changed ?? []));
				return answer as never;
			})
	};
}
