/**
 * Two switches may give the same id to two calls: each contact is of its own switch, hears its own switch alone, and is
 * alone in losing a number that its caller forbids, however late.
 */
import { join } from 'node:path';
import { afterAll, describe, expect } from 'vitest';
import { Player } from '#server/telephony/replay/play.ts';
import { messageEnds, readRecording, type Recording } from '#server/telephony/replay/recording.ts';
import { test as plain } from '../flow.ts';
import { besideASwitch, soon } from './beside-a-switch.ts';

const RECORDINGS = join(import.meta.dirname, '../../traces/recordings');
const ID = 'pbx1-1795297598.0';

const players = [new Player({ speed: 40 }), new Player({ speed: 40 })] as const;
afterAll(() => Promise.all(players.map((player) => player.close())));

const test = plain.extend('beside', { scope: 'file' }, async ({ databaseUrl }, { onCleanup }) => {
	const [first, second] = players;
	const beside = await besideASwitch(databaseUrl, {
		asterisk: { port: await first.listen({ host: '127.0.0.1', port: 0 }) },
		'asterisk:2': { port: await second.listen({ host: '127.0.0.1', port: 0 }) }
	});
	onCleanup(() => beside.close());
	return beside;
});

/** Message by message, so that the two are heard in turns. */
function recorded(name: string, edit: (text: string) => string = (text) => text): Recording {
	const { bytes: read } = readRecording(join(RECORDINGS, `${name}.ami`));
	const bytes = Buffer.from(edit(read.toString('latin1')), 'latin1');
	const ends = messageEnds(bytes);
	const pieces = ends.map((to, index) => ({ atMs: index * 100, from: ends[index - 1] ?? 0, to }));
	return { bytes, skipped: 0, pieces };
}

/** Under the ids of the other, and forbidden by the last that is heard of it. */
function givenUp(text: string): string {
	const forbidding = [
		'Event: VarSet',
		'Channel: PJSIP/trunk-0000000b',
		'CallerIDNum: +447700900234',
		`Uniqueid: ${ID}`,
		`Linkedid: ${ID}`,
		'ChanVariable: CALLERID(pres)=prohib_not_screened'
	];
	return `${text.replaceAll('pbx1-1795297667.11', ID)}${forbidding.join('\r\n')}\r\n\r\n`;
}

describe('two calls with one id', () => {
	test('are two contacts, and only the one of the switch that forbids it loses its number', async ({
		beside
	}) => {
		const { sql } = beside.app.db;
		const [first, second] = players;
		await Promise.all([
			first.play([recorded('a-queue-answered-caller-hangs-up')]),
			second.play([recorded('c-abandoned-in-queue', givenUp)])
		]);
		const seen = () => sql`
			select k.source, k.caller_number as number, k.presentation,
				array(select e.type from contact_events e where e.contact_id = k.id
					and e.type in ('answered', 'callerWithdrawn') order by e.seq) as said,
				(select e.body ->> 'endedBy' from contact_events e where e.contact_id = k.id
					and e.type = 'callEnded') as by,
				(select e.body ->> 'abandoned' from contact_events e where e.contact_id = k.id
					and e.type = 'callEnded') as abandoned
			from contacts k where k.source_contact_id = ${ID} order by k.source`;
		await expect.poll(seen, soon).toEqual([
			{
				source: 'asterisk',
				number: '+447700900123',
				presentation: 'allowed',
				said: ['answered'],
				by: 'caller',
				abandoned: 'false'
			},
			{
				source: 'asterisk:2',
				number: null,
				presentation: 'withheld',
				said: ['callerWithdrawn'],
				by: 'caller',
				abandoned: 'true'
			}
		]);
	});
});
