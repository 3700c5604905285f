/**
 * One of Kelly's calls, walked to its end with the server killed at the moments given; and what is seen at each moment,
 * on the screen and in the books, to lay beside the same moment of another call.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { booksOf, type Books } from './books.ts';
import * as kelly from './kelly.ts';
import {
	AFTER_THE_AGREEMENT,
	TO_THE_AGREEMENT,
	type Beat,
	type Scene,
	type Typing
} from './kelly-beats.ts';
import { COMMIT_POINTS, type CommitPoint, type Death } from './kill-draw.ts';
import { hears, signIn } from './people.ts';
import { startProduct, type Product } from './product.ts';
import { screenText } from './screen-text.ts';
import { standstillAt } from './standstill.ts';
import { telephoneOf } from './telephone.ts';

export type Seen = { screen: string[]; books: Record<string, string> };

/** By moment. */
export type Run = Record<string, Seen>;

export type Call = Scene & { product: Product; books: Books; close(): Promise<void> };

/** Zara's telephone. */
const EXTENSION = '1006';
/** Longer than half-typed text waits to be kept. */
const KEPT_MS = 1_400;

export async function openCall({
	browser,
	watch
}: {
	browser: Browser;
	watch: (context: BrowserContext) => void;
}): Promise<Call> {
	const telephone = await telephoneOf(EXTENSION);
	const product = await startProduct(telephone.settings);
	const context = await browser.newContext({ baseURL: product.origin });
	watch(context);
	const page = await context.newPage();
	await signIn(page, 'zara');
	const books = await booksOf(product);
	return {
		page,
		telephone,
		product,
		books,
		async close() {
			await books.close();
			await context.close();
			await product.stop();
			await telephone.stop();
		}
	};
}

/** The call that nobody interrupts: what is seen at each of its moments. */
export async function untouched(call: Call): Promise<Run> {
	const run: Run = {};
	const look = async (moment: string) => {
		run[moment] = await settled(call);
	};
	for (const beat of TO_THE_AGREEMENT) {
		await act(call, beat);
		await look(beat.moment);
	}
	await kelly.goOn(call.page, 'Wrap-up');
	for (const beat of AFTER_THE_AGREEMENT) {
		await act(call, beat);
		await look(beat.moment);
	}
	return run;
}

/** The same call with its deaths. At every moment it is as it was in the other. */
export async function killed(call: Call, deaths: readonly Death[], other: Run): Promise<void> {
	const deathAt = (moment: string) => deaths.find((death) => death.moment === moment);
	const walk = async (beats: readonly Beat[]) => {
		for (const beat of beats) {
			const death = deathAt(beat.moment);
			await act(call, beat, death);
			const as = { moment: beat.moment, seen: other[beat.moment] };
			if (death && beat.kind === 'stand') {
				// What was done a moment ago is still on its way, in the browser alone.
				if (death.withBrowser) await writtenAs(call, as);
				await dies(call, death);
			}
			await isAs(call, as);
		}
	};
	await walk(TO_THE_AGREEMENT);
	for (const point of COMMIT_POINTS) {
		const death = deathAt(point);
		if (death) await diesCommitting(call, { point, death, other });
	}
	await kelly.goOn(call.page, 'Wrap-up');
	await walk(AFTER_THE_AGREEMENT);
}

async function act(call: Call, beat: Beat, death?: Death): Promise<void> {
	if (beat.kind === 'stand') await beat.go(call);
	else await types(call, beat, death);
}

/** What comes back is all of it, or where the browser died too all but the last second. */
async function types(call: Call, beat: Typing, death?: Death): Promise<void> {
	const { page } = call;
	await beat.go?.(call);
	const field = beat.field(page);
	await field.focus();
	await page.keyboard.press('End');
	const before = await field.inputValue();
	await page.keyboard.type(beat.first);
	if (death) await pause(KEPT_MS);
	await page.keyboard.type(beat.rest);
	if (!death) return;
	await dies(call, death);
	const whole = before + beat.first + beat.rest;
	const kept = () => field.inputValue();
	if (death.withBrowser) {
		await expect.poll(async () => whole.startsWith(await kept())).toBe(true);
		expect((await kept()).length).toBeGreaterThanOrEqual((before + beat.first).length);
		await field.fill(whole);
	}
	await expect(field).toHaveValue(whole);
}

async function dies(call: Call, { withBrowser }: Death): Promise<void> {
	const { page, product } = call;
	if (withBrowser) await page.goto('about:blank');
	await product.killServer();
	if (withBrowser) await opensAgain(page);
	await callGoesOn(call);
}

async function opensAgain(page: Page): Promise<void> {
	await page.goto('/calls');
	await hears(page);
}

/** The customer was never gone, and what is done on the telephone is on the screen. */
async function callGoesOn({ page, telephone }: Call): Promise<void> {
	if (!telephone.isTalking()) return;
	const panel = kelly.callPanel(page);
	telephone.press('hold');
	await expect(panel.getByText('On hold', { exact: true })).toBeVisible();
	telephone.press('resume');
	await expect(panel.getByText('On call')).toBeVisible();
}

/** Nothing of it is written, or all of it: and the same press again makes it once. */
async function diesCommitting(
	call: Call,
	{ point, death, other }: { point: CommitPoint; death: Death; other: Run }
): Promise<void> {
	const { page, product, books } = call;
	const standstill = await standstillAt(point, { sql: books.sql, dataDir: product.dataDir });
	await page.keyboard.press('Control+Enter');
	await standstill.reached();
	if (death.withBrowser) await page.goto('about:blank');
	const isBack = product.killServer();
	await standstill.release();
	await isBack;
	if (death.withBrowser) await opensAgain(page);
	else await expect(page.getByText('Press again: nothing is written twice.')).toBeVisible();
	await callGoesOn(call);
	await expect(kelly.step(page, 'Read back')).toBeVisible();
	const seen = other[point === 'its end' ? 'it is agreed' : 'she agrees'];
	await writtenAs(call, { moment: `the commit at ${point}`, seen, butNot: STEP_TAKEN });
}

/** The step after the commit is taken by the screen once it has its answer. */
const STEP_TAKEN = ['log'];

/** Settled: nothing on its way, and the same twice. */
async function settled(call: Call): Promise<Seen> {
	let before = '';
	let seen = await look(call);
	while (JSON.stringify(seen) !== before || seen.screen.includes('Saving')) {
		before = JSON.stringify(seen);
		await pause(250);
		seen = await look(call);
	}
	return seen;
}

async function look({ page, books }: Call): Promise<Seen> {
	return { screen: await screenText(page), books: await books.written() };
}

async function isAs(
	call: Call,
	{ moment, seen }: { moment: string; seen: Seen | undefined }
): Promise<void> {
	const { page } = call;
	await expect
		.poll(async () => withoutGaps(await screenText(page)), {
			message: `the screen when ${moment}`,
			timeout: 40_000
		})
		.toEqual(withoutGaps(seen?.screen ?? []));
	await writtenAs(call, { moment, seen });
}

/**
 * Of a telephone that nobody heard for a while it is said when, and that it is not known whether it records: in that
 * alone the two may differ.
 */
function withoutGaps(screen: readonly string[]): readonly string[] {
	return screen
		.filter((line) => !line.includes('nobody heard the telephone system'))
		.map((line) => (line === 'The telephone does not say whether it records' ? 'Recording' : line));
}

async function writtenAs(
	{ books }: Call,
	{
		moment,
		seen,
		butNot = []
	}: { moment: string; seen: Seen | undefined; butNot?: readonly string[] }
): Promise<void> {
	const without = (written: Record<string, string> = {}) =>
		Object.fromEntries(Object.entries(written).filter(([name]) => !butNot.includes(name)));
	await expect
		.poll(async () => without(await books.written()), { message: `the books when ${moment}` })
		.toEqual(without(seen?.books));
	expect(await books.proved(), `the proof when ${moment}`).toBe('The books prove.');
}
