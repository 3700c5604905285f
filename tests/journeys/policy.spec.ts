/** Council policy: one manager drafts a change, another approves it beside what is in force; a leader only reads. */
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { hears, signIn } from './people.ts';

const FIGURES = ['communications and leisure', 'food and housekeeping', 'personal'].flatMap(
	(area) =>
		['first adult', 'other adult', 'child under 16', '16 to 18'].map(
			(who) => `${area},${who},50.00`
		)
);

/** A file with a row too few is not taken at all; the whole one waits for its day and is withdrawn before it. */
async function loadsGuidelines(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Spending guidelines' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Spending guidelines');
	await hears(page);
	await expect(page.getByText('SAMPLE figures', { exact: true })).toBeVisible();
	const send = async (rows: readonly string[]) => {
		const text = ['area,person,monthly', ...rows].join('\n');
		const file = { name: 'guidelines.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
		await page.getByLabel('File', { exact: true }).setInputFiles(file);
		await page.getByRole('button', { name: 'Load the figures' }).click();
	};
	await page.getByLabel('The first day they are in force').fill('5 April 2027');
	await send(FIGURES.slice(1));
	await expect(page.getByText('There is no figure for communications and leisure')).toBeVisible();
	await expectAccessible(page, 'a file that is not taken');
	await expectToFit(page);
	await picture(page, 'guidelines');
	await send(FIGURES);
	await expect(page.getByRole('heading', { name: 'From 5 April 2027' })).toBeVisible();
	await page.getByRole('button', { name: 'Withdraw the figures from 5 April 2027' }).click();
	await expect(page.getByText('They are withdrawn.')).toBeVisible();
}

/** One more limit of contacts is said, and taken out again. */
async function growsAList(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Row C1' }).click();
	await hears(page);
	await page.getByRole('button', { name: 'Draft a change' }).click();
	await page.getByRole('button', { name: 'Add one: At most' }).click();
	await page.getByLabel('At most, 4, contacts').fill('20');
	await expectAccessible(page, 'a list inside a row of policy');
	await page.getByRole('button', { name: 'Take out: At most, 4' }).click();
	await expect(page.getByLabel('At most, 4, contacts')).toHaveCount(0);
	await page.goto('/policy');
}

test('a change of policy is drafted by one manager and approved by another', async ({ page }) => {
	await signIn(page, 'judith', '/policy');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Council policy');
	await expectAccessible(page);
	await expectToFit(page);
	await picture(page, 'policy');
	await loadsGuidelines(page);
	await page.getByRole('link', { name: 'All of council policy' }).click();

	await growsAList(page);
	await page.getByRole('link', { name: 'Row W1' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Policy W1');
	await hears(page);
	await page.getByRole('button', { name: 'Draft a change' }).click();
	await page.getByLabel('At most, an officer').fill('fifty');
	await page.getByRole('button', { name: 'Keep the draft' }).click();
	await expect(page.getByText('Enter an amount of money')).toBeVisible();
	await expect(page.getByLabel('At most, an officer')).toHaveValue('fifty');
	await expectAccessible(page, 'the draft');
	await picture(page, 'policy-draft');
	await page.getByLabel('At most, an officer').fill('75');
	await page.getByLabel('The first day it is in force').fill('1 April 2027');
	await page.getByLabel('Why it changes').fill('Prices have risen since 2024.');
	await page.getByRole('button', { name: 'Keep the draft' }).click();
	await expect(page.getByRole('status')).toContainText('Another manager has to approve it');
	await expect(page.getByText('You drafted this, so another manager')).toBeVisible();

	await page.context().clearCookies();
	await signIn(page, 'grace', '/policy/W1');
	await hears(page);
	const change = page.getByRole('row').filter({ hasText: 'At most, an officer' }).first();
	await expect(change).toContainText('£50');
	await expect(change).toContainText('£75');
	await picture(page, 'policy-approving');
	await page.getByRole('button', { name: 'Approve it: version 2' }).click();
	await expect(page.getByRole('status')).toContainText('It is approved');
	await expectAccessible(page, 'the row');
	await page.setViewportSize({ width: 320, height: 640 });
	await expectToFit(page);
	await page.setViewportSize({ width: 1920, height: 1080 });
	await picture(page, 'policy-row');
	await page.getByRole('button', { name: 'Withdraw it: version 2' }).click();
	await expect(page.getByRole('status')).toContainText('It is withdrawn');
});

test('a leader reads policy and changes nothing of it', async ({ page }) => {
	await signIn(page, 'marcus', '/policy/P2');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Policy P2');
	await expect(page.getByRole('button', { name: 'Draft a change' })).toHaveCount(0);
});
