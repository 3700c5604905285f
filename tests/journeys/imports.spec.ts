/**
 * Settings, imports: a file is sent and shows, one that is cut is refused in words, one that differs is answered in
 * writing; what a customer told us on a call is confirmed by the extract that shows it; and what a switch that posts
 * calls an officer is said to be theirs, so that its calls pop for them, as those of a softphone's link do.
 */
import type { Locator, Page } from '@playwright/test';
import { pence } from '#shared/money/pence.ts';
import { PIECE_BYTES } from '#shared/officers/imports.ts';
import { day } from '#shared/time/day.ts';
import { extractOf, KELLY, KELLYS } from '../builders/extracts.ts';
import { booksOf, type Books } from './books.ts';
import { expect, test } from './journey.ts';
import { answerByKey, ringAsKelly, saysWhoSheIs } from './kelly.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { hears, signIn } from './people.ts';

const TOKEN = 'a-secret-of-thirty-characters-';

test.use({
	council: 'imports',
	settings: {
		TELEPHONY: 'simulator,webhook:push,webhook:odd,webhook:pop',
		WEBHOOK_PUSH_DIALECT: 'zammad',
		WEBHOOK_PUSH_SECRET: TOKEN,
		WEBHOOK_ODD_DIALECT: 'mapped',
		WEBHOOK_ODD_CHECK: 'token',
		WEBHOOK_ODD_SECRET: TOKEN,
		WEBHOOK_POP_CHECK: 'token',
		WEBHOOK_POP_SECRET: TOKEN
	}
});

const GOOD = extractOf('council-tax', KELLYS);
const CUT = extractOf('council-tax', KELLYS, { end: (whole) => whole.slice(0, -30) });
/** More than two pieces, and cut short, so that nothing of it needs to be published. */
const [HEADER = '', PERSON = ''] = GOOD.toString().split(/(?<=\n)/);
const LONG = Buffer.from(HEADER + PERSON.repeat(Math.ceil((2.5 * PIECE_BYTES) / PERSON.length)));
const DIFFERS = extractOf('parking', [
	['person', KELLY],
	['due', { reference: 'NM9', title: 'Nobody’s', on: day('2026-11-01'), amount: pence(100) }]
]);

test('an extract is sent, refused, and taken with its difference in writing', async ({ page }) => {
	await signIn(page, 'anil');
	await page.getByRole('link', { name: 'Imports' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Extracts from the source systems'
	);

	await send(page, 'Council Tax', GOOD);
	await expect(page.getByText('8 lines of 18 November 2026 are in.')).toBeVisible();
	await send(page, 'Council Tax', CUT);
	await expect(page.getByText(/it was cut short/).first()).toBeVisible();
	await send(page, 'Parking penalties', DIFFERS);
	await expect(page.getByText('Parking penalties of 18 November 2026 is not')).toBeVisible();
	await expectAccessible(page);
	await picture(page, 'imports');
	await page.setViewportSize({ width: 320, height: 640 });
	await expectToFit(page);
	await picture(page, 'imports-narrow');
	await page.setViewportSize({ width: 1366, height: 768 });

	await page.getByRole('button', { name: 'Publish with this difference' }).click();
	await expect(page.getByText('Say why it is taken with its difference')).toBeVisible();
	await page
		.getByLabel('Why it is taken all the same')
		.fill('Known to parking, who mend it tonight.');
	await page.getByRole('button', { name: 'Publish with this difference' }).click();
	await expect(page.getByText('Taken by Anil Desai: Known to parking')).toBeVisible();
	await page.reload();
	await hears(page);
	await expect(page.getByRole('row', { name: /Parking penalties.* In / })).toBeVisible();

	await goesOnAfterReload(page);

	// Files of money are an administrator's too.
	await page.getByRole('link', { name: 'Money', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Files of money');
	await expectAccessible(page);
});

/** A long file whose page is loaded again half way: chosen again, it goes on where it stopped. */
async function goesOnAfterReload(page: Page): Promise<void> {
	const sent: string[] = [];
	await page.route('**/imports/council-tax', async (route) => {
		sent.push((await route.request().headerValue('content-range')) ?? 'whole');
		// The second piece never arrives, until the page is there again.
		if (sent.length !== 2) await route.continue();
	});
	page.once('dialog', (leaves) => void leaves.accept());
	await send(page, 'Council Tax', LONG);
	await expect.poll(() => sent).toHaveLength(2);
	await page.reload();
	await hears(page);
	await expect(
		page.getByText(/^Its file stopped coming at 39%. Choose the same file/)
	).toBeVisible();
	await picture(page, 'imports-stopped');
	await send(page, 'Council Tax', LONG);
	await expect(page.getByText(/ends after line \d{5} without its trailer/).first()).toBeVisible();
	expect(sent[2]).toBe(sent[1]);
	await page.unroute('**/imports/council-tax');
}

async function send(page: Page, what: string, buffer: Buffer) {
	await page.getByLabel('What it is an extract of').selectOption({ label: what });
	await page.locator('#file').setInputFiles({ name: 'extract.csv', mimeType: 'text/csv', buffer });
	await page.getByRole('button', { name: 'Import', exact: true }).click();
}

const SIZES = [
	{ width: 320, height: 640 },
	{ width: 1366, height: 768 }
];

/** On the narrowest and as an officer has it: axe finds nothing and nothing stands beside the window. */
async function look(page: Page, name: string): Promise<void> {
	for (const size of SIZES) {
		await page.setViewportSize(size);
		await expectToFit(page, { what: name });
		await expectAccessible(page, name);
		await picture(page, name);
	}
}

test('a move and a new number are told on a call, and an extract confirms them', async ({
	page,
	product,
	another
}) => {
	const books = await booksOf(product);
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await signIn(page, 'priya');
	await ringAsKelly(page);
	await answerByKey(page);
	await page.keyboard.press('Control+Enter');
	await saysWhoSheIs(page);
	await page.keyboard.press('Alt+9');
	const details = page.getByRole('dialog', { name: 'Their details' });

	await tellsANewNumber(page, details);
	await tellsOfAMove(page, details);
	// Ten minutes later.
	await books.sql`update instructions set not_before_at = given_at where kind = 'change'`;
	await expect(details.getByText(/Council Tax and rates: told .*, not confirmed yet/)).toHaveCount(
		2
	);
	const shows = await shownBy(books);
	await books.close();
	const settings = await another('anil');
	await settings.goto('/admin/imports');
	await hears(settings);
	await send(settings, 'Council Tax', shows);
	await expect(settings.getByText('1 lines of 18 November 2026 are in.')).toBeVisible();
	await expect(
		details.getByText('Council Tax and rates: confirmed by its own records.')
	).toHaveCount(2);
	await look(page, 'details-confirmed');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Alt+8');
	const whole = page.getByRole('dialog', { name: 'Kelly Ashworth' });
	await expect(whole.getByText('Told, not confirmed yet')).toBeVisible();
	await look(page, 'details-whole');
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'End call' }).click();
	await page.goto('/work/told');
	await hears(page);
	await expect(page.getByRole('row', { name: /^Telephone number K•••• A••••/ })).toBeVisible();
	await look(page, 'told-changes');
});

async function tellsANewNumber(page: Page, details: Locator): Promise<void> {
	await details.getByRole('button', { name: 'Telephone number' }).click();
	await details.getByLabel('New number').fill('07700 9007');
	await details.getByRole('button', { name: 'Take this change' }).click();
	await expect(details.getByRole('alert')).toContainText('That cannot be a telephone number');
	await expect(details.getByLabel('New number')).toHaveValue('07700 9007');
	await look(page, 'details-problem');
	await details.getByLabel('New number').fill('07700 900777');
	await details.getByRole('button', { name: 'Take this change' }).click();
	await expect(details.getByText('Told, not confirmed yet')).toBeVisible();
}

/** After one answer that was not asked before. */
async function tellsOfAMove(page: Page, details: Locator): Promise<void> {
	await details.getByRole('button', { name: 'Address', exact: true }).click();
	await expect(details.getByText('One more answer needed.')).toBeVisible();
	await look(page, 'details-check');
	const regular = details.getByLabel('Regular payment', { exact: true });
	await expect(regular).toBeFocused();
	await regular.fill('118');
	await regular.press('Enter');
	await details.getByLabel('First line of the new address').fill('3 Quay Street');
	await details.getByLabel('Town').fill('Northmere');
	await details.getByLabel('Postcode').fill('NM1 2AB');
	await details.getByLabel('The home they leave').selectOption({ label: 'Their tenancy ended' });
	await details.getByLabel('The home they come to').selectOption({ label: 'They rent it' });
	await details.getByLabel('Moved on').fill('16 November');
	await look(page, 'details-form');
	await details.getByRole('button', { name: 'Take this change' }).click();
	await expect(details.getByText('3 Quay Street, Northmere NM1 2AB')).toBeVisible();
	await expect(details.getByText('Before: 14 Lantern Row, Northmere NM4 7QT')).toBeVisible();
	await look(page, 'details-told');
}

/** The next extract, in which her system has both. */
async function shownBy({ sql }: Books): Promise<Buffer> {
	const [known] = await sql<{ key: string; given: string; family: string }[]>`
		select r.key, r.given_names as given, r.family_name as family
		from records r join links l on l.record_id = r.id join customers c on c.id = l.customer_id
		where r.source = 'revenues' and c.given_names = 'Kelly' and c.family_name = 'Ashworth'`;
	return extractOf('council-tax', [
		[
			'person',
			{
				...KELLY,
				...{ key: known?.key ?? '', bornOn: day('1987-03-14'), nino: null },
				...{ givenNames: known?.given ?? '', familyName: known?.family ?? '' },
				...{ phone: '07700 900777', line1: '3 Quay Street', postcode: 'NM1 2AB' }
			}
		]
	]);
}

/** What flows by width is looked at by width, and by axe once. */
async function lookOnce(page: Page, name: string): Promise<void> {
	for (const size of [...SIZES, { width: 1920, height: 1080 }]) {
		await page.setViewportSize(size);
		await expectToFit(page, { what: name });
		await picture(page, name);
	}
	await expectAccessible(page, name);
}

test('a switch’s own name for an officer is given to them, and a softphone’s link pops', async ({
	page,
	product,
	another
}) => {
	const post = async (to: string, content: object) => {
		const { status } = await fetch(`${product.origin}/api/telephony/${to}/${TOKEN}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(content)
		});
		return status;
	};
	const rings = { event: 'newCall', callId: 'c-1', from: '07700900142', direction: 'in' };
	expect(await post('push', { ...rings, user: ['Tom Example-Reid'] })).toBe(204);
	expect(await post('odd', { ring: { cli: '07700900142' } })).toBe(503);
	await signIn(page, 'anil', '/admin/switches');
	const whose = page.getByLabel('Whose is Tom Example-Reid?');
	await lookOnce(page, 'switches');
	await whose.selectOption({ label: 'Tom Reyes' });
	await page.getByRole('button', { name: 'Give Tom Example-Reid' }).click();
	await expect(page.getByText('Calls for Tom Example-Reid go to Tom Reyes.')).toBeVisible();

	const officer = await another('tom');
	await expect(officer.getByText('Incoming call', { exact: true })).toBeVisible();
	await post('push', { event: 'hangup', callId: 'c-1', cause: 'cancel' });
	await officer.goto('/pop');
	await expect(officer.getByText('Nothing stands behind the number sign')).toBeVisible();
	await lookOnce(officer, 'pop');
	await officer.goto('/calls');
	await hears(officer);
	await officer.goto('/pop#number=07700900142&call=c-2');
	await expect(officer).toHaveURL(/\/calls$/);
	await expect(officer.getByText('Incoming call', { exact: true })).toBeVisible();
});
