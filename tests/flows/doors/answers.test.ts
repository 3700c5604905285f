/** What comes back over HTTP: answers, refusals in words, and failures with an id that is in the log. */
import { describe, expect } from 'vitest';
import { connect } from '#server/db/client.ts';
import { pagesOf, type Asker } from '#server/pages.ts';
import { test, type Product } from '../product.ts';

type Answer = {
	status: number;
	message?: string;
	data?: Record<string, unknown>;
	result?: unknown;
};

async function ask(
	product: Pick<Product, 'pages' | 'origin'>,
	{ path, body, officer = null }: { path: string; body?: string; officer?: Asker['officer'] }
): Promise<Answer> {
	const request = new Request(`${product.origin}/trpc/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		...(body === undefined ? {} : { body })
	});
	const response = await product.pages.answer(request, { officer, requestId: 'TEST-2345' });
	const json = (await response.json()) as {
		result?: { data: unknown };
		error?: { message: string; data: Record<string, unknown> };
	};
	return {
		status: response.status,
		...json.error,
		...(json.result ? { result: json.result.data } : {})
	};
}

const CONTACT = '0b0e8f5e-3a51-4c57-9d35-0f6f6a6f0a11';

describe('an answer', () => {
	test('says who I am', async ({ product }) => {
		const officer = product.people['priya'] ?? null;
		const answer = await ask(product, { path: 'officers.me', officer });
		expect(answer).toEqual({ status: 200, result: officer });
	});

	test('to nobody is to sign in', async ({ product }) => {
		const answer = await ask(product, { path: 'officers.me' });
		expect(answer).toMatchObject({
			status: 401,
			message: 'You are signed out. Sign in again.',
			data: { code: 'UNAUTHORIZED' }
		});
	});

	test.for([
		[
			'{"contactId":"Kelly Ann"}',
			{ contactId: 'What is in contact id is not something we can use.' }
		],
		['{}', { contactId: 'Give contact id.' }]
	] as const)('to %s names the field in words', async ([body, fields], { product }) => {
		const officer = product.people['priya'] ?? null;
		const answer = await ask(product, { path: 'contacts.draft', body, officer });
		const [message] = Object.values(fields);
		expect(answer).toMatchObject({ status: 400, message, data: { fields } });
	});

	test.for([
		['no.such', '{}', 404],
		['contacts.draft', '{"contactId":', 400]
	] as const)('to %s %s asks for a reload', async ([path, body, status], { product }) => {
		const officer = product.people['priya'] ?? null;
		const answer = await ask(product, { path, body, officer });
		expect(answer).toMatchObject({
			status,
			message: 'This page and the server do not agree. Reload the page.'
		});
	});

	test('that cannot be read is in the log as well', async ({ product }) => {
		const before = product.lines.length;
		const officer = product.people['priya'] ?? null;
		await ask(product, { path: 'contacts.draft', body: '{', officer });
		expect(product.lines.slice(before)).toEqual([expect.stringContaining('"outcome":"refused"')]);
	});
});

describe('a failure of ours', () => {
	test('is an id to read out, and the same id in the log', async ({ product, databaseUrl }) => {
		const gone = connect(databaseUrl, { orm: 1, sql: 1, hot: 1 });
		await gone.close();
		const pages = pagesOf({ ...product.app, db: gone });
		const officer = product.people['ruth'] ?? null;
		const answer = await ask({ ...product, pages }, { path: 'monitoring.tiles', officer });
		expect(answer).toMatchObject({
			status: 500,
			message: 'Something went wrong on our side. Try again. If you ask for help, say TEST-2345.',
			data: { errorId: 'TEST-2345' }
		});
		expect(JSON.stringify(answer)).not.toMatch(/stack|CONNECTION|node_modules/);
		const line = JSON.parse(product.lines.at(-1) ?? '{}') as Record<string, unknown>;
		expect(line).toMatchObject({
			level: 'error',
			event: 'question',
			name: 'monitoring.tiles',
			outcome: 'failed',
			errorId: 'TEST-2345',
			code: 'CONNECTION_ENDED'
		});
	});
});

describe('the log', () => {
	test('has one line a call with ids, milliseconds and outcome, and no words', async ({
		product
	}) => {
		const officer = product.people['priya'] ?? null;
		const before = product.lines.length;
		const body = JSON.stringify({ contactId: CONTACT, field: 'note', value: 'Kelly owes rent' });
		await ask(product, { path: 'contacts.draft', body, officer });
		const lines = product.lines.slice(before);
		expect(lines).toHaveLength(1);
		expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({
			event: 'command',
			name: 'contacts.draft',
			outcome: 'refused',
			because: 'FORBIDDEN',
			ms: expect.any(Number) as number,
			contactId: CONTACT,
			officerId: officer?.id,
			role: 'officer',
			requestId: 'TEST-2345'
		});
		expect(lines[0]).not.toContain('Kelly');
	});
});
