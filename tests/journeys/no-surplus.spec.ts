/**
 * Leon has nothing left at the end of the month: the guide asks him for no payment, goes through what helps, calls the
 * agents back and holds recovery with a team leader's word, and it is in the books as a person helped.
 */
import type { Page } from '@playwright/test';
import { booksOf } from './books.ts';
import { expect, test } from './journey.ts';
import { agrees, callPanel, goOn, step } from './kelly.ts';
import * as leon from './leon.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { signIn } from './people.ts';
import type { Product } from './product.ts';

// What is agreed here changes Leon's debts, which other journeys read.
test.use({ council: 'no-surplus' });

async function lookAt(page: Page, name: string): Promise<void> {
	for (const [width, height] of [
		[1920, 1080],
		[320, 640],
		[1366, 768]
	] as const) {
		await page.setViewportSize({ width, height });
		await expectToFit(page, { tall: width > 1000, what: `${name} at ${width}` });
		await picture(page, name);
		await expectAccessible(page, `${name} at ${width}`);
	}
}

async function asksForApproval(page: Page): Promise<void> {
	await goOn(page, 'Approval');
	await page.getByLabel('Why do you ask?').fill('£38.20 short every month, agents at the door.');
	await page.getByRole('button', { name: 'Ask a team leader' }).click();
	await expect(page.getByText('Waiting for a team leader').first()).toBeVisible();
}

async function grantsIt(leader: Page): Promise<void> {
	await leader.getByRole('link', { name: 'Open and decide, Zara Malik' }).click();
	await expect(leader.getByRole('heading', { name: 'Zara Malik asks for approval' })).toBeVisible();
	expect(await leader.content()).not.toMatch(/Leon|Varga|Foundry|900451/);
	await lookAt(leader, '14-decide-no-surplus');
	await leader.getByLabel('Approve', { exact: true }).check();
	await leader.keyboard.press('Control+Enter');
	await expect(leader.getByText(/You approved it at/)).toBeVisible();
}

async function readsAllBack(page: Page): Promise<void> {
	await goOn(page, 'Read back');
	const count = page.getByText(/^\d+ of \d+ said$/);
	const [, total = '0'] = / of (\d+) said/.exec(await count.innerText()) ?? [];
	await page.keyboard.press('Control+ArrowDown');
	for (let said = 0; said < Number(total); said += 1) {
		await expect(count).toHaveText(`${said} of ${total} said`);
		await page.keyboard.press('Control+ArrowDown');
	}
	await agrees(page);
}

/** No plan; three debts held to day 90, one of them called back from its agents. */
async function isInTheBooks(product: Product): Promise<void> {
	const books = await booksOf(product);
	const written = await books.written();
	expect(written).toMatchObject({
		arrangements: 'nothing',
		instalments: 'nothing',
		outcomes: 'callback 0, claim 0, no-surplus 0, recall 0',
		instructions: 'recall, recall, stop, stop'
	});
	expect(written['holds']?.match(/no-surplus to 2027-02-17/g)).toHaveLength(3);
	expect(await books.proved()).toBe('The books prove.');
	await books.close();
}

test('a customer with nothing left is asked for nothing, helped, and held', async ({
	page,
	another,
	product
}) => {
	test.setTimeout(120_000);
	const leader = await another('marcus');
	await signIn(page, 'zara');
	await leon.toTheStatement(page);
	await goOn(page, 'Discounts');
	await leon.getsWhatHeMay(page);
	await goOn(page, 'Affordability');
	await leon.tellsHisMonth(page);
	await lookAt(page, '05-no-surplus');

	await goOn(page, 'Payment plan');
	const plan = step(page, 'Payment plan');
	await expect(plan.getByText('No plan: there is not enough left to pay with')).toBeVisible();
	await expect(page.getByText('I will not ask you for a payment')).toBeVisible();
	await expect(page.locator('#offer-amount')).toHaveCount(0);
	await expect(page.getByText('What could you pay')).toHaveCount(0);
	await lookAt(page, '06-no-surplus');
	await page.keyboard.press('Control+Enter');
	await expect(plan).toBeVisible();

	await leon.isHelped(page);
	await expect(plan.getByText(/the hold is neither done nor declined/)).toBeVisible();
	await expect(plan.getByRole('checkbox', { checked: true })).toHaveCount(3);
	await picture(page, '06a-no-surplus-help');
	await leon.isHeld(page);
	await expect(plan.getByText('until after 17 February 2027')).toBeVisible();
	await lookAt(page, '06b-no-surplus-helped');

	await asksForApproval(page);
	await grantsIt(leader);
	await expect(page.getByText(/Approved by Marcus Bello at/)).toBeVisible();
	await picture(page, '07b-no-surplus-granted');
	await readsAllBack(page);
	await lookAt(page, '08-no-surplus');

	await goOn(page, 'Wrap-up');
	await expect(
		page.getByText(/hardship relief declined \(they do not want it\)/).first()
	).toBeVisible();
	await expect(page.getByText(/told at .*, not confirmed yet/).first()).toBeVisible();
	await lookAt(page, '09-no-surplus');

	await isInTheBooks(product);
	await callPanel(page).getByRole('button', { name: 'End call' }).click();
	await page.getByRole('button', { name: 'Finish' }).click();
	await expect(page.getByRole('heading', { name: 'Waiting for the next call' })).toBeVisible();
	const helped = leader.getByRole('term').filter({ hasText: 'No surplus, helped' });
	await leader.goto('/team');
	await expect(helped.first().locator('xpath=following-sibling::dd[1]')).toHaveText('1');
});
