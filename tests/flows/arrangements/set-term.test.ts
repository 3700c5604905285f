/** A term that an officer sets: its reason is kept with the plan, and outside policy a manager decides. */
import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { createCaller } from '#server/router.ts';
import { kellyOffers, shownFor, type Scene } from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import { northmereProduct as test, type Product } from '../product.ts';

const WHY = 'She is caring for her mother until 2033.';

async function setsTerm(
	{ product }: Scene,
	{ contactId, months, why }: { contactId: string; months: number; why?: string }
): Promise<void> {
	const event = {
		key: randomUUID(),
		body: { type: 'termSet' as const, months },
		...(why ? { words: { why } } : {})
	};
	const answer = await asked(product).contacts.act({ contactId, events: [event] });
	if (!answer.ok) throw new Error(answer.because);
}

function managerOf(product: Product) {
	const officer = {
		id: 'the-manager',
		name: 'Joan Marsh',
		role: 'manager',
		teamId: 'revenues',
		extension: null
	} as const;
	return createCaller({ officer, app: product.app, requestId: 'TEST-TEST' });
}

describe('a term that was set', () => {
	test('outside policy goes to a manager with its reason, and is on the plan’s page', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const contactId = await kellyOffers(scene, { pounds: 30 });
		const officer = asked(product);
		const asking = { contactId, reason: WHY };
		expect(await officer.approvals.ask(asking)).toEqual({ ok: false, because: 'no-plan' });
		await setsTerm(scene, { contactId, months: 93 });
		expect(await officer.approvals.ask(asking)).toEqual({ ok: false, because: 'no-plan' });
		await setsTerm(scene, { contactId, months: 93, why: WHY });
		const answer = await officer.approvals.ask(asking);
		if (!answer.ok) throw new Error(answer.because);
		const { approvalId } = answer;
		expect(await asked(product, 'ruth').approvals.open({ approvalId })).toEqual({
			ok: false,
			because: 'not-yours-to-decide'
		});
		const manager = managerOf(product);
		const opened = await manager.approvals.open({ approvalId });
		if (!opened.ok) throw new Error(opened.because);
		expect(opened.asked?.needs[0]?.why.at(-1)).toMatch(/^It is outside policy: .* She is caring/);
		const decision = { answer: 'grant' as const, conditions: [], note: '' };
		await manager.approvals.answer({ approvalId, decision });
		const shown = await shownFor(scene, contactId);
		const committed = await officer.outcomes.commit({ contactId, key: randomUUID(), shown });
		expect(committed).toMatchObject({ ok: true });
		const [plan] = await owner`select id, role, payment_count from arrangements
			where contact_id = ${contactId}`;
		expect(plan).toMatchObject({ role: 'manager', payment_count: 93 });
		const page = await officer.arrangements.see({ id: String(plan?.['id']) });
		expect(JSON.stringify(page)).toContain(`93 months: ${WHY}`);
	});

	test('within the own limit needs its reason before anything is read back', async ({
		product,
		owner
	}) => {
		await owner`update arrangement_debts set is_live = false`;
		await owner`update arrangements set state = 'cancelled'`;
		await owner`delete from holds where from_on = '2026-11-19'`;
		await owner`update contacts set closed_at = now()`;
		const scene = { product, owner };
		const contactId = await kellyOffers(scene, { pounds: 140 });
		await setsTerm(scene, { contactId, months: 20 });
		await expect(shownFor(scene, contactId)).rejects.toThrow(/Write why 20 months/);
		await setsTerm(scene, { contactId, months: 20, why: 'They asked for it.' });
		const shown = await shownFor(scene, contactId);
		const key = randomUUID();
		const committed = await asked(product).outcomes.commit({ contactId, key, shown });
		expect(committed).toMatchObject({ ok: true });
		const notes = await owner`select n.note from arrangement_move_notes n
			join arrangement_moves m on m.id = n.move_id
			join arrangements a on a.id = m.arrangement_id where a.contact_id = ${contactId}`;
		expect(notes).toEqual([{ note: '20 months: They asked for it.' }]);
	});
});
