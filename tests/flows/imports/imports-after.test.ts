/** What the running product does for an extract by itself: publishing what was taken in writing, and matching. */
import { Readable } from 'node:stream';
import { describe, expect, vi } from 'vitest';
import { acceptInWriting } from '#server/imports/accept.ts';
import { importExtract, type Imported } from '#server/imports/import.ts';
import { fixedClock } from '#server/clock.ts';
import { pence } from '#shared/money/pence.ts';
import { day } from '#shared/time/day.ts';
import { extractOf, KELLY, KELLYS, shippedMapping, TAX } from '../../builders/extracts.ts';
import { AT, test } from '../product.ts';

const clock = fixedClock(AT);
const SOON = { timeout: 20_000, interval: 100 };

function take(url: string, bytes: Buffer, as = 'council-tax'): Promise<Imported> {
	const file = { name: 'extract', length: bytes.length, bytes: Readable.from([bytes]) };
	return importExtract({ url, clock, mapping: shippedMapping(as), file });
}

describe('people of an extract that is in', () => {
	test('are linked to whom we know, whatever process let them in', async ({
		product,
		database,
		databaseUrl
	}) => {
		const ours = extractOf('council-tax', KELLYS);
		const theirs = extractOf('benefits', [
			['person', { ...KELLY, key: 'B-1', givenNames: 'Kelly', familyName: 'ASHWORTH' }]
		]);
		// As by a command that was killed when it had published: nobody was compared.
		expect(await take(databaseUrl, ours)).toMatchObject({ state: 'published' });
		expect(await take(databaseUrl, theirs, 'benefits')).toMatchObject({ state: 'published' });
		await vi.waitFor(async () => {
			const seen = await product.app.imports.see();
			expect(seen.imports.map(({ isMatched }) => isMatched)).toEqual([true, true]);
		}, SOON);
		const [links] = await database.sql`
			select count(distinct customer_id)::int as customers, count(*)::int as records from links`;
		expect(links).toEqual({ customers: 1, records: 2 });
	});
});

describe('an extract that differs from its trailer', () => {
	const differs = extractOf('parking', [
		['person', { ...KELLY, key: 'P-1' }],
		['due', { reference: 'NM9', title: 'Nobody’s', on: day('2026-11-01'), amount: pence(100) }]
	]);

	test('is published soon after it was taken in writing, and the page says so', async ({
		product,
		database,
		databaseUrl
	}) => {
		const imported = await take(databaseUrl, differs, 'parking');
		expect(imported).toMatchObject({ state: 'differs' });
		const { importId } = imported;
		const asked = { importId, by: 'Alice Tan', officerId: product.people['alice']?.id ?? '' };
		const because = 'Known to parking, who mend it tonight.';
		expect(await product.app.imports.accept({ ...asked, because })).toEqual({ ok: true });
		// Whatever comes in between: it is answered once.
		expect(await product.app.imports.accept({ ...asked, because })).toEqual({
			ok: false,
			because: 'not-waiting'
		});
		expect(await product.app.imports.refuse(asked)).toMatchObject({ ok: false });
		await vi.waitFor(async () => {
			const { imports } = await product.app.imports.see();
			expect(imports.find(({ id }) => id === importId)).toMatchObject({
				state: 'published',
				acceptedBy: 'Alice Tan',
				isMatched: true
			});
		}, SOON);
		const audit = await database.sql`
			select act, officer_id as "officerId" from audit where subject_id = ${importId} order by id`;
		expect(audit).toEqual([
			{ act: 'imports.receive', officerId: null },
			{ act: 'imports.accept', officerId: asked.officerId },
			{ act: 'imports.publish', officerId: null }
		]);
		expect(await database.sql`select from pg_tables where schemaname = 'staging'`).toHaveLength(0);
	});

	test('that was taken by a process that ended is published by the next', async ({
		product,
		database,
		databaseUrl
	}) => {
		const again = extractOf('parking', [
			['person', { ...KELLY, key: 'P-2' }],
			['due', { reference: 'NM9', title: 'Nobody’s', on: day('2026-11-02'), amount: pence(100) }]
		]);
		const { importId } = await take(databaseUrl, again, 'parking');
		const by = { importId, by: 'Anil', officerId: null, because: 'Known to parking already.' };
		const written = { database, clock, dataDir: '/nonexistent' };
		expect(await acceptInWriting(written, by)).toEqual({ ok: true });
		// Another of the source is begun, and clears away what died: not what somebody has signed.
		await take(databaseUrl, Buffer.from('Q,nothing'), 'parking');
		await vi.waitFor(async () => {
			const { imports } = await product.app.imports.see();
			expect(imports.find(({ id }) => id === importId)?.state).toBe('published');
		}, SOON);
	});

	test('is refused by whoever refuses it, on record, and its lines are gone', async ({
		product,
		database,
		databaseUrl
	}) => {
		const third = extractOf('council-tax', [
			['due', { ...TAX, title: 'Nobody’s', on: day('2026-11-03'), amount: pence(100) }]
		]);
		const { importId } = await take(databaseUrl, third);
		const officerId = product.people['alice']?.id ?? '';
		const refused = await product.app.imports.refuse({ importId, by: 'Alice Tan', officerId });
		expect(refused).toEqual({ ok: true });
		const [row] = await database.sql`
			select i.state, i.problem, a.officer_id as "officerId" from imports i
			join audit a on a.subject_id = i.id::text and a.act = 'imports.refuse' where i.id = ${importId}`;
		expect(row).toEqual({ state: 'refused', problem: 'Refused by Alice Tan.', officerId });
		expect(await database.sql`select from pg_tables where schemaname = 'staging'`).toHaveLength(0);
	});
});
