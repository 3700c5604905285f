/** Every part and screen in every state: axe finds nothing, nothing stands beside the window, and no page scrolls. */
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { signIn } from './people.ts';

/** Sheets of parts may be longer than the window; screens of work may not. */
const SHEETS = ['parts', 'forms', 'states', 'wall'];

/** One of each arrangement: what axe finds on a narrow screen depends on how it flows, not on who rings. */
const ARRANGEMENTS = ['forms', 'states', 'idle', 'ringing', 'ringing-several', 'debts', 'on-hold'];

test.beforeEach(async ({ page }) => {
	// What fades in has no contrast while it does.
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await signIn(page, 'priya', '/gallery');
});

test('every example is open to everyone and fits an officer’s screen', async ({ page }) => {
	test.setTimeout(240_000);
	await forEachExample(page, async (screen) => {
		await expectAccessible(page);
		await expectToFit(page, { tall: !SHEETS.includes(screen) });
		await picture(page, `gallery-${screen}`);
	});
});

test('every example fits a large screen', async ({ page }) => {
	test.setTimeout(120_000);
	await page.setViewportSize({ width: 1920, height: 1080 });
	await forEachExample(page, async (screen) => {
		await expectToFit(page, { tall: !SHEETS.includes(screen) });
		await picture(page, `gallery-${screen}`);
	});
});

for (const size of [
	{ width: 320, height: 640 },
	{ width: 683, height: 384 }
]) {
	test(`every example flows into ${size.width} pixels`, async ({ page }) => {
		test.setTimeout(180_000);
		await page.setViewportSize(size);
		await forEachExample(page, async (screen) => {
			if (ARRANGEMENTS.includes(screen)) await expectAccessible(page);
			await expectToFit(page);
			await picture(page, `gallery-${screen}`);
		});
	});
}

async function forEachExample(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
	const links = await page.getByRole('main').getByRole('link').all();
	const places = await Promise.all(links.map((link) => link.getAttribute('href')));
	expect(places.length).toBeGreaterThan(20);
	for (const place of places) {
		const screen = place?.split('/').at(-1) ?? '';
		await test.step(screen, async () => {
			await page.goto(place ?? '');
			await expect(page.getByRole('main')).toBeVisible();
			await look(screen);
		});
	}
}
