/** Somebody speaks for a customer, by the router and real Postgres: what they hear, what they may agree, and until when. */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { beforeEach, describe, expect } from 'vitest';
import type { OfficerEvent } from '#shared/contacts/log/events.ts';
import type { Question } from '#shared/customers/check/questions.ts';
import { day } from '#shared/time/day.ts';
import { asked, contactWith, logOf } from '../contact-written.ts';
import { debtWritten, personWritten } from './identity-people.ts';
import { test, type Product } from '../product.ts';

const NUMBER = '+447700900512';

let margaret = '';
let care = '';
let tax = '';

beforeEach<{ owner: postgres.Sql }>(async ({ owner }) => {
	if (margaret !== '') return;
	margaret = await personWritten(owner, {
		givenNames: 'Margaret',
		familyName: 'Dunmore',
		bornOn: '1945-06-17',
		address: ['9 Cherry Way', 'NM6 8JL'],
		numbers: [NUMBER]
	});
	care = await debtWritten(owner, {
		liable: [margaret],
		reference: 'CA00039162',
		title: 'Care charges',
		stream: 'care'
	});
	tax = await debtWritten(owner, {
		liable: [margaret],
		reference: '7710066318',
		title: 'Council Tax this year',
		instalment: 12300
	});
});

const event = (body: OfficerEvent, words?: Record<string, string>) => ({
	key: randomUUID(),
	body,
	...(words ? { words } : {})
});

type Flow = { product: Product; owner: postgres.Sql };

async function margaretsContact(flow: Flow): Promise<string> {
	const contactId = await contactWith(flow, { number: NUMBER });
	const chosen = { type: 'customerChosen', customerId: margaret, how: 'number' } as const;
	await asked(flow.product).contacts.act({ contactId, events: [event(chosen)] });
	return contactId;
}

const HERS = [
	['full-name', 'Margaret Dunmore'],
	['address', '9 Cherry Way NM6 8JL'],
	['reference', '7710066318']
] as const;

async function answered(
	{ product }: Flow,
	contactId: string,
	given: readonly (readonly [Question, string])[]
): Promise<string> {
	let last = '';
	for (const [question, said] of given) {
		const sent = { contactId, key: randomUUID(), question, said };
		const answer = await asked(product).contacts.identity.answer(sent);
		last = answer.ok ? answer.check.standing.is : answer.because;
	}
	return last;
}

function says({ product }: Flow, contactId: string, name: string, organisation = '') {
	const sent = { contactId, key: randomUUID(), name, organisation };
	return asked(product).contacts.identity.representative(sent);
}

async function peopleOn({ product }: Flow, contactId: string) {
	return (await asked(product).contacts.view({ contactId }))?.people;
}

/** Recorded by Priya, who has the paper in hand. */
async function recorded(
	flow: Flow,
	contactId: string,
	some: Partial<Parameters<ReturnType<typeof asked>['customers']['care']['recordAuthority']>[0]>
) {
	return asked(flow.product).customers.care.recordAuthority({
		contactId,
		kind: 'adviser',
		name: 'Ruth Penney',
		organisation: 'Northmere Advice',
		scope: 'agree',
		streams: null,
		debtIds: [care],
		evidence: 'signed-authority',
		untilOn: day('2027-11-19'),
		...some
	});
}

describe('a debt adviser with a signed authority for one debt', () => {
	test('hears of that debt alone, by name and nothing else of the person', async ({
		product,
		owner
	}) => {
		const flow = { product, owner };
		const contactId = await margaretsContact(flow);
		expect(await recorded(flow, contactId, {})).toMatchObject({ ok: true });
		expect(await says(flow, contactId, 'Ruth Penny', 'Northmere Advice')).toMatchObject({
			ok: true,
			check: { representative: 'known', standing: { is: 'open', matched: 1, needed: 3 } }
		});
		expect(await answered(flow, contactId, [HERS[0], HERS[1]])).toBe('open');
		expect(await answered(flow, contactId, [HERS[2]])).toBe('passed');
		const people = await peopleOn(flow, contactId);
		expect(people).toMatchObject({
			kind: 'known',
			actingBy: { kind: 'adviser', name: 'Ruth Penney', scope: 'agree', isPartial: true },
			person: { name: 'Margaret Dunmore', address: null, bornOn: null, phone: null },
			debts: { count: 1, debts: [{ reference: 'CA00039162' }] },
			records: [{ id: care }]
		});
		expect(JSON.stringify(people)).not.toContain('7710066318');
		const { debts, contacts, customers } = asked(flow.product);
		expect(await debts.detail({ contactId, debtId: tax })).toMatchObject({ because: 'not-theirs' });
		expect(await debts.detail({ contactId, debtId: care })).toMatchObject({ ok: true });
		expect(await contacts.singleView({ contactId })).toMatchObject({
			whole: { debts: [{ debtId: care }], timeline: null, speakFor: [] }
		});
		expect(await customers.care.see({ contactId })).toMatchObject({ because: 'for-customer-only' });
		expect(await recorded(flow, contactId, { name: 'A Friend' })).toMatchObject({
			because: 'for-customer-only'
		});
	});

	test('rings from a number that is not thereby hers', async ({ product, owner }) => {
		const flow = { product, owner };
		const phones =
			await flow.owner`select confirmed_on from customer_phones where e164 = ${NUMBER}`;
		expect(phones).toEqual([{ confirmed_on: null }]);
	});

	test('is another person than the customer: what she answered before counts for nothing', async ({
		product,
		owner
	}) => {
		const flow = { product, owner };
		const contactId = await margaretsContact(flow);
		expect(await answered(flow, contactId, HERS)).toBe('passed');
		expect((await peopleOn(flow, contactId))?.kind).toBe('known');
		await says(flow, contactId, 'Ruth Penney', 'Northmere Advice');
		expect((await peopleOn(flow, contactId))?.kind).toBe('likely');
	});

	test('under another name, or of another organisation, hears nothing whatever they answer', async ({
		product,
		owner
	}) => {
		const flow = { product, owner };
		const contactId = await margaretsContact(flow);
		for (const [name, organisation] of [
			['Claire Dunmore', 'Northmere Advice'],
			['Ruth Penney', 'Somebody Else'],
			['Ruth Penney', '']
		] as const) {
			expect(await says(flow, contactId, name, organisation)).toMatchObject({
				check: { representative: 'unknown', standing: { is: 'open', canPass: false } }
			});
			expect(await answered(flow, contactId, HERS)).toBe('not-offered');
		}
		expect(await logOf(flow.owner, contactId)).toContain('Claire Dunmore');
	});

	test('is told nothing more from the moment it is ended, in every open contact', async ({
		product,
		owner
	}) => {
		const flow = { product, owner };
		const [theirs, hers] = [await margaretsContact(flow), await margaretsContact(flow)];
		await says(flow, theirs, 'Ruth Penney', 'Northmere Advice');
		expect(await answered(flow, theirs, HERS)).toBe('passed');
		await answered(flow, hers, HERS);
		const { care: procedures } = asked(flow.product).customers;
		const seen = await procedures.see({ contactId: hers });
		const authorityId = (seen.ok && seen.care.authorities[0]?.id) || '';
		const ending = { contactId: hers, authorityId, because: 'customer-ended' } as const;
		expect(await procedures.endAuthority(ending)).toEqual({ ok: true });
		expect(await peopleOn(flow, theirs)).toMatchObject({ because: 'authority-ended' });
		expect(await logOf(flow.owner, theirs)).toContain('customerChanged');
		expect(
			await asked(flow.product).debts.detail({ contactId: theirs, debtId: care })
		).toMatchObject({ because: 'not-identified' });
		expect(await procedures.endAuthority(ending)).toMatchObject({ because: 'no-such-authority' });
		const acts = await flow.owner`select act, detail from audit where subject_id = ${authorityId}`;
		expect([...acts].map(({ act }) => String(act))).toEqual([
			'customers.authority-recorded',
			'customers.authority-ended'
		]);
	});
});

describe('an authority', () => {
	test('past its last day, or not begun, opens nothing', async ({ product, owner }) => {
		const flow = { product, owner };
		const contactId = await margaretsContact(flow);
		for (const [from, until] of [
			['2025-11-18', '2026-11-18'],
			['2026-11-20', '2027-11-18']
		] as const) {
			await flow.owner`insert into authorities ${flow.owner({
				id: randomUUID(),
				customer_id: margaret,
				kind: 'adviser',
				name: 'Owen Lacey',
				organisation: 'Northmere Advice',
				scope: 'agree',
				evidence: 'signed-authority',
				from_on: from,
				until_on: until,
				recorded_at: '2025-11-18T10:00:00Z'
			})}`;
		}
		expect(await says(flow, contactId, 'Owen Lacey', 'Northmere Advice')).toMatchObject({
			check: { representative: 'unknown' }
		});
	});

	test('to be told lets nothing be agreed', async ({ product, owner }) => {
		const flow = { product, owner };
		const contactId = await margaretsContact(flow);
		const told = { kind: 'member', evidence: 'members-letter', scope: 'told' } as const;
		const who = { name: 'Ann Hurley', organisation: 'The office of Ann Hurley' };
		const untilOn = day('2027-02-01');
		expect(
			await recorded(flow, contactId, { ...told, ...who, untilOn, debtIds: null })
		).toMatchObject({ ok: true });
		await says(flow, contactId, who.name, who.organisation);
		expect(await answered(flow, contactId, HERS)).toBe('passed');
		expect(await peopleOn(flow, contactId)).toMatchObject({ debts: { count: 2 } });
		const promise = {
			kind: 'promise',
			id: randomUUID(),
			debtId: tax,
			amount: 1000,
			by: day('2026-11-24'),
			method: 'bank-transfer'
		};
		const staged = event({ type: 'outcomeStaged', outcome: promise } as unknown as OfficerEvent);
		const { contacts, outcomes } = asked(flow.product);
		expect(await contacts.act({ contactId, events: [staged] })).toMatchObject({ ok: true });
		const commit = { contactId, key: randomUUID(), shown: [] };
		expect(await outcomes.commit(commit)).toMatchObject({ ok: false, because: 'only-told' });
	});

	test('a customer says in the contact needs the customer in it', async ({ product, owner }) => {
		const flow = { product, owner };
		const contactId = await margaretsContact(flow);
		const said = { evidence: 'said-by-customer', name: 'Nora Vale' } as const;
		expect(await recorded(flow, contactId, said)).toMatchObject({ because: 'not-said-by-them' });
		await answered(flow, contactId, HERS);
		expect(await recorded(flow, contactId, said)).toMatchObject({ ok: true });
		expect(await recorded(flow, contactId, { debtIds: [randomUUID()] })).toMatchObject({
			because: 'not-their-debts'
		});
	});
});
