/** Money: taken at the counter as it is shown, never with a card's number, and files taken in by whoever leads. */
import type { Page } from '@playwright/test';
import { pence } from '#shared/money/pence.ts';
import { camtOf } from '../builders/camt.ts';
import { expect, test } from './journey.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { signIn } from './people.ts';

test.use({ council: 'money' });

const SIZES = [
	{ width: 1920, height: 1080 },
	{ width: 320, height: 640 },
	{ width: 1366, height: 768 }
];

async function expectEverySize(page: Page, name: string): Promise<void> {
	for (const size of SIZES) {
		await page.setViewportSize(size);
		await expectToFit(page, { what: name });
		if (size.width !== 1920) await expectAccessible(page, name);
		await picture(page, name);
	}
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

test('cash is taken at the counter as it was shown, and taken back', async ({ page }) => {
	test.setTimeout(90_000);
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await signIn(page, 'rob', '/money');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Money at the counter');
	await press(page, 'See what it does');
	await expect(page.getByRole('alert')).toContainText('There is a problem');
	await page.getByLabel('Amount').fill('40');
	await page.getByLabel('Reference the payer gives').fill('7710 219 553');
	await page.getByLabel('Note').fill('4111 1111 1111 1111');
	await press(page, 'See what it does');
	await expect(page.getByText('This looks like a card number').first()).toBeVisible();
	await expectEverySize(page, 'money-counter-wrong');
	await page.getByLabel('Note').fill('Receipt book 4, page 12');
	await press(page, 'See what it does');
	await expect(page.getByText(/£40\.00 goes to Council Tax 2026 to 2027/)).toBeVisible();
	await expect(page.getByText('Unconfirmed, do not quote')).toBeVisible();
	await expectEverySize(page, 'money-counter-look');
	await press(page, 'Keep it');
	await expect(page.getByRole('status')).toContainText('£40.00 is kept');
	const kept = page.getByRole('row', { name: /7710 219 553/ });
	await expect(kept).toContainText('Council Tax 2026 to 2027');
	await expectEverySize(page, 'money-counter-kept');

	await page.getByLabel('Amount').fill('12.34');
	await page.getByLabel('Reference the payer gives').fill('Mrs Jones at 14');
	await press(page, 'See what it does');
	await expect(page.getByText(/No account of ours has such a reference/)).toBeVisible();
	await press(page, 'Keep it');
	await expect(page.getByRole('row', { name: /Mrs Jones at 14/ })).toContainText('£12.34 waits');
	await kept.getByRole('button', { name: /Take back/ }).click();
	await expect(page.getByRole('status')).toContainText('is taken back');
	await expect(kept).toContainText('Taken back');
});

const STATEMENT = camtOf([
	{ amount: pence(50_00), reference: '7710219553', id: 'J1', payer: 'MRS G OKAFOR' },
	{ amount: pence(25_00), reference: 'THANK YOU', id: 'J2' }
]);

test('a leader takes in a statement, once, and has the lines of one that is wrong', async ({
	page
}) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await signIn(page, 'marcus', '/money');
	await page.getByRole('link', { name: 'Files', exact: true }).click();
	await expect(page.getByText('No file was sent yet.')).toBeVisible();
	await send('statement.xml', STATEMENT);
	await expect(page.getByRole('status').filter({ hasText: 'receipts' })).toContainText(
		'2 receipts of £75.00 taken in'
	);
	await send('the same again.xml', STATEMENT);
	await expect(page.getByRole('alert')).toContainText('nothing is done twice');
	await send('wrong.xml', STATEMENT.replaceAll('2026-11-18', '2026-02-31'));
	await expect(page.getByRole('alert')).toContainText('there is no day "2026-02-31"');
	await expect(
		page.getByRole('link', { name: /lines with a reason each of wrong\.xml/ })
	).toBeVisible();
	await expectEverySize(page, 'money-files');

	async function send(name: string, file: string) {
		const buffer = Buffer.from(file);
		await page.locator('#money-file').setInputFiles({ name, mimeType: 'text/xml', buffer });
		await press(page, 'Take it in');
	}
});
