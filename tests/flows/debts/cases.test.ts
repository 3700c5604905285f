/** A case opened by its reference when nobody is in touch: what it shows of whom, and what is done on it. */
import { describe, expect } from 'vitest';
import { customerNamed, debtOf } from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import { northmereProduct as test } from '../product.ts';

const ORDER = '7710448261';

describe('a case', () => {
	test('is opened as the reference is written, in initials, and on record', async ({
		product,
		owner
	}) => {
		const leader = asked(product, 'ruth').debts;
		const opened = await leader.openCase({ reference: ' 7710 448-261 ' });
		expect(opened).toMatchObject({
			ok: true,
			cases: [{ reference: ORDER, stage: 'Liability order' }]
		});
		const said = JSON.stringify(opened);
		for (const personal of ['Ashworth', 'Lantern', '07700', '1988'])
			expect(said).not.toContain(personal);
		if (!opened.ok) return;
		const [first] = opened.cases;
		expect(first?.liable.map(({ name }) => name).toSorted()).toEqual([
			'D•••• A••••',
			'K•••• A••••'
		]);
		const lines =
			await owner`select officer_id, subject_id from audit where act = 'debts.openCase'`;
		expect(lines).toEqual([
			{ officer_id: product.people['ruth']?.id, subject_id: await debtOf(owner, ORDER) }
		]);
		expect(await leader.openCase({ reference: '0000' })).toEqual({
			ok: false,
			because: 'no-such-reference'
		});
	});

	test('says of each step whether it may be taken, and by name why not', async ({ product }) => {
		const penalty = await asked(product, 'ruth').debts.openCase({ reference: 'NM 0468 8213' });
		expect(penalty.ok && penalty.cases[0]?.steps).toContainEqual(
			expect.objectContaining({
				to: 'ORDER_FOR_RECOVERY',
				refusal: { because: 'held', day: null, holds: ['Breathing space'], law: null }
			})
		);
	});

	test('takes a step once the court’s day leaves fourteen clear days, and tells the source', async ({
		product,
		owner
	}) => {
		await owner`update debts set stage_on = '2026-10-20', facts = facts - 'wholeBalanceDueOn'
			where reference = '7710407742'`;
		const debtId = await debtOf(owner, '7710407742');
		const leader = asked(product, 'ruth').debts;
		const step = { debtId, to: 'SUMMONS' };
		expect(await leader.move({ ...step, hearingOn: '2026-12-03' })).toEqual({
			ok: false,
			because: 'hearing-too-soon',
			from: '2026-12-04'
		});
		expect(await leader.move({ ...step, hearingOn: '2026-12-04' })).toMatchObject({ ok: true });
		const [debt] = await owner`select stage, facts ->> 'hearingOn' as hearing from debts
			where id = ${debtId}`;
		expect(debt).toEqual({ stage: 'SUMMONS', hearing: '2026-12-04' });
		const told = await owner`select kind, because, state from instructions
			where debt_id = ${debtId}`;
		expect(told).toEqual([{ kind: 'step', because: 'SUMMONS', state: 'to-send' }]);
		expect(await leader.move(step)).toMatchObject({ ok: false });
	});

	test('has an exception recorded and taken back; the debt leaves their view and comes again', async ({
		product,
		owner
	}) => {
		const [debtId, customerId] = [
			await debtOf(owner, ORDER),
			await customerNamed(owner, 'Dean Ashworth')
		];
		const leader = asked(product, 'ruth').debts;
		const deans = async () => {
			const opened = await leader.openCase({ reference: ORDER });
			if (!opened.ok) throw new Error('The case is gone.');
			return opened.cases[0]?.liable.find((one) => one.customerId === customerId);
		};
		const exception = { why: 'student', fromOn: '2020-04-01', toOn: null } as const;
		expect(await leader.except({ debtId, customerId, exception })).toMatchObject({ ok: true });
		expect(await deans()).toMatchObject({ stands: false, exception });
		await leader.except({ debtId, customerId, exception: null });
		expect(await deans()).toMatchObject({ stands: true, exception: null });
		const wrong = { ...exception, fromOn: '2026-05-01', toOn: '2026-04-01' };
		await expect(leader.except({ debtId, customerId, exception: wrong })).rejects.toThrow(
			'It ends before it begins.'
		);
	});
});
