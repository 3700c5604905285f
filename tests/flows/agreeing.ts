/** A customer on the line, identified, with what they said and offered in the log: as far as the read-back. */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { policyOn } from '#server/law/policy.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { inputOf } from '#server/outcomes/commit.ts';
import { holdStill } from '#server/outcomes/queries.ts';
import type { OfficerEvent } from '#shared/contacts/log/events.ts';
import { foldContact } from '#shared/contacts/state/fold.ts';
import { readBack, type ReadBackLine } from '#shared/outcomes/read-back.ts';
import { pence } from '#shared/money/pence.ts';
import { day } from '#shared/time/day.ts';
import { asked, contactWith } from './contact-written.ts';
import { AT, type Product } from './product.ts';

export type Scene = { product: Product; owner: postgres.Sql };

/** Kelly's statement as she says it: left £160.62, usable £144.56. */
const KELLY = [
	['salary', 1286_40, 'monthly'],
	['universal-credit', 412_73, 'monthly'],
	['child-benefit', 43_20, 'weekly'],
	['maintenance', 30_00, 'weekly'],
	['rent', 695_00, 'monthly'],
	['council-tax', 118_00, 'monthly'],
	['gas', 62_00, 'monthly'],
	['electricity', 71_00, 'monthly'],
	['water-supply', 34_50, 'monthly'],
	['tv-licence', 14_54, 'monthly'],
	['childcare', 95_00, 'monthly'],
	['car-insurance', 44_00, 'monthly'],
	['fuel', 18_00, 'weekly'],
	['phone', 86_00, 'monthly'],
	['groceries', 101_00, 'weekly'],
	['clothing', 64_00, 'monthly'],
	['energy-arrears', 36_00, 'monthly'],
	['savings', 20_00, 'monthly']
] as const;

export const KELLYS_STATEMENT: readonly OfficerEvent[] = [
	{ type: 'statementFormChosen', form: 'full' },
	{ type: 'householdSet', household: { adults: 1, childrenUnder16: 2, youngPeople: 0 } },
	...KELLY.map(([line, amount, frequency]): OfficerEvent => ({
		type: 'statementLineSet',
		line,
		amount: pence(amount),
		frequency,
		provenance: 'said'
	})),
	{ type: 'statementFinished' }
];

/** On the 1st of each month from December; by Direct Debit, so the first is by card. */
export function offered(pounds: number): OfficerEvent {
	return {
		type: 'offerMade',
		amount: pence(pounds * 100),
		rhythm: 'monthly',
		firstOn: day('2026-12-01'),
		method: 'direct-debit',
		nextPayDay: day('2026-12-01'),
		offeredBy: 'customer'
	};
}

export async function debtOf(owner: postgres.Sql, reference: string): Promise<string> {
	const [row] = await owner`select id from debts where reference = ${reference}`;
	if (!row) throw new Error('There is no such debt.');
	return row['id'] as string;
}

export async function customerNamed(owner: postgres.Sql, name: string): Promise<string> {
	const [row] = await owner`select id from customers
		where given_names || ' ' || family_name = ${name}`;
	if (!row) throw new Error('There is nobody of that name.');
	return row['id'] as string;
}

/** This officer's contact with a customer whose check has passed. */
export async function identified(
	scene: Scene,
	{ name, who = 'priya' }: { name: string; who?: string }
): Promise<string> {
	const { owner } = scene;
	const contactId = await contactWith(scene, { channel: 'desk', who });
	const customerId = await customerNamed(owner, name);
	await owner`update contacts set customer_id = ${customerId}, version = 4 where id = ${contactId}`;
	const lines = [
		['customerChosen', { customerId, how: 'search' }],
		['identityPassed', { customerId, passedBy: 'answers' }]
	] as const;
	for (const [index, [type, body]] of lines.entries()) {
		await owner`insert into contact_events (contact_id, seq, type, at, body)
			values (${contactId}, ${index + 3}, ${type}, ${AT}, ${JSON.stringify(body)}::text::jsonb)`;
	}
	return contactId;
}

export async function says(
	{ product }: Scene,
	{ contactId, who = 'priya' }: { contactId: string; who?: string },
	events: readonly OfficerEvent[]
): Promise<void> {
	const sent = events.map((body) => ({ key: randomUUID(), body }));
	const answer = await asked(product, who).contacts.act({ contactId, events: sent });
	if (!answer.ok) throw new Error(`It was not written: ${answer.because}.`);
}

/** What the screen shows to be read out, made by the same functions from the same log. */
export async function shownFor({ product }: Scene, contactId: string): Promise<ReadBackLine[]> {
	const today = product.app.clock.today();
	return inTransaction(product.app.db, async (tx) => {
		const still = await holdStill(tx, { contactId, today });
		if (!still.ok) throw new Error(`It cannot be read: ${still.because}.`);
		const contact = foldContact(still.held.events);
		const said = readBack(
			inputOf(still.held, { contact, policy: await policyOn(tx, today), today })
		);
		if (!said.ok) throw new Error(`There is no read-back: ${JSON.stringify(said)}.`);
		return [...said.lines];
	});
}

/** What the contact agreed and noted is committed as its screen shows it. */
export async function commitAsShown(
	scene: Scene,
	{ contactId, who = 'priya' }: { contactId: string; who?: string }
) {
	const shown = await shownFor(scene, contactId);
	return asked(scene.product, who).outcomes.commit({ contactId, key: randomUUID(), shown });
}

/** Kelly's own: the claims started, this year held, the £110 she says. */
export async function kellyOffers(
	scene: Scene,
	{ pounds = 110, who = 'priya' }: { pounds?: number; who?: string } = {}
): Promise<string> {
	const contactId = await identified(scene, { name: 'Kelly Ashworth', who });
	const claimed = singlePersonClaim(await debtOf(scene.owner, '7710448262'));
	await says(scene, { contactId, who }, [...KELLYS_STATEMENT, claimed, offered(pounds)]);
	return contactId;
}

/** The discount claimed for this year's bill, and what is paid on account meanwhile. */
export function singlePersonClaim(debtId: string): OfficerEvent {
	const claim = {
		kind: 'claim',
		entitlement: 'single-person-discount',
		name: 'single person discount',
		debtIds: [debtId],
		days: 28,
		onAccount: pence(88_50)
	} as const;
	return { type: 'outcomeStaged', outcome: { ...claim, id: randomUUID() } };
}
