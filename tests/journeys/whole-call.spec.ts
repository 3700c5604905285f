/** One call whole, by keyboard: from ringing to an agreed plan across three debts, committed, told and proved. */
import { expect, test } from './journey.ts';
import {
	agrees,
	beginsReadingBack,
	fillsTheStatement,
	goOn,
	offers,
	readsBack,
	toTheStatement
} from './kelly.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { signIn } from './people.ts';
import { proved } from './proof.ts';

// What is agreed here changes Kelly's debts, which other journeys read.
test.use({ council: 'whole-call' });

test('Kelly’s call, from ringing to one payment for three debts', async ({ page, product }) => {
	test.setTimeout(120_000);
	await signIn(page, 'zara');
	await toTheStatement(page);
	await fillsTheStatement(page);
	await expectToFit(page, { tall: true });
	await picture(page, '05-affordability');

	await goOn(page, 'Payment plan');
	await offers(page, '116');
	await expectAccessible(page);
	await picture(page, '06-negotiate');

	await goOn(page, 'Read back');
	await beginsReadingBack(page);
	await readsBack(page);
	await agrees(page);
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
