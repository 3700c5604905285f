/** One call whole, by keyboard: from ringing to an agreed plan across three debts, committed, told and proved. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { signIn } from './people.ts';
import type { Product } from './product.ts';

// What is agreed here changes Kelly's debts, which other journeys read.
test.use({ council: 'whole-call' });

const TOP = join(import.meta.dirname, '..', '..');

/** Kelly's month, line by line, as she says it. */
const STATEMENT: Record<string, string> = {
	salary: '1286.40',
	'universal-credit': '412.73',
	'child-benefit': '43.20',
	maintenance: '30',
	rent: '695',
	'council-tax': '118',
	gas: '62',
	electricity: '71',
	'water-supply': '34.50',
	'tv-licence': '14.54',
	childcare: '95',
	'car-insurance': '44',
	fuel: '18',
	phone: '86',
	groceries: '101',
	clothing: '64',
	'energy-arrears': '36',
	savings: '20'
};

async function goOn(page: Page, to: string): Promise<void> {
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('region', { name: `Step, ${to}` })).toBeVisible();
}

async function says(page: Page, question: string, said: string): Promise<void> {
	await expect(page.getByLabel(question, { exact: true })).toBeFocused();
	await page.keyboard.type(said);
	await page.keyboard.press('Enter');
}

async function toTheStatement(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Ring me: Kelly Ashworth' }).click();
	await expect(page.getByText('Incoming call', { exact: true })).toBeVisible();
	await page.keyboard.press('F2');
	const panel = page.getByRole('complementary', { name: 'Call and notes' });
	await expect(panel.getByText('On call')).toBeVisible();
	await goOn(page, 'Identity check');
	await says(page, 'Full name', 'Kelly Ashworth');
	await says(page, 'First line of address and postcode', '14 Lantern Row, NM4 7QT');
	await says(page, 'Date of birth', '14 March 1987');
	await says(page, 'Reference on a bill or letter', '7710 448 262');
	await expect(page.getByRole('heading', { name: 'Kelly Ashworth' })).toBeVisible();
	await goOn(page, 'Reason');
	await page.getByLabel('Wants one payment, or a payment plan').check();
	await goOn(page, 'Support needs');
	await page.getByLabel('No', { exact: true }).check();
	await goOn(page, 'Debts');
	await page.getByLabel('Yes, all of it').check();
	await goOn(page, 'Discounts');
	for (const prompt of await page.getByRole('main').getByRole('group').all()) {
		const isClaimed = /Single person discount|Council Tax Support/.test(await prompt.innerText());
		await prompt.getByLabel(isClaimed ? 'Applies' : 'Does not apply', { exact: true }).check();
	}
	await goOn(page, 'Affordability');
}

async function fillTheStatement(page: Page): Promise<void> {
	await page.getByLabel('Full statement').check();
	await page.getByLabel('Adults').selectOption('1');
	await page.getByLabel('Children under 16').selectOption('2');
	for (const [line, amount] of Object.entries(STATEMENT)) {
		await page.locator(`#amount-${line}`).fill(amount);
		await page.keyboard.press('Enter');
	}
	await expect(page.getByText('£160.62').first()).toBeVisible();
	await expect(page.getByText('£144.56').first()).toBeVisible();
	await page.locator('#reason-food').fill('A child’s diet');
	await page.keyboard.press('Tab');
}

/** The books as the project's own command proves them, beside the running product. */
function proved(product: Product): string {
	const proof = spawnSync(process.execPath, ['server/commands/prove.ts'], {
		cwd: TOP,
		encoding: 'utf8',
		env: { ...process.env, DATA_DIR: product.dataDir, DATABASE_URL: '' }
	});
	return proof.stdout;
}

test('Kelly’s call, from ringing to one payment for three debts', async ({ page, product }) => {
	test.setTimeout(120_000);
	await signIn(page, 'zara');
	await toTheStatement(page);
	await fillTheStatement(page);
	await expectToFit(page, { tall: true });
	await picture(page, '05-affordability');

	await goOn(page, 'Payment plan');
	await page.locator('#offer-amount').fill('116');
	await page.keyboard.press('Enter');
	await expect(page.getByText('Within your limit')).toBeVisible();
	await expect(page.getByText(/24 payments, the last £102\.62/)).toBeVisible();
	await expectAccessible(page);
	await picture(page, '06-negotiate');

	await goOn(page, 'Read back');
	await expect(page.getByText('0 of 19 said')).toBeVisible();
	await expect(async () => {
		await page.keyboard.press('Control+ArrowDown');
		await expect(page.getByText('19 of 19 said')).toBeVisible({ timeout: 300 });
	}).toPass();
	await page.getByLabel('Yes, I agree').check();
	await expectAccessible(page);
	await picture(page, '08-read-back');

	await goOn(page, 'Wrap-up');
	await expect(page.getByText(/Payment plan agreed: £116\.00 a month/).first()).toBeVisible();
	await expect(page.getByText(/told at .*, not confirmed yet/).first()).toBeVisible();
	await expectAccessible(page);
	await picture(page, '09-wrap-up');
	expect(proved(product)).toContain('The books prove.');

	await page.getByRole('button', { name: 'End call' }).click();
	await page.getByRole('button', { name: 'Finish' }).click();
	await expect(page.getByRole('heading', { name: 'Waiting for the next call' })).toBeVisible();
});
