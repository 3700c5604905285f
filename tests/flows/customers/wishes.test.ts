/** What a customer asked of how we reach them binds what is committed: call backs, letters and the agreement itself. */
import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { NO_WISH, type Wish } from '#shared/customers/wishes/wish.ts';
import type { StagedOutcome } from '#shared/outcomes/outcome.ts';
import { day } from '#shared/time/day.ts';
import {
	commitAsShown,
	customerNamed,
	identified,
	kellyOffers,
	says,
	shownFor,
	type Scene
} from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import { northmereProduct as test } from '../product.ts';

const CALL = { kind: 'callback', on: day('2026-11-20'), at: '16:00' } as const;

async function wishing(
	{ product }: Scene,
	{ contactId, ...wish }: { contactId: string } & Partial<Wish>
): Promise<void> {
	const { care } = asked(product).customers;
	expect(await care.setWish({ contactId, wish: { ...NO_WISH, ...wish } })).toEqual({ ok: true });
}

const staging = (scene: Scene, contactId: string, outcome: StagedOutcome) =>
	says(scene, { contactId }, [{ type: 'outcomeStaged', outcome }]);

describe('what they asked', () => {
	test('keeps a call back from being booked, until it is one they allow', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const contactId = await identified(scene, { name: 'Kelly Ashworth' });
		const kelly = await customerNamed(owner, 'Kelly Ashworth');
		const [held] = await owner<{ e164: string }[]>`select e164 from customer_phones
			where customer_id = ${kelly} and to_on is null order by e164 limit 1`;
		const mobile = held?.e164 ?? '';
		await wishing(scene, {
			contactId,
			ringDays: [1, 2, 5],
			ringFrom: '10:00',
			ringUntil: '15:00',
			notNumbers: [mobile],
			noMessages: true
		});
		const tooLate = { ...CALL, id: randomUUID() };
		await staging(scene, contactId, tooLate);
		await expect(shownFor(scene, contactId)).rejects.toThrow(/14:45/);
		const { outcomes } = asked(product);
		const sent = { contactId, key: randomUUID(), shown: [] };
		expect(await outcomes.commit(sent)).toEqual({ ok: false, because: 'not-to-be-rung-so' });
		expect(await owner`select from callbacks where contact_id = ${contactId}`).toHaveLength(0);

		await staging(scene, contactId, { ...tooLate, at: '11:00', number: mobile });
		expect(await outcomes.commit(sent)).toEqual({ ok: false, because: 'not-to-be-rung-so' });
		await staging(scene, contactId, { ...tooLate, at: '11:00' });
		expect(await commitAsShown(scene, { contactId })).toMatchObject({ ok: true });
		const [kept] = await owner<{ number: string | null }[]>`
			select number from callbacks where contact_id = ${contactId}`;
		expect(kept?.number).not.toBe(mobile);
		const due = (await asked(product).monitoring.work()).callbacks;
		expect(due).toMatchObject([{ against: null, person: { phone: kept?.number ?? null } }]);
		expect(due[0]?.asked).toContain('Do not leave messages.');

		// Asked since: whoever would ring sees it.
		await wishing(scene, { contactId, channels: ['post'] });
		const [later] = (await asked(product).monitoring.work()).callbacks;
		expect(later?.against).toContain('Only by post.');
		expect(later?.person.phone).toBeNull();
	});

	test('is how the agreement is made and where it goes', async ({ product, owner }) => {
		const scene = { product, owner };
		const contactId = await kellyOffers(scene, { pounds: 116 });
		const writeTo = 'c/o 9 Quarry Way\nNorthmere NM2 2BB';
		await wishing(scene, { contactId, format: 'braille', writeTo });
		expect(await commitAsShown(scene, { contactId })).toMatchObject({ ok: true });
		const [letter] =
			await owner`select channel, is_braille as "isBraille", is_to_other as "isToOther",
			state from letters where contact_id = ${contactId}`;
		expect(letter).toEqual({ channel: 'post', isBraille: true, isToOther: true, state: 'queued' });
		const { letters } = await asked(product).monitoring.work();
		expect(letters).toMatchObject([{ isBraille: true, isToOther: true }]);
		const seen = await asked(product).contacts.singleView({ contactId });
		const history = seen.ok ? (seen.whole.timeline ?? []) : [];
		expect(history.map(({ what }) => what)).toContain(
			'Letter of the agreement, by post, in braille, to the address they asked for, waiting to be sent'
		);
	});

	test('of nothing in writing refuses a letter', async ({ product, owner }) => {
		const scene = { product, owner };
		const contactId = await identified(scene, { name: 'Leon Varga' });
		await wishing(scene, { contactId, channels: ['phone'] });
		const letter = { kind: 'letter', letter: 'balances', by: 'post', isLargePrint: false } as const;
		await staging(scene, contactId, { ...letter, id: randomUUID() });
		const sent = { contactId, key: randomUUID(), shown: [] };
		expect(await asked(product).outcomes.commit(sent)).toEqual({
			ok: false,
			because: 'no-letters'
		});
		expect(await owner`select from letters where contact_id = ${contactId}`).toHaveLength(0);
	});

	test('cannot be hours that end before they begin', async ({ product, owner }) => {
		const scene = { product, owner };
		const contactId = await identified(scene, { name: 'Leon Varga' });
		const { care } = asked(product).customers;
		const hours = { ringFrom: '15:00', ringUntil: '10:00' };
		await expect(care.setWish({ contactId, wish: { ...NO_WISH, ...hours } })).rejects.toThrow(
			/end before they begin/
		);
	});
});

describe('an agreement with somebody who asked for nothing in writing', () => {
	test('is written down and kept, and not sent', async ({ product, owner }) => {
		const scene = { product, owner };
		await owner`update arrangement_debts set is_live = false`;
		await owner`update arrangements set state = 'cancelled'`;
		await owner`delete from holds where from_on = '2026-11-19'`;
		const contactId = await kellyOffers(scene, { pounds: 116 });
		await wishing(scene, { contactId, channels: ['phone'] });
		expect(await commitAsShown(scene, { contactId })).toMatchObject({ ok: true });
		const [letter] = await owner`select letter, state from letters where contact_id = ${contactId}`;
		expect(letter).toEqual({ letter: 'agreement', state: 'kept' });
		const { letters } = await asked(product).monitoring.work();
		expect(letters).toHaveLength(1);
	});
});
