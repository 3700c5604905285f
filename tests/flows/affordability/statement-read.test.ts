/** A customer's statements as they were kept: listed and opened after the check, and what is printed is in the record. */
import type postgres from 'postgres';
import { beforeEach, describe, expect } from 'vitest';
import type { OfficerEvent } from '#shared/contacts/log/events.ts';
import { pence } from '#shared/money/pence.ts';
import { customerNamed, identified, KELLYS_STATEMENT, says } from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import { northmereProduct as test, type Product } from '../product.ts';

const WHO = { name: 'Kelly Ashworth' };
const entered: OfficerEvent = { type: 'stepEntered', step: 'affordability' };
const gas: OfficerEvent = {
	type: 'statementLineSet',
	line: 'gas',
	amount: pence(75_00),
	frequency: 'monthly',
	provenance: 'document'
};

type Scene = { product: Product; owner: postgres.Sql };

/** Two versions, the second with dearer gas. */
async function twoVersions(scene: Scene): Promise<void> {
	const first = await identified(scene, WHO);
	await says(scene, { contactId: first }, [entered, ...KELLYS_STATEMENT, { type: 'wrappedUp' }]);
	const second = await identified(scene, WHO);
	await says(scene, { contactId: second }, [entered]);
	await says(scene, { contactId: second }, [gas, { type: 'statementFinished' }]);
	await says(scene, { contactId: second }, [{ type: 'wrappedUp' }]);
}

function acts(owner: postgres.Sql) {
	return owner`select act, detail->'version' as version, officer_id as "officerId",
			customer_id as "customerId" from audit
		where act in ('affordability.copy', 'affordability.openVersion') order by id`;
}

beforeEach<Scene>(async ({ owner }) => {
	await owner`truncate statements`;
	await owner`delete from contact_events where type like 'statement%' or type = 'householdSet'`;
	await owner`delete from audit where act like 'affordability.%'`;
});

describe('the statements of before', () => {
	test('are listed with who took each down, where, what it leaves and when it is looked at again', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		await twoVersions(scene);
		const contactId = await identified(scene, WHO);
		const listed = await asked(product).affordability.versions({ contactId });
		expect(listed).toMatchObject({
			ok: true,
			versions: [
				{
					version: 2,
					form: 'full',
					channel: 'desk',
					officer: 'Priya Shah',
					adviser: null,
					madeOn: '2026-11-19',
					reviewOn: '2027-05-19',
					left: 147_62,
					usable: 132_86,
					isDue: false
				},
				{ version: 1, left: 160_62, usable: 144_56 }
			]
		});
		expect(JSON.stringify(listed)).not.toContain('salary');
		expect(await acts(owner)).toHaveLength(0);
	});

	test('are opened to be read, beside the one before, and that is in the record', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		await twoVersions(scene);
		const contactId = await identified(scene, WHO);
		const answer = await asked(product).affordability.openVersion({ contactId, version: 2 });
		if (!answer.ok) throw new Error(`It was not opened: ${answer.because}.`);
		expect(answer.opened.before).toMatchObject({
			version: 1,
			left: 160_62,
			changes: [{ what: 'Gas', was: '£62.00 monthly', is: '£75.00 monthly' }]
		});
		expect(answer.opened.statement.lines).toContainEqual(
			expect.objectContaining({ line: 'gas', amount: 75_00, provenance: 'document' })
		);
		const customerId = await customerNamed(owner, WHO.name);
		expect(await acts(owner)).toMatchObject([
			{ act: 'affordability.openVersion', version: 2, customerId }
		]);
		const first = await asked(product).affordability.openVersion({ contactId, version: 1 });
		expect(first).toMatchObject({ ok: true, opened: { before: null } });
		const none = await asked(product).affordability.openVersion({ contactId, version: 3 });
		expect(none).toEqual({ ok: false, because: 'no-such-version' });
		expect(await acts(owner)).toHaveLength(2);
	});

	test('are nobody’s before the check, and nobody else’s', async ({ product, owner }) => {
		const scene = { product, owner };
		await twoVersions(scene);
		const other = await identified(scene, { name: 'Amara Sesay' });
		const hers = await asked(product).affordability.versions({ contactId: other });
		expect(hers).toEqual({ ok: true, versions: [] });
		const contactId = await identified(scene, WHO);
		await says(scene, { contactId }, [{ type: 'speakerChanged' }]);
		const refused = { ok: false, because: 'not-identified' };
		expect(await asked(product).affordability.versions({ contactId })).toEqual(refused);
		expect(await asked(product).affordability.openVersion({ contactId, version: 1 })).toEqual(
			refused
		);
		expect(await asked(product).affordability.copy({ contactId, version: 1 })).toEqual(refused);
		expect(await acts(owner)).toHaveLength(0);
	});
});

describe('a copy that is printed', () => {
	test('is in the record with its version and on the timeline, and keeps what is finished', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const first = await identified(scene, WHO);
		await says(scene, { contactId: first }, [entered, ...KELLYS_STATEMENT.slice(0, 4)]);
		await asked(product).affordability.copy({ contactId: first, version: null });
		expect(await owner`select from statements`).toHaveLength(0);
		await says(scene, { contactId: first }, KELLYS_STATEMENT.slice(4));
		await asked(product).affordability.copy({ contactId: first, version: null });
		await says(scene, { contactId: first }, [{ type: 'wrappedUp' }]);
		expect(await owner`select from statements`).toHaveLength(1);
		const contactId = await identified(scene, WHO);
		await says(scene, { contactId }, [entered]);
		await asked(product).affordability.copy({ contactId, version: null });
		const old = await asked(product).affordability.copy({ contactId, version: 1 });
		expect(old.ok).toBe(true);
		const done = await acts(owner);
		expect(done.map(({ version }) => version as unknown)).toEqual([null, 1, 1, 1]);
		const whole = await asked(product).contacts.singleView({ contactId });
		const lines = whole.ok ? (whole.whole.timeline ?? []) : [];
		const copies = lines.filter(({ what }) => what.startsWith('Copy of their statement'));
		expect(copies.map(({ what, more }) => `${what}: ${more}`)).toEqual([
			'Copy of their statement printed, by Priya Shah: As far as it was told by then.',
			...Array.from(
				{ length: 3 },
				() => 'Copy of their statement printed, by Priya Shah: Version 1.'
			)
		]);
		const none = await asked(product).affordability.copy({ contactId, version: 9 });
		expect(none).toEqual({ ok: false, because: 'no-statement' });
	});
});
