/** What can be said of any page at any time: nothing keeps a person out, and here is what it looked like. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** By axe, over the whole page as it stands now. The journey goes on, so that one run tells of every page. */
export async function expectAccessible(page: Page, what = page.url()): Promise<void> {
	// Between two pages there is nothing to look at.
	await expect(page.getByRole('main')).toBeVisible();
	const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
	const told = violations.flatMap(({ id, help, nodes }) =>
		nodes.map((node) => `${id}: ${help} (${node.target.join(' ')})`)
	);
	expect.soft(told, `found by axe on ${what}`).toEqual([]);
}

/** The page fits: nothing is beside what the window shows, and with `tall` nothing below it either. */
export async function expectToFit(
	page: Page,
	{ tall = false, what = page.url() } = {}
): Promise<void> {
	const over = await page.evaluate(() => {
		const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
		return { wide: scrollWidth - clientWidth, tall: scrollHeight - clientHeight };
	});
	expect.soft(over.wide, `pixels too wide: ${what}`).toBeLessThanOrEqual(0);
	if (tall) expect.soft(over.tall, `pixels too tall: ${what}`).toBeLessThanOrEqual(0);
}

/** Kept in test-results/pictures, to lay beside the design. */
export async function picture(page: Page, name: string): Promise<void> {
	const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
	await page.screenshot({ path: `test-results/pictures/${name}-${width}x${height}.png` });
}
