/** A business's thirteen weeks and an adviser's statement, and the customer's copy of either, on one page. */
import { PDFDocument } from 'pdf-lib';
import { describe, expect } from 'vitest';
import { WEEKS, type FigureId } from '#shared/affordability/business/cash-flow.ts';
import type { OfficerEvent } from '#shared/contacts/log/events.ts';
import { knownFrom, planFrom, requestFrom } from '#shared/contacts/plan-request.ts';
import { pence } from '#shared/money/pence.ts';
import { day } from '#shared/time/day.ts';
import { identified, KELLYS_STATEMENT, offered, says } from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import { northmereProduct as test, type Product } from '../product.ts';

const COMPANY = { name: ' Harbour Lane Café Ltd' };

const weeks: OfficerEvent[] = [
	{ type: 'cashFlowOpened', amount: pence(2000_00) },
	...Array.from({ length: WEEKS }, (_, index) =>
		(['moneyIn', 'moneyOut'] as const).map((side): OfficerEvent => ({
			type: 'cashFlowWeekSet',
			week: index + 1,
			side,
			amount: pence(side === 'moneyIn' ? 3000_00 : 2850_00)
		}))
	).flat()
];

const figure = (id: FigureId, amount: number) => ({
	type: 'cashFlowFigureSet' as const,
	figure: id,
	amount: pence(amount),
	provenance: 'said' as const
});

async function planned(product: Product, contactId: string) {
	const view = await asked(product).contacts.view({ contactId });
	const known = view && knownFrom(view.people, product.app.clock.today());
	if (!view || !known) throw new Error('Nobody is known.');
	const basis = requestFrom(view.contact, known);
	return { basis, planned: planFrom(view.contact, basis) };
}

async function pagesOf(product: Product, contactId: string): Promise<number> {
	const copy = await asked(product).affordability.copy({ contactId, version: null });
	if (!copy.ok) throw new Error(`There is no copy: ${copy.because}.`);
	return (await PDFDocument.load(Buffer.from(copy.pdf, 'base64'))).getPageCount();
}

describe('a company', () => {
	test('has no plan without its thirteen weeks, and with them what they leave is usable', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const contactId = await identified(scene, COMPANY);
		await says(scene, { contactId }, [offered(550)]);
		const without = await planned(product, contactId);
		expect(without.planned).toMatchObject({ ok: true, plan: { lacks: 'cash-flow' } });
		await says(scene, { contactId }, [...weeks, { type: 'statementFinished' }]);
		const { basis, planned: withWeeks } = await planned(product, contactId);
		expect(basis.request.means).toEqual({ left: 650_00, usable: 585_00, meanwhile: null });
		expect(withWeeks).toMatchObject({ ok: true, plan: { lacks: null } });
		expect(await pagesOf(product, contactId)).toBe(1);
		await says(scene, { contactId }, [offered(600)]);
		const above = await planned(product, contactId);
		expect(above.planned).toMatchObject({ ok: false, refusal: { because: 'above-usable' } });
	});

	test('that lives on an agreed overdraft has a plan, and its figures keep where they are from', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		await owner`delete from contact_events where type like 'cashFlow%' or type like 'statement%'`;
		const contactId = await identified(scene, COMPANY);
		const opening = figure('opening', -1500_00);
		await says(scene, { contactId }, [...weeks, opening, { type: 'statementFinished' }]);
		const without = await planned(product, contactId);
		expect(without.basis.request.means).toMatchObject({ left: 0, usable: 0 });
		const overdraft = { ...figure('overdraft', 2500_00), provenance: 'bank' } as const;
		const words = { note: 'Letter of 2 June' };
		await asked(product).contacts.act({
			contactId,
			events: [
				{ key: crypto.randomUUID(), body: overdraft, words },
				{ key: crypto.randomUUID(), body: { type: 'statementFinished' } }
			]
		});
		await says(scene, { contactId }, [{ type: 'wrappedUp' }]);
		const next = await identified(scene, COMPANY);
		await says(scene, { contactId: next }, [{ type: 'stepEntered', step: 'affordability' }]);
		const carried = await planned(product, next);
		expect(carried.basis.request.means).toMatchObject({ left: 650_00, usable: 585_00 });
		const view = await asked(product).contacts.view({ contactId: next });
		const { cashFlow } = view?.contact.statement ?? {};
		expect(cashFlow?.sources).toEqual({ overdraft: { provenance: 'bank', ...words } });
		const [kept] = await owner`select body::text from contact_events
			where contact_id = ${next}::uuid and type = 'statementCarried'`;
		expect(kept?.['body']).not.toContain(words.note);
	});

	test('goes on with half-told weeks in the next contact', async ({ product, owner }) => {
		const scene = { product, owner };
		await owner`truncate statements`;
		await owner`delete from contact_events where type like 'cashFlow%' or type like 'statement%'`;
		const first = await identified(scene, COMPANY);
		await says(scene, { contactId: first }, weeks.slice(0, 4));
		const contactId = await identified(scene, COMPANY);
		await says(scene, { contactId }, [{ type: 'stepEntered', step: 'affordability' }]);
		const view = await asked(product).contacts.view({ contactId });
		expect(view?.contact.statement).toMatchObject({
			form: null,
			cashFlow: { opening: 2000_00 },
			resumedFrom: { channel: 'desk' }
		});
	});
});

describe('an adviser’s statement', () => {
	test('is dated and shown as such, and not of a day to come', async ({ product, owner }) => {
		const scene = { product, owner };
		const contactId = await identified(scene, { name: 'Kelly Ashworth' });
		await says(scene, { contactId }, [...KELLYS_STATEMENT]);
		const words = { name: 'Dana Frost', organisation: 'Harbour Debt Advice' };
		const from = (on: string) => ({
			key: crypto.randomUUID(),
			body: { type: 'statementFromAdviser' as const, on: day(on) },
			words
		});
		await asked(product).contacts.act({ contactId, events: [from('2026-11-20')] });
		const toCome = await asked(product).contacts.view({ contactId });
		expect(toCome?.contact.statement.adviser).toBeNull();
		await asked(product).contacts.act({ contactId, events: [from('2026-11-02')] });
		const view = await asked(product).contacts.view({ contactId });
		expect(view?.contact.statement.adviser).toEqual({ ...words, on: '2026-11-02' });
		expect(await pagesOf(product, contactId)).toBe(1);
	});
});

test('there is no copy of nothing, nor for somebody whose check has not passed', async ({
	product,
	owner
}) => {
	const scene = { product, owner };
	const contactId = await identified(scene, { name: 'Grace Okafor' });
	const none = await asked(product).affordability.copy({ contactId, version: null });
	expect(none).toEqual({ ok: false, because: 'no-statement' });
	await says(scene, { contactId }, [{ type: 'speakerChanged' }]);
	const unknown = await asked(product).affordability.copy({ contactId, version: null });
	expect(unknown).toEqual({ ok: false, because: 'not-identified' });
});
