/**
 * Kelly's call, step by step, as an officer takes it by keyboard: five debts, £116 a month for three of them. Each
 * journey that walks it, or part of it, walks it by these.
 */
import { expect, type Page } from '@playwright/test';

/** Kelly's month, line by line, as she says it: £160.62 left, £144.56 usable. */
export const STATEMENT: readonly (readonly [line: string, amount: string])[] = [
	['salary', '1286.40'],
	['universal-credit', '412.73'],
	['child-benefit', '43.20'],
	['maintenance', '30'],
	['rent', '695'],
	['council-tax', '118'],
	['gas', '62'],
	['electricity', '71'],
	['water-supply', '34.50'],
	['tv-licence', '14.54'],
	['childcare', '95'],
	['car-insurance', '44'],
	['fuel', '18'],
	['phone', '86'],
	['groceries', '101'],
	['clothing', '64'],
	['savings', '20'],
	['energy-arrears', '36']
];

/** What she says to each question, in the order in which they are asked. */
export const ANSWERS: readonly (readonly [question: string, said: string])[] = [
	['Full name', 'Kelly Ashworth'],
	['First line of address and postcode', '14 Lantern Row, NM4 7QT'],
	['Date of birth', '14 March 1987'],
	['Reference on a bill or letter', '7710 448 262']
];

/** The step's work: the only part of the screen that scrolls. */
export function step(page: Page, name: string) {
	return page.getByRole('region', { name: `Step, ${name}` });
}

export function callPanel(page: Page) {
	return page.getByRole('complementary', { name: 'Call and notes' });
}

/** The main action of the step, which leads to the next. */
export async function goOn(page: Page, to: string): Promise<void> {
	await page.keyboard.press('Control+Enter');
	await expect(step(page, to)).toBeVisible();
}

export function ringAsKelly(page: Page): Promise<void> {
	return ringAs(page, 'Kelly Ashworth');
}

/** A page that has only just come may show its button before it hears it. */
export async function ringAs(page: Page, caller: string): Promise<void> {
	const incoming = page.getByText('Incoming call', { exact: true });
	await expect(async () => {
		await page.getByRole('button', { name: `Ring me: ${caller}` }).click({ timeout: 1_000 });
		await expect(incoming).toBeVisible({ timeout: 4_000 });
	}).toPass({ timeout: 20_000 });
}

export async function answerByKey(page: Page): Promise<void> {
	await page.keyboard.press('F2');
	await expect(callPanel(page).getByText('On call')).toBeVisible();
}

/** One answer, from the keyboard into the question that waits for it. */
export async function says(page: Page, question: string, said: string): Promise<void> {
	await expect(page.getByLabel(question, { exact: true })).toBeFocused();
	await page.keyboard.type(said);
	await page.keyboard.press('Enter');
}

export async function saysWhoSheIs(page: Page): Promise<void> {
	for (const [question, said] of ANSWERS) await says(page, question, said);
	await isKnown(page);
}

export async function isKnown(page: Page): Promise<void> {
	await expect(page.getByRole('heading', { name: 'Kelly Ashworth' })).toBeVisible();
}

export async function wantsOnePayment(page: Page): Promise<void> {
	await page.getByLabel('Wants one payment, or a payment plan').check();
}

export async function needsNoSupport(page: Page): Promise<void> {
	await page.getByLabel('No', { exact: true }).check();
}

export async function allDebtsAreRight(page: Page): Promise<void> {
	await page.getByLabel('Yes, all of it').check();
}

/** Alone with two children, and with a low wage: two claims are started, and this year is held for them. */
export async function claimsWhatApplies(page: Page): Promise<void> {
	for (const prompt of await step(page, 'Discounts').getByRole('group').all()) {
		const isClaimed = /Single person discount|Council Tax Support/.test(await prompt.innerText());
		await prompt.getByLabel(isClaimed ? 'Applies' : 'Does not apply', { exact: true }).check();
	}
}

export async function beginsTheStatement(page: Page): Promise<void> {
	await page.getByLabel('Full statement').check();
	await page.getByLabel('Adults').selectOption('1');
	await page.getByLabel('Children under 16').selectOption('2');
}

/** Not a key of the mouse: the form, the household and every line that is asked, those she has not with Enter alone. */
export async function tellsItByKeyboard(page: Page): Promise<void> {
	await page.keyboard.press('Control+ArrowDown');
	await page.keyboard.press('Shift+Tab');
	const full = page.getByLabel('Full statement');
	for (let tries = 0; tries < 2 && !(await full.isChecked()); tries += 1)
		await page.keyboard.press('ArrowRight');
	await expect(full).toBeChecked();
	await page.keyboard.press('Alt+4');
	await expect(page.getByLabel('Adults')).toBeFocused();
	await page.keyboard.type('1');
	await page.keyboard.press('Tab');
	await page.keyboard.type('2');
	await page.keyboard.press('Alt+4');
	const amounts = new Map(STATEMENT);
	const asked = page.locator('input[id^="amount-"]');
	await expect(page.locator('#amount-child-benefit')).toBeVisible();
	for (const id of await asked.evaluateAll((fields) => fields.map((field) => field.id))) {
		await expect(page.locator(`#${id}`)).toBeFocused();
		await page.keyboard.type(amounts.get(id.slice('amount-'.length)) ?? '');
		await page.keyboard.press('Enter');
	}
	await hasToldItAll(page);
}

/** The main action says what is missing, and leads to it. */
export async function saysWhyByKeyboard(page: Page): Promise<void> {
	await page.keyboard.press('Control+Enter');
	const missing = page.getByRole('link', { name: /Write why food and housekeeping/ });
	await expect(missing).toBeVisible();
	for (let tries = 0; tries < 3; tries += 1) {
		if (await missing.evaluate((link) => link === document.activeElement)) break;
		await page.keyboard.press('Tab');
	}
	await page.keyboard.press('Enter');
	await expect(page.locator('#reason-food')).toBeFocused();
	await page.keyboard.type('A child’s diet');
	await page.keyboard.press('Tab');
}

export async function tellsLines(page: Page, lines: typeof STATEMENT): Promise<void> {
	for (const [line, amount] of lines) {
		await page.locator(`#amount-${line}`).fill(amount);
		await page.keyboard.press('Enter');
	}
}

export async function hasToldItAll(page: Page): Promise<void> {
	await expect(page.getByText('£160.62').first()).toBeVisible();
	await expect(page.getByText('£144.56').first()).toBeVisible();
}

export async function saysWhyFoodIsDear(page: Page): Promise<void> {
	await page.locator('#reason-food').fill('A child’s diet');
	await page.keyboard.press('Tab');
}

export async function offers(page: Page, pounds: string): Promise<void> {
	await page.locator('#offer-amount').fill(pounds);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('radio', { name: /Suggested/ })).toBeChecked();
	await expect(page.getByText('Within your limit').first()).toBeVisible();
	await expect(page.getByText(/24 payments, the last £102\.62/)).toBeVisible();
}

/** The sentence before the first line is said, and no line yet. */
export async function beginsReadingBack(page: Page): Promise<void> {
	await expect(page.getByText('0 of 21 said')).toBeVisible();
	await page.keyboard.press('Control+ArrowDown');
}

/** Line by line, each in its own press. */
export async function readsBack(
	page: Page,
	said: { from?: number; of?: number; until?: number } = {}
): Promise<void> {
	const { from = 0, of = 21 } = said;
	const { until = of } = said;
	for (let lines = from; lines < until; lines += 1) {
		await expect(page.getByText(`${lines} of ${of} said`)).toBeVisible();
		await page.keyboard.press('Control+ArrowDown');
	}
	await expect(page.getByText(`${until} of ${of} said`)).toBeVisible();
}

export async function agrees(page: Page): Promise<void> {
	await page.getByLabel('Yes, I agree').check();
}

/** From ringing as far as the statement. */
export async function toTheStatement(page: Page): Promise<void> {
	await ringAsKelly(page);
	await answerByKey(page);
	await goOn(page, 'Identity check');
	await saysWhoSheIs(page);
	await goesOnToTheStatement(page);
}

/** Known by now, on the telephone or at the desk. */
export async function goesOnToTheStatement(page: Page): Promise<void> {
	await goOn(page, 'Reason');
	await wantsOnePayment(page);
	await goOn(page, 'Support needs');
	await needsNoSupport(page);
	await goOn(page, 'Debts');
	await allDebtsAreRight(page);
	await goOn(page, 'Discounts');
	await claimsWhatApplies(page);
	await goOn(page, 'Affordability');
}

export async function fillsTheStatement(page: Page): Promise<void> {
	await beginsTheStatement(page);
	await tellsLines(page, STATEMENT);
	await hasToldItAll(page);
	await saysWhyFoodIsDear(page);
}
