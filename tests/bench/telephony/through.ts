/**
 * Events a second from the switch's socket through client, reducer and database: as many calls as the socket takes,
 * until the last of them stands in Postgres as ended, beside a bare parser over the same bytes.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { sentence } from '#server/sentence.ts';
import type { Say } from '../bench.ts';
import { asRatio } from '../figures.ts';
import { nextFrom, nowUs } from '../protocol.ts';
import type { Load } from './ground.ts';
import type { Flooded, SwitchSaid } from './said.ts';

const PATIENCE_MS = 120_000;
const LOOK_MS = 20;

export async function through(
	load: Load,
	{ calls, say }: { calls: number; say: Say }
): Promise<void> {
	const { sql, line } = load;
	line.send({ kind: 'flood', calls });
	const flooded = await nextFrom<SwitchSaid, 'flooded'>(line, 'flooded', PATIENCE_MS);
	while ((await endedAmong(sql, flooded)) < calls) {
		if (nowUs() - flooded.beganAtUs > PATIENCE_MS * 1000)
			throw sentence('Not every call has ended in the database.');
		await pause(LOOK_MS);
	}
	const us = nowUs() - flooded.beganAtUs;
	const { events, bytes, bareUs } = flooded;
	const perSecond = (took: number) => Math.round((events * 1e6) / took).toLocaleString('en-GB');
	say(
		`Events of ${calls} calls (${Math.round(bytes / 1024 ** 2)} MB) from a socket into the database:`
	);
	say(`  Fairline    ${perSecond(us)} a second (client, reducer and database)`);
	say(`  bare parser ${perSecond(bareUs)} a second`);
	say(`  ratio ${asRatio(us / bareUs)}`);
	await load.settle();
}

async function endedAmong(sql: Load['sql'], { calls }: Flooded): Promise<number> {
	const [row] = await sql<[{ count: number }]>`
		select count(*)::int as count from contacts c join contact_events e on e.contact_id = c.id
		where e.type = 'callEnded' and c.source = 'asterisk' and c.source_contact_id = any(${[...calls]})`;
	return row.count;
}
