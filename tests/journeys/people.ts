/** The demo's officers by first name, signed in the way a person does it. */
import { expect, type Page } from '@playwright/test';

const PASSWORD = 'northmere demo';

/**
 * `priya`, `tom`, `marcus`: the name before the @ of their demo account. They begin on their own page, or on `next`,
 * once it hears them.
 */
export async function signIn(page: Page, who: string, next?: string): Promise<void> {
	await page.goto(next ? `/sign-in?next=${next}` : '/sign-in');
	await page.getByLabel('Email address').fill(`${who}@northmere.example`);
	await page.getByLabel('Password').fill(PASSWORD);
	await page.getByRole('button', { name: 'Sign in', exact: true }).click();
	await expect(page).not.toHaveURL(/\/sign-in/);
	await hears(page);
}

/** What is pressed on a page just opened, before it hears, is lost. */
export async function hears(page: Page): Promise<void> {
	await expect(page.locator('html[data-hears]')).toBeAttached();
}
