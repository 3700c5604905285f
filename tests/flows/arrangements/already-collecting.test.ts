/** What collects a debt already is asked about before a plan; and what changes in a debt while the customer talks. */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterEach, describe, expect } from 'vitest';
import { inTransaction } from '#server/db/transaction.ts';
import { enter, opposite } from '#server/debts/enter.ts';
import { isProved, prove, sayProof } from '#server/debts/prove.ts';
import type { CollectingAnswer } from '#shared/arrangements/terms/collector.ts';
import type { OfficerEvent } from '#shared/contacts/log/events.ts';
import { pence } from '#shared/money/pence.ts';
import { day } from '#shared/time/day.ts';
import {
	customerNamed,
	debtOf,
	identified,
	kellyOffers,
	KELLYS_STATEMENT,
	offered,
	says,
	shownFor,
	type Scene
} from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import { AT, northmereProduct as test, type Product } from '../product.ts';

afterEach<{ product: Product; owner: postgres.Sql }>(async ({ product, owner }) => {
	await owner`update contacts set closed_at = now() where closed_at is null`;
	const proof = await prove(product.app.db.sql);
	expect(isProved(proof) ? [] : sayProof(proof)).toEqual([]);
});

async function commit({ product }: Scene, contactId: string, shown = NOTHING) {
	return asked(product).outcomes.commit({ contactId, key: randomUUID(), shown: [...shown] });
}

const NOTHING: readonly { id: string; text: string }[] = [];

async function graces(owner: postgres.Sql): Promise<Record<string, string>> {
	const customerId = await customerNamed(owner, 'Grace Okafor');
	const rows = await owner`select d.id, d.title, d.facts #>> '{method,kind}' as method from debts d
		join liabilities l on l.debt_id = d.id
		where l.customer_id = ${customerId} and d.stream = 'council-tax'`;
	const named = rows.map((row) => [row['method'] ? 'earnings' : 'debit', row['id'] as string]);
	return Object.fromEntries(named) as Record<string, string>;
}

/** On the debt's own history, on the plan's page, on the timeline and on the contact's record. */
async function isToldAsKept(
	{ product, owner }: Scene,
	{ contactId, earnings, debit }: { contactId: string; earnings: string; debit: string }
): Promise<void> {
	const kept = { takes: 296_14, every: 'month' };
	const detailOf = async (debtId: string) => asked(product).debts.detail({ contactId, debtId });
	expect(await detailOf(earnings)).toMatchObject({
		detail: { kept: { by: 'earnings-order', ...kept }, ends: null }
	});
	expect(await detailOf(debit)).toMatchObject({
		detail: { kept: null, ends: { by: 'direct-debit', confirmedOn: null } }
	});
	const [plan] = await owner`select id from arrangements where contact_id = ${contactId}`;
	const page = await asked(product, 'ruth').arrangements.see({ id: plan?.['id'] as string });
	expect(page).toMatchObject({ page: { beside: [{ kind: 'earnings-order', ...kept }] } });
	const [log] = await owner`select w.words ->> 'dispositions' as said from contact_events e
		join contact_event_details w using (contact_id, seq)
		where e.contact_id = ${contactId} and e.type = 'committed'`;
	expect(log?.['said']).toContain('Goes on beside it, that account left out: £296.14 a month');
	expect(log?.['said']).toContain('Replaced by it: £131.00 a month by Direct Debit');
	const view = await asked(product).contacts.singleView({ contactId });
	expect(JSON.stringify(view)).toContain('Goes on as it is: earnings order, £296.14 a month');
}

describe('what collects a debt already', () => {
	test('stands in the way of a plan until it is answered, and each answer is kept to', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const { debit = '', earnings = '' } = await graces(owner);
		const contactId = await identified(scene, { name: 'Grace Okafor' });
		const answer = (debtId: string, said: CollectingAnswer): OfficerEvent => ({
			type: 'collectingAnswered',
			debtId,
			answer: said
		});
		await says(scene, { contactId }, [...KELLYS_STATEMENT, offered(60)]);
		expect(await commit(scene, contactId)).toMatchObject({
			ok: false,
			because: 'already-collecting',
			words: expect.stringContaining('£296.14 a month by earnings order') as string
		});
		await says(scene, { contactId }, [answer(earnings, 'replace')]);
		expect(await commit(scene, contactId)).toMatchObject({
			because: 'already-collecting',
			words: expect.stringContaining('£131.00 a month by Direct Debit') as string
		});
		await says(scene, { contactId }, [answer(debit, 'replace')]);
		const needing = await shownFor(scene, contactId);
		expect(needing.find(({ id }) => id === `ends-${earnings}`)?.text).toContain(
			'We end the earnings order'
		);
		expect(needing.find(({ id }) => id === `ends-${debit}`)?.text).toContain(
			'for what is overdue; the instalments still to come are to be paid another way'
		);
		expect(await commit(scene, contactId, needing)).toMatchObject({
			ok: false,
			because: 'approval-needed'
		});

		await says(scene, { contactId }, [answer(earnings, 'keep')]);
		const shown = await shownFor(scene, contactId);
		expect(shown.find(({ id }) => id === `out-${earnings}`)?.text).toContain(
			'already taken for it'
		);
		expect(shown.find(({ id }) => id === `keeps-${earnings}`)?.text).toContain(
			'goes on beside this plan: we do not stop it'
		);
		expect(await commit(scene, contactId, shown)).toMatchObject({ ok: true });
		await isToldAsKept(scene, { contactId, earnings, debit });
		const told = await owner`select i.kind, i.because, i.debt_id = ${debit} as is_debit
			from instructions i where i.contact_id = ${contactId} order by i.id`;
		expect(told.map((row) => Object.values(row) as unknown[])).toEqual([
			['stop', 'arrangement', true],
			['end', 'direct-debit', true]
		]);
		const covered = await owner`select debt_id from arrangement_debts where is_live`;
		expect(covered).toEqual([{ debt_id: debit }]);
	});
});

describe('whose account collects a joint debt', () => {
	const ANOTHERS = 'Ronald Tully';

	/** Of the two, whom their source names by its key; what each sees of it. */
	async function seenBy({ product, owner }: Scene, name: string, from: string | null) {
		const collected = { by: 'direct-debit', takesPence: 153_00, ...(from ? { from } : {}) };
		await owner`update debts set facts = facts || ${owner.json({ collected })}
			where reference = '7710109336' and stream = 'council-tax'`;
		const contactId = await identified({ product, owner }, { name });
		const view = await asked(product).contacts.view({ contactId });
		const records = view?.people.kind === 'known' ? view.people.records : [];
		await owner`update contacts set closed_at = now() where closed_at is null`;
		expect(JSON.stringify(view)).not.toContain('"from":"');
		return records.find(({ reference }) => reference === '7710109336')?.collected ?? null;
	}

	test('is told to them alone, and to neither where nobody is named', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const [row] = await owner`select r.key from records r join links k on k.record_id = r.id
			join customers c on c.id = k.customer_id
			where r.source = 'revenues' and c.given_names || ' ' || c.family_name = ${ANOTHERS}`;
		const key = row?.['key'] as string;
		const theirs = { by: 'direct-debit', takesPence: 153_00 };
		expect(await seenBy(scene, ANOTHERS, key)).toEqual(theirs);
		expect(await seenBy(scene, 'Jean Tully', key)).toBeNull();
		expect(await seenBy(scene, ANOTHERS, null)).toBeNull();
	});
});

describe('while the customer talks', () => {
	async function paysOff({ product, owner }: Scene, debtId: string): Promise<void> {
		const [debt] = await owner`select balance_pence::int as owed from debts where id = ${debtId}`;
		const amount = pence(-(debt?.['owed'] as number));
		const lines = opposite({ debtId, fund: 'bank', amount });
		await inTransaction(product.app.db, (tx) =>
			enter(tx, { kind: 'payment', on: day('2026-11-19'), at: AT, lines })
		);
	}

	async function holds(owner: postgres.Sql, debtId: string): Promise<void> {
		await owner`insert into holds (id, debt_id, customer_id, kind, from_on, until_on, reference)
			select ${randomUUID()}::uuid, l.debt_id, l.customer_id, 'dispute', '2026-11-19', '2026-12-17', 'test'
			from liabilities l where l.debt_id = ${debtId} limit 1`;
	}

	async function nothingAgreed(owner: postgres.Sql, contactId: string): Promise<void> {
		const [row] = await owner`select
			(select count(*)::int from arrangements where contact_id = ${contactId}) as arrangements,
			(select count(*)::int from commits where contact_id = ${contactId}) as commits,
			(select count(*)::int from contact_events where contact_id = ${contactId}
				and type = 'offerMade') as offers`;
		expect(row).toEqual({ arrangements: 0, commits: 0, offers: 1 });
	}

	test('a debt that is paid off is refused with both texts, and what was offered stands', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const contactId = await kellyOffers(scene, { pounds: 116 });
		const shown = await shownFor(scene, contactId);
		const invoice = await debtOf(owner, 'SI00903316');
		await paysOff(scene, invoice);
		const answer = await commit(scene, contactId, shown);
		if (answer.ok || answer.because !== 'changed') throw new Error('It was not refused.');
		const lines = new Map(answer.lines.map((line) => [line.id, line]));
		expect(lines.get(`in-${invoice}`)?.shown).toContain('£126');
		expect(lines.get(`out-${invoice}`)?.now).toContain('is not in it. Nothing is owed on it.');
		expect(lines.get('last')?.now).toMatch(/There are 23 payments/);
		await nothingAgreed(owner, contactId);
		const again = await shownFor(scene, contactId);
		expect(await commit(scene, contactId, again)).toMatchObject({ ok: true });
		const [plan] = await owner`select total_pence::int as total from arrangements
			where contact_id = ${contactId}`;
		expect(plan).toEqual({ total: 2770_62 - 126_00 });
	});

	test('a debt that gains a hold is refused with why, and none of it is agreed', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		await owner`update arrangement_debts set is_live = false`;
		await owner`update arrangements set state = 'cancelled'`;
		await owner`insert into arrangement_moves (id, arrangement_id, event, from_state, to_state, rules, on_day, at)
			select gen_random_uuid(), id, 'cancelled', 'active', 'cancelled', '[]', '2026-11-19', now() from arrangements`;
		const contactId = await kellyOffers(scene, { pounds: 116 });
		const shown = await shownFor(scene, contactId);
		const overpayment = await debtOf(owner, 'HBO210877');
		await holds(owner, overpayment);
		const answer = await commit(scene, contactId, shown);
		if (answer.ok || answer.because !== 'changed') throw new Error('It was not refused.');
		const now = answer.lines.find(({ id }) => id === `out-${overpayment}`)?.now;
		expect(now?.replaceAll('\u00a0', ' ')).toContain('is not in it.');
		expect(now).toContain('Nothing');
		await nothingAgreed(owner, contactId);

		for (const reference of ['7710448261', 'SI00903316'])
			await holds(owner, await debtOf(owner, reference));
		const none = await commit(scene, contactId, shown);
		expect(none).toMatchObject({
			ok: false,
			because: 'no-plan',
			words: 'None of these accounts can be in a payment plan.'
		});
		await nothingAgreed(owner, contactId);
	});
});
