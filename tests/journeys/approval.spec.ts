/**
 * What an officer may not agree alone, from ring to commit: the officer by the keyboard only, from the sign-in page on,
 * and a team leader in a browser of their own who sees it asked, opens it and grants it.
 */
import type { Page, WebSocketRoute } from '@playwright/test';
import { expect, test } from './journey.ts';
import {
	answerByKey,
	callPanel,
	fillsTheStatement,
	goOn,
	hasToldItAll,
	saysWhoSheIs,
	step,
	STATEMENT,
	toTheStatement as toTheStatementByMouse
} from './kelly.ts';
import { choose, pick, press, typeIn } from './keyboard.ts';
import { expectAccessible, expectToFit, picture } from './look.ts';
import { hears, signIn } from './people.ts';
import { proved } from './proof.ts';

// What is agreed here changes Kelly's debts, which other journeys read.
test.use({ council: 'approval' });

const REASON = 'Hours have just been cut. £110 is safer to keep up.';
const CONDITION = 'Ring us at once if your hours change again.';

async function signInByKeyboard(page: Page): Promise<void> {
	await page.goto('/sign-in');
	await typeIn(page, page.getByLabel('Email address'), 'zara@northmere.example');
	await typeIn(page, page.getByLabel('Password'), 'northmere demo');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Waiting for the next call' })).toBeVisible();
}

async function toTheStatement(page: Page): Promise<void> {
	await press(page, page.getByRole('button', { name: 'Ring me: Kelly Ashworth' }));
	await expect(page.getByText('Incoming call', { exact: true })).toBeVisible();
	await answerByKey(page);
	await goOn(page, 'Identity check');
	await saysWhoSheIs(page);
	await goOn(page, 'Reason');
	await choose(page, page.getByLabel('Wants one payment, or a payment plan'));
	await goOn(page, 'Support needs');
	await choose(page, page.getByLabel('No', { exact: true }));
	await goOn(page, 'Debts');
	await choose(page, page.getByLabel('Yes, all of it'));
	await goOn(page, 'Discounts');
	for (const prompt of await step(page, 'Discounts').getByRole('group').all()) {
		const isClaimed = /Single person discount|Council Tax Support/.test(await prompt.innerText());
		const answer = isClaimed ? 'Applies' : 'Does not apply';
		await choose(page, prompt.getByLabel(answer, { exact: true }));
	}
	await goOn(page, 'Affordability');
}

async function fillTheStatement(page: Page): Promise<void> {
	await choose(page, page.getByLabel('Full statement'));
	await pick(page, page.getByLabel('Adults'), '1');
	await pick(page, page.getByLabel('Children under 16'), '2');
	for (const [line, amount] of STATEMENT) {
		await typeIn(page, page.locator(`#amount-${line}`), amount);
		await page.keyboard.press('Enter');
	}
	await hasToldItAll(page);
	await typeIn(page, page.locator('#reason-food'), 'A child’s diet');
	await page.keyboard.press('Tab');
}

async function ask(page: Page): Promise<void> {
	await typeIn(page, page.locator('#offer-amount'), '110');
	await page.keyboard.press('Enter');
	await expect(page.getByText(/26 payments, the last £20\.62/)).toBeVisible();
	await goOn(page, 'Approval');
	await typeIn(page, page.getByLabel('Why do you ask?'), REASON);
	await press(page, page.getByRole('button', { name: 'Ask a team leader' }));
	await expect(page.getByText('Waiting for a team leader').first()).toBeVisible();
	// What was pressed is gone: the focus stands where the answer will come.
	await expect(page.getByText('The team’s leaders have been told.')).toBeInViewport();
	await expect(page.locator(':focus')).toContainText('Waiting for a team leader');
}

/** The whole page at every size, with its picture. */
async function lookAt(page: Page, name: string): Promise<void> {
	for (const [width, height] of [
		[1920, 1080],
		[320, 640],
		[1366, 768]
	] as const) {
		await page.setViewportSize({ width, height });
		await expectToFit(page, { what: `${name} at ${width}` });
		await picture(page, name);
		await expectAccessible(page, `${name} at ${width}`);
	}
}

/** On the leader's board, beside its label. */
function figure(page: Page, label: string) {
	return page.getByRole('term').filter({ hasText: label }).locator('xpath=following-sibling::dd');
}

async function hearsItAsked(leader: Page): Promise<void> {
	const waiting = leader.getByRole('region', { name: 'Approvals waiting' });
	await expect(waiting.getByText('£110.00 a month, 26 payments, £2,770.62')).toBeVisible();
	await expect(waiting.getByText('Phone, Council Tax arrears')).toBeVisible();
	const row = leader.getByRole('row', { name: /Zara Malik/ });
	await expect(row.getByText('Approval', { exact: true }).first()).toBeVisible();
	await lookAt(leader, '13-wallboard-approval');
	expect(await leader.content()).not.toMatch(/Kelly|Ashworth|900142/);
}

async function opensIt(leader: Page): Promise<void> {
	await press(leader, leader.getByRole('link', { name: 'Open and decide, Zara Malik' }));
	await expect(leader.getByRole('heading', { name: 'Zara Malik asks for approval' })).toBeVisible();
	await expect(leader.getByText(REASON)).toBeVisible();
	await expect(leader.getByText('£116.00 a month, 24 payments')).toBeVisible();
	await expect(leader.getByText('£50.62')).toBeVisible();
	expect(await leader.content()).not.toMatch(/Kelly|Ashworth|Lantern|900142/);
	await lookAt(leader, '14-decide');
}

/** Not before they have seen what a refusal asks of them. */
async function grantsIt(leader: Page): Promise<void> {
	await choose(leader, leader.getByLabel('Refuse', { exact: true }));
	await leader.keyboard.press('Control+Enter');
	await expect(leader.getByLabel('Why not?')).toBeFocused();
	await expectAccessible(leader);
	await choose(leader, leader.getByLabel('Approve', { exact: true }));
	await typeIn(leader, leader.getByLabel(/^Conditions/), CONDITION);
	await leader.keyboard.press('Control+Enter');
	await expect(leader.getByText(/You approved it at/)).toBeVisible();
	await lookAt(leader, '14-decided');
	await leader.keyboard.press('Control+Enter');
	await expect(leader.getByText('Nobody is waiting for an answer.')).toBeVisible();
}

async function readsBackAndCommits(page: Page): Promise<void> {
	await goOn(page, 'Read back');
	await expect(page.getByText(CONDITION)).toBeVisible();
	await page.keyboard.press('Control+ArrowDown');
	for (let said = 0; said < 23; said += 1) {
		await expect(page.getByText(`${said} of 23 said`)).toBeVisible();
		await page.keyboard.press('Control+ArrowDown');
	}
	await choose(page, page.getByLabel('Yes, I agree'));
	await goOn(page, 'Wrap-up');
	await expect(page.getByText(/Payment plan agreed: £110\.00 a month/).first()).toBeVisible();
}

async function seesTheOutcomes(leader: Page): Promise<void> {
	await expect(figure(leader, 'Arrangements')).toHaveText('1');
	await expect(figure(leader, 'Take-up claims')).toHaveText('2');
	await expect(figure(leader, 'Arranged today')).toHaveText('£2,770.62');
	await lookAt(leader, '13-wallboard-outcomes');
	await leader.reload();
	await expect(figure(leader, 'Arranged today')).toHaveText('£2,770.62');
}

async function endsTheCall(page: Page): Promise<void> {
	await page.keyboard.press('Alt+3');
	await press(page, callPanel(page).getByRole('button', { name: 'End call' }));
	await expect(page.getByRole('button', { name: 'Finish' })).toBeVisible();
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('heading', { name: 'Waiting for the next call' })).toBeVisible();
}

type Line = { cut(): void; mend(): void };

/**
 * What the server says of a team is lost on this page from now on, as on a line that drops messages. The line can be
 * cut altogether, too.
 */
async function overABadLine(page: Page): Promise<Line> {
	let isCut = false;
	const open = new Set<WebSocketRoute>();
	await page.routeWebSocket(/socket\.io/, (browser) => {
		// Once it is open: before that there is nothing to close.
		if (isCut) return void setTimeout(() => void browser.close(), 50);
		open.add(browser);
		const server = browser.connectToServer();
		server.onMessage((message) => {
			if (!String(message).includes('"team:changed"')) browser.send(message);
		});
	});
	await page.reload();
	await hears(page);
	return {
		cut() {
			isCut = true;
			for (const browser of open) void browser.close();
			open.clear();
		},
		mend: () => void (isCut = false)
	};
}

async function asksQuickly(page: Page): Promise<void> {
	await toTheStatementByMouse(page);
	await fillsTheStatement(page);
	await goOn(page, 'Payment plan');
	await offer(page, 110);
	await goOn(page, 'Approval');
	await page.getByLabel('Why do you ask?').fill(REASON);
	await page.getByRole('button', { name: 'Ask a team leader' }).click();
	await expect(page.getByText('The team’s leaders have been told.')).toBeVisible();
}

async function offer(page: Page, pounds: number): Promise<void> {
	await page.locator('#offer-amount').fill(String(pounds));
	await page.keyboard.press('Enter');
	await expect(page.getByText(/26 payments, the last/)).toBeVisible();
}

test.describe('what is asked', () => {
	// A page that is not theirs, and a line that is cut, are noted by the browser itself.
	test.use({ expectedComplaint: /404|WebSocket/ });

	test('ends for everybody at once, whatever becomes of their line', async ({ page, another }) => {
		test.setTimeout(180_000);
		const [leader, manager, stranger] = [
			await another('marcus'),
			await another('judith'),
			await another('helen')
		];
		const line = await overABadLine(manager);
		await signIn(page, 'zara');
		await asksQuickly(page);
		await leader.getByRole('link', { name: 'Open and decide, Zara Malik' }).click();
		await expect(leader.getByText('Approval waiting')).toBeVisible();
		await expect(page.getByText('With Marcus Bello')).toBeVisible();
		await expect(manager.getByText('Marcus Bello has it open')).toBeVisible();

		await manager.goto(leader.url());
		await expect(manager.getByText('Marcus Bello has it open')).toBeVisible();
		await expectAccessible(manager);
		await expect(stranger.getByText('Nobody is waiting for an answer.')).toBeVisible();
		const answer = await stranger.goto(leader.url());
		expect(answer?.status()).toBe(404);

		await page.getByRole('button', { name: 'Take back the request' }).click();
		await expect(leader.getByText('Zara Malik took the request back')).toBeVisible();
		await expect(manager.getByText('Zara Malik took the request back')).toBeVisible();
		await leader.keyboard.press('Escape');
		await expect(leader.getByText('Nobody is waiting for an answer.')).toBeVisible();

		await manager.keyboard.press('Escape');
		await expect(manager.getByText('Nobody is waiting for an answer.')).toBeVisible();
		line.cut();
		await expect(manager.getByText('Reconnecting')).toBeVisible();
		await page.getByRole('button', { name: 'Ask again' }).click();
		await leader.getByRole('link', { name: 'Open and decide, Zara Malik' }).click();
		await expect(page.getByText('With Marcus Bello')).toBeVisible();
		line.mend();
		await expect(manager.getByText('Marcus Bello has it open')).toBeVisible();
		await page.getByRole('button', { name: 'Back', exact: true }).click();
		await offer(page, 109);
		await expect(leader.getByText('The figures changed since Zara asked')).toBeVisible();
		await expect(leader.getByRole('button', { name: 'Approve' })).toHaveAttribute(
			'aria-disabled',
			'true'
		);
		await expectAccessible(leader);
		await picture(leader, '14-changed');
		await leader.getByLabel('Refuse', { exact: true }).check();
		await leader.getByLabel('Why not?').fill('Try £116 first.');
		await leader.keyboard.press('Control+Enter');
		await expect(leader.getByText(/You refused it at/)).toBeVisible();
		await goOn(page, 'Approval');
		await expect(page.getByText('Not approved: Try £116 first.')).toBeVisible();
		await callPanel(page).getByRole('button', { name: 'End call' }).click();
		await page.getByRole('button', { name: 'Finish' }).click();
		await expect(page.getByRole('heading', { name: 'Waiting for the next call' })).toBeVisible();
	});
});

test('a plan above the officer’s limit is asked, granted, read back and committed', async ({
	page,
	another,
	product
}) => {
	test.setTimeout(240_000);
	const leader = await another('marcus');
	await expect(leader.getByText('Nobody is waiting for an answer.')).toBeVisible();
	await expect(figure(leader, 'Arrangements')).toHaveText('0');

	await signInByKeyboard(page);
	await toTheStatement(page);
	await fillTheStatement(page);
	await goOn(page, 'Payment plan');
	await ask(page);
	await picture(page, '07-approval-waiting');
	await expectAccessible(page);

	await hearsItAsked(leader);
	await opensIt(leader);
	await expect(page.getByText('With Marcus Bello')).toBeVisible();
	await grantsIt(leader);
	await expect(page.getByText(/Approved by Marcus Bello at/)).toBeVisible();
	await picture(page, '07b-approval-granted');
	await expectAccessible(page);

	await readsBackAndCommits(page);
	expect(proved(product)).toContain('The books prove.');
	await seesTheOutcomes(leader);
	await endsTheCall(page);
});
