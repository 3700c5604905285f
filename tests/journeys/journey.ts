/**
 * `test` for journeys: Playwright's, with one running product for all, and nothing unexpected in any console of the
 * browser. Whoever else takes part comes in by `another`, in a browser profile of their own.
 */
import { test as plain, expect, type BrowserContext, type Page } from '@playwright/test';
import { signIn } from './people.ts';
import { startProduct, type Product } from './product.ts';

type Fixtures = {
	/** What a journey provokes on purpose, such as a cut connection: `test.use({ expectedComplaint: /401/ })`. */
	expectedComplaint: RegExp;
	watch: (context: BrowserContext) => void;
	/** Signs somebody in beside the first, on a page of their own. */
	another: (who: string) => Promise<Page>;
};

export { expect };

type Shared = {
	/** A file that changes what others read names a council of its own: `test.use({ council: 'whole-call' })`. */
	council: string;
	/** What its product is set to beside the usual. */
	settings: Record<string, string>;
	product: Product;
};

export const test = plain.extend<Fixtures, Shared>({
	council: ['shared', { option: true, scope: 'worker' }],
	settings: [{}, { option: true, scope: 'worker' }],
	product: [
		async ({ council: _council, settings }, use) => {
			const product = await startProduct(settings);
			await use(product);
			await product.stop();
		},
		{ scope: 'worker', timeout: 200_000 }
	],
	baseURL: async ({ product }, use) => use(product.origin),
	expectedComplaint: [/^$/, { option: true }],
	watch: async ({ expectedComplaint }, use) => {
		const complaints: string[] = [];
		const hear = (text: string) => {
			if (!expectedComplaint.test(text)) complaints.push(text);
		};
		await use((context) => {
			context.on('console', (message) => {
				if (message.type() === 'error' || message.type() === 'warning') hear(message.text());
			});
			context.on('weberror', (error) => hear(String(error.error())));
		});
		expect(complaints, 'in the browser’s console').toEqual([]);
	},
	context: async ({ context, watch }, use) => {
		watch(context);
		await use(context);
	},
	another: async ({ browser, baseURL, watch }, use) => {
		const contexts: BrowserContext[] = [];
		await use(async (who) => {
			const context = await browser.newContext(baseURL ? { baseURL } : {});
			contexts.push(context);
			watch(context);
			const page = await context.newPage();
			await signIn(page, who);
			return page;
		});
		for (const context of contexts) await context.close();
	}
});
