/**
 * How long a pop takes, from the switch's bytes to an officer's held state, beside the least pipeline that does the
 * same on the same database: by turns, at ten a second and one straight after another.
 */
import postgres from 'postgres';
import { startProduct } from '../journeys/product.ts';
import { timesInBrowser } from './browser.ts';
import type { Asked, Say } from './bench.ts';
import { callMaker } from './calls.ts';
import { cityGround } from './city-ground.ts';
import { asRatio, inMilliseconds, middle, slowEnd, type Times } from './figures.ts';
import { groundFor, type Ground } from './ground.ts';
import { nextFrom, type FloorSaid } from './protocol.ts';
import { cookieOf } from './sign-in.ts';
import { childOf, endOf, openSide, openSwitch, type Block, type Side } from './side.ts';

type Length = { warmingPops: number; pairs: number; ms: number; browserPops: number };

/** Both sides warm up by as many pops: by time the quicker to put a call away would be the warmer. */
const LONG: Length = { warmingPops: 600, pairs: 5, ms: 2_500, browserPops: 25 };
const SHORT: Length = { warmingPops: 150, pairs: 1, ms: 1_500, browserPops: 5 };
const CALLERS = 200;
const RATES = [
	{ words: 'ten a second', everyMs: 100 },
	{ words: 'one straight after another', everyMs: null }
] as const;

type Pair = { ours: Times; least: Times };

/** Prints the figures. Everything it starts and fills is its own, and is gone afterwards. */
export async function benchPop({ isShort, isAlone, isCity, say }: Asked): Promise<void> {
	const ground = await (isCity ? cityGround({ isShort, say }) : groundFor({ isAlone, say }));
	try {
		await benchOn(ground, { length: isShort ? SHORT : LONG, say });
	} finally {
		await ground.clear();
	}
}

async function benchOn(ground: Ground, { length, say }: { length: Length; say: Say }) {
	const [ourLine, leastLine] = [await openSwitch(), await openSwitch()];
	say('Starting the product ...');
	const settings = { ...ground.settings, ASTERISK_PORT: String(ourLine.port) };
	const product = await startProduct(settings);
	const url = await ground.urlFor(product);
	const floor = childOf('floor/pipeline.ts', { databaseUrl: url, amiPort: leastLine.port });
	const { origin } = await nextFrom<FloorSaid, 'listening'>(floor, 'listening');
	try {
		const make = callMaker();
		const cookie = await cookieOf(product.origin, 'priya');
		const ours = await openSide({
			line: ourLine,
			client: { origin: product.origin, cookie },
			make
		});
		const least = await openSide({ line: leastLine, client: { origin, cookie: null }, make });
		await compare({ ours, least }, { numbers: await callersIn(url), length, say });
		await Promise.all([ours.close(), least.close()]);
		await timesInBrowser({ product, line: ourLine, make, pops: length.browserPops, say });
	} finally {
		await endOf(floor);
		await product.stop();
		await Promise.all([ourLine.close(), leastLine.close()]);
	}
}

async function compare(
	sides: { ours: Side; least: Side },
	{ numbers, length, say }: { numbers: readonly string[]; length: Length; say: Say }
): Promise<void> {
	const warming: Block = { numbers, lasts: { pops: length.warmingPops }, everyMs: null };
	say('Warming both sides ...');
	await sides.ours.pops(warming);
	await sides.least.pops(warming);
	for (const { words, everyMs } of RATES) {
		say(`Measuring ${words}: ${length.pairs} by turns, ${length.ms} ms each ...`);
		const pairs: Pair[] = [];
		for (let turn = 0; turn < length.pairs; turn += 1) {
			pairs.push(await pairOf(sides, { numbers, lasts: { ms: length.ms }, everyMs }, turn));
		}
		for (const line of linesOf(words, pairs)) say(line);
	}
}

/** Who goes first changes by turns too. */
async function pairOf(
	{ ours, least }: { ours: Side; least: Side },
	block: Block,
	turn: number
): Promise<Pair> {
	if (turn % 2 === 0) return { ours: await ours.pops(block), least: await least.pops(block) };
	const second = await least.pops(block);
	return { ours: await ours.pops(block), least: second };
}

function linesOf(words: string, pairs: readonly Pair[]): string[] {
	const ours = pairs.flatMap((pair) => pair.ours);
	const least = pairs.flatMap((pair) => pair.least);
	const each = pairs.map((pair) => asRatio(middle(pair.ours) / middle(pair.least)));
	const side = (name: string, times: Times) =>
		`${name} p50 ${inMilliseconds(middle(times))} ms, p99 ${inMilliseconds(slowEnd(times))} ms, ${times.length} pops`;
	return [
		`A pop, ${words}:`,
		`  ${side('Fairline      ', ours)}`,
		`  ${side('least pipeline', least)}`,
		`  ratio p50 ${asRatio(middle(ours) / middle(least))}, p99 ${asRatio(slowEnd(ours) / slowEnd(least))}; p50 by pair ${each.join(' ')}`
	];
}

/** Callers of the demo, some of whom share a number, in an order that is the same for both sides. */
async function callersIn(url: string): Promise<string[]> {
	const sql = postgres(url, { max: 1 });
	try {
		const rows = await sql<{ e164: string }[]>`
			select e164 from customer_phones where to_on is null
			group by e164 order by md5(e164) limit ${CALLERS}`;
		return rows.map(({ e164 }) => e164);
	} finally {
		await sql.end();
	}
}
