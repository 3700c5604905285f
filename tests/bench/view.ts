/**
 * How long the whole single view of a customer takes, from the question to the officer's view of it, beside the least
 * code that does the same: the same statements, prepared by postgres.js with nothing around them, then the same parse,
 * fold and projection. First what an officer has in hand, then the sheet that a key opens over it, with all that was
 * paid and has happened. By turns, for one reader and for eight, on a whole city's data.
 */
import { CONTACT } from '#server/contacts/queries.ts';
import { wholePeople } from '#server/contacts/people-sql.ts';
import { withInstant } from '#server/contacts/heard/ring.ts';
import { fixedClock } from '#server/clock.ts';
import {
	readSingleView,
	SINGLE_VIEW,
	singleViewParameters,
	theirSingleView
} from '#server/contacts/single-view.ts';
import { viewOf, type ShowingParts } from '#server/contacts/show.ts';
import { connect } from '#server/db/client.ts';
import { NOTHING_GIVEN } from '../builders/givens.ts';
import { officerView, type ContactFacts } from '#shared/contacts/shown/projection.ts';
import { singleView } from '#shared/contacts/shown/single-view.ts';
import { foldContact } from '#shared/contacts/state/fold.ts';
import type { ContactEvent } from '#shared/contacts/log/events.ts';
import type { ContactView } from '#shared/contacts/shown/view.ts';
import { instantInLondon } from '#shared/time/day.ts';
import postgres from 'postgres';
import type { Asked, Say } from './bench.ts';
import { CITY_DAY, openCity } from './city.ts';
import { asRatio, inMilliseconds, middle, slowEnd, type Times } from './figures.ts';
import { nowUs } from './protocol.ts';
import { contactsWritten, OFFICER, type WrittenContacts } from './view-contacts.ts';

type Length = { contacts: number; warming: number; pairs: number; ms: number };

const LONG: Length = { contacts: 2_000, warming: 400, pairs: 6, ms: 2_500 };
const SHORT: Length = { contacts: 200, warming: 100, pairs: 2, ms: 500 };
const READERS = [1, 8];
/** As many as the busiest of the readers can use. */
const BARE_CONNECTIONS = 8;

type Read<Answer> = (contactId: string) => Promise<Answer>;
type Sides<Answer = unknown> = { what: string; ours: Read<Answer>; bare: Read<Answer> };
type InHand = ContactView | undefined;

export async function benchView({ isShort, say }: Asked): Promise<void> {
	const length = isShort ? SHORT : LONG;
	const city = await openCity({ isShort, say });
	try {
		const written = await contactsWritten(city.url, { count: length.contacts, on: CITY_DAY });
		try {
			await measure(city.url, { written, length, say });
		} finally {
			await written.clear();
		}
	} finally {
		await city.stop();
	}
}

async function measure(
	url: string,
	{ written, length, say }: { written: WrittenContacts; length: Length; say: Say }
): Promise<void> {
	const database = connect(url);
	const bare = postgres(url, {
		max: BARE_CONNECTIONS,
		prepare: true,
		max_lifetime: null,
		connection: { role: 'fairline_app', plan_cache_mode: 'force_generic_plan' }
	});
	const clock = fixedClock(instantInLondon(CITY_DAY, '10:00'));
	const parts = {
		database,
		clock,
		verbsOf: () => [],
		givens: () => NOTHING_GIVEN,
		mayOpenRestricted: () => true
	} satisfies Omit<ShowingParts, 'announcer'>;
	const inHand: Sides<InHand> = {
		what: 'The whole single view by customer',
		ours: (contactId) => viewOf(contactId, OFFICER, parts),
		bare: (contactId) => bareView(bare, contactId, clock.now())
	};
	const view = (contactId: string) => viewOf(contactId, OFFICER, parts);
	const needs = { contacts: { view }, db: database, clock };
	const opened: Sides = {
		what: 'The same with the sheet opened: what was repaid and what has happened',
		ours: (contactId) => theirSingleView(needs, { contactId, officerId: OFFICER }),
		bare: async (contactId) => bareSheet(bare, contactId, await inHand.bare(contactId))
	};
	try {
		await seeThatBothAgree(inHand, written.ids);
		await seeThatBothAgree(opened, written.ids);
		const turns = [inHand, opened].flatMap((sides) =>
			READERS.map((readers) => ({ sides, readers }))
		);
		for (const { sides, readers } of turns) {
			for (const line of await compared(sides, { readers, ids: written.ids, length })) say(line);
		}
	} finally {
		await Promise.all([database.close(), bare.end()]);
	}
}

async function bareView(
	sql: postgres.Sql,
	contactId: string,
	at: ReturnType<typeof instantInLondon>
): Promise<ContactView | undefined> {
	const [row] = await sql.unsafe<{ contact: string }[]>(CONTACT, [contactId, CITY_DAY], {
		prepare: true
	});
	if (!row) return undefined;
	const record = JSON.parse(row.contact) as Omit<ContactFacts, 'contact' | 'count' | 'people'> & {
		events: readonly ContactEvent[];
		candidates: { count: number; people: Parameters<typeof wholePeople>[0] };
	};
	const { candidates, events, caller, drafts } = record;
	const facts = {
		contactId,
		contact: foldContact(events.map(withInstant)),
		caller,
		drafts,
		count: candidates.count,
		people: wholePeople(candidates.people)
	};
	return officerView(facts, {
		officerId: OFFICER,
		mayOpenRestricted: true,
		verbs: [],
		givens: NOTHING_GIVEN,
		at,
		today: CITY_DAY
	});
}

async function bareSheet(sql: postgres.Sql, contactId: string, view: InHand): Promise<unknown> {
	if (view?.people.kind !== 'known') throw new Error('A view of the bench shows nobody.');
	const { person, records: debts, actingBy } = view.people;
	const debtIds = debts.map(({ id }) => id);
	const about = { customerId: person.customerId, contactId, debtIds, today: CITY_DAY };
	const [row] = await sql.unsafe<{ whole: string }[]>(SINGLE_VIEW, singleViewParameters(about), {
		prepare: true
	});
	return { ok: true, whole: singleView(readSingleView(row?.whole ?? ''), { debts, actingBy }) };
}

/** A floor that did less would be no floor. */
async function seeThatBothAgree(
	{ what, ours, bare }: Sides,
	ids: readonly string[]
): Promise<void> {
	for (const id of ids.slice(0, 25)) {
		const [one, other] = [await ours(id), await bare(id)];
		if (JSON.stringify(one) !== JSON.stringify(other)) {
			throw new Error(`${what}: the bare statements show another view.`);
		}
	}
}

async function compared(
	{ what, ours, bare }: Sides,
	{ readers, ids, length }: { readers: number; ids: readonly string[]; length: Length }
): Promise<string[]> {
	const walk = { readers, ids };
	for (const read of [ours, bare]) await timesOf(read, { ...walk, turns: length.warming });
	const pairs: { ours: Times; bare: Times }[] = [];
	for (let turn = 0; turn < length.pairs; turn += 1) {
		const block = { ...walk, ms: length.ms };
		// Who goes first changes by turns too.
		const first = await timesOf(turn % 2 === 0 ? ours : bare, block);
		const second = await timesOf(turn % 2 === 0 ? bare : ours, block);
		pairs.push(turn % 2 === 0 ? { ours: first, bare: second } : { ours: second, bare: first });
	}
	const all = {
		ours: pairs.flatMap((pair) => pair.ours),
		bare: pairs.flatMap((pair) => pair.bare)
	};
	const each = pairs.map((pair) => asRatio(middle(pair.ours) / middle(pair.bare)));
	const side = (name: string, times: Times) =>
		`  ${name} p50 ${inMilliseconds(middle(times))} ms, p99 ${inMilliseconds(slowEnd(times))} ms, ${times.length} views`;
	return [
		`${what}, ${readers} at a time:`,
		side('Fairline      ', all.ours),
		side('bare statement', all.bare),
		`  ratio p50 ${asRatio(middle(all.ours) / middle(all.bare))}, p99 ${asRatio(slowEnd(all.ours) / slowEnd(all.bare))}; p50 by pair ${each.join(' ')}`
	];
}

/** One view after another by each reader, for so long or so many turns; microseconds of each. */
async function timesOf(
	read: Read<unknown>,
	walk: { readers: number; ids: readonly string[] } & ({ ms: number } | { turns: number })
): Promise<Times> {
	const times: number[] = [];
	const from = nowUs();
	const goesOn = () => ('ms' in walk ? nowUs() - from < walk.ms * 1000 : times.length < walk.turns);
	let next = 0;
	const reader = async () => {
		while (goesOn()) {
			const id = walk.ids[(next += 1) % walk.ids.length] ?? '';
			const began = nowUs();
			await read(id);
			times.push(nowUs() - began);
		}
	};
	await Promise.all(Array.from({ length: walk.readers }, reader));
	return times;
}
