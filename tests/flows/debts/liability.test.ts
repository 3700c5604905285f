/** Who is liable for a joint debt, who is not, and that a household owes it once. */
import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { inTransaction } from '#server/db/transaction.ts';
import { except, type Excepting } from '#server/debts/except.ts';
import { owedTogetherBy } from '#server/debts/together.ts';
import { addDays, day, type Day } from '#shared/time/day.ts';
import { customerNamed, debtOf, identified, type Scene } from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import { AT, northmereProduct as test } from '../product.ts';
import { takenIn } from '../imports/taken-in.ts';

const SINCE = day('2020-09-01');

async function dean(scene: Scene, exception: Excepting['exception']) {
	const debtId = await debtOf(scene.owner, '7710448261');
	const customerId = await customerNamed(scene.owner, 'Dean Ashworth');
	return inTransaction(scene.product.app.db, (tx) =>
		except(tx, { debtId, customerId, exception, officerId: 'priya', at: AT })
	);
}

async function debtsOf(scene: Scene, name: string) {
	const contactId = await identified(scene, { name });
	const view = await asked(scene.product).contacts.view({ contactId });
	return view?.people.kind === 'known' ? view.people.debts.debts : [];
}

const OF_ORDER = '7710448261';

describe('a student', () => {
	test('is not liable with somebody who is none, and neither sees the other in it', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const kelly = await customerNamed(owner, 'Kelly Ashworth');
		const both = await debtsOf(scene, 'Dean Ashworth');
		expect(both.some(({ reference }) => reference === OF_ORDER)).toBe(true);
		expect(await dean(scene, { why: 'student', fromOn: SINCE, toOn: null })).toEqual({
			ok: true,
			liable: [kelly]
		});
		const without = await debtsOf(scene, 'Dean Ashworth');
		expect(without.some(({ reference }) => reference === OF_ORDER)).toBe(false);
		const hers = await debtsOf(scene, 'Kelly Ashworth');
		expect(hers.find(({ reference }) => reference === OF_ORDER)?.jointWith).toBeNull();
	});

	test('of only some of the days stays liable for the others', async ({ product, owner }) => {
		const ends = { why: 'student', fromOn: SINCE, toOn: day('2025-06-30') } as const;
		const part = await dean({ product, owner }, ends);
		expect(part.ok && part.liable).toHaveLength(2);
	});

	test('who was none is liable again', async ({ product, owner }) => {
		const scene = { product, owner };
		await dean(scene, { why: 'student', fromOn: SINCE, toOn: null });
		const again = await dean(scene, null);
		expect(again.ok && again.liable).toHaveLength(2);
		const view = await debtsOf(scene, 'Dean Ashworth');
		expect(view.find(({ reference }) => reference === OF_ORDER)?.jointWith).toBe('Kelly Ashworth');
	});

	test('is one until the extract says otherwise, and the extract’s own ends with it', async ({
		product,
		owner,
		databaseUrl
	}) => {
		const scene = { product, owner };
		const debtId = await debtOf(owner, OF_ORDER);
		const [line] = await owner<{ key: string; title: string; fromOn: Day }[]>`
			select r.key, d.title, l.from_on::text as "fromOn" from debts d
			join liabilities l on l.debt_id = d.id join records r on r.id = l.record_id
			where d.id = ${debtId} and r.given_names = 'Dean'`;
		if (!line) throw new Error('Dean owes nothing.');
		let on = day('2026-11-17');
		const says = (more: object = {}) => {
			on = addDays(on, 1);
			return takenIn(databaseUrl, {
				as: 'council-tax',
				on,
				lines: [['liability', { reference: OF_ORDER, ground: 'couple', ...line, ...more }]]
			});
		};
		const stands = async () => {
			const [row] = await owner`select l.exception as why, l.exception_source as of, l.stands
				from liabilities l join records r on r.id = l.record_id
				where l.debt_id = ${debtId} and r.given_names = 'Dean'`;
			return row;
		};
		await dean(scene, { why: 'student', fromOn: SINCE, toOn: null });
		expect(await stands()).toEqual({ why: 'student', of: null, stands: false });
		// No word of it: what was told to us stands, and is not confirmed.
		await says();
		expect(await stands()).toEqual({ why: 'student', of: null, stands: false });
		await says({ exception: 'student', exceptionFromOn: SINCE });
		expect(await stands()).toEqual({ why: 'student', of: 'revenues', stands: false });
		await says({ exception: 'student', exceptionToOn: addDays(line.fromOn, 60) });
		expect(await stands()).toEqual({ why: 'student', of: 'revenues', stands: true });
		await says({ toOn: day('2090-03-31') });
		expect(await stands()).toEqual({ why: null, of: null, stands: true });
		await says({ exception: 'severely-mentally-impaired' });
		expect(await stands()).toMatchObject({ of: 'revenues', stands: false });
		await says({ toOn: null, exception: null });
		expect(await stands()).toEqual({ why: null, of: null, stands: true });
	});

	test('is not excepted from what they never owed', async ({ product, owner }) => {
		const debtId = await debtOf(owner, OF_ORDER);
		const answer = await inTransaction(product.app.db, (tx) =>
			except(tx, { debtId, customerId: randomUUID(), exception: null, officerId: 'x', at: AT })
		);
		expect(answer).toEqual({ ok: false, because: 'not-liable' });
	});
});

describe('a household', () => {
	test('owes a joint debt once', async ({ product, owner }) => {
		const [kelly, dean] = [
			await customerNamed(owner, 'Kelly Ashworth'),
			await customerNamed(owner, 'Dean Ashworth')
		];
		const owed = (ids: string[]) => owedTogetherBy(product.app.db.sql, ids);
		const [joint] = await owner`select balance_pence::int as pence from debts
			where reference = ${OF_ORDER}`;
		const [one, other, both] = [await owed([kelly]), await owed([dean]), await owed([kelly, dean])];
		expect(both).toBe(one + other - Number(joint?.['pence']));
		expect(await owed([])).toBe(0);
	});
});
