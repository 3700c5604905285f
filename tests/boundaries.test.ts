/** The import arrows and table rules of the house, over every file of the project; and the rules tried on planted faults. */
import { describe, expect, it } from 'vitest';
import { brokenArrows, undeclaredPackages } from './boundaries/arrows.ts';
import { importCycles } from './boundaries/cycles.ts';
import { brokenTableRules } from './boundaries/writes.ts';
import { declaredPackages, projectSources } from './source/project.ts';
import { sourceOf, told } from './source/source.ts';

const sources = projectSources();

describe('the project', () => {
	it('has its floors', () => {
		for (const floor of ['shared/', 'server/', 'src/', 'tests/']) {
			expect(sources.some(({ path }) => path.startsWith(floor))).toBe(true);
		}
	});

	it('keeps every import arrow', () => {
		expect(told(brokenArrows(sources))).toEqual([]);
	});

	it('names every package it uses', () => {
		expect(told(undeclaredPackages(sources, declaredPackages()))).toEqual([]);
	});

	it('writes each table only in its own room', () => {
		expect(told(brokenTableRules(sources))).toEqual([]);
	});

	it('has no circle of imports', () => {
		expect(told(importCycles(sources))).toEqual([]);
	});
});

describe('an import arrow', () => {
	it.each([
		['shared to server', 'shared/debts/a.ts', `import { x } from '#server/env.ts'`, /only shared/],
		['shared to node', 'shared/debts/a.ts', `import fs from 'node:fs'`, /shared is pure/],
		['shared to drizzle', 'shared/debts/a.ts', `import { eq } from 'drizzle-orm'`, /pure/],
		['a type from node', 'shared/debts/a.ts', `import type { X } from 'node:fs'`, /pure/],
		[
			'an early room to a late one',
			'shared/money/a.ts',
			`import '../debts/b.ts'`,
			/Turn the arrow/
		],
		['the same by alias', 'shared/calls/a.ts', `export * from '#shared/contacts/b.ts'`, /arrow/],
		['the same in passing', 'shared/law/a.ts', `const b = await import('../guide/b.ts')`, /arrow/],
		['the same as a type', 'shared/law/a.ts', `let b: import('../guide/b.ts').B`, /arrow/],
		['a room nobody knows', 'shared/odds/a.ts', `import '../money/pence.ts'`, /not a room/],
		[
			'server to src',
			'server/debts/a.ts',
			`import { x } from '#src/lib/a.ts'`,
			/server may import/
		],
		['server to svelte', 'server/debts/a.ts', `import { tick } from 'svelte'`, /screens/],
		['src to a server value', 'src/lib/a.ts', `import { x } from '#server/env.ts'`, /AppRouter/],
		['src to another type', 'src/lib/a.ts', `import type { X } from '#server/env.ts'`, /AppRouter/],
		['src to the router itself', 'src/lib/a.ts', `import { AppRouter } from '#server/r.ts'`, /App/],
		['src to the database', 'src/lib/a.ts', `import postgres from 'postgres'`, /tRPC/],
		['a page to node', 'src/routes/+page.ts', `import 'node:fs'`, /browser/],
		['a page to the environment', 'src/lib/a.ts', `import { X } from '$env/static/private'`, /env/],
		[
			'a part to a room',
			'src/lib/ui/A.svelte',
			`<script>import '$lib/debts/b.ts'</script>`,
			/part/
		],
		['a component', 'src/lib/A.svelte', `<script>import '#server/env.ts'</script>`, /AppRouter/]
	])('from %s is refused', (_, path, text, reason) => {
		const faults = told(brokenArrows([sourceOf(path, text)]));
		expect(faults).toHaveLength(1);
		expect(faults[0]).toMatch(reason);
	});

	it.each([
		['a late room to an early one', 'shared/debts/a.ts', `import { x } from '../money/pence.ts'`],
		['a rule to decimals', 'shared/money/a.ts', `import { Decimal } from 'decimal.js'`],
		['a test to its tools', 'shared/money/a.test.ts', `import { it } from 'vitest'`],
		['server to shared', 'server/debts/a.ts', `import '#shared/debts/facts.ts'`],
		['server to a package', 'server/db/a.ts', `import postgres from 'postgres'`],
		['the router as a type', 'src/lib/a.ts', `import type { AppRouter } from '#server/router.ts'`],
		['the same, marked inside', 'src/lib/a.ts', `import { type AppRouter } from '#server/r.ts'`],
		['a page to its types', 'src/routes/+page.ts', `import type { PageLoad } from './$types'`],
		['a server half to node', 'src/routes/+server.ts', `import 'node:crypto'`],
		['a part to money', 'src/lib/ui/A.svelte', `<script>import '#shared/money/pence.ts'</script>`]
	])('from %s is allowed', (_, path, text) => {
		expect(told(brokenArrows([sourceOf(path, text)]))).toEqual([]);
	});

	it('is found on its line of a component, below the markup', () => {
		const text = '<p>Hello</p>\n\n<script lang="ts">\n\timport "#server/env.ts";\n</script>\n';
		expect(told(brokenArrows([sourceOf('src/lib/A.svelte', text)]))[0]).toMatch(/A\.svelte:4 /);
	});
});

describe('a package', () => {
	const declared = { running: new Set(['zod']), making: new Set(['vitest']) };

	it.each([
		['shared/money/a.ts', `import 'zod'`, 0],
		['shared/money/a.ts', `import 'left-pad/deep'`, 1],
		['shared/money/a.ts', `import 'vitest'`, 1],
		['shared/money/a.test.ts', `import 'vitest'`, 0],
		['src/lib/A.svelte', `<script>import '@odd/one'</script>`, 1]
	])('in %s: %s has %i faults', (path, text, count) => {
		expect(undeclaredPackages([sourceOf(path, text)], declared)).toHaveLength(count);
	});
});

describe('a table', () => {
	const tables = sourceOf(
		'server/debts/tables.ts',
		`import { pgTable } from 'drizzle-orm/pg-core';\nexport const debts = pgTable('debts', {});\nexport const stageChanges = pgTable('stage_changes', {});`
	);
	const signIn = sourceOf(
		'server/officers/tables.ts',
		`import { pgTable } from 'drizzle-orm/pg-core';\nexport const user = pgTable('auth_user', {});`
	);
	const faultsOf = (path: string, text: string) =>
		told(brokenTableRules([tables, signIn, sourceOf(path, text)]));

	it.each([
		['its own command', 'server/debts/enter.ts', `tx.insert(debts)`],
		['the seed', 'server/db/seed.ts', `tx.insert(debts)`],
		['a test', 'server/customers/a.test.ts', `tx.insert(debts)`]
	])('may be written by %s', (_, path, statement) => {
		expect(faultsOf(path, `import { debts } from '../debts/tables.ts';\n${statement}`)).toEqual([]);
	});

	it.each([
		['another room', 'server/contacts/ring.ts', 'tx.update(debts).set({})', /belongs to debts/],
		['a deletion', 'server/contacts/ring.ts', 'tx.delete(debts)', /belongs to debts/],
		['raw SQL', 'server/contacts/ring.ts', 'sql`insert into stage_changes values (1)`', /belongs/],
		[
			'SQL in a CTE',
			'server/contacts/a.ts',
			"q('with a as (update debts d set x = 1) b')",
			/debts/
		],
		['a named table', 'server/contacts/a.ts', 'sql`delete from ${debts} where 1 = 1`', /belongs/],
		['a queries.ts', 'server/debts/queries.ts', 'tx.insert(debts)', /only reads/]
	])('may not be written by %s', (_, path, statement, reason) => {
		const faults = faultsOf(path, `import { debts } from '../db/schema.ts';\n${statement}`);
		expect(faults).toHaveLength(1);
		expect(faults[0]).toMatch(reason);
	});

	it('of sign-in is written by better-auth alone', () => {
		const text = `import { user } from './tables.ts';\ntx.update(user)`;
		expect(faultsOf('server/officers/rename.ts', text)[0]).toMatch(/better-auth/);
	});

	it('is read by any queries.ts, and by no other file of another room', () => {
		const text = `import { debts } from '../debts/tables.ts';`;
		expect(faultsOf('server/contacts/queries.ts', text)).toEqual([]);
		expect(faultsOf('server/contacts/tables.ts', text)).toEqual([]);
		expect(faultsOf('server/contacts/ring.ts', text)[0]).toMatch(/queries\.ts/);
	});

	it('is described with relative imports only', () => {
		const text = `import type { Stream } from '#shared/debts/streams.ts';`;
		expect(faultsOf('server/debts/tables.ts', text)[0]).toMatch(/relative/);
	});

	it('mentioned in SQL that only reads or locks it is no write', () => {
		const text = "sql`select 1 from debts where updated for update of debts`; 'update of debts'";
		expect(faultsOf('server/contacts/a.ts', text)).toEqual([]);
	});
});

describe('a circle of imports', () => {
	it('is told as the way round it', () => {
		const planted = [
			sourceOf('shared/money/a.ts', `import './b.ts'`),
			sourceOf('shared/money/b.ts', `import type { C } from './c.ts'`),
			sourceOf('shared/money/c.ts', `export { a } from './a.ts'`),
			sourceOf('shared/money/d.ts', `import './a.ts'`)
		];
		expect(told(importCycles(planted))).toEqual([
			expect.stringMatching(/a\.ts -> .*b\.ts -> .*c\.ts -> .*a\.ts/)
		]);
	});
});
