/** Settings, imports: a file is sent and shows, one that is cut is refused in words, one that differs is answered in writing. */
import { pence } from '#shared/money/pence.ts';
import { day } from '#shared/time/day.ts';
import { extractOf, KELLY, KELLYS } from '../builders/extracts.ts';
import { expect, test } from './journey.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { signIn } from './people.ts';

test.use({ council: 'imports' });

const GOOD = extractOf('council-tax', KELLYS);
const CUT = extractOf('council-tax', KELLYS, { end: (whole) => whole.slice(0, -30) });
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

	await send('Council Tax', GOOD);
	await expect(page.getByText('8 lines of 18 November 2026 are in.')).toBeVisible();
	await send('Council Tax', CUT);
	await expect(page.getByText(/it was cut short/).first()).toBeVisible();
	await send('Parking penalties', DIFFERS);
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
	await expect(page.getByRole('row', { name: /Parking penalties.* In / })).toBeVisible();

	async function send(what: string, buffer: Buffer) {
		await page.getByLabel('What it is an extract of').selectOption({ label: what });
		await page
			.locator('#file')
			.setInputFiles({ name: 'extract.csv', mimeType: 'text/csv', buffer });
		await page.getByRole('button', { name: 'Import', exact: true }).click();
	}
});
