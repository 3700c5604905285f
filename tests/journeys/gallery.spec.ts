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
	test.setTimeout(480_000);
	await forEachExample(page, async (screen) => {
		await expectAccessible(page);
		await expectToFit(page, { tall: !SHEETS.includes(screen) });
		await picture(page, `gallery-${screen}`);
	});
});

test('every example fits a large screen', async ({ page }) => {
	test.setTimeout(240_000);
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
		test.setTimeout(360_000);
		await page.setViewportSize(size);
		await forEachExample(page, async (screen) => {
			if (ARRANGEMENTS.includes(screen)) await expectAccessible(page);
			await expectToFit(page);
			await picture(page, `gallery-${screen}`);
		});
	});
}

async function forEachExample(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
	const links = page.getByRole('main').getByRole('link');
	await expect(links.first()).toBeVisible();
	const places = await Promise.all((await links.all()).map((link) => link.getAttribute('href')));
	expect(places.length).toBeGreaterThan(20);
	for (const place of places) {
		const screen = place?.split('/').at(-1) ?? '';
		await test.step(screen, async () => {
			await open(page, place ?? '');
			await look(screen);
		});
	}
}

/** The gallery is drawn by the browser alone, so that before `main` is there nothing hears a key. */
async function open(page: Page, place: string): Promise<void> {
	await page.goto(place);
	await expect(page.getByRole('main')).toBeVisible();
}

test('a ringing call takes no focus, is spoken once, and is answered by F2', async ({ page }) => {
	await open(page, '/gallery/ringing');
	await expect(page.locator('[aria-live="assertive"]').first()).toHaveText(
		'Incoming call, Council Tax arrears, take extra care'
	);
	await expect(page.locator('body')).toBeFocused();
	await page.keyboard.press('F2');
	await expect(page.getByTestId('asked')).toHaveText('answer');
});

test('a second call neither covers nor takes the field somebody types in', async ({ page }) => {
	await open(page, '/gallery/second-call');
	const notes = page.getByRole('textbox', { name: 'Call notes' });
	await notes.fill('Hours cut');
	await expect(notes).toBeFocused();
	await page.keyboard.press('Control+ArrowDown');
	await expect(page.getByText('Is there anything here you do not recognise?')).toBeVisible();
	await page.keyboard.press('F2');
	await expect(page.getByTestId('asked')).toHaveText('answer');
	await expect(notes).toHaveValue('Hours cut');
	await expect(notes).toBeFocused();
});

test('the key list opens over anything, and the telephone’s keys still work', async ({ page }) => {
	await open(page, '/gallery/debts');
	await page.keyboard.press('Alt+5');
	await page.keyboard.press('Shift+F1');
	const list = page.getByRole('dialog', { name: 'Shortcut keys' });
	await expect(list.getByRole('button', { name: 'Close' })).toBeFocused();
	await expectAccessible(page);
	await page.keyboard.press('F8');
	await expect(page.getByTestId('asked')).toHaveText('hold');
	await page.keyboard.press('Escape');
	await expect(list).toBeHidden();
	await expect(page.getByRole('textbox', { name: 'Call notes' })).toBeFocused();
});

test('help is asked by its key and one more, whatever is open', async ({ page }) => {
	await open(page, '/gallery/no-check');
	await expect(page.getByRole('dialog')).toHaveCount(1);
	await page.keyboard.press('Alt+7');
	const reasons = page.getByRole('dialog', { name: 'Ask for help' });
	await expect(reasons.getByRole('button', { name: 'Not now' })).toBeFocused();
	await page.keyboard.press('9');
	await expect(reasons).toBeVisible();
	await page.keyboard.press('2');
	await expect(page.getByTestId('asked')).toHaveText('help abusive-caller');
	await expect(reasons).toBeHidden();
	await expect(page.getByRole('dialog')).toHaveCount(1);
	await page.keyboard.press('1');
	await expect(page.getByTestId('asked')).toHaveText('help abusive-caller');
});
