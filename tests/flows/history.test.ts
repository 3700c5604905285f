/** What has happened about a person, asked of the contact it is shown in. */
import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import type { HistoryLine } from '#shared/contacts/history.ts';
import { identified, kellyOffers, says, shownFor, type Scene } from './agreeing.ts';
import { asked, contactWith } from './contact-written.ts';
import { northmereProduct as test } from './product.ts';

async function historyOf(scene: Scene, name: string): Promise<readonly HistoryLine[]> {
	const contactId = await identified(scene, { name });
	const answer = await asked(scene.product).contacts.history({ contactId });
	if (!answer.ok) throw new Error(answer.because);
	return answer.lines;
}

describe('what has happened', () => {
	test('is of nobody before the check has passed', async ({ product, owner }) => {
		const contactId = await contactWith({ product, owner }, { number: '+447700900142' });
		expect(await asked(product).contacts.history({ contactId })).toEqual({
			ok: false,
			because: 'not-identified'
		});
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

	test('has the last contact with its agreement, letter and note', async ({ product, owner }) => {
		const scene = { product, owner };
		const contactId = await kellyOffers(scene, { pounds: 116 });
		const shown = await shownFor(scene, contactId);
		const committed = await asked(product).outcomes.commit({ contactId, key: randomUUID(), shown });
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
			more: 'NA 2026 000 001: £116.00 a month, £2,770.62 in all.'
		});
		expect(latest.some(({ kind }) => kind === 'letter')).toBe(true);
		expect([...lines].sort((a, b) => b.on.localeCompare(a.on))).toEqual(lines);
	});
});
