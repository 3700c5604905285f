/** The way in: who may enter, and what everyone meets first. */
import { expect, test } from './journey.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { signIn } from './people.ts';

test('somebody who is not signed in is asked to', async ({ page }) => {
	await page.goto('/calls');
	await expect(page).toHaveURL(/\/sign-in/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
});

test('the sign-in page is open to everyone and fits a phone', async ({ page }) => {
	await page.goto('/sign-in');
	await expectAccessible(page);
	await expectToFit(page);
	await picture(page, 'sign-in');
	await page.setViewportSize({ width: 320, height: 640 });
	await expectToFit(page);
	await picture(page, 'sign-in');
});

test('an officer signs in and out again', async ({ page }) => {
	await signIn(page, 'priya');
	await expectAccessible(page);
	await page.getByRole('button', { name: /Priya Nair/ }).click();
	await page.getByRole('button', { name: 'Sign out' }).click();
	await expect(page.getByRole('status')).toContainText('You are signed out');
	await page.goto('/calls');
	await expect(page).toHaveURL(/\/sign-in/);
});

test.describe('a wrong password', () => {
	// The browser notes the refusal's status by itself.
	test.use({ expectedComplaint: /401/ });

	test('is refused without saying whether there is such an account', async ({ page }) => {
		const told: string[] = [];
		for (const email of ['priya@northmere.example', 'nobody@northmere.example']) {
			await page.goto('/sign-in');
			await page.getByLabel('Email address').fill(email);
			await page.getByLabel('Password').fill('not the password');
			await page.getByRole('button', { name: 'Sign in', exact: true }).click();
			told.push(await page.getByRole('alert').innerText());
		}
		expect(told[0]).toBe(told[1]);
		await expectAccessible(page);
	});
});
