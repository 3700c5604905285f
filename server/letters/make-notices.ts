/**
 * Makes the notices that are queued, each as its customer asked to be written to: on paper, by email, in large print, or
 * kept on the record where they asked for nothing in writing. One that cannot be made is tried again at the next sweep.
 */
import { eq, sql } from 'drizzle-orm';
import {
	noticeLines,
	NOTICE_NAMES,
	type Notice,
	type NoticeFacts
} from '../../shared/arrangements/life/notices.ts';
import { addressToWriteTo } from '../../shared/customers/changes/write-to.ts';
import { fullName, type PersonFacts } from '../../shared/customers/person.ts';
import type { Reach } from '../../shared/customers/wishes/wish.ts';
import { sendingOf } from '../../shared/customers/wishes/write.ts';
import type { LetterText } from '../../shared/outcomes/agreement-text.ts';
import { formatDay, type Day } from '../../shared/time/day.ts';
import { toldJson } from '../changes/queries.ts';
import { reachJson } from '../customers/reach/wishes.ts';
import type { Database } from '../db/client.ts';
import { inTransaction, type Transaction } from '../db/transaction.ts';
import { pdfOf } from './pdf.ts';
import { letters } from './tables.ts';

type Parts = { database: Pick<Database, 'orm'>; council: string };

type Person = Pick<
	PersonFacts,
	'givenNames' | 'familyName' | 'address' | 'told' | 'isSafeContact'
> & { reach: Reach };

type Queued = {
	id: string;
	letter: Notice;
	number: string;
	on: Day;
	facts: NoticeFacts;
	person: Person;
};

/** At one sweep: a morning's worth is made over some minutes, and nothing else waits for it. */
const AT_ONCE = 40;

/** How many were made. */
export async function makeNotices({ database, council }: Parts): Promise<number> {
	const ids = await inTransaction(database, toMake);
	for (const id of ids) await inTransaction(database, (tx) => make(tx, { id, council }));
	return ids.length;
}

async function toMake(tx: Transaction): Promise<readonly string[]> {
	const rows = await tx.execute<{ id: string }>(sql`
		select id from letters where pdf is null order by queued_at, id limit ${AT_ONCE}`);
	return rows.map(({ id }) => id);
}

/** One that another process makes is left to it. */
async function make(
	tx: Transaction,
	{ id, council }: { id: string; council: string }
): Promise<void> {
	const queued = await read(tx, id);
	if (!queued) return;
	const asked = { by: 'post', isLargePrint: false, isStatutory: false } as const;
	const sent = sendingOf(asked, queued.person.reach);
	const { by, format, writeTo } = sent.ok
		? sent.sending
		: { by: asked.by, format: null, writeTo: '' };
	const isLargePrint = format === 'large-print';
	const pdf = await pdfOf(textOf(queued, writeTo), { council, isLargePrint });
	await tx
		.update(letters)
		.set({
			channel: by,
			isLargePrint,
			isBraille: format === 'braille',
			isToOther: writeTo !== '',
			state: sent.ok ? 'queued' : 'kept',
			pdf
		})
		.where(eq(letters.id, id));
}

function textOf({ letter, number, on, facts, person }: Queued, writeTo: string): LetterText {
	const own = addressToWriteTo(person, on);
	const lines = own ? [own.line1, own.line2, own.town, own.postcode] : [];
	const address = writeTo === '' ? lines : writeTo.split(/\n|, */);
	return {
		to: {
			name: fullName(person),
			address: address.filter((line): line is string => line !== null && line.trim() !== '')
		},
		date: formatDay(on),
		number,
		title: NOTICE_NAMES[letter],
		opening: `Your payment plan ${number}.`,
		keyFacts: [],
		table: null,
		sections: [{ title: 'What this means', lines: noticeLines(letter, facts) }],
		schedule: null
	};
}

async function read(tx: Transaction, id: string): Promise<Queued | null> {
	const [row] = await tx.execute<{ queued: string }>(sql`
		select json_build_object('id', t.id, 'letter', t.letter, 'number', a.number, 'on', m.on_day,
			'facts', json_build_object('short', (m.detail ->> 'short')::bigint,
				'until', coalesce(m.detail ->> 'putRightBy', m.detail ->> 'noticeUntil'),
				'callOn', m.detail ->> 'callOn',
				'debts', to_json(array(select d.title from arrangement_debts g
					join debts d on d.id = g.debt_id where g.arrangement_id = a.id order by g.position))),
			'person', json_build_object('givenNames', c.given_names, 'familyName', c.family_name,
				'isSafeContact', c.is_safe_contact, 'reach', ${sql.raw(reachJson('c.id'))},
				'told', ${sql.raw(toldJson('c.id'))},
				'address', (select json_build_object('line1', x.line1, 'line2', x.line2, 'town', x.town,
						'postcode', x.postcode)
					from customer_addresses x where x.customer_id = c.id and x.to_on is null
						and x.source <> 'fairline'
					order by x.kind desc, x.from_on desc limit 1)))::text as queued
		from letters t join arrangement_moves m on m.id = t.id
		join arrangements a on a.id = t.arrangement_id join customers c on c.id = t.customer_id
		where t.id = ${id}::uuid and t.pdf is null for update of t skip locked`);
	return row ? (JSON.parse(row.queued) as Queued) : null;
}
