/**
 * How long a search takes, from what was typed to the part-masked list, beside the vocabulary and token method alone,
 * by turns on the same data; and how often whoever was meant is among the first three.
 */
import { searchCustomers } from '#server/customers/search.ts';
import { connect } from '#server/db/client.ts';
import { readSearch } from '#shared/customers/search/search.ts';
import postgres from 'postgres';
import type { Asked, Say } from './bench.ts';
import { CITY_DAY, openCity } from './city.ts';
import { asRatio, inMilliseconds, middle, slowEnd } from './figures.ts';
import { floorSearch, type FloorSearch } from './floor/search.ts';
import { nowUs } from './protocol.ts';
import { searchInputs, type SearchInput } from './search-inputs.ts';

const LONG = { inputs: 2_000, rounds: 3 };
const SHORT = { inputs: 360, rounds: 1 };

type Search = (typed: string) => Promise<readonly string[]>;

export async function benchSearch({ isShort, say }: Asked): Promise<void> {
	const city = await openCity({ isShort, say });
	try {
		await measure(city.url, { ...(isShort ? SHORT : LONG), say });
	} finally {
		await city.stop();
	}
}

async function measure(
	url: string,
	{ inputs: count, rounds, say }: { inputs: number; rounds: number; say: Say }
): Promise<void> {
	const database = connect(url);
	const bare = postgres(url, {
		max: 1,
		prepare: true,
		max_lifetime: null,
		connection: {
			role: 'fairline_app',
			plan_cache_mode: 'force_generic_plan',
			enable_seqscan: 'off'
		}
	});
	try {
		const inputs = await searchInputs(bare, count);
		const ours: Search = async (typed) => {
			const search = readSearch(typed);
			if (!search) return [];
			const asked = { search, mayOpenRestricted: true, today: CITY_DAY };
			const { result } = await searchCustomers(database.searchSql, asked);
			const { found } = result;
			return found.map(({ customerId }) => customerId);
		};
		const floor = await floorSearch(bare);
		for (const line of await hits(ours, inputs)) say(line);
		for (const { typed } of inputs.slice(0, 300)) await floor(typed);
		const times = await byTurns({ ours, floor, inputs, rounds });
		const side = (name: string, of: readonly number[]) =>
			`  ${name} p50 ${inMilliseconds(middle(of))} ms, p99 ${inMilliseconds(slowEnd(of))} ms, ${of.length} searches`;
		say(side('Fairline             ', times.ours));
		say(side('vocabulary and tokens', times.floor));
		say(
			`  ratio p50 ${asRatio(middle(times.ours) / middle(times.floor))}, p99 ${asRatio(slowEnd(times.ours) / slowEnd(times.floor))}`
		);
	} finally {
		await Promise.all([database.close(), bare.end()]);
	}
}

async function byTurns({
	ours,
	floor,
	inputs,
	rounds
}: {
	ours: Search;
	floor: FloorSearch;
	inputs: readonly SearchInput[];
	rounds: number;
}): Promise<{ ours: number[]; floor: number[] }> {
	const times = { ours: [] as number[], floor: [] as number[] };
	const turns = Array.from({ length: rounds }, () => inputs).flat();
	for (const [at, { typed }] of turns.entries()) {
		// Who goes first changes by turns.
		if (at % 2 === 0) times.ours.push(await timeOf(() => ours(typed)));
		times.floor.push(await timeOf(() => floor(typed)));
		if (at % 2 === 1) times.ours.push(await timeOf(() => ours(typed)));
	}
	return times;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
	const from = nowUs();
	await work();
	return nowUs() - from;
}

const SHOWN_FIRST = 3;

/** How many found theirs among the first three, in all and by kind; this warms ours too. */
async function hits(search: Search, inputs: readonly SearchInput[]): Promise<string[]> {
	const kinds = new Map<string, { found: number; of: number }>();
	for (const { kind, typed, right } of inputs) {
		const first = (await search(typed)).slice(0, SHOWN_FIRST);
		const tally = kinds.get(kind) ?? { found: 0, of: 0 };
		kinds.set(kind, {
			found: tally.found + (first.some((id) => right.includes(id)) ? 1 : 0),
			of: tally.of + 1
		});
	}
	const all = [...kinds.values()].reduce((sum, { found }) => sum + found, 0);
	const line = (name: string, found: number, of: number) =>
		`  ${inPercent(found / of)} of ${of} ${name}`;
	return [
		'Searches, most with slips, and whoever was meant among the first three:',
		line('in all', all, inputs.length),
		...[...kinds].map(([name, { found, of }]) => line(name, found, of))
	];
}

function inPercent(share: number): string {
	return new Intl.NumberFormat('en-GB', {
		style: 'percent',
		minimumFractionDigits: 1
	}).format(share);
}
