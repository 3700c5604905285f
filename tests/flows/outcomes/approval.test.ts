/** What is above an officer's own authority: asked live, opened, answered, and never a yes by silence. */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { describe, expect } from 'vitest';
import { inTransaction } from '#server/db/transaction.ts';
import { isProved, prove } from '#server/debts/prove.ts';
import { answerApproval } from '#server/outcomes/answer-approval.ts';
import { lapsed } from '#server/outcomes/ask-approval.ts';
import { createCaller } from '#server/router.ts';
import type { Role } from '#shared/officers/roles.ts';
import { instant } from '#shared/time/day.ts';
import { kellyOffers, offered, says, shownFor, type Scene } from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import { AT, northmereProduct as test, type Product } from '../product.ts';

const REASON = 'Hours have just been cut. £110 is safer to keep up.';

async function asking(scene: Scene): Promise<{ contactId: string; approvalId: string }> {
	const contactId = await kellyOffers(scene, { pounds: 110 });
	const answer = await asked(scene.product).approvals.ask({ contactId, reason: REASON });
	if (!answer.ok) throw new Error(`It was not asked: ${answer.because}.`);
	return { contactId, approvalId: answer.approvalId };
}

function callerAs(
	product: Product,
	person: { id: string; name: string; teamId: string; role?: Role }
) {
	const officer = { role: 'leader', extension: null, ...person } as const;
	return createCaller({ officer, app: product.app, requestId: 'TEST-TEST' });
}

/** What this leader's board says is asked. */
async function waitingFor(leader: ReturnType<typeof asked>) {
	const teams = await leader.monitoring.teams();
	return teams.flatMap(({ state }) => state.approvals);
}

function commitOf({ product }: Scene, contactId: string, shown: { id: string; text: string }[]) {
	return asked(product).outcomes.commit({ contactId, key: randomUUID(), shown });
}

async function stateOf(product: Product, contactId: string) {
	const view = await asked(product).contacts.view({ contactId });
	return view?.contact.outcomes.approval;
}

/** Ended, so that the next test may agree on the same debts. */
async function agreedNothing(owner: postgres.Sql): Promise<void> {
	await owner`update arrangement_debts set is_live = false`;
	await owner`update arrangements set state = 'cancelled'`;
	await owner`delete from holds where from_on = '2026-11-19'`;
	await owner`update contacts set closed_at = now()`;
	await owner`update approvals set state = 'withdrawn' where state in ('waiting', 'opened')`;
}

describe('an approval', () => {
	test('that is granted lets the very figures be committed', async ({ product, owner }) => {
		const scene = { product, owner };
		const { contactId, approvalId } = await asking(scene);
		expect(await stateOf(product, contactId)).toMatchObject({
			state: 'waiting',
			role: 'leader',
			asked: REASON,
			askedAt: AT,
			expiresAt: '2026-11-19T10:03:00.000Z'
		});
		await asked(product, 'ruth').approvals.open({ approvalId });
		expect(await stateOf(product, contactId)).toMatchObject({
			state: 'opened',
			leader: { name: 'Ruth Ellison' }
		});
		const conditions = ['Look at it together on 1 June.'];
		const granting = { answer: 'grant', conditions, note: '' } as const;
		await asked(product, 'ruth').approvals.answer({ approvalId, decision: granting });
		const shown = await shownFor(scene, contactId);
		expect(shown.map(({ text }) => text)).toContain('Look at it together on 1 June.');
		expect(await commitOf(scene, contactId, shown)).toMatchObject({ ok: true });
		const [plan] = await owner`select role, approved_by, payment_count, income_proof_by::text
			from arrangements where contact_id = ${contactId}`;
		expect(plan).toEqual({
			role: 'leader',
			approved_by: product.people['ruth']?.id,
			payment_count: 26,
			income_proof_by: '2026-12-17'
		});
		const [team] = await asked(product, 'ruth').monitoring.teams();
		expect(team?.state.approvals).toEqual([]);
		expect(team?.state.outcomes).toEqual([
			{ kind: 'arrangement', count: 1, people: 1, amount: 2770_62 },
			{ kind: 'claim', count: 1, people: 1, amount: 0 }
		]);
		expect(isProved(await prove(product.app.db.sql))).toBe(true);
		await agreedNothing(owner);
	});

	test('shows its leaders the figures and never who', async ({ product, owner }) => {
		const { approvalId } = await asking({ product, owner });
		const waiting = await waitingFor(asked(product, 'ruth'));
		expect(waiting.map((one) => [one.approvalId, one.state, one.officer.name])).toEqual([
			[approvalId, 'waiting', 'Priya Shah']
		]);
		const what = '£110.00 a month, 26 payments, £2,770.62';
		expect(waiting[0]?.asks).toEqual([{ what, why: 'Longer than an officer may agree' }]);
		expect(JSON.stringify(waiting)).not.toMatch(/Ashworth|Council Tax/);

		const opened = await asked(product, 'ruth').approvals.open({ approvalId });
		expect(opened).toMatchObject({
			ok: true,
			notice: { state: 'opened', leader: { name: 'Ruth Ellison' } },
			asked: {
				reason: REASON,
				hasSupportNeed: true,
				means: { left: 160_62, usable: 144_56, leaves: 50_62 },
				within: { amount: 116_00, rhythm: 'monthly', paymentCount: 24 },
				isChanged: false
			}
		});
		expect(JSON.stringify(opened)).not.toMatch(/Ashworth|Lantern|1987/);
		await agreedNothing(owner);
	});

	test('is asked again where a figure has changed since', async ({ product, owner }) => {
		const scene = { product, owner };
		const { contactId, approvalId } = await asking(scene);
		await asked(product, 'ruth').approvals.open({ approvalId });
		const decision = { answer: 'grant' as const, conditions: [], note: '' };
		await asked(product, 'ruth').approvals.answer({ approvalId, decision });
		await says(scene, { contactId }, [offered(108)]);
		const shown = await shownFor(scene, contactId);
		expect(await commitOf(scene, contactId, shown)).toEqual({
			ok: false,
			because: 'approval-needed'
		});
		await agreedNothing(owner);
	});

	test('that is refused says why, and the officer may agree something else', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const { contactId, approvalId } = await asking(scene);
		const refusing = {
			approvalId,
			decision: { answer: 'refuse', reason: 'Try £116 first.' }
		} as const;
		expect(await asked(product, 'ruth').approvals.answer(refusing)).toEqual({
			ok: false,
			because: 'not-opened'
		});
		await asked(product, 'ruth').approvals.open({ approvalId });
		await asked(product, 'ruth').approvals.answer(refusing);
		expect(await stateOf(product, contactId)).toMatchObject({
			state: 'refused',
			reason: 'Try £116 first.'
		});
		await says(scene, { contactId }, [offered(116)]);
		const shown = await shownFor(scene, contactId);
		expect(await commitOf(scene, contactId, shown)).toMatchObject({ ok: true });
		await agreedNothing(owner);
	});

	test('lapses after three minutes, and is then no yes', async ({ product, owner }) => {
		const scene = { product, owner };
		const { contactId, approvalId } = await asking(scene);
		const { db } = product.app;
		const almost = instant('2026-11-19T10:02:59.999Z');
		const over = instant('2026-11-19T10:03:00.000Z');
		await asked(product, 'ruth').approvals.open({ approvalId });
		expect(await inTransaction(db, (tx) => lapsed(tx, almost))).toEqual([]);
		expect(await inTransaction(db, (tx) => lapsed(tx, over))).toEqual([{ contactId, approvalId }]);
		expect(await stateOf(product, contactId)).toMatchObject({ state: 'timed-out' });
		const leader = product.people['ruth'];
		if (!leader) throw new Error('There is no leader.');
		const decision = { answer: 'grant' as const, conditions: [], note: '' };
		const late = await inTransaction(db, (tx) =>
			answerApproval(tx, {
				approvalId,
				leader,
				at: over,
				today: product.app.clock.today(),
				decision
			})
		);
		expect(late).toEqual({ ok: false, because: 'not-open' });
		expect(await asked(product, 'ruth').approvals.view({ approvalId })).toMatchObject({
			notice: { state: 'timed-out', leader: { name: 'Ruth Ellison' } },
			asked: null
		});
		expect(await waitingFor(asked(product, 'ruth'))).toEqual([]);
		const shown = await shownFor(scene, contactId);
		expect(await commitOf(scene, contactId, shown)).toEqual({
			ok: false,
			because: 'approval-needed'
		});
		await agreedNothing(owner);
	});

	test('is answered once, by the one leader who opened it', async ({ product, owner }) => {
		const scene = { product, owner };
		const { contactId, approvalId } = await asking(scene);
		await asked(product, 'ruth').approvals.open({ approvalId });
		const other = callerAs(product, { id: 'grace', name: 'Grace Obi', teamId: 'revenues' });
		expect(await other.approvals.open({ approvalId })).toEqual({
			ok: false,
			because: 'not-opened-by-you'
		});
		expect(await other.approvals.view({ approvalId })).toMatchObject({
			ok: true,
			notice: { state: 'opened', leader: { name: 'Ruth Ellison' } },
			asked: null
		});
		const refusing = { approvalId, decision: { answer: 'refuse', reason: 'Try £116.' } } as const;
		const granting = { answer: 'grant' as const, conditions: [], note: '' };
		const both = await Promise.all([
			asked(product, 'ruth').approvals.answer(refusing),
			asked(product, 'ruth').approvals.answer({ approvalId, decision: granting })
		]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, because: 'not-open' });
		const answers = await owner`select type from contact_events where contact_id = ${contactId}
			and type in ('approvalGranted', 'approvalRefused')`;
		expect(answers).toHaveLength(1);
		await agreedNothing(owner);
	});

	test('is not granted once the figures have changed, and may still be refused', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const { contactId, approvalId } = await asking(scene);
		const ruth = asked(product, 'ruth').approvals;
		await ruth.open({ approvalId });
		const [before] = await waitingFor(asked(product, 'ruth'));
		await says(scene, { contactId }, [offered(109)]);
		const [after] = await waitingFor(asked(product, 'ruth'));
		expect(after?.contactVersion).toBeGreaterThan(before?.contactVersion ?? 0);
		expect(await ruth.view({ approvalId })).toMatchObject({
			asked: { isChanged: true, means: { left: 160_62, leaves: null } }
		});
		const granting = { answer: 'grant' as const, conditions: [], note: '' };
		expect(await ruth.answer({ approvalId, decision: granting })).toEqual({
			ok: false,
			because: 'figures-changed'
		});
		await says(scene, { contactId }, [offered(110)]);
		expect(await ruth.view({ approvalId })).toMatchObject({ asked: { isChanged: false } });
		await says(scene, { contactId }, [offered(109)]);
		const decision = { answer: 'refuse', reason: 'Ask again with £109.' } as const;
		expect(await ruth.answer({ approvalId, decision })).toMatchObject({ ok: true });
		await agreedNothing(owner);
	});

	test('is taken back by the commit of what needs none', async ({ product, owner }) => {
		const scene = { product, owner };
		const { contactId, approvalId } = await asking(scene);
		await says(scene, { contactId }, [offered(116)]);
		const shown = await shownFor(scene, contactId);
		expect(await commitOf(scene, contactId, shown)).toMatchObject({ ok: true });
		expect(await asked(product, 'ruth').approvals.view({ approvalId })).toMatchObject({
			notice: { state: 'withdrawn' },
			asked: null
		});
		expect(await waitingFor(asked(product, 'ruth'))).toEqual([]);
		await agreedNothing(owner);
	});

	test('is taken back when the officer finishes the contact', async ({ product, owner }) => {
		const scene = { product, owner };
		const { contactId, approvalId } = await asking(scene);
		await says(scene, { contactId }, [{ type: 'wrappedUp' }]);
		expect(await asked(product, 'ruth').approvals.view({ approvalId })).toMatchObject({
			notice: { state: 'withdrawn' }
		});
		await agreedNothing(owner);
	});

	test('of one team is nothing to another team’s leader, and every team’s to a manager', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		await owner`insert into teams (id, name) values ('benefits', 'Benefits')
			on conflict do nothing`;
		const { approvalId } = await asking(scene);
		const leader = callerAs(product, { id: 'helen', name: 'Helen Adu', teamId: 'benefits' });
		const nothing = { ok: false, because: 'no-such-approval' };
		const decision = { answer: 'grant' as const, conditions: [], note: '' };
		expect(await leader.approvals.view({ approvalId })).toEqual(nothing);
		expect(await leader.approvals.open({ approvalId })).toEqual(nothing);
		expect(await leader.approvals.answer({ approvalId, decision })).toEqual(nothing);
		expect(await leader.approvals.view({ approvalId: randomUUID() })).toEqual(nothing);
		expect((await leader.monitoring.teams()).map(({ teamId }) => teamId)).toEqual(['benefits']);
		expect(await waitingFor(leader)).toEqual([]);
		const manager = callerAs(product, {
			id: 'joan',
			name: 'Joan Price',
			teamId: 'benefits',
			role: 'manager'
		});
		expect((await waitingFor(manager)).map((one) => one.approvalId)).toEqual([approvalId]);
		expect(await manager.approvals.view({ approvalId })).toMatchObject({ ok: true });
		await agreedNothing(owner);
	});

	test('is never one’s own, another team’s, or asked twice; it can be taken back', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const { contactId, approvalId } = await asking(scene);
		const again = await asked(product).approvals.ask({ contactId, reason: REASON });
		expect(again).toEqual({ ok: false, because: 'already-asked' });
		const own = owner`update approvals set leader_id = officer_id where id = ${approvalId}`;
		await expect(own).rejects.toThrow(/proposer_is_not_approver/);
		expect(await asked(product).approvals.withdraw({ contactId })).toEqual({ ok: true });
		expect(await stateOf(product, contactId)).toMatchObject({ state: 'withdrawn' });
		expect(await asked(product, 'ruth').approvals.open({ approvalId })).toEqual({
			ok: false,
			because: 'not-open'
		});
		await agreedNothing(owner);
	});

	test('is not asked for what the officer may agree alone', async ({ product, owner }) => {
		const contactId = await kellyOffers({ product, owner }, { pounds: 116 });
		expect(await asked(product).approvals.ask({ contactId, reason: REASON })).toEqual({
			ok: false,
			because: 'within-your-limit'
		});
	});
});
