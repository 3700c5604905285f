/** Law to confirm: a manager records whose word the council has on a rule, and takes it back; nobody else sees the page. */
import { expect, test } from './journey.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { signIn } from './people.ts';

const RULE = 'A bankruptcy petition needs £5,000 or more, unsecured.';

test('a manager records a confirmation and withdraws it', async ({ page }) => {
	await signIn(page, 'judith', '/law');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Law to confirm');
	await expectAccessible(page);
	await expectToFit(page);
	await picture(page, 'law');

	const row = page.getByRole('row').filter({ hasText: RULE });
	await expect(row).toContainText('Unconfirmed, do not quote');
	await row.getByRole('button', { name: `Confirm: ${RULE}` }).click();
	await page.getByRole('button', { name: 'Record confirmation' }).click();
	await expect(page.getByText('Write who in the council confirmed it.')).toBeVisible();
	await page.getByLabel('Who confirmed it').fill('Ann Marlow, Head of Legal');
	await page.getByLabel('When they confirmed it').fill('12 November');
	await expectAccessible(page, 'the confirmation');
	await picture(page, 'law-confirming');
	await page.getByRole('button', { name: 'Record confirmation' }).click();
	await expect(page.getByRole('status')).toContainText('The confirmation is recorded');
	await expect(row).toContainText('Confirmed by Ann Marlow, Head of Legal on 12');

	await page.setViewportSize({ width: 320, height: 640 });
	await expectToFit(page);
	await page.setViewportSize({ width: 1920, height: 1080 });
	await picture(page, 'law');
	await row.getByRole('button', { name: `Withdraw: ${RULE}` }).click();
	await page.getByRole('button', { name: 'Withdraw it' }).click();
	await expect(row).toContainText('Unconfirmed, do not quote');
});

test.describe('anybody else', () => {
	// The browser notes the refusal's status by itself.
	test.use({ expectedComplaint: /40[34]/ });

	test('has no such page', async ({ page }) => {
		await signIn(page, 'marcus');
		const answer = await page.goto('/law');
		expect(answer?.status()).toBe(403);
	});
});
