/** Agree: what is read back is what is written, once, to the penny, or nothing is. */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterEach, describe, expect, vi } from 'vitest';
import { isProved, prove } from '#server/debts/prove.ts';
import { pence } from '#shared/money/pence.ts';
import { asked } from '../contact-written.ts';
import {
	debtOf,
	identified,
	kellyOffers,
	offered,
	says,
	shownFor,
	KELLYS_STATEMENT
} from '../agreeing.ts';
import { northmereProduct as test } from '../product.ts';

/** Everything a commit may write, counted. */
async function written(owner: postgres.Sql) {
	const [counts] = await owner`select
		(select count(*)::int from arrangements) as arrangements,
		(select count(*)::int from instalments) as instalments,
		(select count(*)::int from holds where reference is not null and from_on = '2026-11-19') as holds,
		(select count(*)::int from outcomes) as outcomes,
		(select count(*)::int from instructions) as instructions,
		(select count(*)::int from letters) as letters,
		(select count(*)::int from commits) as commits,
		(select count(*)::int from contact_events where type = 'committed') as committed,
		(select count(*)::int from audit) as audit`;
	return counts;
}

/**
 * As if nobody had agreed anything yet: each test begins with the same Northmere. The product may still be reading what
 * it announced last, so nothing is waited for with half of the tables in hand: that would be a deadlock.
 */
async function begunAgain(owner: postgres.Sql): Promise<void> {
	const emptied = () =>
		owner.begin(async (sql) => {
			await sql`set local lock_timeout = '100ms'`;
			await sql`truncate arrangements, direct_debits, arrangement_moves, arrangement_move_notes, instalment_days, arrangement_debts, instalments, allocations, promises, statements,
				outcomes, callbacks, left_calls, rung_calls, claims, claim_debts, approvals, commits, letters, instructions, record_changes, record_change_details, audit,
				contacts, contact_events, contact_event_details, contact_drafts, customer_windows`;
		});
	await vi.waitFor(emptied, { timeout: 10_000 });
	await owner`delete from holds where from_on = '2026-11-19'`;
	await owner`alter sequence agreement_numbers restart`;
}

afterEach<{ owner: postgres.Sql; product: { app: { db: { sql: Parameters<typeof prove>[0] } } } }>(
	async ({ owner, product }) => {
		expect(isProved(await prove(product.app.db.sql))).toBe(true);
		await begunAgain(owner);
	}
);

describe('Kelly’s plan at £116, an officer’s own to agree', () => {
	test('is committed to the penny', async ({ product, owner }) => {
		const scene = { product, owner };
		const contactId = await kellyOffers(scene, { pounds: 116 });
		const shown = await shownFor(scene, contactId);
		const key = randomUUID();
		const committed = await asked(product).outcomes.commit({ contactId, key, shown });
		expect(committed).toMatchObject({ ok: true, agreement: 'NA 2026 000 001' });

		const [plan] = await owner`select * from arrangements where contact_id = ${contactId}`;
		expect(plan).toMatchObject({
			amount_pence: '11600',
			total_pence: '277062',
			payment_count: 24,
			role: 'officer',
			approved_by: null,
			state: 'active'
		});
		const last = await owner`select taken_on::text, method, amount_pence::int from instalments
			where number in (1, 2, 24) order by number`;
		expect(last.map((row): unknown[] => Object.values(row))).toEqual([
			['2026-12-01', 'card', 116_00],
			['2027-01-04', 'direct-debit', 116_00],
			['2028-11-01', 'direct-debit', 102_62]
		]);
		const parts =
			await owner`select d.reference, d.balance_pence::int as owed, sum(a.amount_pence)::int as paid
			from allocations a join debts d on d.id = a.debt_id group by d.id order by d.reference`;
		expect(parts.map((row): unknown[] => Object.values(row))).toEqual([
			['7710448261', 1184_37, 1184_37],
			['HBO210877', 1460_25, 1460_25],
			['SI00903316', 126_00, 126_00]
		]);
	});

	test('holds this year, tells each source, queues the agreement and shows on the board', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const contactId = await kellyOffers(scene, { pounds: 116 });
		const shown = await shownFor(scene, contactId);
		await asked(product).outcomes.commit({ contactId, key: randomUUID(), shown });

		const [held] = await owner`select h.until_on::text, h.kind from holds h
			where h.debt_id = ${await debtOf(owner, '7710448262')} and h.from_on = '2026-11-19'`;
		expect(held).toEqual({ until_on: '2026-12-17', kind: 'application-pending' });
		const told = await owner`select d.reference, i.kind, i.because, i.state,
				to_char(i.send_by_at at time zone 'Europe/London', 'DD HH24:MI') as by
			from instructions i join debts d on d.id = i.debt_id order by d.reference`;
		expect(told.map((row): unknown[] => Object.values(row))).toEqual([
			['7710448261', 'stop', 'arrangement', 'to-send', '19 18:00'],
			['7710448262', 'stop', 'claim', 'to-send', '19 18:00'],
			['HBO210877', 'stop', 'arrangement', 'to-send', '19 18:00'],
			['SI00903316', 'stop', 'arrangement', 'to-send', '25 18:00']
		]);
		const letter = await asked(product).outcomes.letter({ contactId });
		expect(
			Buffer.from(letter?.pdf ?? '', 'base64')
				.subarray(0, 5)
				.toString()
		).toBe('%PDF-');
		const counted = await owner`select kind, amount_pence::int from outcomes order by kind`;
		expect(counted.map((row): unknown[] => Object.values(row))).toEqual([
			['arrangement', 2770_62],
			['claim', null]
		]);
		const [kept] = await owner`select version, left_pence::int, usable_pence::int from statements`;
		expect(kept).toEqual({ version: 1, left_pence: 160_62, usable_pence: 144_56 });
		const view = await asked(product).contacts.view({ contactId });
		expect(view?.contact.outcomes.committed?.lines).toEqual(shown);
	});

	test('says everything that a read-back must', async ({ product, owner }) => {
		const scene = { product, owner };
		const contactId = await kellyOffers(scene, { pounds: 116 });
		const shown = await shownFor(scene, contactId);
		const said = shown.map(({ text }) => text.replaceAll('\u00a0', ' ')).join('\n');
		for (const part of [
			'£116 on the 1st of each month',
			'by card on Tuesday 1 December 2026',
			'Monday 4 January 2027',
			'It covers Council Tax 2025 to 2026, £1,184.37',
			'is not in it',
			'New bills are separate',
			'April 2027 and April 2028',
			'The other person stays liable',
			'14 days before anything else happens',
			'single person discount',
			'£88.50 a month on account',
			'National Debtline'
		])
			expect(said).toContain(part);
		expect(shown.at(-1)?.id).toBe('advice');
	});
});

describe('a commit', () => {
	test('sent again with the same key gives the same result, and nothing twice', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const contactId = await kellyOffers(scene, { pounds: 116 });
		const sent = { contactId, key: randomUUID(), shown: await shownFor(scene, contactId) };
		const [one, other] = await Promise.all([
			asked(product).outcomes.commit(sent),
			asked(product).outcomes.commit(sent)
		]);
		expect(one).toMatchObject({ ok: true });
		expect(other).toEqual(one);
		const after = await written(owner);
		expect(await asked(product).outcomes.commit(sent)).toEqual(one);
		expect(await written(owner)).toEqual(after);
		expect(after).toMatchObject({ arrangements: 1, instalments: 24, commits: 1, committed: 1 });
	});

	test('with the same key and another body is refused', async ({ product, owner }) => {
		const scene = { product, owner };
		const contactId = await kellyOffers(scene, { pounds: 116 });
		const shown = await shownFor(scene, contactId);
		const key = randomUUID();
		await asked(product).outcomes.commit({ contactId, key, shown });
		const other = shown.slice(1);
		expect(await asked(product).outcomes.commit({ contactId, key, shown: other })).toEqual({
			ok: false,
			because: 'key-used'
		});
	});

	test('of figures that changed meanwhile is refused with both texts, and nothing is written', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const contactId = await kellyOffers(scene, { pounds: 116 });
		const shown = await shownFor(scene, contactId);
		const before = await written(owner);
		const order = await debtOf(owner, '7710448261');
		const setId = randomUUID();
		await owner`insert into entries (set_id, debt_id, fund, amount_pence, kind, entered_on, at, source)
			values (${setId}, ${order}, null, -4000, 'payment', '2026-11-19', now(), 'test'),
				(${setId}, null, 'bank', 4000, 'payment', '2026-11-19', now(), 'test')`;
		const committed = await asked(product).outcomes.commit({ contactId, key: randomUUID(), shown });
		expect(committed).toMatchObject({ ok: false, because: 'changed' });
		if (committed.ok || committed.because !== 'changed') throw new Error('It was not refused.');
		const line = committed.lines.find(({ id }) => id === `in-${order}`);
		expect(line?.shown).toContain('£1,184.37');
		expect(line?.now).toContain('£1,144.37');
		expect(await written(owner)).toEqual(before);
		const back = randomUUID();
		await owner`insert into entries (set_id, debt_id, fund, amount_pence, kind, entered_on, at, source)
			values (${back}, ${order}, null, 4000, 'reversal', '2026-11-19', now(), 'test'),
				(${back}, null, 'bank', -4000, 'reversal', '2026-11-19', now(), 'test')`;
	});

	test('of another officer on the same customer is refused with what changed, and their screen told', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const mine = await kellyOffers(scene, { pounds: 116 });
		const theirs = await kellyOffers(scene, { pounds: 120, who: 'daniel' });
		const shown = await shownFor(scene, theirs);
		const first = { contactId: mine, key: randomUUID(), shown: await shownFor(scene, mine) };
		const second = { contactId: theirs, key: randomUUID(), shown };
		const answers = await Promise.all([
			asked(product).outcomes.commit(first),
			asked(product, 'daniel').outcomes.commit(second)
		]);
		expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
		const refused = answers.find(({ ok }) => !ok);
		expect(refused).toMatchObject({ ok: false });
		expect(await written(owner)).toMatchObject({ arrangements: 1, commits: 1 });
		const [told] = await owner`select count(*)::int as told from contact_events
			where type = 'figuresChanged'`;
		expect(told).toEqual({ told: 1 });
	});

	test('is nobody’s before identity, nor without anything to commit', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const contactId = await identified(scene, { name: 'Kelly Ashworth' });
		const nothing = { contactId, key: randomUUID(), shown: [] };
		expect(await asked(product).outcomes.commit(nothing)).toEqual({
			ok: false,
			because: 'nothing-staged'
		});
		await says(scene, { contactId }, [
			{ type: 'speakerChanged' },
			...KELLYS_STATEMENT,
			offered(116)
		]);
		expect(await asked(product).outcomes.commit({ ...nothing, key: randomUUID() })).toEqual({
			ok: false,
			because: 'not-identified'
		});
	});

	test('above the officer’s own authority needs a leader’s yes', async ({ product, owner }) => {
		const scene = { product, owner };
		const contactId = await kellyOffers(scene, { pounds: 110 });
		const shown = await shownFor(scene, contactId);
		const before = await written(owner);
		expect(await asked(product).outcomes.commit({ contactId, key: randomUUID(), shown })).toEqual({
			ok: false,
			because: 'approval-needed'
		});
		expect(await written(owner)).toEqual(before);
	});

	test('with a payment to make today waits for its receipt, and then it is in the books', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const contactId = await identified(scene, { name: 'Kelly Ashworth' });
		const debtId = await debtOf(owner, '7710448261');
		const payment = { kind: 'payment', id: randomUUID(), debtId, amount: pence(40_00) } as const;
		const pays = (receipt: string | null) =>
			says(scene, { contactId }, [{ type: 'outcomeStaged', outcome: { ...payment, receipt } }]);
		await pays(null);
		const shown = await shownFor(scene, contactId);
		const before = await written(owner);
		const unpaid = await asked(product).outcomes.commit({ contactId, key: randomUUID(), shown });
		expect(unpaid).toEqual({ ok: false, because: 'not-paid' });
		expect(await written(owner)).toEqual(before);
		await pays('T-4711');
		const paid = await asked(product).outcomes.commit({ contactId, key: randomUUID(), shown });
		expect(paid).toMatchObject({ ok: true });
		const entered = await owner`select amount_pence::int as amount, kind from entries
			where source_reference = 'T-4711' order by amount_pence`;
		expect(entered).toEqual([
			{ amount: -40_00, kind: 'payment' },
			{ amount: 40_00, kind: 'payment' }
		]);
		const back = randomUUID();
		await owner`insert into entries (set_id, debt_id, fund, amount_pence, kind, entered_on, at, source)
			values (${back}, ${debtId}, null, 4000, 'reversal', '2026-11-19', now(), 'test'),
				(${back}, null, 'bank', -4000, 'reversal', '2026-11-19', now(), 'test')`;
	});
});
