/** What somebody may type into an offer that is none: each has its sentence, stays as it was typed, and goes no further. */
import { expect, type Page } from '@playwright/test';
import { step } from './kelly.ts';

type Row = { field: string; typed: string; says: RegExp };

const ROWS: readonly Row[] = [
	{ field: 'offer-amount', typed: '1200.005', says: /Enter whole pence/ },
	{ field: 'offer-amount', typed: '-5', says: /Enter an amount above nothing/ },
	{ field: 'offer-amount', typed: '1e9', says: /Enter the amount in figures/ },
	{ field: 'offer-amount', typed: 'two hundred', says: /Enter the amount in figures/ },
	{ field: 'offer-amount', typed: '', says: /Enter how much they can pay/ },
	{ field: 'offer-first-on', typed: '31 November', says: /November has 30 days/ },
	{ field: 'offer-first-on', typed: '', says: /Enter a day, for example 1 December/ },
	{ field: 'offer-next-pay-day', typed: '31 November', says: /November has 30 days/ },
	{ field: 'offer-months', typed: '0', says: /A plan lasts at least a month/ },
	{ field: 'offer-months', typed: '600', says: /60 months is the longest, at £46\.18 a month/ }
];

/** Something is offered already, which none of it may be taken for. */
export async function typesWhatIsNoOffer(page: Page): Promise<void> {
	for (const { field, typed, says } of ROWS) {
		const input = page.locator(`#${field}`);
		const before = await input.inputValue();
		await input.fill(typed);
		await page.keyboard.press('Control+Enter');
		await expect(page.getByText(says)).toBeVisible();
		await expect(input).toHaveValue(typed);
		await expect(input).toBeFocused();
		await expect(step(page, 'Payment plan')).toBeVisible();
		await input.fill(before);
		await page.keyboard.press('Enter');
		await expect(page.getByText(says)).toHaveCount(0);
	}
}

/** What reads as an offer and is no plan: why not, and the nearest that works at one press. */
export async function takesTheNearest(page: Page): Promise<void> {
	await page.locator('#offer-amount').fill('£1,200');
	await page.keyboard.press('Enter');
	await expect(page.getByText(/more than is left each month, £160\.62/)).toBeVisible();
	await page.getByRole('button', { name: 'Try £144.56' }).click();
	await expect(page.getByRole('radio', { name: /Ends soonest/ })).toBeChecked();
	await page.locator('#offer-first-on').fill('1 November 2026');
	await page.keyboard.press('Enter');
	await expect(page.getByText('The first payment cannot be in the past.')).toBeVisible();
	await page.getByRole('button', { name: /Try 19.November/ }).click();
	await expect(page.locator('#offer-first-on')).toHaveValue(/19.November.2026/);
	await page.locator('#offer-first-on').fill('1 December');
	await page.keyboard.press('Enter');
	await page.getByRole('radio', { name: /Suggested/ }).check();
	await expect(page.locator('#offer-amount')).toHaveValue('116.00');
}
