/** Files of money over their own route: who may send them, what came of each, and what is refused with its lines. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect } from 'vitest';
import { createCaller } from '#server/router.ts';
import { pence } from '#shared/money/pence.ts';
import { aruddOf } from '../../builders/bacs.ts';
import { camtOf } from '../../builders/camt.ts';
import { northmereProduct, type Product } from '../product.ts';

const test = northmereProduct.extend(
	'route',
	{ scope: 'file' },
	async ({ product }, { onCleanup }) => {
		const http = createServer((request, response) => {
			if (!product.app.income.answer(request, response)) response.writeHead(404).end();
		});
		await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
		onCleanup(() => new Promise<void>((resolve) => void http.close(() => resolve())));
		return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
	}
);

type Sent = { route: string; product: Product; name?: string; origin?: string; called?: string };

async function send(
	body: string | Buffer,
	{ route, product, name = 'ruth', origin, called = 'statement.xml' }: Sent
) {
	const response = await fetch(`${route}/receipts`, {
		method: 'POST',
		body: new Uint8Array(Buffer.from(body)),
		headers: {
			origin: origin ?? product.origin,
			cookie: await product.signIn(name),
			'x-file-name': encodeURIComponent(called)
		}
	});
	const answered = (await response.json()) as { ok: boolean; says: string[] };
	return { status: response.status, ...answered };
}

const files = ({ product }: Pick<Sent, 'product'>) =>
	createCaller({
		officer: product.people['alice'] ?? null,
		app: product.app,
		requestId: 'T'
	}).income.files();

async function linesOf(id: string, { route, product }: Sent, name = 'alice'): Promise<string> {
	const headers = { cookie: await product.signIn(name) };
	return (await fetch(`${route}/receipts/${id}/lines.csv`, { headers })).text();
}

const GOOD = camtOf([
	{ amount: pence(4_00), reference: 'HBO210877', id: 'R1' },
	{ amount: pence(6_00), reference: 'CAKE STALL', id: 'R2' }
]);
const HEADING = 'Transaction,Date,Amount,Currency,Account reference,Method,Payer,Status';
const csvOf = (...lines: readonly string[]) => [HEADING, ...lines, ''].join('\r\n');

describe('a file of money', () => {
	test('is taken from a leader and an administrator, and from nobody else', async ({
		route,
		product
	}) => {
		const sent = { route, product };
		expect(await send(GOOD, { ...sent, name: 'priya' })).toMatchObject({ status: 403 });
		const evil = { ...sent, origin: 'https://evil.example' };
		expect(await send(GOOD, evil)).toMatchObject({ status: 403 });
		expect(await send(GOOD, sent)).toEqual({
			status: 200,
			ok: true,
			says: ['2 receipts of £10.00 taken in: £4.00 placed, £6.00 in suspense (1 to look at).']
		});
		expect((await files(sent))[0]).toMatchObject({
			name: 'statement.xml',
			isTaken: true,
			sentBy: 'Ruth Ellison',
			lineCount: 0
		});
	});

	test('is refused by what is in it, whatever it is called, and its lines too', async ({
		route,
		product
	}) => {
		const sent = { route, product, name: 'alice' };
		const again = await send(GOOD, { ...sent, called: 'another name.csv' });
		expect(again.ok).toBe(false);
		expect(again.says[0]).toMatch(/this file was received on 19.November.2026/);
		const more = camtOf([
			{ amount: pence(4_00), reference: 'HBO210877', id: 'R1' },
			{ amount: pence(1_00), reference: 'HBO210877', id: 'R3' }
		]);
		expect(await send(more, sent)).toMatchObject({
			ok: true,
			says: [
				'1 receipt of £1.00 taken in: £1.00 placed, £0.00 in suspense (0 to look at).',
				expect.stringMatching(/^1 line had come in before/)
			]
		});
		const [latest] = await files(sent);
		expect(latest).toMatchObject({ isTaken: true, lineCount: 1 });
		expect(await linesOf(latest?.id ?? '', sent)).toMatch(
			/^Line,Why it was not taken\r\n\d+,"it had come in before, and was left out"\r\n$/
		);
		expect(await linesOf(latest?.id ?? '', sent, 'priya')).toContain('Your role cannot do this.');
	});

	test('with wrong lines is refused whole, with every one of them in a file', async ({
		route,
		product,
		owner
	}) => {
		const sent = { route, product, called: 'payments.csv' };
		const count = async () => (await owner`select count(*)::int as n from receipts`)[0];
		const before = await count();
		const good = 'P1,18/11/2026,50.00,GBP,HBO210877,Card,K ASHWORTH,Settled';
		const wrong = Array.from(
			{ length: 30 },
			(_, at) => `W${at},31/02/2026,1.00,GBP,"=HYPERLINK(""http://example.com"")",Card,X,Settled`
		);
		const answer = await send(csvOf(good, ...wrong), sent);
		expect(answer.ok).toBe(false);
		expect(answer.says[0]).toBe(
			'It was not taken in, and nothing of it was done: line 3: there is no day "2026-02-31".'
		);
		expect(await count()).toEqual(before);
		const [latest] = await files(sent);
		expect(latest).toMatchObject({ isTaken: false, lineCount: 30 });
		expect(latest?.says.at(-1)).toBe('and 25 more lines');
		const lines = (await linesOf(latest?.id ?? '', sent)).trimEnd().split('\r\n');
		expect(lines).toHaveLength(31);
	});

	test('whose words begin like a formula sends them out inert', async ({ route, product }) => {
		const sent = { route, product, called: '=cmd.csv' };
		await send(csvOf('P2,18/11/2026,1.00,GBP,HBO210877,=1+1,X,Settled'), sent);
		const [latest] = await files(sent);
		const csv = await linesOf(latest?.id ?? '', sent);
		expect(csv).not.toMatch(/(^|,)"?[=+@-]/m);
	});

	const MEGABYTES = 3_000_000;
	test.for([
		[
			'an entity bomb',
			GOOD.replace('<Document', '<!DOCTYPE d [<!ENTITY a "aa">]>\n<Document'),
			/entities of its own/
		],
		[
			'an external entity',
			GOOD.replace('<Document', '<!DOCTYPE d SYSTEM "file:///etc/passwd">\n<Document'),
			/entities of its own/
		],
		[
			'one endless line',
			'<Document>'.padEnd(MEGABYTES, 'x'),
			/not a camt.053|goes on for a megabyte/
		],
		[
			'one endless line of a statement',
			GOOD.replace('CAKE STALL', 'x'.repeat(MEGABYTES)),
			/goes on for a megabyte/
		],
		['one endless line of CSV', csvOf('x'.repeat(MEGABYTES)), /more than 20,000 letters/],
		['a truncated statement', GOOD.slice(0, -40), /ends before it is finished/],
		[
			'a truncated CSV',
			csvOf('P1,18/11/2026,50.00,GBP').trimEnd(),
			/there are 4 cells and 8 columns/
		],
		[
			'a truncated advice',
			aruddOf([
				{ reference: '7710219553', amount: pence(1_00), code: '0128', on: '2026-11-16' }
			]).slice(0, -40),
			/ends before it is finished/
		],
		['a NUL byte', GOOD.replace('CAKE', 'CA\0KE'), /not well-formed/],
		['no letters', Buffer.from([0x3c, 0x3f, 0xff, 0xfe, 0x00]), /no letters|not well-formed/],
		['wrong columns', 'a,b,c\n1,2,3\n', /no mapping has these names/],
		['a negative amount', GOOD.replaceAll('>4.00<', '>-4.00<'), /less than nothing/],
		[
			'an amount of fifteen digits',
			GOOD.replaceAll('>4.00<', '>123456789012345<'),
			/more than any one payment/
		],
		['31 February', GOOD.replaceAll('2026-11-18', '2026-02-31'), /no day "2026-02-31"/],
		['nothing', '', /the file is empty/]
	] as const)(
		'is refused in words that say what and where, and nothing is half done: %s',
		async ([, body, says], { route, product, owner }) => {
			const count = async () =>
				(
					await owner`select (select count(*) from receipts)::int as receipts,
					(select count(*) from entries)::int as entries,
					(select count(*) from bank_advices)::int as advices,
					(select count(*) from receipt_files)::int as files`
				)[0];
			const before = await count();
			const answer = await send(Buffer.from(body), { route, product });
			expect(answer).toMatchObject({ status: 200, ok: false });
			expect(answer.says.join('\n')).toMatch(says);
			expect(await count()).toEqual(before);
			expect((await files({ product }))[0]).toMatchObject({ isTaken: false });
		}
	);

	test('that stops half way leaves nothing', async ({ route, product, owner }) => {
		const before = (await owner`select count(*)::int as n from receipts`)[0];
		const stopping = new AbortController();
		const body = new ReadableStream<Uint8Array>({
			async pull(controller) {
				controller.enqueue(new TextEncoder().encode(GOOD.slice(0, 500)));
				await new Promise((resolve) => setTimeout(resolve, 50));
				stopping.abort();
			}
		});
		const headers = { origin: product.origin, cookie: await product.signIn('ruth') };
		const asked = { method: 'POST', body, headers, duplex: 'half', signal: stopping.signal };
		await expect(fetch(`${route}/receipts`, asked as RequestInit)).rejects.toThrow();
		await new Promise((resolve) => setTimeout(resolve, 200));
		expect((await owner`select count(*)::int as n from receipts`)[0]).toEqual(before);
	});

	test('names nobody in the log', ({ product }) => {
		expect(product.lines.join('')).not.toMatch(/ASHWORTH|CAKE STALL|HBO210877/);
	});
});
