/**
 * Fifty calls a second to two hundred officers: from the bytes that the switch writes to the frame that an officer's
 * screen receives, beside the least pipeline under the same load, before and after. No pop may be missed or come twice.
 */
import { sentence } from '#server/sentence.ts';
import type { Asked } from '../bench.ts';
import { asRatio, inMilliseconds, middle, slowEnd } from '../figures.ts';
import { beside } from './beside.ts';
import { onLoad, type Load } from './ground.ts';
import { inAll, toldOf, type Told } from './pops.ts';
import type { SideName } from './said.ts';
import { through } from './through.ts';

const PER_SECOND = 50;
const SIDE_NAMES: Record<SideName, string> = { ours: 'Fairline      ', least: 'least pipeline' };
/** No later than this many times the least pipeline's. */
const BOUND = 2;
const LOOK_MS = 1_000;
const MINUTE = 60;

/** Each is played on for so long before it counts. */
type Length = {
	warmMs: number;
	leastMs: number;
	oursMs: number;
	besideMs: number;
	flood: number;
};
const LONG: Length = {
	warmMs: 5_000,
	leastMs: 60_000,
	oursMs: 300_000,
	besideMs: 30_000,
	flood: 5_000
};
const SHORT: Length = {
	warmMs: 1_000,
	leastMs: 3_000,
	oursMs: 10_000,
	besideMs: 1_500,
	flood: 500
};

export async function benchLoad({ isShort, isAlone, say }: Asked): Promise<void> {
	const { warmMs, leastMs, oursMs, besideMs, flood } = isShort ? SHORT : LONG;
	await onLoad({ isAlone, say }, async (load) => {
		await through(load, { calls: flood, say });
		say(`Measuring ${PER_SECOND} calls a second for ${oursMs / 1000} s ...`);
		const before = await played(load, 'least', { warmMs, ms: leastMs });
		const memory = watched(load);
		const ours = await played(load, 'ours', { warmMs, ms: oursMs });
		const seen = memory.stop();
		const after = isShort ? [] : [await played(load, 'least', { warmMs, ms: leastMs })];
		const least = inAll([before, ...after]);
		for (const line of linesOf({ ours, least })) say(line);
		say(memoryLine(seen));
		const play = (ms: number) => played(load, 'ours', { warmMs: 0, ms });
		const hurt = await beside(load, { ms: besideMs, alone: ours, play, say });
		refuseLost([ours, least, ...hurt]);
	});
}

async function played(
	load: Load,
	side: SideName,
	{ warmMs, ms }: { warmMs: number; ms: number }
): Promise<Told> {
	const came = await load.play({ side, ms: warmMs + ms, perSecond: PER_SECOND });
	return toldOf(load.sql, { ...came, warmMs });
}

function watched(load: Load): { stop: () => readonly number[] } {
	const seen = [load.memory()];
	const timer = setInterval(() => seen.push(load.memory()), LOOK_MS);
	return {
		stop() {
			clearInterval(timer);
			return seen;
		}
	};
}

function linesOf({ ours, least }: Record<SideName, Told>): string[] {
	const slow = slowEnd(ours.times) / slowEnd(least.times);
	return [
		`${PER_SECOND} calls a second to 200 officers:`,
		`  ${shown('ours', ours)}`,
		`  ${shown('least', least)}`,
		`  ratio p50 ${asRatio(middle(ours.times) / middle(least.times))}, p99 ${asRatio(slow)}, ${slow <= BOUND ? 'within' : 'over'} the bound of ${BOUND}`
	];
}

function shown(side: SideName, { times, rang, missed, doubled, strays }: Told): string {
	const took = `p50 ${inMilliseconds(middle(times))} ms, p99 ${inMilliseconds(slowEnd(times))} ms`;
	return `${SIDE_NAMES[side]} ${took}; ${rang} rang, ${missed} missed, ${doubled} doubled, ${strays} elsewhere`;
}

/** A run shorter than two minutes is compared by its halves. */
function memoryLine(seen: readonly number[]): string {
	const part = Math.min(MINUTE, Math.floor(seen.length / 2));
	const inMegabytes = (some: readonly number[]) => Math.round(middle(some)).toLocaleString('en-GB');
	return `  memory of the product: ${inMegabytes(seen.slice(0, part))} MB in its first ${part} s, ${inMegabytes(seen.slice(-part))} MB in its last`;
}

function refuseLost(some: readonly Told[]): void {
	if (some.some(({ missed, doubled, strays }) => missed + doubled + strays > 0)) {
		throw sentence('A pop was missed, came twice, or came to somebody else.');
	}
}
