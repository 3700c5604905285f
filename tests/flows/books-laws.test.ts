/** A law: whatever comes in, is placed, split, undone, charged, reversed and sent back, in any order, the books prove. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { inTransaction } from '#server/db/transaction.ts';
import { enter, opposite } from '#server/debts/enter.ts';
import { isProved, prove, sayProof } from '#server/debts/prove.ts';
import { receiveFile } from '#server/income/receive-file.ts';
import { minus, NO_PENCE, pence, type Pence } from '#shared/money/pence.ts';
import { day } from '#shared/time/day.ts';
import { aruddOf } from '../builders/bacs.ts';
import { camtOf } from '../builders/camt.ts';
import { debtOf, identified, type Scene } from './agreeing.ts';
import { asked } from './contact-written.ts';
import { AT, northmereProduct as test } from './product.ts';

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
	fc.record({ does: fc.constant('undoes' as const), reference, amount })
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

async function made(scene: Scene, contactId: string, one: Move): Promise<void> {
	const { does, reference: quoted, amount: sum } = one;
	const credit = { amount: pence(sum), payer: 'MS K ASHWORTH', account: 'GB1', id: randomUUID() };
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

describe(`the books, by seed ${SEED}`, () => {
	test(
		'prove after every step of any sequence',
		{ timeout: 120_000 },
		async ({ product, owner }) => {
			const scene = { product, owner };
			const contactId = await identified(scene, { name: 'Kelly Ashworth' });
			await fc.assert(
				fc.asyncProperty(fc.array(move, { minLength: 4, maxLength: 12 }), async (moves) => {
					for (const one of moves) {
						await made(scene, contactId, one);
						const proof = await prove(product.app.db.sql);
						expect(isProved(proof) ? [] : sayProof(proof)).toEqual([]);
						const { received, allocated, suspense, refunded, returned } = proof.receipts;
						expect(received).toBe(allocated + suspense + refunded + returned);
					}
				}),
				{ seed: SEED, numRuns: 12 }
			);
			const { receipts } = await prove(product.app.db.sql);
			// Each kind of thing did happen.
			const acts = await owner`select distinct act from receipt_acts order by act`;
			expect(acts.map((row) => row['act'] as string)).toEqual(['placed', 'returned', 'undone']);
			expect(receipts.allocated).toBeGreaterThan(0);
		}
	);
});
