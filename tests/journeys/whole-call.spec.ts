/** One call whole, by keyboard: from ringing to an agreed plan across three debts, committed, told and proved. */
import { expect, test } from './journey.ts';
import type { Page } from '@playwright/test';
import { booksOf } from './books.ts';
import {
	agrees,
	callPanel,
	goOn,
	offers,
	readsBack,
	saysWhyByKeyboard,
	step,
	tellsItByKeyboard,
	toTheStatement
} from './kelly.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { takesTheNearest, typesWhatIsNoOffer } from './no-offer.ts';
import { signIn } from './people.ts';
import type { Product } from './product.ts';
import { proved } from './proof.ts';

// What is agreed here changes Kelly's debts, which other journeys read.
test.use({ council: 'whole-call' });

async function paysToday(
	page: Page,
	{ towards, pounds }: { towards: string; pounds: string }
): Promise<void> {
	await page.getByLabel('Pays today').check();
	await page.getByLabel('Account', { exact: true }).selectOption({ label: towards });
	await page.getByLabel('How much').fill(pounds);
	await page.getByRole('button', { name: 'Add the payment' }).click();
	await expect(page.getByText(/You will pay £26 towards Nursery fees today/).first()).toBeVisible();
}

/** The recording pauses by itself. Nothing is recorded without a receipt, and a card's number is no receipt. */
async function paysAtTheTerminal(page: Page, receipt: string): Promise<void> {
	await expect(step(page, 'Payment').getByText('Recording paused')).toBeVisible();
	await page.keyboard.press('Control+Enter');
	await expect(step(page, 'Payment')).toBeVisible();
	const number = page.getByLabel('Number on the terminal’s receipt');
	await number.fill('4242424242424242');
	await expect(page.getByText(/Enter the number on the receipt/)).toBeVisible();
	await number.fill(receipt);
	await expectAccessible(page);
	await expectToFit(page, { tall: true });
	await picture(page, '08b-payment');
}

/** What is left is the server's to know: a reload neither gives it back nor takes it. */
async function takesAMinuteMore(page: Page): Promise<void> {
	const left = callPanel(page).getByRole('timer', { name: 'Time left for wrap-up' });
	await expect(left).toHaveText(/^(1:\d\d|2:00)$/);
	await page.getByRole('button', { name: '1 minute more' }).press('Enter');
	await expect(left).toHaveText(/^(2:\d\d|3:00)$/);
	await page.reload();
	await expect(left).toHaveText(/^2:\d\d$/);
	await expect(page.getByText('No call is offered to you until you finish.')).toBeVisible();
	await expectAccessible(page);
	await expectToFit(page, { tall: true });
	await picture(page, '09-wrap-up-ended');
}

/** The single view opens over the call by a key, and goes again without moving anything. */
async function looksBack(page: Page): Promise<void> {
	await page.keyboard.press('Alt+8');
	const drawer = page.getByRole('dialog', { name: 'Kelly Ashworth' });
	await expect(drawer.getByRole('listitem').filter({ hasText: 'Liability order' })).toBeVisible();
	await drawer.getByLabel('Payments').check();
	await expect(drawer.getByRole('listitem').filter({ hasText: /2\sSeptember/ })).toContainText(
		'£40.00'
	);
	await expect(drawer.getByRole('listitem').filter({ hasText: 'Liability order' })).toHaveCount(0);
	await page.keyboard.press('Escape');
	await expect(drawer).toBeHidden();
}

/** What was agreed has a page of its own, for whoever agreed it. */
async function looksAtThePlan(page: Page, product: Product): Promise<void> {
	const books = await booksOf(product);
	const [plan] = await books.sql`select id from arrangements where agreed_on = '2026-11-19'`;
	await books.close();
	await page.goto(`/work/plans/${plan?.['id']}`);
	await expect(page.getByRole('img', { name: /of \d+ payments have fallen due/ })).toBeVisible();
	await expect(page.getByText('£116.00').first()).toBeVisible();
	await expectAccessible(page, 'a plan’s own page');
	await expectToFit(page);
	await picture(page, 'plan-page');
	await page.setViewportSize({ width: 320, height: 640 });
	await expectToFit(page);
	await picture(page, 'plan-page');
}

test('Kelly’s call, from ringing to one payment for three debts', async ({ page, product }) => {
	test.setTimeout(180_000);
	await signIn(page, 'zara');
	await toTheStatement(page);
	await tellsItByKeyboard(page);
	await saysWhyByKeyboard(page);
	await expectToFit(page, { tall: true });
	await picture(page, '05-affordability');
	await page.getByRole('button', { name: 'Rules: what is left and usable' }).click();
	const rules = page.getByRole('dialog', { name: 'The rules behind what is left and usable' });
	await expect(rules).toContainText('Usable is what is left less £10 or a tenth of it');
	await expectAccessible(page, 'the rules behind a figure');
	await picture(page, '05-rules');
	await page.keyboard.press('Escape');
	await expect(rules).toBeHidden();
	await looksBack(page);

	await goOn(page, 'Payment plan');
	await offers(page, '116');
	await typesWhatIsNoOffer(page);
	await expectAccessible(page);
	await takesTheNearest(page);
	await picture(page, '06-negotiate');

	await goOn(page, 'Read back');
	await paysToday(page, { towards: 'Nursery fees', pounds: '26' });
	await page.getByLabel('Email').check();
	await page.keyboard.press('Control+ArrowDown');
	await readsBack(page, { of: 23 });
	await agrees(page);
	await expectAccessible(page);
	await picture(page, '08-read-back');

	await goOn(page, 'Payment');
	await paysAtTheTerminal(page, 'T-4711');
	await goOn(page, 'Wrap-up');
	await expect(callPanel(page).getByText('Recording', { exact: true })).toBeVisible();
	await expect(page.getByText('Paid £26.00')).toBeVisible();
	await expect(page.getByText(/Payment plan agreed: £116\.00 a month/).first()).toBeVisible();
	await expect(page.getByText(/told at .*, not confirmed yet/).first()).toBeVisible();
	await expectAccessible(page);
	await picture(page, '09-wrap-up');
	expect(proved(product)).toContain('The books prove.');

	await page.getByRole('button', { name: 'End call' }).click();
	await takesAMinuteMore(page);
	await page.getByRole('button', { name: 'Finish and be available' }).click();
	await expect(page.getByRole('heading', { name: 'Waiting for the next call' })).toBeVisible();
	await looksAtThePlan(page, product);
});
