/** What an officer left open: theirs and nobody else's, from what was committed. */
import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { day } from '#shared/time/day.ts';
import { receiveFile } from '#server/income/receiving/receive-file.ts';
import { addacsOf } from '../builders/bacs.ts';
import { commitAsShown, kellyOffers, says } from './agreeing.ts';
import { asked } from './contact-written.ts';
import { northmereProduct as test } from './product.ts';

describe('my work', () => {
	test('is empty before anything is begun', async ({ product }) => {
		expect(await asked(product).monitoring.work()).toMatchObject({
			callbacks: [],
			approvals: [],
			letters: [],
			untold: [],
			day: { calls: 0, seen: 0, claims: 0, plans: 0 }
		});
	});

	test('says what a leader is asked while they have not answered', async ({ product, owner }) => {
		const scene = { product, owner };
		const contactId = await kellyOffers(scene, { who: 'daniel' });
		const answer = await asked(product, 'daniel').approvals.ask({
			contactId,
			reason: 'She wants it over sooner.'
		});
		const { approvals } = await asked(product, 'daniel').monitoring.work();
		expect(answer.ok ? approvals : answer).toMatchObject([
			{ state: 'waiting', leaderName: null, person: { name: 'Kelly Ashworth' } }
		]);
	});

	test('holds who is to be rung, what is asked, what waits to go and who is not told', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const contactId = await kellyOffers(scene, { pounds: 116 });
		const callback = {
			kind: 'callback',
			id: randomUUID(),
			on: day('2026-11-20'),
			at: '11:30'
		} as const;
		await says(scene, { contactId }, [{ type: 'outcomeStaged', outcome: callback }]);
		await commitAsShown(scene, { contactId });

		const work = await asked(product).monitoring.work();
		const person = { name: 'Kelly Ashworth', isMasked: false };
		expect(work.callbacks).toMatchObject([
			{ dueAt: '2026-11-20T11:30:00.000Z', isOverdue: false, person }
		]);
		expect(work.letters).toMatchObject([{ letter: 'agreement', channel: 'post', person }]);
		expect(work.untold).toHaveLength(4);
		expect(work.untold[0]).toMatchObject({ kind: 'stop', isLate: false, person });
		expect(work.day).toEqual({ calls: 0, seen: 1, claims: 1, plans: 1 });

		await owner`update callbacks set due_at = '2026-11-18T11:30:00Z'`;
		await owner`update instructions set state = 'told', told_at = now()`;
		await owner`update letters set state = 'sent'`;
		const later = await asked(product).monitoring.work();
		expect(later.callbacks).toMatchObject([{ isOverdue: true }]);
		expect([later.untold, later.letters]).toEqual([[], []]);
	});

	test('says first which plan a bank has put at risk', async ({ product }) => {
		const { db: database, clock } = product.app;
		const payer = 'MS K ASHWORTH';
		const reference = { reference: '7710448261', on: '2026-11-18', payer };
		const file = addacsOf([
			{ ...reference, code: 'E' },
			{ ...reference, code: '1' }
		]);
		const chunks = async function* () {
			yield await Promise.resolve(new TextEncoder().encode(file));
		};
		const parts = { database, clock, officerId: null, dataDir: '.data', name: 'a.xml' };
		expect(await receiveFile(chunks(), parts)).toMatchObject({ ok: true });
		const { fromBanks } = await asked(product).monitoring.work();
		expect(fromBanks).toMatchObject([
			{ toDo: 'arrangement-at-risk', means: 'Instruction cancelled by payer', amount: null },
			{ toDo: 'update-details', person: { name: 'Kelly Ashworth' } }
		]);
	});

	test('is nobody else’s', async ({ product }) => {
		const work = await asked(product, 'daniel').monitoring.work();
		const { callbacks, letters, untold, fromBanks } = work;
		expect([callbacks, letters, untold, fromBanks]).toEqual([[], [], [], []]);
		expect(work.day.plans).toBe(0);
	});
});
