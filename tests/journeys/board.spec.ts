/** The team leader's board: what an officer does on a call is seen as it happens, and no customer is named. */
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { hears, signIn } from './people.ts';

/** By the officer's own key and one more; a leader comes, and the officer takes it back. */
async function asksAndHearsWhoComes(officer: Page, leader: Page): Promise<void> {
	const notes = officer.getByRole('textbox', { name: 'Call notes' });
	await notes.fill('Upset');
	await officer.keyboard.press('Alt+7');
	const reasons = officer.getByRole('dialog', { name: 'Ask for help' });
	await expect(reasons).toBeVisible();
	await expectAccessible(officer);
	await picture(officer, 'help-choice');
	await officer.keyboard.press('1');
	await expect(reasons).toBeHidden();
	await expect(notes).toBeFocused();
	await expect(notes).toHaveValue('Upset');
	await officer.keyboard.press('Alt+7');
	await expect(officer.getByRole('button', { name: 'Take back' })).toBeFocused();

	await expect(leader.getByText('Help asked: distressed caller')).toBeVisible();
	await expectAccessible(leader);
	await expectToFit(leader, { tall: true });
	await picture(leader, '13-wallboard-help');
	await leader.setViewportSize({ width: 1920, height: 1080 });
	await expectToFit(leader, { tall: true });
	await picture(leader, '13-wallboard-help');
	await leader.setViewportSize({ width: 1366, height: 768 });
	await leader.getByRole('button', { name: 'I am coming, Zara Malik' }).click();
	await expect(officer.getByText('Marcus Bello is coming').first()).toBeVisible();
	await expect(leader.getByText('You are coming')).toBeVisible();
	for (const size of [
		{ width: 1920, height: 1080 },
		{ width: 1366, height: 768 }
	]) {
		await officer.setViewportSize(size);
		await expectToFit(officer, { tall: true });
		await picture(officer, 'help-coming');
	}
	await expectAccessible(officer);
	await officer.reload();
	await hears(officer);
	await expect(officer.getByText('Marcus Bello is coming').first()).toBeVisible();
	await officer.getByRole('button', { name: 'Take back' }).click();
	await expect(leader.getByText(/^Nobody asks for help/)).toBeVisible();
}

test('a leader sees a call ring, answered, held, resumed and wrapped up', async ({
	page,
	another
}) => {
	const officer = await another('zara');
	await signIn(page, 'marcus', '/team');
	const row = page.getByRole('row', { name: /Zara Malik/ });
	const state = (word: string) =>
		expect(row.getByText(word, { exact: true }).first()).toBeVisible();
	await state('Available');
	await expectAccessible(page);

	await officer.getByRole('button', { name: 'Ring me: Kelly Ashworth' }).click();
	await state('Ringing');
	await officer.keyboard.press('F2');
	await state('On call');
	await expect(row.getByText('Greeting')).toBeVisible();
	const panel = officer.getByRole('complementary', { name: 'Call and notes' });
	await expect(panel.getByText('On call')).toBeVisible();
	await asksAndHearsWhoComes(officer, page);
	await officer.keyboard.press('F8');
	await state('Hold');
	await expect(row.getByRole('timer', { name: 'On hold, Zara Malik' })).toBeVisible();
	await expectAccessible(page);
	await expectToFit(page, { tall: true });
	await picture(page, '13-wallboard');
	expect(await page.content()).not.toMatch(/Kelly|Ashworth|900142/);
	await page.reload();
	await hears(page);
	await state('Hold');

	await expect(panel.getByText('On hold', { exact: true })).toBeVisible();
	await panel.getByRole('button', { name: /Resume/ }).click();
	await state('On call');
	await officer.keyboard.press('Alt+7');
	await officer.keyboard.press('2');
	await expect(page.getByText('Help asked: abusive caller')).toBeVisible();
	await panel.getByRole('button', { name: 'End call' }).click();
	await state('Wrap-up');
	await expect(page.getByText(/^Nobody asks for help/)).toBeVisible();
	await expect(officer.getByRole('button', { name: 'Ask for help' })).toHaveCount(0);
	await page.setViewportSize({ width: 1920, height: 1080 });
	await expectToFit(page, { tall: true });
	await picture(page, '13-wallboard');
	await page.setViewportSize({ width: 320, height: 640 });
	await expectToFit(page);
	await expectAccessible(page);
	await picture(page, '13-wallboard');
	await officer.getByRole('button', { name: 'Finish' }).click();
	await state('Available');
});

test.describe('an officer', () => {
	// The browser notes the refusal's status by itself.
	test.use({ expectedComplaint: /40[34]/ });

	test('has no board', async ({ page }) => {
		await signIn(page, 'priya');
		await expect(page.getByRole('link', { name: 'Team' })).toHaveCount(0);
		const answer = await page.goto('/team');
		expect(answer?.status()).toBe(403);
	});
});
