/**
 * What the page's own thread works for each move of the slider, as the browser traces it: its time on the processor, so
 * that whatever else the machine does meanwhile is not in it.
 */
import type { Page } from '@playwright/test';
import type { Times } from './figures.ts';
import { moveByFrames } from './slider-moves.ts';

/** One frame of the page: style, layout, paint and all the scripts that run for it. */
const FRAME = 'ProxyMain::BeginMainFrame';

type Traced = { traceEvents: readonly { name: string; tdur?: number }[] };

/** Microseconds, one a move. Of the two frames of a move the one that works more is its own. */
export async function workOfMoves(
	page: Page,
	range: { from: number; to: number; count: number }
): Promise<Times> {
	const browser = page.context().browser();
	if (!browser) throw new Error('The page has no browser to trace.');
	await browser.startTracing(page, { categories: ['devtools.timeline', 'cc', 'toplevel'] });
	await page.evaluate(moveByFrames, range);
	const traced = JSON.parse((await browser.stopTracing()).toString()) as Traced;
	const frames = traced.traceEvents.flatMap(({ name, tdur }) =>
		name === FRAME && tdur !== undefined ? [tdur] : []
	);
	return frames.toSorted((one, other) => one - other).slice(-range.count);
}
