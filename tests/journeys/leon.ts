/** Leon's call: five debts, agents at the door, and £38.20 too little at the end of every month. */
import { expect, type Page } from '@playwright/test';
import { answerByKey, goOn, ringAs, says, step } from './kelly.ts';

/** Universal Credit as it reaches him, and what goes out: £812.40 less £850.60. */
export const STATEMENT: readonly (readonly [line: string, amount: string])[] = [
	['universal-credit', '812.40'],
	['rent', '495'],
	['gas', '48'],
	['electricity', '52'],
	['water-supply', '31.60'],
	['phone', '20'],
	['groceries', '45'],
	['clothing', '9']
];

export async function toTheStatement(page: Page): Promise<void> {
	await ringAs(page, 'Leon Varga');
	await answerByKey(page);
	await goOn(page, 'Identity check');
	await says(page, 'Full name', 'Leon Varga');
	await says(page, 'First line of address and postcode', '118b Foundry Street, NM2 9XF');
	await says(page, 'Date of birth', '19 January 1980');
	await says(page, 'Reference on a bill or letter', '7710298811');
	await expect(page.getByRole('heading', { name: 'Leon Varga' })).toBeVisible();
	await goOn(page, 'Reason');
	await page.getByLabel('A letter, a summons, agents or deductions').check();
	await goOn(page, 'Support needs');
	await page.getByLabel('No', { exact: true }).check();
	await goOn(page, 'Debts');
	await page.getByLabel('Yes, all of it').check();
}

/** He has Council Tax Support, and of the weeks overpaid he does not know yet. */
export async function getsWhatHeMay(page: Page): Promise<void> {
	const prompts = step(page, 'Discounts').getByRole('group');
	await expect(prompts).toHaveCount(2);
	await prompts.first().getByLabel('Does not apply', { exact: true }).check();
	await prompts.last().getByLabel('Check later', { exact: true }).check();
}

export async function tellsHisMonth(page: Page): Promise<void> {
	await page.getByLabel('Full statement').check();
	await page.getByLabel('Adults').selectOption('1');
	for (const [line, amount] of STATEMENT) {
		await page.locator(`#amount-${line}`).fill(amount);
		await page.keyboard.press('Enter');
	}
	await expect(page.getByText('-£38.20').first()).toBeVisible();
}

/** Each kind of help in its own way; the hardship relief he does not want. */
export async function isHelped(page: Page): Promise<void> {
	const kind = (name: string) => page.getByRole('listitem', { name, exact: true });
	await kind('Discounts').getByRole('button', { name: 'Ask about each' }).click();
	const asking = page.getByRole('dialog', { name: 'Discounts' });
	for (const question of await asking.getByRole('group').all())
		await question.getByLabel('Does not apply').check();
	await asking.getByRole('button', { name: 'Go on' }).click();
	await kind('Hardship relief').getByRole('button', { name: 'Declined: Hardship relief' }).click();
	await page.getByLabel('Why Hardship relief is declined').selectOption('does-not-want');
	await kind('Benefit check').getByRole('button', { name: 'Arrange it' }).click();
	await kind('Free debt advice').getByRole('button', { name: 'Book a call' }).click();
	await page.getByLabel('StepChange Debt Charity').check();
	await page.getByLabel('Day', { exact: true }).fill('23 11 2026');
	await page.getByLabel('At about').fill('10:30');
	await page.getByRole('button', { name: 'Add the call back' }).click();
	await expect(
		kind('Free debt advice').getByText('Done with StepChange Debt Charity')
	).toBeVisible();
	await kind('Agents called back').getByRole('button', { name: 'Call them back' }).click();
	await expect(kind('Agents called back').getByText('Done')).toBeVisible();
}

export async function isHeld(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Add the hold' }).click();
}
