/** Records to look at: a leader sees two side by side, joins them, keeps them apart, takes one out, and takes any back. */
import type { Page } from '@playwright/test';
import { booksOf, type Books } from './books.ts';
import { expect, test } from './journey.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { signIn } from './people.ts';

test.use({ council: 'records' });

const REASONS = JSON.stringify([
	{ compared: 'name', weight: 350, words: 'Same surname and initial' },
	{ compared: 'address', weight: 250, words: 'Nearly the same address' }
]);

/** Of two that nobody has spoken with, who owe nothing together. */
async function askAboutTwo({ sql }: Books): Promise<void> {
	await sql`
		insert into link_reviews (id, record_id, other_record_id, score, reasons, found_at)
		select gen_random_uuid(), least(one.id, other.id), greatest(one.id, other.id), 600,
			${REASONS}::text::jsonb, '2026-11-19T04:00:00Z'
		from (select min(l.record_id::text)::uuid as id from links l join customers c on c.id = l.customer_id
				where c.kind = 'person' and not c.is_restricted and c.family_name like 'H%') one,
			(select max(l.record_id::text)::uuid as id from links l join customers c on c.id = l.customer_id
				where c.kind = 'person' and not c.is_restricted and c.family_name like 'W%') other`;
}

/** Of somebody whom two systems have. */
async function referenceOfTwoRecords({ sql }: Books): Promise<string> {
	const [found] = await sql<{ reference: string }[]>`
		select min(d.reference) as reference from links k
			join customers c on c.id = k.customer_id and not c.is_restricted
			join liabilities l on l.customer_id = c.id join debts d on d.id = l.debt_id
		where (select count(*) from liabilities o where o.debt_id = d.id) = 1
		group by c.id having count(distinct k.record_id) > 1 order by 1 limit 1`;
	return found?.reference ?? '';
}

test('a leader joins two records, keeps them apart, and takes either back', async ({
	page,
	product
}) => {
	const books = await booksOf(product);
	await askAboutTwo(books);
	const reference = await referenceOfTwoRecords(books);
	await books.close();
	await signIn(page, 'marcus', '/records');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Records to look at');
	await expect(page.getByText('1 of 1')).toBeVisible();
	await page.setViewportSize({ width: 1366, height: 768 });
	await expectAccessible(page);
	await expectToFit(page);
	await picture(page, 'records');

	await page.getByRole('button', { name: /^Join/ }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('status')).toContainText('Joined');
	await expect(page.getByText('There is nothing to decide.')).toBeVisible();
	await expectAccessible(page, 'what was decided');
	await page.getByRole('button', { name: /^Undo/ }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('status')).toContainText('Undone');
	await page.getByRole('button', { name: /^Keep apart/ }).click();
	await expect(page.getByRole('status')).toContainText('Kept apart');
	await page.setViewportSize({ width: 1920, height: 1080 });
	await picture(page, 'records');
	await page.getByRole('button', { name: /^Undo/ }).click();
	await expect(page.getByText('1 of 1')).toBeVisible();
	await takesOneApart(page, reference);
	await page.setViewportSize({ width: 320, height: 640 });
	await expectToFit(page);
});

/** By a whole reference: a record is taken out with its reason, and put back. */
async function takesOneApart(page: Page, reference: string): Promise<void> {
	await page.getByLabel('A reference of theirs').fill(reference);
	await page.keyboard.press('Enter');
	await page.getByLabel('Why it is not theirs').selectOption('shared-number');
	await expectAccessible(page, 'what a customer is made of');
	await picture(page, 'records-apart');
	await page
		.getByRole('button', { name: /^Take out/ })
		.last()
		.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('status')).toContainText('Taken out');
	await expect(
		page.getByText('They share a number or an email', { exact: false }).last()
	).toBeVisible();
	await expectAccessible(page, 'what was taken out');
	await page.getByRole('button', { name: /^Undo taking out/ }).click();
	await expect(page.getByRole('status')).toContainText('Undone');
}

test.describe('anybody else', () => {
	// The browser notes the refusal's status by itself.
	test.use({ expectedComplaint: /40[34]/ });

	test('has no such page', async ({ page }) => {
		await signIn(page, 'priya');
		const answer = await page.goto('/records');
		expect(answer?.status()).toBe(403);
	});
});
