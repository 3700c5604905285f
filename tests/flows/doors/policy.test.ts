/** Council policy changes: drafted by one manager, approved by another, in force from its day and never before. */
import { describe, expect } from 'vitest';
import { addOfficer } from '#server/officers/accounts.ts';
import { policyOn } from '#server/law/policy.ts';
import { bringFirstPolicy } from '#server/law/first-policy.ts';
import { createCaller } from '#server/router.ts';
import { keepGivens } from '#server/contacts/givens.ts';
import type { PolicyRowId } from '#shared/law/policy-values.ts';
import { NORTHMERE } from '#shared/law/northmere/policy.ts';
import { day } from '#shared/time/day.ts';
import { asked } from '../contact-written.ts';
import { PASSWORD, test, type Product } from '../product.ts';

const NEXT_YEAR = day('2027-04-01');
const BEFORE = day('2027-03-31');

const drafted = {
	plain: 'An officer may write off £75 alone.',
	why: 'Prices have risen since 2024.',
	fromOn: NEXT_YEAR,
	value: { most: { officer: 75_00, leader: 1000_00, manager: 5000_00 }, sampledOneIn: 10 }
};

const asMarcus = (product: Product) => asked(product, 'marcus').law.policy;

let other: Promise<string> | undefined;

/** A second manager, for whoever drafts never approves. */
async function asGrace(product: Product) {
	const person = { name: 'Grace Lindqvist', role: 'manager', extension: null } as const;
	const officer = { ...person, email: 'grace@northmere.example', teamId: 'revenues' };
	other ??= addOfficer(product.app.auth, { officer, password: PASSWORD });
	const signedIn = { ...person, id: await other, teamId: 'revenues' };
	return createCaller({ app: product.app, officer: signedIn, requestId: 'policy' }).law.policy;
}

async function idOf(product: Product, row: PolicyRowId): Promise<string> {
	const { rows } = await asMarcus(product).see();
	const versions = rows.find(({ rowId }) => rowId === row)?.versions ?? [];
	return versions.at(-1)?.id ?? '';
}

const mostOfOfficer = async (product: Product, on: typeof BEFORE) =>
	(await policyOn(product.app.db.sql, on)).W1.value.most.officer;

describe('council policy', () => {
	test('begins with the sample, and an upgrade leaves it as it is', async ({ product, owner }) => {
		const { rows } = await asMarcus(product).see();
		expect(rows).toHaveLength(Object.keys(NORTHMERE).length);
		expect(rows.every(({ versions }) => versions.length === 1)).toBe(true);
		await owner`update policy_versions set value = '{"minutes": 4}' where row_id = 'A1'`;
		await bringFirstPolicy(owner);
		expect((await policyOn(product.app.db.sql, BEFORE)).A1.value.minutes).toBe(4);
	});

	test('changes on its day once another manager approves it', async ({ product }) => {
		const grace = await asGrace(product);
		expect(await asMarcus(product).draft({ rowId: 'W1', ...drafted })).toMatchObject({ ok: true });
		const versionId = await idOf(product, 'W1');
		expect(await mostOfOfficer(product, NEXT_YEAR)).toBe(50_00);
		expect(await asMarcus(product).approve({ versionId })).toEqual({
			ok: false,
			because: 'own-draft'
		});
		expect(await grace.approve({ versionId })).toEqual({ ok: true });
		expect(await grace.approve({ versionId })).toEqual({ ok: false, because: 'approved-already' });
		expect(await mostOfOfficer(product, BEFORE)).toBe(50_00);
		expect(await mostOfOfficer(product, NEXT_YEAR)).toBe(75_00);
		// What screens have at hand knows it at once, and so does a server that starts again.
		expect(product.app.givens.now().policyOn(NEXT_YEAR).W1.id).toBe('policy.W1.2');
		const again = await keepGivens({
			database: product.app.db,
			dataDir: product.app.env.dataDir,
			log: product.app.log
		});
		again.stop();
		expect(again.now().policyOn(NEXT_YEAR).W1.id).toBe('policy.W1.2');
	});

	test('is read behind a figure by the id it is cited with', async ({ product }) => {
		const rules = await asked(product, 'priya').law.rules({
			ids: ['policy.W1', 'policy.W1.2', 'CT.no-limit-after-order', 'nothing']
		});
		expect(rules).toMatchObject([
			{ id: 'policy.W1', to: '2027-03-31', confidence: 'sample' },
			{ id: 'policy.W1.2', plain: drafted.plain, from: '2027-04-01', to: null, mayQuote: true },
			{ id: 'CT.no-limit-after-order', mayQuote: false }
		]);
	});

	test('is as it was when what is approved is withdrawn before its day', async ({ product }) => {
		const versionId = await idOf(product, 'W1');
		expect(await asMarcus(product).withdraw({ versionId })).toEqual({ ok: true });
		expect(await mostOfOfficer(product, NEXT_YEAR)).toBe(50_00);
		const first = (await asMarcus(product).see()).rows.find(({ rowId }) => rowId === 'W1');
		const inForce = first?.versions[0]?.id ?? '';
		expect(await asMarcus(product).withdraw({ versionId: inForce })).toEqual({
			ok: false,
			because: 'in-force-already'
		});
	});

	test.for([
		['of no row', { rowId: 'X9' }, { because: 'no-such-row' }],
		['that begins today', { fromOn: day('2026-11-19') }, { because: 'not-ahead' }],
		['that began', { fromOn: day('2026-11-18') }, { because: 'not-ahead' }],
		['of another century', { fromOn: day('2127-04-01') }, { because: 'too-far' }],
		['without words', { plain: ' ' }, { because: 'no-words' }],
		['without a reason', { why: '' }, { because: 'no-reason' }],
		[
			'whose money is words',
			{ value: { ...drafted.value, most: { ...drafted.value.most, officer: 'fifty' } } },
			{
				because: 'unread',
				problems: { 'most.officer': expect.stringContaining('amount') as string }
			}
		],
		['of nothing', { value: null }, { because: 'unread' }],
		[
			'that says what is in force',
			{ value: NORTHMERE.W1[0]?.value as never, plain: NORTHMERE.W1[0]?.plain ?? '' },
			{ because: 'same-as-before' }
		]
	] as const)('refuses a draft %s', async ([, change, expected], { product }) => {
		const answer = await asMarcus(product).draft({ rowId: 'W1', ...drafted, ...change });
		expect(answer).toMatchObject({ ok: false, ...expected });
	});

	test('never has two versions of a row from one day', async ({ product }) => {
		const grace = await asGrace(product);
		for (const minutes of [5, 6]) {
			const value = { minutes };
			await grace.draft({ rowId: 'A1', ...drafted, plain: `${minutes} minutes.`, value });
			const versionId = await idOf(product, 'A1');
			const answer = await asMarcus(product).approve({ versionId });
			expect(answer.ok ? 'approved' : answer.because).toBe(
				minutes === 5 ? 'approved' : 'another-that-day'
			);
		}
	});

	test('cannot be changed by the application once it is written', async ({ database }) => {
		await expect(
			database.sql`update policy_versions set value = '{"minutes": 9}' where row_id = 'A1'`
		).rejects.toThrow('permission denied');
	});

	test('that cannot be read stops the product with a sentence', async ({ product, owner }) => {
		await owner`update policy_versions set value = '{"minutes": -1}' where row_id = 'A1' and number = 1`;
		await expect(
			keepGivens({
				database: product.app.db,
				dataDir: product.app.env.dataDir,
				log: product.app.log
			})
		).rejects.toThrow('Version 1 of row A1 of council policy cannot be read. minutes:');
	});
});
