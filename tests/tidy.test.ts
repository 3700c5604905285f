/** The house style as a test, over every file of the project; and each rule tried on planted faults. */
import { describe, expect, it } from 'vitest';
import { projectSources, projectTexts } from './source/project.ts';
import { sourceOf, told, type Fault, type Source } from './source/source.ts';
import { deadModules } from './tidy/dead.ts';
import { strayEffects } from './tidy/effects.ts';
import { dishonestTests } from './tidy/honesty.ts';
import { bannedComments, bannedLanguage } from './tidy/language.ts';
import { floatMoney } from './tidy/money.ts';
import { barrels, emptyNames, silentOpenings } from './tidy/names.ts';
import { realPeople } from './tidy/people.ts';
import { oversized } from './tidy/size.ts';

const sources = projectSources();
/** Here the faults are planted on purpose. */
const planted = (path: string) => path === 'tests/tidy.test.ts';

describe('the project', () => {
	it.each<[string, (source: Source) => Fault[]]>([
		['keeps its files and functions short', oversized],
		['names things for what they are', emptyNames],
		['has no barrels', barrels],
		['opens each module with what it decides', silentOpenings],
		['does without any, "!", enums, default exports and loose classes', bannedLanguage],
		['leaves no work behind and silences no tool', bannedComments],
		['reads environment and clock in one place', strayEffects],
		['keeps floats away from money', floatMoney],
		['runs every test on the real thing', dishonestTests]
	])('%s', (_, rule) => {
		expect(told(sources.flatMap(rule))).toEqual([]);
	});

	it('has no dead module', () => {
		expect(told(deadModules(sources))).toEqual([]);
	});

	it('names nobody real', () => {
		const texts = projectTexts().filter(({ path }) => !planted(path));
		expect(told(texts.flatMap(realPeople))).toEqual([]);
	});
});

const lines = (count: number) => Array.from({ length: count }, (_, at) => `// ${at}`).join('\n');
const body = (count: number) => `function a() {\n${lines(count - 2)}\n}`;

describe('a size', () => {
	it.each([
		['a long module', 'shared/money/a.ts', lines(301), /300 at most/],
		['a long test', 'shared/money/a.test.ts', lines(401), /400 at most/],
		['a long component', 'src/lib/A.svelte', lines(251), /250 at most/],
		['a long function', 'shared/money/a.ts', body(61), /a function of 61/],
		['a long method', 'shared/money/a.ts', `class A { ${body(61).slice(9)} }`, /of 61/],
		['a long list of parameters', 'shared/money/a.ts', 'const a = (b, c, d, e) => b', /takes 4/],
		[
			'deep nesting',
			'shared/money/a.ts',
			'function a() { if (b) for (;;) { if (c) { while (d) { e(); } } } }',
			/nested/
		]
	])('%s is refused', (_, path, text, reason) => {
		expect(told(oversized(sourceOf(path, text)))).toEqual([expect.stringMatching(reason)]);
	});

	it.each([
		['a module at the limit', 'shared/money/a.ts', lines(300)],
		['a function at the limit', 'shared/money/a.ts', body(60)],
		['a group of tests', 'a.test.ts', `describe('a', () => {\n${lines(80)}\n})`],
		['a table of tests', 'a.test.ts', `describe.each([1])('a', () => {\n${lines(80)}\n})`],
		[
			'a chain of else',
			'a.ts',
			'function a() { if (b) c(); else if (d) e(); else if (f) g(); else if (h) i(); }'
		],
		['a callback', 'a.ts', 'each((a, b, c, d) => a)'],
		['a row of a table', 'a.test.ts', 'function row(a, b, c, d, e) {}']
	])('%s is allowed', (_, path, text) => {
		expect(told(oversized(sourceOf(path, text)))).toEqual([]);
	});
});

describe('a name', () => {
	it.each([
		['shared/money/money-utils.ts', ''],
		['server/contacts/contact-service.ts', ''],
		['src/lib/contacts/CallHandler.svelte', ''],
		['src/lib/utils/text.ts', ''],
		['shared/money/Pence.ts', ''],
		['src/lib/contacts/call-bar.svelte', ''],
		['shared/money/a.ts', 'type DebtInfo = 1'],
		['shared/money/a.ts', 'interface CallManager {}'],
		['shared/money/a.ts', 'class TileBase {}']
	])('%s %s is refused', (path, text) => {
		expect(told(emptyNames(sourceOf(path, text)))).toHaveLength(1);
	});

	it.each([
		['src/lib/contacts/CallBar.svelte', ''],
		['src/lib/contacts/current-contact.svelte.ts', ''],
		['src/routes/calls/+page.svelte', ''],
		['tests/journeys/playwright.config.ts', ''],
		['shared/officers/roles.ts', 'type Manager = 1; type Database = 2']
	])('%s %s is allowed', (path, text) => {
		expect(told(emptyNames(sourceOf(path, text)))).toEqual([]);
	});

	it('of a file that only passes on what others make is refused', () => {
		expect(barrels(sourceOf('shared/money/all.ts', `export * from './pence.ts'`))).toHaveLength(1);
		expect(barrels(sourceOf('shared/money/index.ts', 'export const a = 1'))).toHaveLength(1);
		expect(barrels(sourceOf('shared/money/a.ts', 'export const a = 1'))).toEqual([]);
	});

	it('stands under a sentence that says what the module decides', () => {
		expect(silentOpenings(sourceOf('shared/money/a.ts', 'export {}'))).toHaveLength(1);
		expect(silentOpenings(sourceOf('shared/money/a.ts', '/** Says. */\nexport {}'))).toEqual([]);
		expect(silentOpenings(sourceOf('server/start.js', '#!/bin/node\n// Says.'))).toEqual([]);
	});
});

describe('a piece of the language', () => {
	it.each([
		['let a: any', /uses any/],
		['a!.b()', /type checker/],
		['class A { b!: string }', /type checker/],
		['enum A { B }', /enum/],
		['export default 1', /default export/],
		['export default function a() {}', /default export/],
		['class A {}', /class/]
	])('%s is refused', (text, reason) => {
		expect(told(bannedLanguage(sourceOf('shared/money/a.ts', text))).join()).toMatch(reason);
	});

	it('is found in the markup of a component too', () => {
		const text =
			'<script lang="ts">let a = 1;</script>\n{#if a}\n<p class="b {c!.d}">{a}</p>\n{/if}';
		expect(told(bannedLanguage(sourceOf('src/lib/A.svelte', text)))).toEqual([
			expect.stringMatching(/A\.svelte:3 .*type checker/)
		]);
	});

	it.each([
		['// @ts-expect-error later', /type checker/],
		['a(); /* eslint-disable no-var */', /without saying why/],
		['// TODO: more', /owner/],
		['const a = {\n\t// FIXME\n};', /owner/]
	])('%s is refused as a comment', (text, reason) => {
		expect(told(bannedComments(sourceOf('shared/money/a.ts', text)))).toEqual([
			expect.stringMatching(reason)
		]);
	});

	it.each([
		'// TODO(priya): more',
		'// eslint-disable-line a -- it is a port',
		'const a = "// TODO"'
	])('%s is allowed', (text) => {
		expect(told(bannedComments(sourceOf('shared/money/a.ts', text)))).toEqual([]);
	});
});

describe('an effect', () => {
	it.each([
		['shared/money/a.ts', 'Date.now()', /argument/],
		['shared/money/a.ts', 'new Date()', /argument/],
		['shared/money/a.ts', 'performance.now()', /argument/],
		['shared/time/a.ts', 'Temporal.Now.instant()', /argument/],
		['shared/money/a.ts', 'Math.random()', /random/],
		['shared/money/a.ts', 'globalThis.crypto.randomUUID()', /random/],
		['shared/money/a.ts', 'console.log(1)', /terminal/],
		['server/debts/a.ts', 'process.env.PORT', /env\.ts/],
		['server/debts/a.ts', 'const { env } = process; process.env', /env\.ts/],
		['server/debts/a.ts', 'Date.now()', /server\/clock\.ts/],
		['server/debts/a.ts', 'sql`select * from a where b < now()`', /clock/],
		['server/debts/a.ts', 'sql`where ${a} < current_date and ${b}`', /clock/],
		['server/debts/a.ts', 'process.stdout.write("")', /terminal/],
		['src/lib/A.svelte', '<p>{new Date()}</p>', /src\/lib\/clock/]
	])('%s: %s is refused', (path, text, reason) => {
		expect(told(strayEffects(sourceOf(path, text)))).toEqual([expect.stringMatching(reason)]);
	});

	it.each([
		['server/env.ts', 'process.env'],
		['server/start.js', 'process.env.PATH; console.log(1)'],
		['server/clock.ts', 'Date.now()'],
		['server/debts/a.ts', 'new Date(at); Math.random()'],
		['shared/money/a.test.ts', 'new Date()'],
		['shared/time/a.ts', 'new Date(text); a.console; ({ console: 1 })']
	])('%s: %s is allowed', (path, text) => {
		expect(told(strayEffects(sourceOf(path, text)))).toEqual([]);
	});
});

describe('money', () => {
	it.each([
		'parseFloat(typed)',
		'Number.parseFloat(typed)',
		'x.toFixed(2)',
		'paid / 100',
		'amountPence / 12',
		'pounds * 100'
	])('%s is refused outside its room', (text) => {
		expect(floatMoney(sourceOf('shared/debts/a.ts', text))).toHaveLength(1);
		expect(floatMoney(sourceOf('shared/money/a.ts', text))).toEqual([]);
	});

	it.each(['seconds / 60', '`${a}/100`', 'share * 100'])('%s is allowed', (text) => {
		expect(floatMoney(sourceOf('shared/debts/a.ts', text))).toEqual([]);
	});

	it('is looked for in markup', () => {
		expect(floatMoney(sourceOf('src/lib/A.svelte', '<b>£{(a / 100).toFixed(2)}</b>'))).toHaveLength(
			2
		);
	});
});

describe('a test', () => {
	it.each([
		'it.skip("a")',
		'describe.only("a")',
		'test.fixme("a")',
		'it.each([])["skip"]; xit()',
		'vi.mock("./a.ts")'
	])('%s is refused', (text) => {
		expect(dishonestTests(sourceOf('shared/money/a.test.ts', text))).toHaveLength(1);
	});

	it('that runs is allowed', () => {
		const text = 'it.each([1])("a"); describe("b"); vi.useFakeTimers(); expect.soft(1)';
		expect(dishonestTests(sourceOf('shared/money/a.test.ts', text))).toEqual([]);
	});
});

describe('a dead module', () => {
	it('is one that no entry point leads to', () => {
		const found = deadModules([
			sourceOf('server/main.ts', `import './debts/a.ts'`),
			sourceOf('server/debts/a.ts', `await import('#shared/debts/b.ts')`),
			sourceOf('shared/debts/b.ts', ''),
			sourceOf('shared/debts/c.ts', `import './d.ts'`),
			sourceOf('shared/debts/d.ts', `import './b.ts'`)
		]);
		// What only it needs goes with it.
		expect(found.map(({ path }) => path)).toEqual(['shared/debts/c.ts']);
	});
});

describe('a person', () => {
	it.each([
		'07911 123456',
		'+44 7911 123456',
		'447911123456',
		'0161 496 0000',
		'01632 961234',
		'kim@gmail.com'
	])('%s may be real', (text) => {
		expect(realPeople({ path: 'server/db/seed.ts', text: `name: '${text}'` })).toHaveLength(1);
	});

	it.each([
		'07700 900123',
		'+447700900123',
		'01632960001',
		'0808 808 4000',
		'kim@northmere.example',
		'7710448261',
		'00000000-0000-4000-8000-012345678901',
		'2026-11-19T10:00:00.000Z',
		'drizzle-orm@0.45.4'
	])('%s is nobody', (text) => {
		expect(told(realPeople({ path: 'server/db/seed.ts', text: `name: '${text}'` }))).toEqual([]);
	});
});
