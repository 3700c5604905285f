/** An arrangement after it was agreed: what nights and payments do to it, with its letters, calls and instructions. */
import type postgres from 'postgres';
import { describe, expect } from 'vitest';
import { checkAll, moneyMoved } from '#server/arrangements/check.ts';
import { fixedClock } from '#server/clock.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { agreementFaults } from '#server/arrangements/prove.ts';
import { nightly } from '#server/arrangements/nightly.ts';
import { enter, opposite } from '#server/debts/enter.ts';
import { makeNotices } from '#server/letters/make-notices.ts';
import { samplePolicy } from '#shared/law/northmere/policy.ts';
import { pence } from '#shared/money/pence.ts';
import { day, instantInLondon } from '#shared/time/day.ts';
import {
	commitAsShown,
	identified,
	kellyOffers,
	KELLYS_STATEMENT,
	offered,
	says,
	shownFor,
	type Scene
} from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import type { ExtractLine } from '../../builders/extracts.ts';
import { takenIn } from '../imports/taken-in.ts';
import { northmereProduct as test, type Product } from '../product.ts';

/** Kelly's £116 on the 1st of each month from December. */
async function agreed(scene: Scene): Promise<string> {
	const contactId = await kellyOffers(scene, { pounds: 116 });
	expect(await commitAsShown(scene, { contactId })).toMatchObject({ ok: true });
	const [plan] = await scene.owner`select id from arrangements where contact_id = ${contactId}`;
	return plan?.['id'] as string;
}

const night = (product: Product, on: string) =>
	inTransaction(product.app.db, (tx) =>
		checkAll(tx, {
			today: day(on),
			at: instantInLondon(day(on), '02:00'),
			policy: samplePolicy(day(on))
		})
	);

async function pays(scene: Scene, { pounds, on }: { pounds: number; on: string }): Promise<void> {
	const [debt] = await scene.owner`select g.debt_id, g.customer_id from arrangement_debts g
		where g.position = 1`;
	const debtId = debt?.['debt_id'] as string;
	const at = instantInLondon(day(on), '12:00');
	await inTransaction(scene.product.app.db, async (tx) => {
		await enter(tx, {
			kind: pounds > 0 ? 'payment' : 'reversal',
			on: day(on),
			at,
			method: 'card',
			payerId: debt?.['customer_id'] as string,
			lines: opposite({ debtId, fund: 'bank', amount: pence(-pounds * 100) })
		});
		await moneyMoved(tx, { debtIds: [debtId], at });
	});
}

async function stateOf(owner: postgres.Sql, id: string) {
	const [plan] = await owner`select state, put_right_by::text from arrangements where id = ${id}`;
	return [plan?.['state'] as string, plan?.['put_right_by'] as string | null];
}

describe('an arrangement', () => {
	test('is missed once, writes and offers a call, is put right by a payment, and missed by its return', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const id = await agreed(scene);
		expect(await night(product, '2026-12-08')).toMatchObject({ moved: 0 });
		expect(await night(product, '2026-12-09')).toMatchObject({ moved: 1 });
		expect(await night(product, '2026-12-10')).toMatchObject({ moved: 0 });
		expect(await stateOf(owner, id)).toEqual(['late', '2026-12-23']);
		const letters = await owner`select letter, state, pdf is null as unmade from letters
			where arrangement_id = ${id} and letter <> 'agreement'`;
		expect(letters).toEqual([{ letter: 'payment-missed', state: 'queued', unmade: true }]);
		expect(await makeNotices({ database: product.app.db, council: 'Northmere' })).toBe(1);
		expect(await makeNotices({ database: product.app.db, council: 'Northmere' })).toBe(0);
		const calls = await owner`select state, due_at::date::text as on from callbacks
			where note like 'A payment of their plan%'`;
		expect(calls).toEqual([{ state: 'due', on: '2026-12-15' }]);

		await pays(scene, { pounds: 100, on: '2026-12-11' });
		expect(await stateOf(owner, id)).toEqual(['late', '2026-12-23']);
		await pays(scene, { pounds: 16, on: '2026-12-12' });
		expect(await stateOf(owner, id)).toEqual(['active', null]);
		const after = await owner`select state from callbacks where note like 'A payment of their%'`;
		expect(after).toEqual([{ state: 'done' }]);

		await pays(scene, { pounds: -116, on: '2026-12-14' });
		expect(await stateOf(owner, id)).toEqual(['late', '2026-12-28']);
		const told = await owner`select distinct because from instructions
			where debt_id in (select debt_id from arrangement_debts where arrangement_id = ${id})`;
		expect(told.map((row) => row['because'] as string).toSorted()).toEqual([
			'arrangement',
			'arrangement-late'
		]);
		const moves = await owner`select event, to_state, rules from arrangement_moves
			where arrangement_id = ${id} order by number`;
		expect(moves.slice(1)).toEqual([
			{ event: 'missed', to_state: 'late', rules: ['L1', 'L2'] },
			{ event: 'put-right', to_state: 'active', rules: ['L1', 'L2'] },
			{ event: 'missed', to_state: 'late', rules: ['L1', 'L2'] }
		]);
		expect(await agreementFaults(product.app.db.sql)).toEqual([]);
	});

	test('is looked at each night once, and missed nights in their order', async ({ product }) => {
		const at = (on: string) => fixedClock(instantInLondon(day(on), '03:00'));
		const nights = (on: string) =>
			nightly({
				database: product.app.db,
				clock: at(on),
				show: (id) => product.app.contacts.show(id)
			});
		expect(await nights('2026-12-15')).toEqual(['2026-12-15']);
		expect(await nights('2026-12-15')).toEqual([]);
		expect(await Promise.all([nights('2026-12-17'), nights('2026-12-17')])).toSatisfy(
			(done: string[][]) => done.flat().toSorted().join(' ') === '2026-12-16 2026-12-17'
		);
	});
});

describe('people and an arrangement', () => {
	test('a leader alone calls it broken, when its time is over and all is looked at', async ({
		product,
		owner
	}) => {
		const [row] = await owner`select id, (select max(m.number)::int from arrangement_moves m
			where m.arrangement_id = a.id) as seen from arrangements a`;
		const id = row?.['id'] as string;
		await owner`update arrangements set put_right_by = '2026-11-20'`;
		const acting = { id, seen: row?.['seen'] as number, note: 'Nothing has changed for them.' };
		const looked = { support: true, income: true, benefits: true };
		const leader = asked(product, 'ruth').arrangements;
		expect(await leader.callBroken({ ...acting, looked })).toEqual({
			ok: false,
			because: 'still-time'
		});
		await owner`update arrangements set put_right_by = '2026-11-18'`;
		expect(await leader.toLookAt()).toMatchObject([{ id, name: 'K•••• A••••' }]);
		const half = { ...looked, income: false };
		expect(await leader.callBroken({ ...acting, looked: half })).toMatchObject({
			because: expect.stringMatching(/not-looked-at|held/) as string
		});
		await owner`update holds set until_on = '2026-11-18' where until_on is null or until_on > '2026-11-18'`;
		expect(await leader.callBroken({ ...acting, seen: 1, looked })).toMatchObject({
			because: 'changed'
		});
		expect(await leader.callBroken({ ...acting, looked })).toEqual({ ok: true });
		const [plan] = await owner`select state, notice_until::text from arrangements where id = ${id}`;
		expect(plan).toEqual({ state: 'broken', notice_until: '2026-11-26' });
		expect(await makeNotices({ database: product.app.db, council: 'Northmere' })).toBeGreaterThan(
			0
		);
		const page = await asked(product, 'ruth').arrangements.see({ id });
		expect(page).toMatchObject({ ok: true, page: { state: 'broken', name: 'K•••• A••••' } });

		// Each goes on from its stage; the next lawful step is proposed, and waits for the letter's days.
		expect(await leader.broken()).toMatchObject([{ id, noticeUntil: '2026-11-26' }]);
		const [order] = await leader.proposed({ id });
		expect(order).toMatchObject({
			reference: '7710448261',
			stage: 'Liability order',
			step: { refusal: { because: 'in-notice', day: '2026-11-26' } }
		});
		const taken = { debtId: order?.debtId ?? '', to: order?.step?.to ?? '' };
		expect(await asked(product, 'ruth').debts.move(taken)).toMatchObject({
			ok: false,
			because: 'in-notice'
		});
		await owner`update arrangements set notice_until = '2026-11-18'`;
		const [after] = await leader.proposed({ id });
		expect(after?.step?.refusal?.because).not.toBe('in-notice');
		await owner`update arrangements set notice_until = '2026-11-26'`;
		expect(await agreementFaults(product.app.db.sql)).toEqual([]);
	});

	test('is nobody else’s, and refuses a break once it is over', async ({ product, owner }) => {
		const [row] = await owner`select id, (select max(m.number)::int from arrangement_moves m
			where m.arrangement_id = a.id) as seen from arrangements a`;
		const acting = { id: row?.['id'] as string, seen: row?.['seen'] as number, note: 'Asked for.' };
		const stranger = asked(product, 'daniel').arrangements;
		expect(await stranger.see({ id: acting.id })).toEqual({ ok: false, because: 'not-yours' });
		const own = asked(product).arrangements;
		expect(await own.giveBreak({ ...acting, months: 1 })).toEqual({
			ok: false,
			because: 'is-broken'
		});
	});

	test('that is broken is replaced by the next that is agreed', async ({ product, owner }) => {
		await owner`update contacts set closed_at = now()`;
		const id = await agreed({ product, owner });
		const plans = await owner`select id = ${id} as is_new, state from arrangements order by number`;
		expect(plans).toEqual([
			{ is_new: false, state: 'superseded' },
			{ is_new: true, state: 'active' }
		]);
		expect(await agreementFaults(product.app.db.sql)).toEqual([]);
	});

	test('that still runs is replaced in a contact, by a leader where plans ended unpaid before', async ({
		product,
		owner
	}) => {
		await owner`update contacts set closed_at = now()`;
		const scene = { product, owner };
		const [running] = await owner`select id, number from arrangements where state = 'active'`;
		const planId = running?.['id'] as string;
		const contactId = await kellyOffers(scene, { pounds: 116 });
		const beside = await asked(product).contacts.view({ contactId });
		expect(beside?.people).toMatchObject({
			kind: 'known',
			person: { plansEndedOn: ['2026-11-19'] }
		});
		const place = { type: 'livePlanPlaced', planId, place: 'replaced' } as const;
		await says(scene, { contactId }, [place]);
		expect((await shownFor(scene, contactId)).map(({ id }) => id)).toContain(`replaces-${planId}`);
		expect(await commitAsShown(scene, { contactId })).toEqual({
			ok: false,
			because: 'approval-needed'
		});
		await owner`update contacts set closed_at = now()`;
		const again = await kellyOffers(scene, { pounds: 116, who: 'ruth' });
		await says(scene, { contactId: again, who: 'ruth' }, [place]);
		const before = await owner`select count(*)::int as told from instructions`;
		expect(await commitAsShown(scene, { contactId: again, who: 'ruth' })).toMatchObject({
			ok: true
		});
		const plans =
			await owner`select state, contact_id = ${again} as is_new, cites @> '["policy.L5"]' as again
			from arrangements order by number`;
		expect(plans).toEqual([
			{ state: 'superseded', is_new: false, again: false },
			{ state: 'superseded', is_new: false, again: true },
			{ state: 'active', is_new: true, again: true }
		]);
		const after = await owner`select count(*)::int as told from instructions`;
		expect(after[0]?.['told']).toBeGreaterThan(before[0]?.['told'] as number);
		const page = await asked(product, 'ruth').arrangements.see({ id: planId });
		expect(page).toMatchObject({ ok: true, page: { state: 'superseded', short: 0, next: null } });
		expect(await agreementFaults(product.app.db.sql)).toEqual([]);
	});
});

describe('an arrangement that is looked after', () => {
	const running = async (owner: postgres.Sql) => {
		const [row] = await owner`select a.id, max(m.number)::int as seen from arrangements a
			join arrangement_moves m on m.arrangement_id = a.id where a.state = 'active' group by a.id`;
		return { id: row?.['id'] as string, seen: row?.['seen'] as number };
	};
	const daysOf = async (product: Product, id: string) => {
		const seen = await asked(product, 'ruth').arrangements.see({ id });
		if (!seen.ok) throw new Error('It is not shown.');
		return seen.page.instalments.map(({ dueOn }) => dueOn).slice(0, 2);
	};

	test('has a break: its days move, its sources are told, and nothing is missed meanwhile', async ({
		product,
		owner
	}) => {
		const { id, seen } = await running(owner);
		const leader = asked(product, 'ruth').arrangements;
		expect(await daysOf(product, id)).toEqual(['2026-12-01', '2027-01-01']);
		const note = 'No shifts in December.';
		expect(await leader.giveBreak({ id, seen, note, months: 1 })).toEqual({ ok: true });
		expect(await daysOf(product, id)).toEqual(['2027-01-01', '2027-02-01']);
		expect(await leader.giveBreak({ id, seen, note, months: 1 })).toMatchObject({
			because: 'changed'
		});
		const now = await running(owner);
		expect(await leader.giveBreak({ ...now, note, months: 3 })).toMatchObject({
			because: 'break-too-long'
		});
		expect(await night(product, '2026-12-09')).toMatchObject({ moved: 0 });
		const told = await owner`select distinct because from instructions i
			join arrangement_debts g on g.debt_id = i.debt_id
			where g.arrangement_id = ${id} and i.because = 'arrangement-break'`;
		expect(told).toHaveLength(1);
	});

	test('has its days moved, and each is on the customer’s timeline with its rule', async ({
		product,
		owner
	}) => {
		const { id, seen } = await running(owner);
		const leader = asked(product, 'ruth').arrangements;
		const nextOn = day('2027-01-08');
		expect(await leader.vary({ id, seen, note: 'Paid on the 7th now.', nextOn })).toEqual({
			ok: true
		});
		expect(await daysOf(product, id)).toEqual(['2027-01-08', '2027-02-08']);
		await owner`update contacts set closed_at = now()`;
		const contactId = await identified({ product, owner }, { name: 'Kelly Ashworth' });
		const whole = await asked(product).contacts.singleView({ contactId });
		const said = whole.ok
			? (whole.whole.timeline ?? []).map(({ what, more }) => `${what}: ${more}`)
			: [];
		for (const line of [
			/^Payment days moved, by Ruth Ellison: NA 2026 000 \d{3}. By council policy P8\.$/,
			/^Payment break given, by Ruth Ellison: .*By council policy L6\.$/,
			/^Replaced by a new plan.*: .*By council policy L5\.$/
		])
			expect(said).toContainEqual(expect.stringMatching(line));
	});

	test('is put right the moment an extract brings the payment, not the next night', async ({
		product,
		owner,
		databaseUrl
	}) => {
		const { id } = await running(owner);
		expect(await night(product, '2027-01-19')).toMatchObject({ moved: 1 });
		expect(await stateOf(owner, id)).toMatchObject(['late', '2027-02-02']);
		const [debt] = await owner`select title, from_on::text as "fromOn", until_on::text as "untilOn",
			stage, stage_on::text as "stageOn", balance_pence::int as balance from debts
			where reference = '7710448261'`;
		const { title, balance, ...stands } = debt as unknown as {
			title: string;
			balance: number;
			fromOn: string;
			untilOn: string;
			stage: string;
			stageOn: string;
		};
		const account = { reference: '7710448261', title };
		const paid = { id: 'LIFE1', on: day('2027-01-15'), kind: 'payment', method: 'card' };
		await takenIn(databaseUrl, {
			as: 'council-tax',
			on: day('2027-01-19'),
			lines: [
				['debt', { ...account, ...stands, balance: pence(balance - 116_00), taxYear: 2025 }],
				['transaction', { ...account, ...paid, amount: pence(-116_00) }]
			] as unknown as ExtractLine[]
		});
		expect(await stateOf(owner, id)).toEqual(['active', null]);
	});

	test('is varied in a contact: another payment for the same debts, and nobody above is asked', async ({
		product,
		owner
	}) => {
		await owner`update contacts set closed_at = now()`;
		const { id } = await running(owner);
		const scene = { product, owner };
		const contactId = await identified(scene, { name: 'Kelly Ashworth' });
		await says(scene, { contactId }, [
			...KELLYS_STATEMENT,
			{ type: 'livePlanPlaced', planId: id, place: 'varied' },
			offered(125)
		]);
		expect(await commitAsShown(scene, { contactId })).toMatchObject({ ok: true });
		const [moved] = await owner`select event, rules, to_state from arrangement_moves
			where arrangement_id = ${id} order by number desc limit 1`;
		expect(moved).toEqual({
			event: 'terms-varied',
			rules: ['P2', 'P5', 'P8'],
			to_state: 'superseded'
		});
		const debts = (of: string) => owner`select array_agg(debt_id order by debt_id) as ids
			from arrangement_debts where arrangement_id = ${of}`;
		const now = await running(owner);
		expect(await debts(now.id)).toEqual(await debts(id));
		const [plan] =
			await owner`select amount_pence::int as amount, role from arrangements where id = ${now.id}`;
		expect(plan).toEqual({ amount: 125_00, role: 'officer' });
		const [letter] = await owner`select letter from letters where arrangement_id = ${now.id}`;
		expect(letter).toEqual({ letter: 'agreement' });
		expect(await agreementFaults(product.app.db.sql)).toEqual([]);
	});
});
