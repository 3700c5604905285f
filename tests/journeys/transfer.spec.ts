/** A call passed on: straight away to a colleague, and after a word with them first. The notes go with it. */
import type { Browser, Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { signIn } from './people.ts';
import type { Product } from './product.ts';

/** Another person at another computer. */
async function another(browser: Browser, { who, product }: { who: string; product: Product }) {
	const context = await browser.newContext({
		baseURL: product.origin,
		viewport: { width: 1366, height: 768 }
	});
	const page = await context.newPage();
	await signIn(page, who);
	return page;
}

const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Call and notes' });

test('a call is passed on straight away, and the next time after a word first', async ({
	page,
	browser,
	product
}) => {
	await signIn(page, 'priya');
	const tom = await another(browser, { who: 'tom', product });
	await page.getByRole('button', { name: 'Ring me: Kelly Ashworth' }).click();
	await expect(page.getByText('Incoming call', { exact: true })).toBeVisible();
	await page.keyboard.press('F2');
	await expect(panelOf(page).getByText('On call')).toBeVisible();

	await panelOf(page).getByRole('button', { name: 'Transfer' }).click();
	const dialog = page.getByRole('dialog', { name: 'Transfer the call' });
	await expect(dialog.getByLabel(/Council Tax arrears/)).toBeVisible();
	await dialog.getByLabel('Straight away').check();
	await dialog.getByRole('button', { name: 'Transfer' }).click();
	await expect(dialog.getByText('Choose who takes over.')).toBeVisible();
	await dialog.getByLabel(/Tom/).check();
	await dialog.getByLabel('Note for whoever takes over').fill('Asks about the parking charge');
	await expectAccessible(page);
	await picture(page, 'transfer');
	await dialog.getByRole('button', { name: 'Transfer' }).click();
	await expect(panelOf(page).getByText('Wrap-up')).toBeVisible();

	await expect(tom.getByText('Incoming call', { exact: true })).toBeVisible();
	await tom.keyboard.press('F2');
	await expect(panelOf(tom).getByText('On call')).toBeVisible();
	await expect(tom.getByRole('textbox', { name: 'Call notes' })).toHaveValue(
		/Asks about the parking charge/
	);
	await page.getByRole('button', { name: 'Finish' }).click();
	await expect(page.getByRole('heading', { name: 'Waiting for the next call' })).toBeVisible();

	await panelOf(tom).getByRole('button', { name: 'Transfer' }).click();
	const asked = tom.getByRole('dialog', { name: 'Transfer the call' });
	await asked.getByLabel(/Priya/).check();
	await asked.getByRole('button', { name: 'Call them' }).click();
	await expect(panelOf(tom).getByText('Consulting')).toBeVisible();
	await expectToFit(tom, { tall: true });
	await expectAccessible(tom);
	await picture(tom, 'consulting');
	await panelOf(tom).getByRole('button', { name: 'Back to the customer' }).click();
	await expect(panelOf(tom).getByText('On call')).toBeVisible();

	await panelOf(tom).getByRole('button', { name: 'Transfer' }).click();
	await asked.getByLabel(/Priya/).check();
	await asked.getByRole('button', { name: 'Call them' }).click();
	await expect(panelOf(tom).getByText('Consulting')).toBeVisible();
	// Before the colleague has picked up it would only bring the customer back.
	await expect(async () => {
		const passOver = panelOf(tom).getByRole('button', { name: 'Pass them over' });
		if (!(await passOver.isVisible())) {
			await panelOf(tom).getByRole('button', { name: 'Transfer' }).click();
			await asked.getByLabel(/Priya/).check();
			await asked.getByRole('button', { name: 'Call them' }).click();
		}
		await page.waitForTimeout(4_000);
		await passOver.click();
		await expect(panelOf(tom).getByText('Wrap-up')).toBeVisible({ timeout: 2_000 });
	}).toPass();
	await expect(panelOf(page).getByText('On call')).toBeVisible();
	await panelOf(page).getByRole('button', { name: 'End call' }).click();
	await page.getByRole('button', { name: 'Finish' }).click();
	await tom.getByRole('button', { name: 'Finish' }).click();
});
