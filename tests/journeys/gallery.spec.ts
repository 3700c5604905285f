/** Every part and screen in every state: axe finds nothing, nothing stands beside the window, and no page scrolls. */
import { expect, test } from './journey.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { signIn } from './people.ts';

const SHEETS = ['parts', 'forms', 'states', 'wall'];
const SIZES = [
	{ width: 1366, height: 768 },
	{ width: 1920, height: 1080 },
	{ width: 320, height: 640 },
	{ width: 683, height: 384 }
];

for (const size of SIZES) {
	const name = `${size.width}x${size.height}`;
	test(`every example holds at ${name}`, async ({ page }) => {
		test.setTimeout(180_000);
		await signIn(page, 'priya');
		await page.setViewportSize(size);
		await page.goto('/gallery');
		const links = await page.getByRole('main').getByRole('link').all();
		const places = await Promise.all(links.map((link) => link.getAttribute('href')));
		expect(places.length).toBeGreaterThan(20);
		for (const place of places) {
			const screen = place?.split('/').at(-1) ?? '';
			await test.step(screen, async () => {
				await page.goto(place ?? '');
				await expect(page.getByRole('main')).toBeVisible();
				await expectAccessible(page);
				const isDesk = size.width >= 1100 && !SHEETS.includes(screen);
				await expectToFit(page, { tall: isDesk });
				await picture(page, `gallery-${screen}`);
			});
		}
	});
}
