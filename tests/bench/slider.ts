/**
 * Whether the slider redraws within one frame: the payment plan of twelve debts paid weekly over two years, in the real
 * product and browser. Measured from the move to the end of the frame that shows it (script, style, layout and paint of
 * the page's own thread), beside frames that draw the picture alone.
 */
import { chromium, expect, type Page } from '@playwright/test';
import { findChromium, FLAGS } from '../chromium.js';
import * as kelly from '../journeys/kelly.ts';
import { signIn } from '../journeys/people.ts';
import { startProduct, type Product } from '../journeys/product.ts';
import type { Asked, Say } from './bench.ts';
import { asRatio, inMilliseconds, middle, slowEnd } from './figures.ts';
import { groundFor } from './ground.ts';
import { addDebts } from './slider-debts.ts';
import { moveByFrames, type Moved } from './slider-moves.ts';
import { workOfMoves } from './slider-thread.ts';

const LONG = 1_200;
const SHORT = 120;
const TRACED = 300;
const WARMING = 120;
const FRAME_US = 1_000_000 / 60;

/** In pence: payments of about 104 pay-days, and all the way from the least to what is usable. */
const RANGES = [
	{ words: '12 debts by 101 to 107 pay-days', from: 31_00, to: 33_00 },
	{ words: 'the whole slider, to 250 pay-days', from: 14_00, to: 33_00 }
] as const;

/** Prints the figures. Everything it starts and fills is its own, and is gone afterwards. */
export async function benchSlider({ isShort, isAlone, say }: Asked): Promise<void> {
	const found = await findChromium(say);
	if (!found.ok) return say(`The slider was not measured: ${found.because}`);
	const ground = await groundFor({ isAlone, say });
	try {
		say('Starting the product ...');
		const product = await startProduct(ground.settings);
		const env = { ...process.env, ...found.env };
		const browser = await chromium.launch({ executablePath: found.path, args: FLAGS, env });
		try {
			await addDebts(await ground.urlFor(product));
			const page = await atThePlan(await browser.newPage(viewOf(product)));
			for (const range of RANGES) await measure(page, { ...range, isShort, say });
		} finally {
			await browser.close();
			await product.stop();
		}
	} finally {
		await ground.clear();
	}
}

function viewOf({ origin }: Product) {
	return { baseURL: origin, viewport: { width: 1366, height: 768 } };
}

async function atThePlan(page: Page): Promise<Page> {
	await signIn(page, 'zara');
	await kelly.toTheStatement(page);
	await kelly.fillsTheStatement(page);
	await kelly.goOn(page, 'Payment plan');
	await page.getByLabel('How often').selectOption('weekly');
	await page.locator('#offer-amount').fill('32');
	await page.keyboard.press('Enter');
	const plan = page.getByRole('table', { name: 'Accounts in the plan' });
	await expect(plan.locator('tbody').getByRole('row')).toHaveCount(12);
	await expect(page.getByText(/^104 payments, the last/)).toBeVisible();
	return page;
}

async function measure(
	page: Page,
	{ words, from, to, isShort, say }: (typeof RANGES)[number] & { isShort: boolean; say: Say }
): Promise<void> {
	await page.evaluate(moveByFrames, { from, to, count: WARMING });
	const moves = await page.evaluate(moveByFrames, { from, to, count: isShort ? SHORT : LONG });
	const took = moves.map(({ tookMs }: Moved) => tookMs * 1000);
	const bare = moves.map(({ bareMs }: Moved) => bareMs * 1000);
	const work = await workOfMoves(page, { from, to, count: isShort ? SHORT : TRACED });
	say(`The slider redraws, ${words}, ${moves.length} moves:`);
	say(`  a move to the end of its frame ${sayTimes(took)}`);
	say(`  of that on the page's thread   ${sayTimes(work)}`);
	say(`  the picture alone, drawn anew  ${sayTimes(bare)}`);
	say(
		`  ratio p50 ${asRatio(middle(took) / middle(bare))}, p99 ${asRatio(slowEnd(took) / slowEnd(bare))}`
	);
	const verdict = slowEnd(took) <= FRAME_US ? 'met' : 'not met';
	const busy =
		slowEnd(bare) > FRAME_US ? ' The machine is too busy to draw the picture alone in one.' : '';
	say(`  p99 within one frame: ${verdict}.${busy}`);
}

function sayTimes(times: readonly number[]): string {
	const inTime = times.filter((us) => us <= FRAME_US).length;
	return `p50 ${inMilliseconds(middle(times))} ms, p99 ${inMilliseconds(slowEnd(times))} ms, ${inTime} within 16.7 ms`;
}
