/** Settings: an administrator adds somebody, who comes in with the password that was shown and makes it their own. */
import { expect, test } from './journey.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { hears, signIn } from './people.ts';

const EMAIL = 'jo.field@northmere.example';
const NEW_PASSWORD = 'slow rivers run deep';

test('a person is added, signs in, and changes their password', async ({ page }) => {
	await signIn(page, 'anil');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('People who sign in');
	await expectAccessible(page);
	await picture(page, 'people');

	await page.getByLabel('Name').fill('Jo Field');
	await page.getByLabel('Email address').fill(EMAIL);
	await page.getByRole('button', { name: 'Add person' }).click();
	const shown = page.getByText('Give them this password').getByRole('strong');
	const password = await shown.innerText();
	await page.setViewportSize({ width: 320, height: 640 });
	await expectToFit(page);
	await page.setViewportSize({ width: 1366, height: 768 });

	await page.getByRole('button', { name: /Anil Desai/ }).click();
	await page.getByRole('button', { name: 'Sign out' }).click();
	await expect(page.getByText('You are signed out')).toBeVisible();

	await enter({ password });
	await page.goto('/password');
	await hears(page);
	await expectAccessible(page);
	await page.getByLabel('Password you have now').fill(password);
	await page.getByLabel('New password').fill(NEW_PASSWORD);
	await page.getByRole('main').getByRole('button', { name: 'Change password' }).click();
	await expect(page).toHaveURL(/\/sign-in/);
	await enter({ password: NEW_PASSWORD });

	async function enter({ password }: { password: string }) {
		await page.getByLabel('Email address').fill(EMAIL);
		await page.getByLabel('Password').fill(password);
		await page.getByRole('button', { name: 'Sign in', exact: true }).click();
		await expect(page).toHaveURL(/\/calls/);
	}
});
