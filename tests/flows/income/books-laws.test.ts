/**
 * A law: whatever comes in, is typed, placed, split, undone, taken back, charged, reversed, sent back and given back, in
 * any order, the books prove.
 */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { inTransaction } from '#server/db/transaction.ts';
import { enter, opposite } from '#server/debts/enter.ts';
import { STANDS } from '#server/debts/debt-json.ts';
import { isProved, prove, sayProof } from '#server/debts/prove.ts';
import { receiveFile } from '#server/income/receiving/receive-file.ts';
import type { Typed } from '#shared/income/by-hand.ts';
import { least, minus, NO_PENCE, pence, typePounds, type Pence } from '#shared/money/pence.ts';
import { day } from '#shared/time/day.ts';
import { aruddOf } from '../../builders/bacs.ts';
import { camtOf } from '../../builders/camt.ts';
import { debtOf, identified, type Scene } from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import { AT, northmereProduct as test } from '../product.ts';

const SEED = 20261119;
const REFERENCES = ['7710448261', '7710448262', 'HBO210877', 'SI00903316', 'NM04715528'] as const;

const reference = fc.constantFrom(...REFERENCES);
const amount = fc.oneof(fc.constantFrom(1, 118_00, 126_00), fc.integer({ min: 1, max: 400_00 }));
const move = fc.oneof(
	fc.record({ does: fc.constant('pays' as const), reference, amount }),
	fc.record({ does: fc.constant('pays nearly' as const), reference, amount }),
	fc.record({ does: fc.constant('charges' as const), reference, amount }),
	fc.record({ does: fc.constant('reverses' as const), reference, amount }),
	fc.record({ does: fc.constant('returns' as const), reference, amount }),
	fc.record({ does: fc.constant('places' as const), reference, amount }),
	fc.record({ does: fc.constant('splits' as const), reference, amount }),
	fc.record({ does: fc.constant('undoes' as const), reference, amount }),
	fc.record({ does: fc.constant('types' as const), reference, amount }),
	fc.record({ does: fc.constant('takes back' as const), reference, amount }),
	fc.record({ does: fc.constant('finds' as const), reference, amount }),
	fc.record({ does: fc.constant('refunds' as const), reference, amount }),
	fc.record({ does: fc.constant('refunds credit' as const), reference, amount })
);

type Move = { does: string; reference: string; amount: number };

async function send({ product }: Scene, file: string): Promise<void> {
	const { db: database, clock } = product.app;
	const chunks = async function* () {
		yield await Promise.resolve(new TextEncoder().encode(file));
	};
	const answer = await receiveFile(chunks(), {
		database,
		clock,
		officerId: null,
		dataDir: '.data',
		name: 'statement.xml'
	});
	if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
}

async function entered(scene: Scene, { does, ...one }: Move): Promise<void> {
	const debtId = await debtOf(scene.owner, one.reference);
	const sum = pence(one.amount);
	const isCharge = does === 'charges';
	await inTransaction(scene.product.app.db, (tx) =>
		enter(tx, {
			kind: isCharge ? 'charge' : 'reversal',
			on: day('2026-11-19'),
			at: AT,
			lines: opposite({
				debtId,
				fund: isCharge ? 'income' : 'bank',
				amount: isCharge ? sum : minus(NO_PENCE, sum)
			})
		})
	);
}

/** What an officer presses, whether or not it is allowed. */
async function pressed(scene: Scene, contactId: string, { does, ...one }: Move): Promise<void> {
	const { income } = asked(scene.product);
	const found = await income.theirs({ contactId });
	const [waiting] = found.ok ? found.waiting : [];
	const view = await asked(scene.product).contacts.view({ contactId });
	const [placed] = view?.contact.income.placed ?? [];
	const key = randomUUID();
	if (does === 'undoes') {
		if (placed) await income.undo({ contactId, receiptId: placed.receiptId, key });
		return;
	}
	if (!waiting) return;
	const debtId = await debtOf(scene.owner, one.reference);
	const otherId = await debtOf(scene.owner, '7710448262');
	const isSplit = does === 'splits' && otherId !== debtId;
	const other: { debtId: string; amount: Pence }[] = isSplit
		? [{ debtId: otherId, amount: pence(1) }]
		: [];
	const parts = [{ debtId, amount: pence(one.amount) }, ...other];
	await income.place({ contactId, receiptId: waiting.receiptId, key, parts });
}

/** At the counter, from the list of what waits, and given back; whether or not it is allowed. */
async function worked({ product, owner }: Scene, { does, ...one }: Move): Promise<void> {
	const { income } = product.app;
	const { priya, ruth } = product.people;
	if (!priya || !ruth) throw new Error('Nobody is there.');
	const officer = priya;
	const key = randomUUID();
	const amount = pence(one.amount);
	const { waiting } = await income.suspense.list({ after: null, officer: priya });
	const [first] = waiting;
	switch (does) {
		case 'types': {
			const typed: Typed = {
				amount: typePounds(amount),
				on: day('2026-11-19'),
				method: 'cash',
				reference: one.reference,
				payer: '',
				note: ''
			};
			const { parts, waiting: over } = await income.byHand.look({
				amount,
				reference: one.reference,
				officer
			});
			const shown = { parts, waiting: over };
			await income.byHand.take({ key, typed, shown, isAnother: true, officer });
			return;
		}
		case 'takes back': {
			const lately = await income.byHand.lately({ officer });
			const last = lately.find(({ mayCancel }) => mayCancel);
			if (last) await income.byHand.cancel({ receiptId: last.receiptId, key, officer });
			return;
		}
		case 'finds': {
			if (!first) return;
			const debtId = await debtOf(owner, one.reference);
			const { receiptId } = first;
			await income.suspense.place({ receiptId, key, parts: [{ debtId, amount }], officer });
			return;
		}
		default: {
			const { credits } = await income.refunds.list({ officer });
			const [credit] = credits;
			const of =
				does === 'refunds'
					? first && { receiptId: first.receiptId }
					: credit && { debtId: credit.debtId };
			if (!of) return;
			const there = does === 'refunds' ? first?.amount : credit?.credit;
			const because = 'They ask for it to be given back.';
			const part = least(amount, there ?? amount);
			const asked = await income.refunds.ask({ of, amount: part, because, key, officer });
			if (asked.ok) await income.refunds.approve({ refundId: asked.refundId, officer: ruth });
		}
	}
}

const WORKED = ['types', 'takes back', 'finds', 'refunds', 'refunds credit'];

async function made(scene: Scene, contactId: string, one: Move): Promise<void> {
	const { does, reference: quoted, amount: sum } = one;
	const credit = { amount: pence(sum), payer: 'MS K ASHWORTH', account: 'GB1', id: randomUUID() };
	if (WORKED.includes(does)) return worked(scene, one);
	switch (does) {
		case 'pays':
			return send(scene, camtOf([{ ...credit, reference: quoted }]));
		case 'pays nearly':
			return send(scene, camtOf([{ ...credit, reference: `${quoted}0` }]));
		case 'returns': {
			// Sometimes of a payment there was.
			const [paid] = await scene.owner`select max(p.amount_pence)::int as sum from placements p
				join debts d on d.id = p.debt_id where d.reference = ${quoted}
					and p.undone_by_set_id is null`;
			const back = pence((paid?.['sum'] as number | null) ?? sum);
			const item = { reference: quoted, amount: back, code: '0', on: '2026-11-18' };
			return send(scene, aruddOf([item]).replace('"001"', `"${randomUUID()}"`));
		}
		case 'charges':
		case 'reverses':
			return entered(scene, one);
		default:
			return pressed(scene, contactId, one);
	}
}

/** Debts whose entries, as they are shown and compared with extracts, are not the balance. */
async function notWhatStands({ owner }: Scene): Promise<readonly unknown[]> {
	return owner.unsafe(`select d.reference, d.balance_pence from debts d
		where d.reference in ('${[...REFERENCES, '7710448262'].join("','")}') and d.balance_pence <>
			(select coalesce(sum(e.amount_pence), 0) from entries e where e.debt_id = d.id and ${STANDS})`);
}

describe(`the books, by seed ${SEED}`, () => {
	test(
		'prove after every step of any sequence',
		{ timeout: 120_000 },
		async ({ product, owner }) => {
			const scene = { product, owner };
			const contactId = await identified(scene, { name: 'Kelly Ashworth' });
			await fc.assert(
				fc.asyncProperty(fc.array(move, { minLength: 6, maxLength: 16 }), async (moves) => {
					for (const one of moves) {
						await made(scene, contactId, one);
						const proof = await prove(product.app.db.sql);
						expect(isProved(proof) ? [] : sayProof(proof)).toEqual([]);
						const { received, allocated, suspense, refunded, returned } = proof.receipts;
						expect(received).toBe(allocated + suspense + refunded + returned);
						expect(await notWhatStands(scene)).toEqual([]);
					}
				}),
				{ seed: SEED, numRuns: 14 }
			);
			const { receipts } = await prove(product.app.db.sql);
			// Each kind of thing did happen.
			const acts = await owner`select distinct act from receipt_acts order by act`;
			expect(acts.map((row) => row['act'] as string)).toEqual([
				'cancelled',
				'placed',
				'refunded',
				'returned',
				'undone'
			]);
			expect(receipts.refunded).toBeGreaterThan(0);
			expect(receipts.allocated).toBeGreaterThan(0);
		}
	);
});
