/** The demonstration's own switch: it rings when asked, and does on the screen's word what a telephone would. */
import { expect, test } from './journey.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { signIn } from './people.ts';

test('a caller asked for rings, is answered, held, resumed and hung up from the screen', async ({
	page
}) => {
	await signIn(page, 'zara');
	await page.getByRole('button', { name: 'Ring me: Kelly Ashworth' }).click();
	await expect(page.getByRole('heading', { name: '07700 900142' })).toBeVisible();
	await expect(page.getByText('Take extra care', { exact: true })).toBeVisible();
	await expect(page.getByText('£3,666.62').first()).toBeVisible();
	await expect(page.getByText('K••••').first()).toBeVisible();
	await expect(page.getByText('Housing Benefit overpayment')).toHaveCount(0);
	await expectToFit(page, { tall: true });
	await picture(page, '02-ringing-kelly');

	await page.keyboard.press('F2');
	const panel = page.getByRole('complementary', { name: 'Call and notes' });
	await expect(panel.getByText('On call')).toBeVisible();
	await picture(page, '04-on-call-kelly');
	await expectAccessible(page);
	await page.keyboard.press('F8');
	await expect(panel.getByText('On hold', { exact: true })).toBeVisible();
	await page.keyboard.press('F8');
	await expect(panel.getByText('On call')).toBeVisible();
	await panel.getByRole('button', { name: 'End call' }).click();
	await expect(panel.getByText('Wrap-up')).toBeVisible();
	await page.getByRole('button', { name: 'Finish' }).click();
	await expect(page.getByRole('heading', { name: 'Waiting for the next call' })).toBeVisible();
});

test('a withheld number shows, stores and matches nobody', async ({ page }) => {
	await signIn(page, 'zara');
	await page.getByRole('button', { name: 'Ring me: Number withheld' }).click();
	await expect(page.getByRole('heading', { name: 'Number withheld' }).first()).toBeVisible();
	expect(await page.content()).not.toContain('900655');
	await page.keyboard.press('F2');
	const panel = page.getByRole('complementary', { name: 'Call and notes' });
	await expect(panel.getByText('On call')).toBeVisible();
	await panel.getByRole('button', { name: 'End call' }).click();
	await page.getByRole('button', { name: 'Finish' }).click();
	await expect(page.getByRole('heading', { name: 'Waiting for the next call' })).toBeVisible();
});
