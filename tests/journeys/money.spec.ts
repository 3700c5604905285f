/** Money: taken at the counter as it is shown, never with a card's number, and files taken in by whoever leads. */
import type { Page } from '@playwright/test';
import { pence } from '#shared/money/pence.ts';
import { addacsOf } from '../builders/bacs.ts';
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
	await send('addacs.xml', addacsOf([{ reference: '7710298813', code: '1', on: '2026-11-18' }]));
	await expect(page.getByRole('status').filter({ hasText: 'advice' })).toBeVisible();
	await page.getByRole('link', { name: 'From the banks' }).click();
	await expect(page.getByText(/Instruction cancelled by payer, 18.November.2026/)).toBeVisible();
	await page
		.getByLabel('What was done')
		.first()
		.selectOption({ label: 'Another way to pay was agreed' });
	await expectEverySize(page, 'money-banks');
	await press(page, /^Done with/);
	await expect(page.getByText('Nothing is to do: every advice is answered.')).toBeVisible();
	await expect(page.getByText(/Another way to pay was agreed, Marcus Bello/)).toBeVisible();

	async function send(name: string, file: string) {
		const buffer = Buffer.from(file);
		await page.locator('#money-file').setInputFiles({ name, mimeType: 'text/xml', buffer });
		await press(page, 'Take it in');
	}
});

test('what waits is placed, undone, split, and asked for; somebody else gives it back', async ({
	page
}) => {
	test.setTimeout(90_000);
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await signIn(page, 'rob', '/money');
	await page.getByRole('link', { name: 'Waiting' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Money that waits');
	await press(page, /^Open £131\.00/);
	await expect(page.getByText(/Its reference is quoted/)).toBeVisible();
	await expectEverySize(page, 'money-waiting');
	await press(page, /^Place £131\.00 on Council Tax 2026 to 2027/);
	await expect(page.getByRole('status')).toContainText('£131.00 is placed.');
	await press(page, 'Undo');
	await expect(page.getByRole('status')).toContainText('Undone. It waits again.');

	await press(page, /^Open £131\.00/);
	await page.getByLabel('Another account').fill('HBO210877');
	await press(page, 'Find it');
	await expect(page.getByText(/Kelly Ashworth/)).toBeVisible();
	await page.getByLabel('On it').first().fill('100');
	await page.getByLabel('On it').nth(1).fill('40');
	await press(page, 'Place as split');
	await expect(page.getByRole('alert')).toContainText('That is more than was received.');
	await page.getByLabel('On it').nth(1).fill('20');
	await press(page, 'Place as split');
	await expect(page.getByRole('status')).toContainText('£120.00 is placed.');

	await press(page, /^Open £11\.00/);
	await press(page, 'Give it back');
	await page.getByLabel('Why').fill('no');
	await press(page, 'Ask for it');
	await expect(page.getByText('Say why, in a few words at least.')).toBeVisible();
	await page.getByLabel('Why').fill('It was meant for another council.');
	await expectEverySize(page, 'money-give-back');
	await press(page, 'Ask for it');
	await expect(page.getByRole('status')).toContainText('£11.00 is asked for');
	await page.getByRole('link', { name: 'Refunds' }).click();
	await expect(page.getByText(/You asked for it, so somebody else approves it/)).toBeVisible();

	await page.context().clearCookies();
	await signIn(page, 'marcus', '/money');
	await page.getByRole('link', { name: 'Refunds' }).click();
	await expectEverySize(page, 'money-refunds');
	await press(page, /^Approve £11\.00/);
	await expect(page.getByRole('status')).toContainText('£11.00 is approved');
	await expect(page.getByText('Nothing is to be decided.')).toBeVisible();
});
