/**
 * A card's number is taken nowhere: every procedure of the router is tried with one, in every kind of place, and
 * afterwards no table and no line of the log holds a figure of it.
 */
import { describe, expect } from 'vitest';
import { z } from 'zod';
import { appRouter } from '#server/router.ts';
import { hasAuthority, type Authority } from '#shared/officers/authority.ts';
import { test, type Product } from '../product.ts';

const CARD = ['5105', '1051', '0510', '5100'];
const IN_PIECES = CARD.join('-');
const WORDS = 'That looks like a card number. It was not kept: take it out.';

/** Answers one itself, and takes back what was kept of it while it was typed: `ring.test.ts` has it. */
const ANSWERS_ITSELF = ['contacts.draft'];
const PROCEDURES = appRouter._def.procedures as unknown as Record<
	string,
	{ _def: { meta?: { authority: Authority } } }
>;
const PATHS = Object.keys(PROCEDURES).filter((path) => !ANSWERS_ITSELF.includes(path));

const answer = z.object({
	error: z.object({
		message: z.string(),
		data: z.object({ code: z.string(), fields: z.record(z.string(), z.string()).nullable() })
	})
});

/** What is wrong with each field, as a screen is told it. */
async function outcomeOf(product: Product, path: string, input: unknown) {
	const authority = PROCEDURES[path]?._def.meta?.authority ?? 'anyone';
	const officer = Object.values(product.people).find(({ role }) => hasAuthority(role, authority));
	const request = new Request(`${product.origin}/trpc/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(input)
	});
	const asker = { officer: officer ?? null, requestId: 'TEST-TEST' };
	const response = await product.pages.answer(request, asker);
	const { data, message } = answer.parse(await response.json()).error;
	expect([path, data.code, message]).toEqual([path, 'BAD_REQUEST', WORDS]);
	return data.fields;
}

describe('a card’s number', () => {
	test('is refused by every procedure, with its field, before anything is looked for', async ({
		product
	}) => {
		for (const path of PATHS) {
			const error = await outcomeOf(product, path, { of: [{ note: `card ${IN_PIECES}` }] });
			expect([path, error]).toEqual([path, { 'of.0.note': WORDS }]);
		}
	});

	test('is refused as a number and as a name of a field', async ({ product }) => {
		const [path = ''] = PATHS;
		const number = Number(CARD.join(''));
		expect(await outcomeOf(product, path, { number })).toEqual({ number: WORDS });
		expect(await outcomeOf(product, path, { [IN_PIECES]: 1 })).toEqual({ '': WORDS });
	});

	test('is in no table afterwards and in no line of the log', async ({ product, owner }) => {
		const tables = await owner<{ name: string }[]>`
			select format('%I.%I', schemaname, tablename) as name from pg_tables
			where schemaname not in ('pg_catalog', 'information_schema')`;
		for (const { name } of tables) {
			const rows = await owner.unsafe(`select 1 from ${name} t where t::text ~ '5105.?1051'`);
			expect([name, rows.length]).toEqual([name, 0]);
		}
		expect(product.lines.join('\n')).not.toMatch(/5105.?1051/);
		const refused = product.lines.filter((line) => line.includes('"because":"card-number"'));
		expect(refused.length).toBeGreaterThanOrEqual(PATHS.length);
	});
});
