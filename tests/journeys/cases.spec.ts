/** Cases: a leader opens a debt by its reference, sees what may follow and why not, and enters a breathing space. */
import { expect, test } from './journey.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { signIn } from './people.ts';

test.use({ council: 'cases' });

test('a leader opens a case and deals with it, nobody being in touch', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await signIn(page, 'marcus', '/cases');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cases');
	await page.getByLabel('Reference').fill('12');
	await page.keyboard.press('Enter');
	await expect(page.getByText('No debt has this reference.')).toBeVisible();
	await expect(page.getByLabel('Reference')).toHaveValue('12');
	await expectAccessible(page);

	await page.getByLabel('Reference').fill('7710 448 261');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('rowheader', { name: 'K•••• A••••' })).toBeVisible();
	await expect(page.getByText('Ashworth')).toHaveCount(0);
	await expectAccessible(page, 'a case');
	await expectToFit(page);
	await picture(page, 'cases');
	const unsure = page.getByText('Not until a manager has recorded the council’s own confirmation');
	await expect(unsure.first()).toBeVisible();

	await page.getByRole('button', { name: /^Take this step: Earnings order/ }).click();
	await expectAccessible(page, 'taking a step');
	await picture(page, 'cases-step');
	await page.getByRole('radio', { name: 'D•••• A••••' }).check();
	await page.getByRole('button', { name: 'Take this step', exact: true }).click();
	await expect(page.getByRole('status')).toContainText('Earnings order. Its source is being told');
	await expect(page.getByText('Earnings order since 19 November 2026')).toBeVisible();

	await page.getByRole('button', { name: /^Exception for D/ }).click();
	await page.getByRole('button', { name: 'Record it' }).click();
	await expect(page.getByText('Say which.')).toBeVisible();
	await page.getByLabel('They are a student').check();
	await page.getByLabel('From', { exact: true }).fill('1 October 2024');
	await expectAccessible(page, 'an exception');
	await picture(page, 'cases-exception');
	await page.getByRole('button', { name: 'Record it' }).click();
	await expect(page.getByRole('status')).toContainText('recorded as not jointly liable');

	await page.getByRole('button', { name: 'Breathing space for K•••• A••••' }).click();
	await page.getByRole('button', { name: 'Pause recovery' }).click();
	await expect(page.getByText('Write its reference.')).toBeVisible();
	await page.getByLabel('Entered on the register').fill('12 November');
	await page
		.getByLabel('Its reference, and whose adviser')
		.fill('BS-204-118, Harbour Money Advice');
	await expectAccessible(page, 'a breathing space');
	await picture(page, 'cases-breathing-space');
	await page.getByRole('button', { name: 'Pause recovery' }).click();
	await expect(page.getByRole('status')).toContainText('Recovery is paused on 1 debt');
	await expect(page.getByText('Breathing space', { exact: true }).first()).toBeVisible();
	for (const size of [
		{ width: 320, height: 640 },
		{ width: 1920, height: 1080 }
	]) {
		await page.setViewportSize(size);
		await expectToFit(page);
		await picture(page, 'cases');
	}
});

test.describe('an officer', () => {
	// The browser notes the refusal's status by itself.
	test.use({ expectedComplaint: /40[34]/ });

	test('has no such page', async ({ page }) => {
		await signIn(page, 'priya');
		const answer = await page.goto('/cases');
		expect(answer?.status()).toBe(403);
	});
});
