/**
 * The browser's own part of a pop, apart from the rest: from the socket's message to the pop standing in the page, and
 * to the frame that shows it.
 */
import { chromium, type Page } from '@playwright/test';
import { findChromium, FLAGS } from '../chromium.js';
import type { Product } from '../journeys/product.ts';
import { signIn } from '../journeys/people.ts';
import type { BenchCall, MakeCall } from './calls.ts';
import { inMilliseconds, middle, slowEnd } from './figures.ts';
import type { Switch } from './side.ts';

/** The recorded caller of the demo, with debts on several streams. */
const CALLER = '+447700900123';

type Told = { messageAt: number; inPageAt: number; shownAt: number };

export async function timesInBrowser({
	product,
	line,
	make,
	pops,
	say
}: {
	product: Product;
	line: Switch;
	make: MakeCall;
	pops: number;
	say: (line: string) => void;
}): Promise<void> {
	const found = await findChromium(say);
	if (!found.ok) return say(`The browser's part was not measured: ${found.because}`);
	const browser = await chromium.launch({
		executablePath: found.path,
		args: FLAGS,
		env: { ...process.env, ...found.env }
	});
	try {
		const page = await browser.newPage({
			baseURL: product.origin,
			viewport: { width: 1366, height: 768 }
		});
		await page.addInitScript(watchPops);
		await signIn(page, 'priya');
		await page.waitForFunction(
			() => (window as unknown as { bench: { isLive: boolean } }).bench.isLive
		);
		const told: Told[] = [];
		for (let turn = 0; turn <= pops; turn += 1) told.push(await popIn(page, line, make(CALLER)));
		// The first also compiles what it runs.
		const [first, ...others] = told;
		const inPage = others.map((each) => (each.inPageAt - each.messageAt) * 1000);
		const shown = others.map((each) => (each.shownAt - each.messageAt) * 1000);
		say(`The browser's part, ${others.length} pops after the first:`);
		say(
			`  message to pop in the page p50 ${inMilliseconds(middle(inPage))} ms, p99 ${inMilliseconds(slowEnd(inPage))} ms`
		);
		say(
			`  message to the next frame  p50 ${inMilliseconds(middle(shown))} ms, p99 ${inMilliseconds(slowEnd(shown))} ms`
		);
		if (first)
			say(
				`  the very first pop         ${inMilliseconds((first.inPageAt - first.messageAt) * 1000)} ms to the page`
			);
	} finally {
		await browser.close();
	}
}

async function popIn(page: Page, line: Switch, call: BenchCall): Promise<Told> {
	line.say(call.ring);
	const told = await page.waitForFunction(() => {
		const { bench } = window as unknown as { bench: { told: Told | null } };
		return bench.told;
	});
	const times = (await told.jsonValue()) as Told;
	line.say(call.rest);
	await page.getByRole('button', { name: 'Put away' }).click();
	await page.getByRole('heading', { name: 'Waiting for the next call' }).waitFor();
	await page.evaluate(() => {
		const { bench } = window as unknown as { bench: { told: Told | null } };
		Object.assign(bench, { told: null, messageAt: 0 });
	});
	return times;
}

/** Runs in the page before its own scripts: notes the first message after which the pop stands there. */
function watchPops(): void {
	const bench: { told: Told | null; messageAt: number; isLive: boolean } = {
		told: null,
		messageAt: 0,
		isLive: false
	};
	Object.assign(window, { bench });
	const Plain = window.WebSocket;
	window.WebSocket = class extends Plain {
		constructor(url: string | URL, protocols?: string | string[]) {
			super(url, protocols);
			this.addEventListener('message', (event: MessageEvent<unknown>) => {
				const text = typeof event.data === 'string' ? event.data : '';
				// Socket.IO's word for being let in.
				if (text.startsWith('40')) bench.isLive = true;
				if (text.includes('"contact:changed"')) bench.messageAt = performance.now();
			});
		}
	};
	new MutationObserver(() => {
		if (bench.told || bench.messageAt === 0 || !document.querySelector('section.pop')) return;
		const { messageAt } = bench;
		const inPageAt = performance.now();
		requestAnimationFrame(() => {
			bench.told = { messageAt, inPageAt, shownAt: performance.now() };
		});
	}).observe(document, { childList: true, subtree: true });
}
