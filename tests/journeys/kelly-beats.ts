/**
 * Kelly's call in beats, for journeys that stop the world between two of them: each goes on from where the one before
 * it ended, on this screen or on one just opened, and leaves the call at a moment that has a name.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import * as kelly from './kelly.ts';
import type { Telephone } from './telephone.ts';

export type Scene = { page: Page; telephone: Telephone };

/** The call stands at a step, and nothing is half done. */
type Stand = {
	kind: 'stand';
	moment: string;
	go: (scene: Scene) => Promise<void>;
	/** What was said of who they are stands in the fields, and is kept nowhere. */
	isInBrowserAlone?: true;
};

/** Something is half typed. */
export type Typing = {
	kind: 'typing';
	moment: string;
	/** Comes to the field. */
	go?: (scene: Scene) => Promise<void>;
	field: (page: Page) => Locator;
	first: string;
	rest: string;
	/** Kept on the server while it is typed; an identity answer never is. */
	isKept: boolean;
};

export type Beat = Stand | Typing;

const HALF = kelly.STATEMENT.findIndex(([line]) => line === 'fuel');

export const TO_THE_AGREEMENT: readonly Beat[] = [
	stand('it rings', async ({ page, telephone }) => {
		telephone.ring('+447700900142');
		await expect(page.getByText('Incoming call', { exact: true })).toBeVisible();
	}),
	stand('it is answered', async ({ page, telephone }) => {
		telephone.press('answer');
		await expect(kelly.callPanel(page).getByText('On call')).toBeVisible();
	}),
	{
		...stand('two answers are given', async ({ page }) => {
			await kelly.goOn(page, 'Identity check');
			for (const [question, said] of kelly.ANSWERS.slice(0, 2)) await says(page, question, said);
			await expect(page.getByText('2 of 4 match', { exact: true })).toBeVisible();
		}),
		isInBrowserAlone: true
	},
	{
		kind: 'typing',
		moment: 'an answer is half typed',
		field: (page) => page.getByLabel('Date of birth', { exact: true }),
		first: '14 Mar',
		rest: 'ch 1987',
		isKept: false
	},
	{
		...stand('identity has passed', async ({ page }) => {
			for (const [question, said] of kelly.ANSWERS.slice(2)) await says(page, question, said);
			await kelly.isKnown(page);
		}),
		isInBrowserAlone: true
	},
	{
		kind: 'typing',
		moment: 'the reason is half typed',
		go: ({ page }) => kelly.goOn(page, 'Reason'),
		field: (page) => page.getByRole('textbox', { name: 'In their own words' }),
		first: 'Hours were cut',
		rest: ' in September',
		isKept: true
	},
	stand('support is asked', async ({ page }) => {
		await kelly.wantsOnePayment(page);
		await kelly.goOn(page, 'Support needs');
		await kelly.needsNoSupport(page);
	}),
	stand('the debts are gone through', async ({ page }) => {
		await kelly.goOn(page, 'Debts');
		await kelly.allDebtsAreRight(page);
	}),
	{
		kind: 'typing',
		moment: 'a call note is half typed',
		field: (page) => page.getByRole('textbox', { name: 'Call notes' }),
		first: 'Wants one payment',
		rest: ' on the 1st',
		isKept: true
	},
	stand('discounts are claimed', async ({ page }) => {
		await kelly.goOn(page, 'Discounts');
		await kelly.claimsWhatApplies(page);
	}),
	{
		kind: 'typing',
		moment: 'a line of the statement is half typed',
		go: async ({ page }) => {
			await kelly.goOn(page, 'Affordability');
			await kelly.beginsTheStatement(page);
			await kelly.tellsLines(page, kelly.STATEMENT.slice(0, HALF));
		},
		field: (page) => page.locator('#amount-fuel'),
		first: '1',
		rest: '8',
		isKept: true
	},
	stand('the statement is told', async ({ page }) => {
		await kelly.tellsLines(page, kelly.STATEMENT.slice(HALF));
		await kelly.hasToldItAll(page);
	}),
	{
		kind: 'typing',
		moment: 'a reason for the guideline is half typed',
		field: (page) => page.locator('#reason-food'),
		first: 'A child’s',
		rest: ' diet',
		isKept: true
	},
	stand('the plan is on the screen', async ({ page }) => {
		await kelly.saysWhyFoodIsDear(page);
		await kelly.goOn(page, 'Payment plan');
	}),
	{
		kind: 'typing',
		moment: 'her own figure is half typed',
		field: (page) => page.locator('#offer-amount'),
		first: '11',
		rest: '6',
		isKept: true
	},
	stand('her figure is a plan', ({ page }) => kelly.offers(page, '116')),
	stand('seven lines are read back', async ({ page }) => {
		await kelly.goOn(page, 'Read back');
		await kelly.beginsReadingBack(page);
		await kelly.readsBack(page, { until: 7 });
	}),
	stand('she agrees', async ({ page }) => {
		await kelly.readsBack(page, { from: 7 });
		await kelly.agrees(page);
	})
];

export const AFTER_THE_AGREEMENT: readonly Beat[] = [
	stand('it is agreed', async ({ page }) => {
		await expect(page.getByText(/Payment plan agreed: £116\.00 a month/).first()).toBeVisible();
		await expect(page.getByText(/told at .*, not confirmed yet/).first()).toBeVisible();
		await expect(page.getByText(/being told now/)).toHaveCount(0);
	}),
	{
		kind: 'typing',
		moment: 'the summary is half typed',
		field: (page) => page.getByRole('textbox', { name: 'Summary for the record' }),
		first: ' She is glad',
		rest: ' of one payment.',
		isKept: true
	},
	stand('the call has ended', async ({ page, telephone }) => {
		telephone.press('hangUp');
		await expect(kelly.callPanel(page).getByText('Wrap-up')).toBeVisible();
	}),
	stand('it is finished', async ({ page }) => {
		await page.getByRole('button', { name: 'Finish' }).click();
		await expect(page.getByRole('heading', { name: 'Waiting for the next call' })).toBeVisible();
	})
];

function stand(moment: string, go: Stand['go']): Stand {
	return { kind: 'stand', moment, go };
}

/** Into the question's own field, wherever the cursor is: a screen just opened has it nowhere. */
async function says(page: Page, question: string, said: string): Promise<void> {
	await page.getByLabel(question, { exact: true }).fill(said);
	await page.keyboard.press('Enter');
	const row = page
		.getByRole('listitem')
		.filter({ has: page.getByLabel(question, { exact: true }) });
	await expect(row.getByText('Matches')).toBeVisible();
}
