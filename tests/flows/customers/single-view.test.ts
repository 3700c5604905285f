/** Everything about a person, asked of the contact it is shown in. */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { describe, expect } from 'vitest';
import { moneyMoved } from '#server/arrangements/check.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { enter, opposite } from '#server/debts/enter.ts';
import { importExtract } from '#server/imports/import.ts';
import type { HistoryLine } from '#shared/contacts/shown/history.ts';
import type { SingleView } from '#shared/contacts/shown/single-view.ts';
import { minus, NO_PENCE, pence, type Pence } from '#shared/money/pence.ts';
import { day, instantInLondon, type Day } from '#shared/time/day.ts';
import { extractOf, shippedMapping } from '../../builders/extracts.ts';
import {
	commitAsShown,
	customerNamed,
	debtOf,
	identified,
	kellyOffers,
	says,
	type Scene
} from '../agreeing.ts';
import { asked, contactWith } from '../contact-written.ts';
import { AT, northmereProduct as test, type Product } from '../product.ts';

async function wholeOf({ product }: Scene, contactId: string): Promise<SingleView> {
	const answer = await asked(product).contacts.singleView({ contactId });
	if (!answer.ok) throw new Error(answer.because);
	return answer.whole;
}

async function historyOf(scene: Scene, name: string): Promise<readonly HistoryLine[]> {
	const contactId = await identified(scene, { name });
	return (await wholeOf(scene, contactId)).timeline ?? [];
}

type Paid = { on: Day; amount: Pence; method: string };

async function paidHere(
	{ product }: Scene,
	{ debtId, amount, ...paid }: Paid & { debtId: string; payerId: string }
): Promise<void> {
	const lines = opposite({ debtId, fund: 'bank', amount: minus(NO_PENCE, amount) });
	await inTransaction(product.app.db, (tx) =>
		enter(tx, { ...paid, lines, kind: 'payment', at: AT })
	);
}

async function broughtByExtract(
	{ app, url }: Pick<Product, 'app'> & { url: string },
	{ id, amount, ...paid }: Paid & { id: string }
): Promise<void> {
	const named = { reference: '7710448262', title: 'Council Tax 2026 to 2027' };
	const said = { ...named, ...paid, id, kind: 'payment', amount: minus(NO_PENCE, amount) } as const;
	const bytes = extractOf('council-tax', [['transaction', said]]);
	const imported = await importExtract({
		url,
		clock: app.clock,
		mapping: shippedMapping('council-tax'),
		file: { name: 'extract', length: bytes.length, bytes: Readable.from([bytes]) }
	});
	expect(imported).toMatchObject({ published: { entered: 1, retired: 1 } });
}

describe('what has happened', () => {
	test('is of nobody before the check has passed', async ({ product, owner }) => {
		const contactId = await contactWith({ product, owner }, { number: '+447700900142' });
		expect(await asked(product).contacts.singleView({ contactId })).toEqual({
			ok: false,
			because: 'not-identified'
		});
	});

	test('to the penny: what was owed, less what was repaid and written off, is owed', async ({
		product,
		owner
	}) => {
		const everybody = await owner<{ name: string }[]>`
			select given_names || ' ' || family_name as name from customers c
			where kind = 'person' and not is_restricted and died_on is null
				and exists (select from liabilities l where l.customer_id = c.id) order by c.id limit 12`;
		for (const { name } of everybody) {
			const contactId = await identified({ product, owner }, { name });
			const view = await asked(product).contacts.view({ contactId });
			if (view?.people.kind !== 'known') throw new Error('They are not known.');
			const { debts, total } = await wholeOf({ product, owner }, contactId);
			const left = new Map(
				debts.map(({ debtId, original, writtenOff, repaid }) => [
					debtId,
					original - writtenOff - repaid
				])
			);
			expect([...left].toSorted()).toEqual(
				view.people.records.map(({ id, balance }) => [id, balance]).toSorted()
			);
			const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0);
			expect(total.original).toBe(sum(debts.map(({ original }) => original)));
		}
	});

	test('says who else answers for a joint debt, and what they paid themselves', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const contactId = await identified(scene, { name: 'Kelly Ashworth' });
		const { together, debts } = await wholeOf(scene, contactId);
		expect(together).toEqual([
			{ name: 'Dean Ashworth', ground: 'joint', debts: ['Council Tax 2025 to 2026'] }
		]);
		const shared = debts.filter(({ byThem }) => byThem !== null);
		expect(shared.map(({ debtId }) => debtId)).toEqual([await debtOf(owner, '7710448261')]);
		expect(shared[0]?.byThem).toBeLessThanOrEqual(shared[0]?.repaid ?? 0);
	});

	test('to a joint debt says to each what they paid themselves', async ({ product, owner }) => {
		const paidOnTheOrder = async (name: string) =>
			(await historyOf({ product, owner }, name)).filter(
				({ kind, debt, amount }) =>
					kind === 'payment' && debt === 'Council Tax 2025 to 2026' && amount === 40_00
			);
		expect(await paidOnTheOrder('Kelly Ashworth')).toHaveLength(1);
		expect(await paidOnTheOrder('Dean Ashworth')).toEqual([]);
	});

	test('has a payment once when the extract brings what was first recorded here', async ({
		product,
		owner,
		databaseUrl
	}) => {
		const scene = { product, owner };
		const debtId = await debtOf(owner, '7710448262');
		const payerId = await customerNamed(owner, 'Kelly Ashworth');
		const paid = { on: day('2026-11-16'), amount: pence(2_345), method: 'card', payerId };
		await paidHere(scene, { debtId, ...paid });
		const payments = async () =>
			(await historyOf(scene, 'Kelly Ashworth')).filter(({ amount }) => amount === paid.amount);
		expect(await payments()).toMatchObject([{ more: 'Ours, not yet in the extract.' }]);
		await broughtByExtract(
			{ ...product, url: databaseUrl },
			{ ...paid, on: day('2026-11-17'), id: 'T-2345' }
		);
		expect(await payments()).toMatchObject([
			{ on: '2026-11-17', what: 'Payment received', more: null }
		]);

		const contactId = await identified(scene, { name: 'Kelly Ashworth' });
		const view = await asked(product).contacts.view({ contactId });
		const debts = view?.people.kind === 'known' ? view.people.debts.debts : [];
		const shown = debts.find((debt) => debt.debtId === debtId);
		expect(shown?.lastPayment).toMatchObject({ on: '2026-11-17', amount: paid.amount });
		const whole = await asked(product).debts.detail({ contactId, debtId });
		const entries = whole.ok ? whole.detail.entries : [];
		expect(entries.filter(({ amount }) => Math.abs(amount) === paid.amount)).toMatchObject([
			{ kind: 'payment', on: '2026-11-17', isOurs: false }
		]);
	});

	test('has the last contact with its agreement, letter and note', async ({ product, owner }) => {
		const scene = { product, owner };
		const contactId = await kellyOffers(scene, { pounds: 116 });
		const committed = await commitAsShown(scene, { contactId });
		expect(committed.ok).toBe(true);
		await asked(product).contacts.act({
			contactId,
			events: [
				{ key: randomUUID(), body: { type: 'noteWritten' }, words: { note: 'Paid weekly soon' } }
			]
		});
		await says(scene, { contactId }, [{ type: 'conversationEnded' }, { type: 'wrappedUp' }]);

		const lines = await historyOf(scene, 'Kelly Ashworth');
		const latest = lines.filter(({ on }) => on === '2026-11-19');
		const contact = latest.find(({ kind }) => kind === 'contact');
		expect(contact).toMatchObject({ what: 'Visit with Priya Shah' });
		expect(contact?.more).toContain('Payment plan agreed: £116.00 a month');
		expect(contact?.more).toContain('Paid weekly soon.');
		expect(latest.find(({ kind }) => kind === 'agreement')).toMatchObject({
			what: 'Payment plan agreed',
			more: expect.stringMatching(
				/^NA 2026 000 001: £116\.00 a month, £2,770\.62 in all\. By council policy P1, P2, /
			) as unknown
		});
		expect(latest.some(({ kind }) => kind === 'letter')).toBe(true);
		expect([...lines].sort((a, b) => b.on.localeCompare(a.on))).toEqual(lines);
	});
});

describe('a promise', () => {
	test('is on the timeline when it is made and when money keeps it', async ({ product, owner }) => {
		await owner`update contacts set closed_at = now()`;
		const scene = { product, owner };
		const contactId = await identified(scene, { name: 'Leon Varga' });
		const [debt] =
			await owner`select d.id, d.title from debts d join liabilities l on l.debt_id = d.id
			where l.customer_id = ${await customerNamed(owner, 'Leon Varga')} and d.balance_pence > 5000
				and not exists (select from holds h where h.debt_id = d.id and h.lifted_at is null) limit 1`;
		const debtId = debt?.['id'] as string;
		const promise = {
			kind: 'promise',
			id: randomUUID(),
			debtId,
			amount: pence(50_00),
			by: day('2026-11-30'),
			method: 'card'
		} as const;
		await says(scene, { contactId }, [{ type: 'outcomeStaged', outcome: promise }]);
		const committed = await commitAsShown(scene, { contactId });
		expect(committed.ok).toBe(true);
		const payerId = await customerNamed(owner, 'Leon Varga');
		const at = instantInLondon(day('2026-11-20'), '12:00');
		await inTransaction(product.app.db, async (tx) => {
			const lines = opposite({ debtId, fund: 'bank', amount: pence(-50_00) });
			await enter(tx, {
				kind: 'payment',
				on: day('2026-11-20'),
				at,
				method: 'card',
				payerId,
				lines
			});
			await moneyMoved(tx, { debtIds: [debtId], at });
		});
		const lines = (await wholeOf(scene, contactId)).timeline ?? [];
		const said = lines.map(({ on, what, more }) => [on, what, more]);
		const sum = expect.stringMatching(
			/^£50\.00 by 30.November.2026\. By council policy L8/
		) as string;
		expect(said).toContainEqual(['2026-11-19', 'Promised to pay', sum]);
		expect(said).toContainEqual(['2026-11-20', 'Promise kept', sum]);
	});
});
