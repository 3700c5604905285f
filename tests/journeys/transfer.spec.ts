/** A call passed on: straight away to a colleague, and after a word of all three. The note for whoever takes over goes with it. */
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { signIn } from './people.ts';

const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Call and notes' });

async function onCall(page: Page): Promise<void> {
	await expect(panelOf(page).getByText('On call')).toBeVisible();
}

async function rungAndAnswered(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Ring me: Kelly Ashworth' }).click();
	await expect(page.getByText('Incoming call', { exact: true })).toBeVisible();
	await page.keyboard.press('F2');
	await onCall(page);
}

async function finished(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Finish' }).click();
	await expect(page.getByRole('heading', { name: 'Waiting for the next call' })).toBeVisible();
}

async function passStraightOn(page: Page, to: RegExp): Promise<void> {
	await panelOf(page).getByRole('button', { name: 'Transfer' }).click();
	const dialog = page.getByRole('dialog', { name: 'Transfer the call' });
	await expect(dialog.getByLabel(/Council Tax arrears/)).toBeVisible();
	await dialog.getByLabel('Straight away').check();
	await dialog.getByRole('button', { name: 'Transfer' }).click();
	await expect(dialog.getByText('Choose who takes over.')).toBeVisible();
	await dialog.getByLabel(to).check();
	await dialog.getByLabel('Note for whoever takes over').fill('Asks about the parking charge');
	await expectAccessible(page);
	await picture(page, 'transfer');
	await dialog.getByRole('button', { name: 'Transfer' }).click();
	await expect(panelOf(page).getByText('Wrap-up')).toBeVisible();
}

async function consult(page: Page, whom: RegExp): Promise<void> {
	await panelOf(page).getByRole('button', { name: 'Transfer' }).click();
	const dialog = page.getByRole('dialog', { name: 'Transfer the call' });
	await dialog.getByLabel(whom).check();
	await dialog.getByRole('button', { name: 'Call them' }).click();
	await expect(panelOf(page).getByText('Consulting')).toBeVisible();
}

/** Nobody can be brought together before the colleague has picked up. */
async function speakAllThree(page: Page): Promise<void> {
	await expect(panelOf(page).getByText('has answered')).toBeVisible();
	await panelOf(page).getByRole('button', { name: 'Speak all three' }).click();
	await expect(panelOf(page).getByText('Conference')).toBeVisible();
}

test('a call is passed on straight away, and the next time by speaking all three', async ({
	page: priya,
	another
}) => {
	await signIn(priya, 'priya');
	const tom = await another('tom');
	await rungAndAnswered(priya);
	await passStraightOn(priya, /Tom/);
	await expect(tom.getByText('Incoming call', { exact: true })).toBeVisible();
	await tom.keyboard.press('F2');
	await onCall(tom);
	await expect(tom.getByText('Asks about the parking charge')).toBeVisible();
	await finished(priya);

	await consult(tom, /Priya/);
	await expectToFit(tom, { tall: true });
	await expectAccessible(tom);
	await picture(tom, 'consulting');
	await panelOf(tom).getByRole('button', { name: 'Back to the customer' }).click();
	await onCall(tom);
	await consult(tom, /Priya/);
	await speakAllThree(tom);
	await expect(panelOf(tom).getByRole('list')).toContainText('Tom');
	await expectToFit(tom, { tall: true });
	await expectAccessible(tom);
	await picture(tom, 'conference');
	await expect(panelOf(priya).getByText('Conference')).toBeVisible();
	await expect(priya.getByText('Nothing is saved from here.')).toBeVisible();
	await picture(priya, 'conference-beside');
	await panelOf(tom).getByRole('button', { name: 'Leave the call' }).click();
	await expect(panelOf(tom).getByText('Wrap-up')).toBeVisible();
	await onCall(priya);
	await panelOf(priya).getByRole('button', { name: 'End call' }).click();
	await finished(priya);
	await finished(tom);
});
