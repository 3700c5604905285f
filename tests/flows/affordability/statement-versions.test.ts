/** A statement's versions: kept when it is finished, carried into the next contact, gone on with on another channel. */
import type postgres from 'postgres';
import { beforeEach, describe, expect } from 'vitest';
import type { OfficerEvent } from '#shared/contacts/log/events.ts';
import { pence } from '#shared/money/pence.ts';
import { customerNamed, identified, KELLYS_STATEMENT, says } from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import { northmereProduct as test, type Product } from '../product.ts';

const WHO = { name: 'Kelly Ashworth' };
const entered: OfficerEvent = { type: 'stepEntered', step: 'affordability' };
const gas = (amount: number): OfficerEvent => ({
	type: 'statementLineSet',
	line: 'gas',
	amount: pence(amount),
	frequency: 'monthly',
	provenance: 'document'
});

type Scene = { product: Product; owner: postgres.Sql };

async function statementIn({ product }: Scene, contactId: string) {
	return (await asked(product).contacts.view({ contactId }))?.contact.statement;
}

async function finishedIn(scene: Scene): Promise<string> {
	const contactId = await identified(scene, WHO);
	await says(scene, { contactId }, [entered, ...KELLYS_STATEMENT, { type: 'wrappedUp' }]);
	return contactId;
}

function versions(owner: postgres.Sql) {
	return owner`select version, made_on::text, review_on::text, left_pence::int, usable_pence::int
		from statements order by version`;
}

beforeEach<Scene>(async ({ owner }) => {
	await owner`truncate statements`;
	await owner`delete from contact_events where type like 'statement%' or type in ('householdSet', 'answersGiven')`;
});

describe('a statement that was finished', () => {
	test('is kept when the contact ends, with its date, its review and what it leaves', async ({
		product,
		owner
	}) => {
		await finishedIn({ product, owner });
		expect([...(await versions(owner))]).toEqual([
			{
				version: 1,
				made_on: '2026-11-19',
				review_on: '2027-05-19',
				left_pence: 160_62,
				usable_pence: 144_56
			}
		]);
	});

	test('is where the next contact starts, at the desk too, and what changes is told line by line', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		await finishedIn(scene);
		const contactId = await identified(scene, WHO);
		await says(scene, { contactId }, [entered]);
		const carried = await statementIn(scene, contactId);
		expect(carried).toMatchObject({ form: 'full', isUntouched: true, finishedAt: null });
		expect(carried?.told.gas).toMatchObject({ amount: 62_00, provenance: 'said' });
		await says(scene, { contactId }, [gas(75_00), { type: 'statementFinished' }]);
		const changed = await statementIn(scene, contactId);
		expect(changed?.told.gas?.amount).toBe(75_00);
		const was = changed?.before?.statement.lines.find(({ line }) => line === 'gas');
		expect(was?.amount).toBe(62_00);
		await says(scene, { contactId }, [{ type: 'wrappedUp' }]);
		expect((await versions(owner)).map(({ version }) => Number(version))).toEqual([1, 2]);
	});

	test('that is looked at and left as it was is no new version', async ({ product, owner }) => {
		const scene = { product, owner };
		await finishedIn(scene);
		const contactId = await identified(scene, WHO);
		await says(scene, { contactId }, [entered, { type: 'wrappedUp' }]);
		expect(await versions(owner)).toHaveLength(1);
	});
});

describe('a statement that is half done', () => {
	test('goes on where it was left, on another channel, with its notes', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const first = await identified(scene, WHO);
		await says(scene, { contactId: first }, [entered, ...KELLYS_STATEMENT.slice(0, 5)]);
		await asked(product).contacts.act({
			contactId: first,
			events: [{ key: crypto.randomUUID(), body: gas(62_00), words: { note: 'On a meter' } }]
		});
		const second = await identified(scene, { ...WHO, who: 'daniel' });
		await says(scene, { contactId: second, who: 'daniel' }, [entered]);
		const view = await asked(product, 'daniel').contacts.view({ contactId: second });
		const resumed = view?.contact.statement;
		expect(resumed?.resumedFrom).toEqual({ channel: 'desk', on: '2026-11-19' });
		expect(resumed?.told.gas).toMatchObject({ amount: 62_00, note: 'On a meter' });
		expect(resumed?.told.salary?.amount).toBe(1286_40);
		expect(resumed?.household).toMatchObject({ childrenUnder16: 2 });
		expect(resumed?.isUntouched).toBe(false);
	});

	test('of somebody whose check has not passed is not read', async ({ product, owner }) => {
		const scene = { product, owner };
		await finishedIn(scene);
		const contactId = await identified(scene, WHO);
		await says(scene, { contactId }, [{ type: 'speakerChanged' }, entered]);
		const statement = await statementIn(scene, contactId);
		expect(statement).toMatchObject({ form: null, before: null, told: {} });
	});

	test('is not heard by whoever speaks next', async ({ product, owner }) => {
		const scene = { product, owner };
		await finishedIn(scene);
		const contactId = await identified(scene, WHO);
		await says(scene, { contactId }, [entered, { type: 'speakerChanged' }]);
		expect(await statementIn(scene, contactId)).toMatchObject({ form: null, before: null });
	});
});

const ANSWERS = { isAffordable: true, isChanging: true, hasOtherArrears: false } as const;

const short: OfficerEvent = { type: 'statementFormChosen', form: 'three-questions' };

/** With what is about to change in their words. */
async function answers(
	{ product }: Scene,
	contactId: string,
	given: Partial<Given>
): Promise<void> {
	const body = { type: 'answersGiven', ...ANSWERS, ...given } as const;
	const words = { change: 'A new job in May' };
	const events = [{ key: crypto.randomUUID(), body, words }];
	await asked(product).contacts.act({ contactId, events });
}

type Given = Record<keyof typeof ANSWERS, boolean | null>;

describe('answers to the three questions', () => {
	test('are carried to the next contact, beside the figures of before', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		await finishedIn(scene);
		const second = await identified(scene, WHO);
		await says(scene, { contactId: second }, [entered, short]);
		await answers(scene, second, {});
		await says(scene, { contactId: second }, [
			{ type: 'statementFinished' },
			{ type: 'wrappedUp' }
		]);
		const third = await identified(scene, WHO);
		await says(scene, { contactId: third }, [entered]);
		const carried = await statementIn(scene, third);
		expect(carried).toMatchObject({
			form: 'three-questions',
			isUntouched: true,
			answers: { ...ANSWERS, change: 'A new job in May' },
			before: { version: 1 },
			answeredBefore: { version: 2 }
		});
		expect(carried?.told.gas?.amount).toBe(62_00);
		const bodies = await owner`select body::text from contact_events
			where contact_id = ${third}::uuid and type = 'statementCarried'`;
		expect(JSON.stringify(bodies)).not.toContain('A new job');
		await answers(scene, third, { hasOtherArrears: true });
		const changed = await statementIn(scene, third);
		expect(changed?.answers.hasOtherArrears).toBe(true);
		expect(changed?.answeredBefore?.statement.answers?.otherArrears).toBe(false);
	});

	test('that are half given go on at the desk, and a statement that came after them goes first', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const first = await identified(scene, WHO);
		await says(scene, { contactId: first }, [entered, short]);
		await answers(scene, first, { hasOtherArrears: null });
		const second = await identified(scene, WHO);
		await says(scene, { contactId: second }, [entered]);
		expect(await statementIn(scene, second)).toMatchObject({
			form: 'three-questions',
			answers: { ...ANSWERS, hasOtherArrears: null, change: 'A new job in May' },
			resumedFrom: { channel: 'desk' }
		});
		await answers(scene, second, {});
		await says(scene, { contactId: second }, [
			{ type: 'statementFinished' },
			{ type: 'wrappedUp' }
		]);
		await finishedIn(scene);
		const last = await identified(scene, WHO);
		await says(scene, { contactId: last }, [entered]);
		const carried = await statementIn(scene, last);
		expect(carried).toMatchObject({ form: 'full', before: { version: 2 } });
		expect(carried?.answeredBefore?.version).toBe(1);
	});

	test('are not heard by whoever speaks next', async ({ product, owner }) => {
		const scene = { product, owner };
		const first = await identified(scene, WHO);
		await says(scene, { contactId: first }, [entered, short]);
		await answers(scene, first, {});
		await says(scene, { contactId: first }, [{ type: 'statementFinished' }, { type: 'wrappedUp' }]);
		const contactId = await identified(scene, WHO);
		await says(scene, { contactId }, [entered, { type: 'speakerChanged' }]);
		const statement = await statementIn(scene, contactId);
		expect(statement).toMatchObject({ form: null, answeredBefore: null });
		expect(statement?.answers.isAffordable).toBeNull();
	});
});

test('nothing of it is anybody else’s', async ({ product, owner }) => {
	const scene = { product, owner };
	await finishedIn(scene);
	expect(await customerNamed(owner, 'Amara Sesay')).toBeTruthy();
	const contactId = await identified(scene, { name: 'Amara Sesay' });
	await says(scene, { contactId }, [entered]);
	expect(await statementIn(scene, contactId)).toMatchObject({ form: null, before: null });
});
