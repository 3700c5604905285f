/**
 * Each telephone that rang and each pop that came, told by the call's own id: what was missed, what came twice or to
 * somebody whose telephone did not ring, and how long each took that came once all was warm.
 */
import type { Sql } from 'postgres';
import type { Times } from '../figures.ts';
import type { Pop, Ring } from './said.ts';

export type Told = { rang: number; times: Times; missed: number; doubled: number; strays: number };

export async function toldOf(
	sql: Sql,
	{ rings, pops, warmMs }: { rings: readonly Ring[]; pops: readonly Pop[]; warmMs: number }
): Promise<Told> {
	const calls = await callsOf(sql, pops);
	const came = new Map<string, Pop[]>();
	for (const pop of pops) {
		const key = `${calls.get(pop.contactId) ?? ''} ${pop.extension}`;
		came.set(key, [...(came.get(key) ?? []), pop]);
	}
	const times: number[] = [];
	const warmUntilUs = (rings[0]?.atUs ?? 0) + warmMs * 1000;
	let [missed, doubled] = [0, 0];
	for (const { call, leg, extension, atUs } of rings) {
		// Ours keeps the call's id with a contact, the least a leg's.
		const [key] = [call, leg].map((id) => `${id} ${extension}`).filter((each) => came.has(each));
		const [pop, ...others] = came.get(key ?? '') ?? [];
		came.delete(key ?? '');
		if (!pop) missed += 1;
		else if (atUs >= warmUntilUs) times.push(pop.atUs - atUs);
		doubled += others.length + (pop?.times ?? 1) - 1;
	}
	return { rang: rings.length, times, missed, doubled, strays: came.size };
}

async function callsOf(sql: Sql, pops: readonly Pop[]): Promise<Map<string, string>> {
	const ids = [...new Set(pops.map(({ contactId }) => contactId))];
	const rows = await sql<{ id: string; call: string }[]>`
		select id, source_contact_id as call from contacts where id = any(${ids}::uuid[])`;
	return new Map(rows.map(({ id, call }) => [id, call]));
}

export const inAll = (some: readonly Told[]): Told => ({
	rang: sum(some.map(({ rang }) => rang)),
	times: some.flatMap(({ times }) => times),
	missed: sum(some.map(({ missed }) => missed)),
	doubled: sum(some.map(({ doubled }) => doubled)),
	strays: sum(some.map(({ strays }) => strays))
});

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
