/**
 * A server's part of one commit in a process of its own, to be killed at any moment of it: says `written` as soon as
 * the transaction is committed and anybody could be told, and then waits.
 */
import { fixedClock } from '#server/clock.ts';
import { connect } from '#server/db/client.ts';
import { openOutcomes } from '#server/outcomes/open.ts';
import { ROLES, type Officer } from '#shared/officers/roles.ts';
import type { ReadBackLine } from '#shared/outcomes/read-back.ts';
import { instant } from '#shared/time/day.ts';

export type ToCommit = {
	url: string;
	contactId: string;
	key: string;
	shown: ReadBackLine[];
	officer: Officer;
	at: string;
};

const [sent] = process.argv.slice(2);
const { url, at, ...asked } = JSON.parse(sent ?? '') as ToCommit;
if (!ROLES.includes(asked.officer.role)) throw new Error('Nobody of that role commits.');
const outcomes = openOutcomes({
	database: connect(url, { orm: 1, sql: 1, hot: 1 }),
	clock: fixedClock(instant(at)),
	announcer: {
		contact: () => undefined,
		tile: () => undefined,
		boards: () => undefined,
		stop: () => undefined
	},
	council: 'Northmere City Council',
	isIn: () => Promise.resolve([]),
	show: () => {
		process.stdout.write('written');
		return Promise.resolve();
	},
	failed: (cause) => {
		throw cause;
	}
});
await outcomes.commit(asked);
