/** Who is on the line: the check by keyboard alone, what it opens and what it keeps shut, and a call without a number. */
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { hears, signIn } from './people.ts';

/** Rings and is answered; the officer stands at the check. */
async function atTheCheck(page: Page, caller: string): Promise<void> {
	await page.getByRole('button', { name: `Ring me: ${caller}` }).click();
	await expect(page.getByText('Incoming call', { exact: true })).toBeVisible();
	await page.keyboard.press('F2');
	const panel = page.getByRole('complementary', { name: 'Call and notes' });
	await expect(panel.getByText('On call')).toBeVisible();
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('heading', { name: 'Identity check' })).toBeAttached();
}

/** The cursor is in the question asked: type, Enter, and it is in the next. */
async function says(page: Page, question: string, said: string): Promise<void> {
	const field = page.getByLabel(question, { exact: true });
	await expect(field).toBeFocused();
	await page.keyboard.type(said);
	await page.keyboard.press('Enter');
}

async function finish(page: Page): Promise<void> {
	const panel = page.getByRole('complementary', { name: 'Call and notes' });
	await panel.getByRole('button', { name: 'End call' }).click();
	await page.getByRole('button', { name: 'Finish' }).click();
	await expect(page.getByRole('heading', { name: 'Waiting for the next call' })).toBeVisible();
}

test('Kelly passes by four answers, and is led to what she may be entitled to', async ({
	page
}) => {
	await signIn(page, 'zara');
	await atTheCheck(page, 'Kelly Ashworth');
	await says(page, 'Full name', 'Kelly Ashwroth');
	await says(page, 'First line of address and postcode', '14 lantern row nm47qt');
	await expect(page.getByText('2 of 4 match', { exact: true })).toBeVisible();
	await expectToFit(page, { tall: true });
	await expectAccessible(page);
	await picture(page, '03-identity');
	await says(page, 'Date of birth', '14 3 87');
	expect(await page.content()).not.toContain('Housing Benefit');

	// The server was down for a moment: the results are there again, what was typed is not.
	await page.reload();
	await hears(page);
	await expect(page.getByText('3 of 4 match', { exact: true })).toBeVisible();
	await page.getByLabel('Last payment').fill('40, 2 September');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Kelly Ashworth' })).toBeVisible();
	await expect(page.getByText('14 Lantern Row, Northmere NM4 7QT')).toBeVisible();

	await page.keyboard.press('Alt+0');
	await page.getByLabel('Their household’s').check();
	await expectAccessible(page);
	await picture(page, '03-whose-number');
	await page.getByRole('button', { name: 'Note it' }).click();
	await expect(page.getByText('This number: Their household’s')).toBeVisible();
	await page.keyboard.press('Alt+8');
	await expect(page.getByRole('heading', { name: 'Whose numbers these are' })).toBeVisible();
	await picture(page, '03-numbers-noted');
	await page.getByRole('button', { name: /^Take back/ }).click();
	await expect(page.getByRole('heading', { name: 'Whose numbers these are' })).toBeHidden();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: 'Whose number is it?' })).toBeVisible();

	await page.keyboard.press('Control+Enter');
	await page.getByLabel('Wants one payment, or a payment plan').check();
	await page.keyboard.press('Control+Enter');
	await page.getByLabel('No', { exact: true }).check();
	await page.keyboard.press('Control+Enter');

	await expect(page.getByText('I can see five accounts. £3,124.62 is overdue.')).toBeVisible();
	await expect(page.getByText('7710 448 261, jointly with Dean Ashworth')).toBeVisible();
	await page.getByLabel('Yes, all of it').check();
	await expectAccessible(page);
	await picture(page, '04-debts');
	await page.keyboard.press('Control+Enter');

	await expect(page.getByRole('heading', { name: 'Single person discount' })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Council Tax Support' })).toBeVisible();
	await expectAccessible(page);
	await finish(page);
	expect(await page.content()).not.toContain('Lantern Row');
});

test('somebody who is not Kelly is told nothing, and may still be helped', async ({ page }) => {
	await signIn(page, 'ewan');
	await atTheCheck(page, 'Kelly Ashworth');
	await says(page, 'Full name', 'Kelly Ashworth');
	await expect(page.getByText('1 of 4 match', { exact: true })).toBeVisible();
	await page.keyboard.press('Control+ArrowDown');
	await page.keyboard.press('Control+ArrowDown');
	await says(page, 'Reference on a bill or letter', '7710 448 261');
	await page.getByLabel('Regular payment').fill('88.50');
	await page.keyboard.press('Enter');
	await expect(page.getByText('The check has stopped').first()).toBeVisible();
	await expect(page.getByRole('heading', { name: 'A customer matched' })).toBeVisible();
	await expect(page.getByText('I am sorry, I cannot go into an account today.')).toBeVisible();
	expect(await page.content()).not.toContain('3,666.62');
	await expectAccessible(page);
	await picture(page, '03-identity-stopped');

	await page.keyboard.press('Alt+6');
	await page.getByRole('button', { name: 'A letter' }).click();
	await page.getByLabel('What it should be about').fill('How to pay');
	await page.getByRole('button', { name: 'Note it' }).click();
	await page.keyboard.press('Alt+6');
	await expect(page.getByText('Noted', { exact: true })).toBeVisible();
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await finish(page);
});

test('a caller without a number is found by what they say', async ({ page }) => {
	await signIn(page, 'lucia');
	await atTheCheck(page, 'Number withheld');
	await page.getByLabel('Find the customer').fill('sesay tanner');
	await page.keyboard.press('Enter');
	await expect(page.getByText('1 person matches').first()).toBeVisible();
	expect(await page.content()).not.toContain('Amara');
	await expectAccessible(page);
	await picture(page, '10-search');
	await page.getByRole('button', { name: 'Open identity check' }).click();
	await says(page, 'Full name', 'Amara Sesay');
	await page.getByLabel('Reference on a bill or letter').fill('7710 552 870');
	await page.keyboard.press('Enter');
	await page.getByLabel('Date of birth').fill('3 may 2004');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Amara Sesay' })).toBeVisible();
	await whoMaySpeakForHer(page);
	await finish(page);
});

/** At the support step: an adviser is recorded as she says, and how she is reached. */
async function whoMaySpeakForHer(page: Page): Promise<void> {
	await page.keyboard.press('Control+Enter');
	await page.getByLabel('Wants one payment, or a payment plan').check();
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText('Nobody is on record.')).toBeVisible();
	await page.getByRole('button', { name: 'Add somebody' }).click();
	await page.getByLabel('What it rests on').selectOption('said-by-customer');
	await page.getByLabel('Their full name').fill('Ruth Penney');
	await page.getByLabel('May be told and may agree').check();
	await expectAccessible(page, 'recording an authority');
	await picture(page, '05-authority-form');
	await page.getByRole('button', { name: 'Record it' }).click();
	await expect(page.getByText('Write the organisation they are with.').first()).toBeVisible();
	await page.getByLabel('Organisation', { exact: true }).fill('Northmere Advice');
	await page.getByRole('button', { name: 'Record it' }).click();
	await expect(page.getByText('Ruth Penney, Northmere Advice')).toBeVisible();
	await page.getByRole('button', { name: 'Change how to reach them' }).click();
	await page.getByLabel('Do not mention the debt to').fill('her flatmates');
	await page.getByRole('button', { name: 'Note it' }).click();
	await expect(page.getByText('Do not mention the debt to: her flatmates.')).toBeVisible();
	await expectAccessible(page, 'how to treat her');
	await expectToFit(page);
	await picture(page, '05-care');
}

test('a son with a power of attorney hears of her debts, and a niece of nothing', async ({
	page
}) => {
	await signIn(page, 'dan');
	await atTheCheck(page, 'Number withheld');
	// Ctrl+K is typed into at once, over whatever stands there.
	await page.keyboard.press('Control+k');
	const search = page.getByRole('dialog', { name: 'Find a person' });
	await expect(search.getByLabel('Find the customer')).toBeFocused();
	await page.keyboard.type('margaret doyle');
	await page.keyboard.press('Enter');
	await search.getByRole('button', { name: 'Open identity check' }).first().click();
	await page.getByRole('button', { name: 'They speak for the customer' }).click();
	await page.getByLabel('Their own name').fill('Claire Doyle');
	await page.keyboard.press('Enter');
	await expect(page.getByText('No authority stands under that name.').first()).toBeVisible();
	await expectAccessible(page, 'nobody who may speak');
	await page.getByLabel('Their own name').fill('Patrick Doyle');
	await page.keyboard.press('Enter');
	await expect(page.getByText('An authority stands under that name').first()).toBeVisible();
	await expect(page.getByText('1 of 3 match', { exact: true })).toBeVisible();
	await picture(page, '03-speaks-for');
	await page.getByLabel('Full name', { exact: true }).fill('Margaret Doyle');
	await page.keyboard.press('Enter');
	await page.getByLabel('Reference on a bill or letter').fill('7710 066 218');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Margaret Doyle' })).toBeVisible();
	await expect(
		page.getByText('Patrick Doyle, attorney or deputy. May agree for them.')
	).toBeVisible();
	expect(await page.content()).not.toContain('Orchard Way');
	await expectAccessible(page, 'somebody who speaks for her');
	await picture(page, '04-speaks-for');
	await finish(page);
});
