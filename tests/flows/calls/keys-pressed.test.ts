/**
 * A card keyed into a call, in every way in which a switch may carry it, played at the product over TCP: afterwards no
 * table and no line of the log holds a figure of it, and the call came to what it came to.
 */
import { join } from 'node:path';
import { afterAll, describe, expect } from 'vitest';
import { Player } from '#server/telephony/replay/play.ts';
import { messageEnds, readRecording } from '#server/telephony/replay/recording.ts';
import { CARD, KEYED, keyedInto } from '../../traces/keyed.ts';
import { test as plain } from '../flow.ts';
import { besideASwitch, soon } from './beside-a-switch.ts';

const FILE = '../../traces/recordings/a-queue-answered-caller-hangs-up.ami';
const FIGURES = `${CARD.slice(0, 4)}.?${CARD.slice(4, 8)}`;

const player = new Player({ speed: 100 });
afterAll(() => player.close());

const test = plain.extend('beside', { scope: 'file' }, async ({ databaseUrl }, { onCleanup }) => {
	const port = await player.listen({ host: '127.0.0.1', port: 0 });
	const beside = await besideASwitch(databaseUrl, { asterisk: { port } });
	onCleanup(() => beside.close());
	return beside;
});

describe('keys pressed in a call', () => {
	test('are in no table and in no line of the log', async ({ beside, owner }) => {
		const { bytes: recorded } = readRecording(join(import.meta.dirname, FILE));
		const bytes = keyedInto(
			recorded,
			KEYED.map(([, ...lines]) => lines)
		);
		const ends = messageEnds(bytes);
		const pieces = ends.map((to, index) => ({ atMs: index * 100, from: ends[index - 1] ?? 0, to }));
		await player.play([{ bytes, skipped: 0, pieces }]);
		const ended = async () =>
			(
				await owner`select body ->> 'endedBy' as by from contact_events where type = 'callEnded'`
			)[0];
		await expect.poll(ended, soon).toEqual({ by: 'caller' });

		const tables = await owner<{ name: string }[]>`
			select format('%I.%I', schemaname, tablename) as name from pg_tables
			where schemaname not in ('pg_catalog', 'information_schema')`;
		expect(tables.length).toBeGreaterThan(40);
		for (const { name } of tables) {
			const rows = await owner.unsafe(`select 1 from ${name} t where t::text ~ '${FIGURES}'`);
			expect([name, rows.length]).toEqual([name, 0]);
		}
		expect(beside.lines.join('\n')).not.toMatch(new RegExp(FIGURES));
	});
});
