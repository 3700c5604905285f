/** A real switch's call on a real screen: it rings, is answered, outlives a reload, ends, and is wrapped up. */
import { expect, test } from './journey.ts';
import * as kelly from './kelly.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { hears, signIn } from './people.ts';
import { play } from './recording.ts';

test('a call rings, is answered on the phone, survives a reload and is wrapped up', async ({
	page,
	another,
	product
}) => {
	const tom = await another('tom');
	await signIn(page, 'priya');
	await expect(page.getByRole('heading', { name: 'Waiting for the next call' })).toBeVisible();
	await picture(page, '01-officer-idle');
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Calls' }).focus();

	const switchboard = play(product, 'a-queue-answered-caller-hangs-up');
	await expect(page.getByText('Incoming call', { exact: true })).toBeVisible({ timeout: 30_000 });
	await expect(page.getByRole('heading', { name: '07700 900123' })).toBeVisible();
	await expect(page.getByText('Do not disclose yet').first()).toBeVisible();
	await expect(page.getByText('£2,151.75').first()).toBeVisible();
	await expect(page.getByRole('link', { name: 'Calls' })).toBeFocused();
	await expect(page.getByText('The caller rang off')).toHaveCount(0);
	await picture(page, '02-ringing');
	await expect(tom.getByRole('heading', { name: 'Waiting for the next call' })).toBeVisible();
	await expect(tom.getByText('07700 900123')).toHaveCount(0);

	const panel = page.getByRole('complementary', { name: 'Call and notes' });
	await expect(panel.getByText('On call')).toBeVisible();
	await page.getByRole('textbox', { name: 'Call notes' }).fill('Wants one payment');
	await expect(page.getByText(/^Saved /)).toBeVisible();
	await page.reload();
	await hears(page);
	await expect(panel.getByText('On call')).toBeVisible();
	await expect(page.getByRole('textbox', { name: 'Call notes' })).toHaveValue('Wants one payment');
	await expectToFit(page, { tall: true });
	await picture(page, '04-on-call');

	await switchboard.done();
	await expect(panel.getByText('Wrap-up')).toBeVisible();
	await expectAccessible(page);
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('heading', { name: 'Waiting for the next call' })).toBeVisible();
	expect(await page.content()).not.toContain('07700 900123');
});

test.describe('what the server cannot take', () => {
	// A browser notes every answer that is a refusal.
	test.use({ expectedComplaint: /status of 400/ });

	test('a note too long to keep is refused in words, and neither it nor the contact is lost', async ({
		page
	}) => {
		test.setTimeout(60_000);
		await signIn(page, 'zara');
		await kelly.ringAsKelly(page);
		await kelly.answerByKey(page);
		const notes = page.getByRole('textbox', { name: 'Call notes' });
		const refused = page.getByRole('alert').filter({ hasText: 'too long to keep' });
		const long = 'She told it all. '.repeat(300);
		await notes.fill(long);
		await expect(refused).toBeVisible();
		await expect(page.getByText('Not saved', { exact: true })).toBeVisible();
		await notes.fill('She told it all.');
		await expect(page.getByText(/^Saved /)).toBeVisible();
		await expect(refused).toBeHidden();

		await kelly.callPanel(page).getByRole('button', { name: 'End call' }).click();
		await notes.fill(long);
		await page.keyboard.press('Control+Enter');
		await expect(refused).toBeVisible();
		await expect(notes).toHaveValue(long);
		await notes.fill('She told it all.');
		await page.keyboard.press('Control+Enter');
		await expect(page.getByRole('heading', { name: 'Waiting for the next call' })).toBeVisible();
	});
});
