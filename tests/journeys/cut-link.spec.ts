/**
 * The connection breaks while the customer goes on talking: what is typed is kept and added up, the screen says calmly
 * what it is, and once the connection is back the server has every line once.
 */
import type { Page } from '@playwright/test';
import { booksOf, type Books } from './books.ts';
import { layCable, type Cable } from './cable.ts';
import { expect, test as plain } from './journey.ts';
import * as kelly from './kelly.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { hears, signIn } from './people.ts';
import { startProduct, type Product } from './product.ts';

type AtTheEnd = { cable: Cable; books: Books; product: Product };

const test = plain.extend<object, { line: AtTheEnd }>({
	line: [
		async ({}, use) => {
			const cable = await layCable();
			const product = await startProduct({ ORIGIN: cable.origin });
			cable.leadTo(product.origin);
			const books = await booksOf(product);
			await use({ cable, product, books });
			await books.close();
			await product.stop();
			await cable.stop();
		},
		{ scope: 'worker', timeout: 200_000 }
	],
	baseURL: async ({ line }, use) => use(line.cable.origin)
});

// A browser notes every answer that does not come; nothing else may stand in its console.
test.use({ expectedComplaint: /net::ERR_|WebSocket connection to/ });

function link(page: Page, word: 'Live' | 'Reconnecting') {
	return page.getByRole('banner').getByText(word, { exact: true });
}

async function answersInTheLog({ sql }: Books): Promise<string[]> {
	const rows = await sql<{ result: string }[]>`select body ->> 'result' as result
		from contact_events where type = 'identityAnswered' order by seq`;
	return rows.map(({ result }) => result);
}

async function linesInTheLog({ sql }: Books): Promise<string[]> {
	const rows = await sql<{ line: string }[]>`
		select distinct body ->> 'line' as line from contact_events
		where type = 'statementLineSet' order by line`;
	return rows.map(({ line }) => line);
}

test('an answer whose reply was lost counts once, however often it is sent', async ({
	page,
	line: { cable, books }
}) => {
	await signIn(page, 'zara');
	await kelly.ringAsKelly(page);
	await kelly.answerByKey(page);
	await kelly.goOn(page, 'Identity check');
	await expect(page.getByLabel('Full name', { exact: true })).toBeFocused();
	cable.loseAnswers();
	await kelly.says(page, 'Full name', 'Ashworth');
	await expect.poll(() => answersInTheLog(books)).toEqual(['nearly']);
	cable.cut();
	await expect(page.getByText('The server did not answer')).toBeVisible();
	await expect(page.getByLabel('Full name', { exact: true })).toHaveValue('Ashworth');
	cable.mend();
	await expect(link(page, 'Live')).toBeVisible();
	// A second answer that is nearly right would be a wrong one.
	const heard = page.waitForResponse(/identity\.answer/);
	await page.getByLabel('Full name', { exact: true }).press('Enter');
	await (await heard).finished();
	await expect(page.getByText('The server did not answer')).toBeHidden();
	await page.getByLabel('Full name', { exact: true }).fill('Kelly Ashworth');
	await page.keyboard.press('Enter');
	await expect(page.getByText('1 of 4 match', { exact: true })).toBeVisible();
	expect(await answersInTheLog(books)).toEqual(['nearly', 'matches']);

	await kelly.callPanel(page).getByRole('button', { name: 'End call' }).click();
	await page.getByRole('button', { name: 'Finish' }).click();
	await expect(page.getByRole('heading', { name: 'Waiting for the next call' })).toBeVisible();
});

test('a statement told over a cut connection is kept, and is with the server when it is back', async ({
	page,
	line: { cable, books }
}) => {
	test.setTimeout(120_000);
	await signIn(page, 'zara');
	await kelly.toTheStatement(page);
	await kelly.beginsTheStatement(page);
	await kelly.tellsLines(page, kelly.STATEMENT.slice(0, 5));

	// The last key of this line and the cut are one moment.
	await kelly.tellsLines(page, kelly.STATEMENT.slice(5, 6));
	cable.cut();
	await kelly.tellsLines(page, kelly.STATEMENT.slice(6, 9));
	await cannotDecideHowOften(page);
	await page.getByRole('textbox', { name: 'Call notes' }).fill('Rings back if we are cut off');
	await expect(link(page, 'Reconnecting')).toBeVisible();
	await expect(page.getByText('Reconnecting. Your call is not affected')).toBeVisible();
	await expect(page.getByText('Kept on this computer, saved when connected')).toBeVisible();
	await expectAccessible(page);
	await expectToFit(page, { tall: true });
	await picture(page, '05-affordability-cut');
	const before = await linesInTheLog(books);
	expect(before.length).toBeLessThan(9);

	cable.mend();
	await expect(link(page, 'Live')).toBeVisible();
	await expect(page.getByText('Reconnecting. Your call is not affected')).toBeHidden();
	await expect.poll(() => linesInTheLog(books)).toEqual(linesUntil(9));

	// Nobody is told that the cable went dead, and what was in it never comes back out.
	await kelly.tellsLines(page, kelly.STATEMENT.slice(9, 12));
	cable.goDead();
	await kelly.tellsLines(page, kelly.STATEMENT.slice(12, 17));
	await page.locator('#amount-energy-arrears').fill('36');
	await kelly.hasToldItAll(page);
	await page.keyboard.press('Enter');
	await expect.poll(() => linesInTheLog(books), { timeout: 40_000 }).toEqual(linesUntil(18));
	await expect(link(page, 'Live')).toBeVisible();

	const second = await page.context().newPage();
	await second.goto('/calls');
	await hears(second);
	await kelly.hasToldItAll(second);
	await expect(second.getByRole('textbox', { name: 'Call notes' })).toHaveValue(
		'Rings back if we are cut off'
	);
	const [counted] = await books.sql`select count(*) from contact_events
		where type = 'statementLineSet'`;
	expect(counted).toEqual({ count: String(kelly.STATEMENT.length + 60) });
});

/** More than the server takes in one request. */
async function cannotDecideHowOften(page: Page): Promise<void> {
	const often = page.getByRole('combobox', { name: 'How often: Wages, after tax' });
	for (let times = 0; times < 30; times += 1) {
		await often.selectOption('weekly');
		await often.selectOption('monthly');
	}
}

function linesUntil(count: number): string[] {
	return kelly.STATEMENT.slice(0, count)
		.map(([line]) => line)
		.toSorted();
}
