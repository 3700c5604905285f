/** One debt opened on a call: what was taken in breathing space and comes off, the agents' own fees, and how it is closed. */
import type { Page } from '@playwright/test';
import type postgres from 'postgres';
import { booksOf } from './books.ts';
import { expect, test } from './journey.ts';
import { answerByKey, goOn, ringAs, says } from './kelly.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { hears, signIn } from './people.ts';

async function toTheDebts(page: Page): Promise<void> {
	await ringAs(page, 'Gareth Pellow');
	await answerByKey(page);
	await goOn(page, 'Identity check');
	await says(page, 'Full name', 'Gareth Pellow');
	await says(page, 'First line of address and postcode', '3 Weir Cottages, NM2 4LB');
	await says(page, 'Date of birth', '2 July 1969');
	await says(page, 'Reference on a bill or letter', '7710331945');
	await expect(page.getByRole('heading', { name: 'Gareth Pellow' })).toBeVisible();
	await goOn(page, 'Reason');
	await page.getByLabel('A letter, a summons, agents or deductions').check();
	await goOn(page, 'Support needs');
	await page.getByLabel('No', { exact: true }).check();
	await goOn(page, 'Debts');
}

/** Who, how much and what is next, on one sheet over the call: by a key, and back where it was. */
async function seesEverything(page: Page): Promise<void> {
	await page.keyboard.press('Alt+8');
	const sheet = page.getByRole('dialog', { name: 'Gareth Pellow' });
	await expect(sheet.getByText('3 Weir Cottages')).toBeVisible();
	await expect(sheet.getByText('Ask for nothing today')).toBeVisible();
	await expect(sheet.getByText(/^Owed/)).toContainText('of which paused');
	await expect(sheet.getByText('Originally £').first()).toBeVisible();
	await expect(sheet.getByText(/As of 15\sNovember 23:20: Parking penalty/)).toContainText(
		'Out of date'
	);
	await expect(sheet.getByText('Nobody else answers for these debts')).toBeVisible();
	for (const size of [
		{ width: 1920, height: 1080 },
		{ width: 320, height: 640 },
		{ width: 1366, height: 768 }
	]) {
		await page.setViewportSize(size);
		await expectToFit(page);
		await expectAccessible(page, `single view at ${size.width}`);
		await picture(page, 'single-view');
	}
	// One debt whole, over it; Esc comes back to the sheet, and then to the call.
	await sheet.getByRole('button', { name: 'Parking penalty', exact: true }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog', { name: 'Parking penalty' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog', { name: 'Parking penalty' })).toHaveCount(0);
	await sheet.getByLabel('Recovery').check();
	await expect(
		sheet.getByRole('listitem').filter({ hasText: 'Breathing space' }).first()
	).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(sheet).toHaveCount(0);
}

test('Gareth’s debts are opened one by one', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await signIn(page, 'zara');
	await toTheDebts(page);
	await seesEverything(page);
	const name = page.getByRole('button', { name: 'Parking penalty', exact: true });
	await name.focus();
	await page.keyboard.press('Enter');
	const drawer = page.getByRole('dialog', { name: 'Parking penalty' });
	await expect(drawer.getByText('To be put right: £35.00 comes off the balance')).toBeVisible();
	await expect(drawer.getByText('Harbour Money Advice, 01632 960511')).toBeVisible();
	await expectAccessible(page, 'a debt opened');
	await expectToFit(page, { tall: true });
	await picture(page, 'debt-detail-undo');
	await page.keyboard.press('Escape');
	await expect(drawer).toHaveCount(0);
	await expect(name).toBeFocused();

	await page.getByRole('button', { name: 'Council Tax 2024 to 2025', exact: true }).click();
	const order = page.getByRole('dialog', { name: 'Council Tax 2024 to 2025' });
	await expect(order.getByText('Pike and Harrow Enforcement')).toBeVisible();
	await expect(order.getByText('Not in our balance')).toBeVisible();
	await expectAccessible(page, 'a debt with agents');
	await picture(page, 'debt-detail-agents');
	for (const size of [
		{ width: 320, height: 640 },
		{ width: 1920, height: 1080 }
	]) {
		await page.setViewportSize(size);
		await expectToFit(page);
		await picture(page, 'debt-detail-agents');
	}
	await order.getByRole('button', { name: 'Close' }).click();
	await expect(order).toHaveCount(0);
	await page.setViewportSize({ width: 1366, height: 768 });
	await page.getByRole('button', { name: 'Housing Benefit overpayment', exact: true }).click();
	await expect(page.getByText('propose it to the adviser')).toBeVisible();
	await picture(page, 'debt-detail-proposed');
	await page.keyboard.press('Escape');
	// Others take calls as the same officer.
	await page.getByRole('button', { name: 'End call' }).click();
	await page.getByRole('button', { name: 'Finish' }).click();
	await expect(page.getByRole('heading', { name: 'Waiting for the next call' })).toBeVisible();
});

test('what was done in breathing space is on the desk’s list', async ({ page }) => {
	await signIn(page, 'marcus', '/work/put-right');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('To put right');
	const row = page.getByRole('row').filter({ hasText: 'NM 0468 8213' });
	await expect(row).toContainText('G•••• P••••');
	await expect(row).toContainText('£35.00');
	await expectAccessible(page);
	await picture(page, 'put-right');
	for (const size of [
		{ width: 320, height: 640 },
		{ width: 1920, height: 1080 }
	]) {
		await page.setViewportSize(size);
		await expectToFit(page);
		await picture(page, 'put-right');
	}
	await row.getByRole('button', { name: /^Take back on Parking penalty/ }).click();
	await expectAccessible(page, 'taking back');
	await page.getByRole('button', { name: 'Leave it as it is' }).click();
	await expect(row).toBeVisible();
	await page.goto('/work/plans');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Payment plans to look at');
	await expectAccessible(page);
	await page.setViewportSize({ width: 320, height: 640 });
	await expectToFit(page);
	await page.goto('/work/claims');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Claims to be decided');
	await expectAccessible(page);
	await expectToFit(page);
});

test('a source that moved on after a stop is looked into first, and its cost comes off', async ({
	page,
	product
}) => {
	const books = await booksOf(product);
	const told = await movesOnAfterStop(books.sql, 'NM04688213');
	await signIn(page, 'marcus', '/work');
	await expect(page.getByText('Look into these first: 1 moved on after a stop')).toBeVisible();
	await expectAccessible(page, 'my work with something urgent');
	await picture(page, 'urgent-work');
	await page.goto('/team');
	await hears(page);
	await expect(page.getByText('Look into these first: 1 moved on after a stop')).toBeVisible();
	await expectAccessible(page, 'the board with something urgent');
	await expectToFit(page, { tall: true });
	await picture(page, 'urgent-team');
	await page.getByRole('link', { name: 'Look into them' }).click();
	const row = page.getByRole('row').filter({ hasText: 'NM 0468 8213' });
	await expect(row).toContainText('£35.00');
	for (const size of [
		{ width: 1920, height: 1080 },
		{ width: 320, height: 640 },
		{ width: 1366, height: 768 }
	]) {
		await page.setViewportSize(size);
		await expectToFit(page);
		await picture(page, 'told');
	}
	await expectAccessible(page);
	await row.getByRole('button', { name: 'Deal with it, Parking penalty' }).click();
	await page.getByRole('button', { name: 'Take £35.00 off' }).click();
	await expect(page.getByText('Write what was done.')).toBeVisible();
	await expectAccessible(page, 'dealing with it');
	await picture(page, 'told-dialog');
	await page.getByRole('button', { name: 'Leave it as it is' }).click();
	await expect(row).toBeVisible();
	// Other journeys read the same boards.
	await books.sql`delete from instructions where id = ${told}`;
	await books.close();
});

/** Its source was told to stop the day before it went on. */
async function movesOnAfterStop(sql: postgres.Sql, reference: string): Promise<number> {
	const [row] = await sql<
		{ id: number }[]
	>`insert into instructions (source, debt_id, customer_id, kind, because, send_by_at, given_at,
			state, told_at)
		select d.source, d.id, l.customer_id, 'stop', 'moratorium', '2026-11-09T18:00Z',
			'2026-11-09T10:00Z', 'told', '2026-11-09T10:01Z'
		from debts d join liabilities l on l.debt_id = d.id where d.reference = ${reference}
		returning id::int`;
	return row?.id ?? 0;
}
