/** The team leader's board: what an officer does on a call is seen as it happens, and no customer is named. */
import { expect, test } from './journey.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { signIn } from './people.ts';

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
	await officer.keyboard.press('F8');
	await state('Hold');
	await expect(row.getByRole('timer', { name: 'On hold, Zara Malik' })).toBeVisible();
	await expectAccessible(page);
	await expectToFit(page, { tall: true });
	await picture(page, '13-wallboard');
	expect(await page.content()).not.toMatch(/Kelly|Ashworth|900142/);
	await page.reload();
	await state('Hold');

	await expect(panel.getByText('On hold')).toBeVisible();
	await panel.getByRole('button', { name: /Resume/ }).click();
	await state('On call');
	await panel.getByRole('button', { name: 'End call' }).click();
	await state('Wrap-up');
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
