/** The desk: somebody who is not on the telephone is found, known by a document, and leaves with one payment plan. */
import type { Page } from '@playwright/test';
import { PDFDocument } from 'pdf-lib';
import { expect, test } from './journey.ts';
import {
	agrees,
	beginsReadingBack,
	fillsTheStatement,
	goesOnToTheStatement,
	goOn,
	isKnown,
	offers,
	readsBack
} from './kelly.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { hears, signIn } from './people.ts';

// What is agreed here changes debts that other journeys read.
test.use({ council: 'desk' });

const SIZES = [
	{ width: 1920, height: 1080 },
	{ width: 320, height: 640 },
	{ width: 1366, height: 768 }
];

/** On a large screen, on the narrowest, and as before: axe finds nothing and nothing stands beside the window. */
async function expectEverySize(page: Page, name: string): Promise<void> {
	for (const size of SIZES) {
		await page.setViewportSize(size);
		await expectToFit(page, { tall: size.width > 1000, what: name });
		if (size.width !== 1920) await expectAccessible(page, name);
		await picture(page, name);
	}
}

/** The page puts the cursor into its search once it hears keys. */
async function searches(page: Page, typed: string): Promise<void> {
	const box = page.getByLabel('Find the customer');
	await expect(box).toBeFocused();
	await box.fill(typed);
	await page.keyboard.press('Enter');
}

const panel = (page: Page) => page.getByRole('complementary', { name: 'Contact and notes' });

test('a search at the desk says what it found, and by the keyboard whom', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await signIn(page, 'rob', '/desk');
	await expect(page.getByText('“Hello, I am Rob. How can I help today?”')).toBeVisible();
	await expect(page.getByLabel('Find the customer')).toBeFocused();
	await expectEverySize(page, '10-desk-empty');

	await searches(page, 'as');
	await expect(page.getByText('Enter at least three letters')).toBeVisible();
	await expectAccessible(page, 'too little');
	await searches(page, 'qzqzqz');
	await expect(page.getByText('Nobody matches').first()).toBeVisible();
	await expect(page.getByRole('button', { name: 'They have left' })).toBeVisible();
	await searches(page, 'road');
	await expect(page.getByText('More than 10 people match').first()).toBeVisible();
	await searches(page, 'ashworth');
	await expect(page.getByText('2 people match').first()).toBeVisible();
	expect(await page.content()).not.toContain('Kelly');
	const openings = page.getByRole('button', { name: 'Open identity check' });
	await page.keyboard.press('ArrowDown');
	await expect(openings.first()).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(openings.nth(1)).toBeFocused();
	await expectEverySize(page, '10-desk-search');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('ArrowUp');
	await expect(page.getByLabel('Find the customer')).toBeFocused();
	expect(page.url()).toMatch(/\/desk$/);
	await expect(page).toHaveTitle('Desk, Northmere City Council');

	// Ctrl+K goes to the box from anywhere, and two slips of the keys are no matter.
	await page.getByRole('button', { name: 'They have left' }).focus();
	await page.keyboard.press('Control+k');
	await expect(page.getByLabel('Find the customer')).toBeFocused();
	await page.keyboard.press('Control+a');
	await page.keyboard.type('kelly ashwroth lantren');
	await page.keyboard.press('Enter');
	await expect(page.getByText('1 person matches').first()).toBeVisible();
	await expect(page.getByText('Nearly: name, address')).toBeVisible();
	await expectEverySize(page, '10-desk-typo');

	// Nothing was said: there is nothing to write up.
	await page.getByRole('button', { name: 'They have left' }).click();
	await expect(page.getByRole('heading', { name: 'The next customer' })).toBeVisible();
	expect(await page.content()).not.toContain('ashworth');
});

test.describe('while the server is down', () => {
	test.use({ expectedComplaint: /WebSocket connection|ERR_CONNECTION_REFUSED/ });

	test('a document shows who it is, the screen hides, and a killed server loses nothing', async ({
		page,
		product
	}) => {
		test.setTimeout(120_000);
		await signIn(page, 'rob', '/desk');
		await searches(page, 'kelly ashwroth 14/3/1987');
		await expect(page.getByText('1 person matches').first()).toBeVisible();
		await page.keyboard.press('Enter');
		await expect(page.getByRole('heading', { name: 'A customer is chosen' })).toBeVisible();
		await expect(panel(page).getByText('At the desk')).toBeVisible();
		await expect(page.getByRole('button', { name: 'End call' })).toHaveCount(0);
		expect(await page.content()).not.toContain('3,666.62');
		await expectEverySize(page, '03-identity-desk');

		await page.getByRole('textbox', { name: 'Notes' }).fill('Here about one payment');
		await expect(page.getByText(/^Saved /)).toBeVisible();
		await product.killServer();
		await page.reload();
		await hears(page);
		await expect(page.getByRole('region', { name: 'Step, Identity check' })).toBeVisible();
		await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue(
			'Here about one payment'
		);

		await page.getByRole('button', { name: 'Photocard driving licence' }).click();
		await expect(page.getByRole('heading', { name: 'Kelly Ashworth' })).toBeVisible();
		await page.keyboard.press('F7');
		await expect(page.getByText('This screen is hidden')).toBeVisible();
		await expectAccessible(page, 'hidden');
		await page.keyboard.press('F7');
		await expect(page.getByText('This screen is hidden')).toBeHidden();

		await page.getByRole('button', { name: 'They have left' }).click();
		await expect(panel(page).getByText('Wrap-up')).toBeVisible();
		await expectAccessible(page, 'desk wrap-up');
		await page.keyboard.press('Control+Enter');
		await expect(page.getByRole('heading', { name: 'The next customer' })).toBeVisible();
		expect(await page.content()).not.toContain('Kelly');
	});
});

/** The agreement as the button opens it, in a window of its own to print from. */
async function printed(page: Page): Promise<PDFDocument> {
	const opening = page.context().waitForEvent('page');
	const answering = page.waitForResponse(/outcomes\.letter/);
	await page.getByRole('button', { name: 'Print the agreement' }).click();
	const window = await opening;
	expect(window.url()).toMatch(/^blob:|^about:blank|^$/);
	const [answer] = (await (await answering).json()) as [{ result: { data: { pdf: string } } }];
	await window.close();
	return PDFDocument.load(Buffer.from(answer.result.data.pdf, 'base64'));
}

/** The customer's own window, as the officer's press opens it. */
async function theirWindow(page: Page): Promise<Page> {
	const opening = page.context().waitForEvent('page');
	await page.getByRole('button', { name: 'Open the customer’s window' }).click();
	const theirs = await opening;
	await expect(theirs.getByText('You are with Rob')).toBeVisible();
	expect(theirs.url()).toMatch(/\/window$/);
	expect(await theirs.content()).not.toContain('Ashworth');
	await expect(theirs.getByRole('link')).toHaveCount(0);
	return theirs;
}

/** Hidden with the officer's screen, and by the customer. */
async function hidesWith(page: Page, theirs: Page): Promise<void> {
	await page.keyboard.press('F7');
	await expect(theirs.getByRole('heading', { name: 'Please speak to the officer' })).toBeVisible();
	expect(await theirs.content()).not.toContain('£');
	await page.keyboard.press('F7');
	await theirs.getByRole('button', { name: 'Hide my details' }).click();
	expect(await theirs.content()).not.toContain('£');
	await theirs.getByRole('button', { name: 'Show my details' }).click();
	await expect(theirs.getByText('£116.00 a month')).toBeVisible();
}

test('from the chair to one payment for three debts, on one page to take home', async ({
	page
}) => {
	test.setTimeout(120_000);
	await signIn(page, 'rob', '/desk');
	await searches(page, '7710 448 262');
	await expect(page.getByText('1 person matches').first()).toBeVisible();
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Bill or letter from us' }).click();
	await page.getByRole('button', { name: 'Bank statement' }).click();
	await isKnown(page);
	const theirs = await theirWindow(page);
	await expect(theirs.getByRole('heading', { name: 'What you owe us' })).toBeVisible();
	await expectEverySize(theirs, '11-customer-debts');
	await goesOnToTheStatement(page);
	await fillsTheStatement(page);
	await expect(theirs.getByText('£160.62')).toBeVisible();
	await picture(theirs, '11-customer-budget');
	await goOn(page, 'Payment plan');
	await offers(page, '116');
	await expect(theirs.getByText('£116.00 a month')).toBeVisible();
	await expect(theirs.getByText(/one comes in April 2027/)).toBeVisible();
	await expectEverySize(theirs, '11-customer-plan');
	await hidesWith(page, theirs);
	await goOn(page, 'Read back');
	await beginsReadingBack(page);
	await expect(theirs.getByRole('heading', { name: 'Before you agree' })).toBeVisible();
	await expectAccessible(theirs, 'the customer’s own read-back');
	await picture(theirs, '11-customer-read-back');
	await readsBack(page);
	await agrees(page);
	await goOn(page, 'Wrap-up');
	await expect(page.getByText(/Payment plan agreed: £116\.00 a month/).first()).toBeVisible();
	await expectAccessible(page, 'desk wrap-up with an agreement');
	await picture(page, '09-wrap-up-desk');
	const agreement = await printed(page);
	expect(agreement.getPageCount()).toBe(1);
	expect(agreement.getTitle()).toBe('Your payment plan');

	await page.getByRole('button', { name: 'They have left' }).click();
	await expect(theirs.getByLabel('For the officer: window code')).toBeVisible();
	expect(await theirs.content()).not.toContain('£');
	await expectAccessible(theirs, 'the customer’s own window, over');
	await expect(panel(page).getByText('Wrap-up')).toBeVisible();
	await page.getByRole('link', { name: 'My work' }).click();
	await expect(page.getByText('At the desk, ended 10:0')).toBeVisible();
	await expect(page.getByText('Payment agreement, Kelly Ashworth')).toBeVisible();
	await expect(page).toHaveTitle('My work, Northmere City Council');
	await expectEverySize(page, 'my-work');
	await page.getByRole('link', { name: 'Finish, Kelly Ashworth' }).click();
	await expect(panel(page).getByText('Wrap-up')).toBeVisible();
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('heading', { name: 'The next customer' })).toBeVisible();
});

/** Its reference, its address and who speaks for it. */
async function isTheCafe(page: Page): Promise<void> {
	await page.getByLabel('Reference on a bill or letter').fill('40101277531');
	await page.keyboard.press('Enter');
	await page.getByLabel('Registered or trading address').fill('2 Harbour Lane, NM1 4PD');
	await page.keyboard.press('Enter');
	await page.getByLabel('Their name').fill('Samira Haddad');
	await page.getByLabel('Their role').fill('Director');
	await page.getByRole('button', { name: 'Note it' }).click();
	await expect(page.getByRole('heading', { name: 'Harbour Lane Café Ltd' })).toBeVisible();
}

test('a company tells thirteen weeks by the keyboard, and they are drawn', async ({ page }) => {
	await signIn(page, 'rob', '/desk');
	await searches(page, 'harbour lane cafe');
	await page.getByRole('button', { name: 'Open identity check' }).click();
	await isTheCafe(page);
	await goesOnToTheStatement(page);
	await page.keyboard.press('Control+ArrowDown');
	for (const typed of ['2,000', '500', '3000', '2850', '3000', 'two hundred']) {
		await page.keyboard.type(typed);
		await page.keyboard.press('Enter');
	}
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText('Week 2: enter an amount')).toBeVisible();
	const field = page.getByLabel('Money out, week of 23 November 2026');
	await expect(field).toHaveValue('two hundred');
	await field.fill('2850');
	for (const side of ['in', 'out'])
		await page
			.getByRole('button', { name: `Fill down the empty weeks of money ${side}` })
			.press('Enter');
	await expect(page.getByText('£650.00')).toBeVisible();
	await expect(page.getByText('£585.00')).toBeVisible();
	await expectEverySize(page, '05-cash-flow');
	await goOn(page, 'Payment plan');
	await page.getByRole('button', { name: 'They have left' }).click();
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('heading', { name: 'The next customer' })).toBeVisible();
});

test('whoever has left nothing open is told so', async ({ page }) => {
	await signIn(page, 'callum', '/work');
	await expect(page.getByText('Nothing of yours is open.')).toBeVisible();
	await expectEverySize(page, 'my-work-empty');
	await page.getByRole('link', { name: 'Back to calls' }).click();
	await expect(page.getByRole('heading', { name: 'Waiting for the next call' })).toBeVisible();
	await picture(page, '01-idle-with-own-day');
});

test('a call that rings pops at the desk, and beside whoever is there', async ({
	page,
	another
}) => {
	await signIn(page, 'asha', '/desk');
	const calls = await another('asha');
	const rings = () => calls.getByRole('button', { name: 'Ring me: Kelly Ashworth' }).click();
	await expect(calls.getByRole('heading', { name: 'Waiting for the next call' })).toBeVisible();
	await searches(page, 'kelly lantern');
	await expect(page.getByText('1 person matches').first()).toBeVisible();
	await calls.getByRole('link', { name: 'Calls' }).click();
	await expect(panel(calls).getByText('At the desk')).toBeVisible();
	await page.getByRole('button', { name: 'They have left' }).click();
	await rings();
	await expect(page.getByText('Incoming call', { exact: true })).toBeVisible();
	await expect(page.getByLabel('Find the customer')).toBeFocused();
	await expectAccessible(page, 'a call rings at the desk');
	await picture(page, '02-ringing-desk');
	await page.keyboard.press('F2');
	const call = page.getByRole('complementary', { name: 'Call and notes' });
	await expect(call.getByText('On call')).toBeVisible();
	await call.getByRole('button', { name: 'End call' }).click();
	await page.getByRole('button', { name: 'Finish' }).click();
	await expect(page.getByRole('heading', { name: 'The next customer' })).toBeVisible();
});
