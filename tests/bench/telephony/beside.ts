/** What pops of one switch wait while another has gone wrong, beside the same without it in the same run. */
import type { Say } from '../bench.ts';
import { asRatio, inMilliseconds, slowEnd } from '../figures.ts';
import { nextFrom } from '../protocol.ts';
import type { Load } from './ground.ts';
import type { Told } from './pops.ts';
import type { HostileSaid, Hurt } from './said.ts';

const WORDS: Record<Hurt, string> = {
	line: 'a line of 4 GB',
	packet: '100,000 events in one packet',
	variables: '1.5 MB of variables in one call'
};
const PATIENCE_MS = 30_000;

export async function beside(
	{ hostile }: Load,
	{
		ms,
		alone,
		play,
		say
	}: { ms: number; alone: Told; play: (ms: number) => Promise<Told>; say: Say }
): Promise<readonly Told[]> {
	const all: Told[] = [];
	for (const hurt of ['line', 'packet', 'variables'] as const) {
		hostile.send({ hurt, ms });
		const done = nextFrom<HostileSaid, 'hurt'>(hostile, 'hurt', ms + PATIENCE_MS);
		const told = await play(ms);
		const { times, bytes } = await done;
		const megabytes = Math.round(bytes / 1024 ** 2).toLocaleString('en-GB');
		const p99 = slowEnd(told.times);
		say(
			`  beside ${WORDS[hurt]} (${times} times, ${megabytes} MB): p99 ${inMilliseconds(p99)} ms, ratio p99 ${asRatio(p99 / slowEnd(alone.times))}`
		);
		all.push(told);
	}
	return all;
}
