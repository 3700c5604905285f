/** A person without a mouse: what is wanted is reached by Tab and pressed, chosen or typed as the keyboard does. */
import { expect, type Locator, type Page } from '@playwright/test';

const MOST_STOPS = 120;

/** Tab by Tab, as far as once round the page. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
	await expect(wanted).toBeVisible();
	for (let stop = 0; stop < MOST_STOPS; stop += 1) {
		if (await wanted.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab does not reach ${wanted.toString()}.`);
}

export async function press(page: Page, wanted: Locator): Promise<void> {
	await tabTo(page, wanted);
	await page.keyboard.press('Enter');
}

/** Instead of what stands there. */
export async function typeIn(page: Page, wanted: Locator, text: string): Promise<void> {
	await tabTo(page, wanted);
	await page.keyboard.press('Control+A');
	await page.keyboard.type(text);
}

/** Tab enters a group of radios at the one chosen, or at its first; arrows move and choose. */
export async function choose(page: Page, wanted: Locator): Promise<void> {
	await expect(wanted).toBeVisible();
	const name = await wanted.getAttribute('name');
	const inGroup = () =>
		page.evaluate(
			(of) =>
				document.activeElement instanceof HTMLInputElement && document.activeElement.name === of,
			name
		);
	for (let stop = 0; stop < MOST_STOPS && !(await inGroup()); stop += 1)
		await page.keyboard.press('Tab');
	await page.keyboard.press('Space');
	for (let stop = 0; stop < MOST_STOPS && !(await wanted.isChecked()); stop += 1)
		await page.keyboard.press('ArrowDown');
	await expect(wanted).toBeChecked();
	await expect(wanted).toBeFocused();
}

/** A list's choice by the first letters of its words. */
export async function pick(page: Page, wanted: Locator, letters: string): Promise<void> {
	await tabTo(page, wanted);
	await page.keyboard.type(letters);
	await expect(wanted.locator('option:checked')).toHaveText(new RegExp(`^${letters}`));
}
