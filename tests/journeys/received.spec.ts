/** Money that waited finds its home while its customer stands there: placed, undone, and split, with the debts moving. */
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { goOn, needsNoSupport, wantsOnePayment } from './kelly.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { signIn } from './people.ts';

// What is placed here changes debts that other journeys read.
test.use({ council: 'received' });

const SIZES = [
	{ width: 1920, height: 1080 },
	{ width: 320, height: 640 },
	{ width: 1366, height: 768 }
];

async function expectEverySize(page: Page, name: string): Promise<void> {
	for (const size of SIZES) {
		await page.setViewportSize(size);
		await expectToFit(page, { tall: size.width > 1000, what: name });
		if (size.width !== 1920) await expectAccessible(page, name);
		await page.getByRole('region', { name: 'Money received' }).scrollIntoViewIfNeeded();
		await picture(page, name);
	}
}

test('Grace’s payment of 2 November is placed on the instalment it was for', async ({ page }) => {
	test.setTimeout(90_000);
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await signIn(page, 'rob', '/desk');
	await page.getByLabel('Find the customer').fill('okafor saltmarsh');
	await page.keyboard.press('Enter');
	await expect(page.getByText('1 person matches').first()).toBeVisible();
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Photocard driving licence' }).click();
	await expect(page.getByRole('heading', { name: 'Grace Okafor' })).toBeVisible();
	await goOn(page, 'Reason');
	await wantsOnePayment(page);
	await goOn(page, 'Support needs');
	await needsNoSupport(page);
	await goOn(page, 'Debts');

	const money = page.getByRole('region', { name: 'Money received' });
	await expect(
		money.getByText(/£131\.00 received 2.November.2026 looks like this customer’s/)
	).toBeVisible();
	await expectEverySize(page, 'received-waiting');
	await money.getByRole('button', { name: 'Place it' }).click();
	await expect(money.getByText(/it is exactly an instalment/)).toBeVisible();
	await expectEverySize(page, 'received-placing');

	await money.getByLabel('Place it on').selectOption({ label: 'Council Tax 2026 to 2027' });
	await money.getByRole('button', { name: 'Place £131.00' }).click();
	await expect(
		money.getByText(/£131\.00 received .* is on Council Tax 2026 to 2027\./)
	).toBeVisible();
	await expect(page.getByRole('cell', { name: '£524.00' }).first()).toBeVisible();
	await expectEverySize(page, 'received-placed');

	await money.getByRole('button', { name: 'Undo' }).click();
	await expect(money.getByText(/looks like this customer’s/)).toBeVisible();
	await expect(page.getByRole('cell', { name: '£655.00' }).first()).toBeVisible();

	await money.getByRole('button', { name: 'Place it' }).click();
	await money.getByRole('button', { name: 'Split it' }).click();
	await money.getByLabel('Council Tax 2024 to 2025').fill('200');
	await expect(money.getByText('£69.00 more than was received')).toBeVisible();
	await money.getByRole('button', { name: 'Place as split' }).click();
	await expect(money.getByText('That is more than was received.')).toBeVisible();
	await money.getByLabel('Council Tax 2024 to 2025').fill('31');
	await expect(money.getByText('That is more than was received.')).toBeHidden();
	await money.getByLabel('Council Tax 2026 to 2027').fill('100');
	await expect(money.getByText('£0.00 still to place')).toBeVisible();
	await expectEverySize(page, 'received-split');
	await money.getByRole('button', { name: 'Place as split' }).click();
	await expect(
		money.getByText(/is on .*\(£31\.00\).*\(£100\.00\)|is on .*\(£100\.00\).*\(£31\.00\)/)
	).toBeVisible();
	await expect(page.getByRole('cell', { name: '£555.00' }).first()).toBeVisible();
});
