import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, vi } from 'vitest';
import { extractOf, KELLY, KELLYS } from '../../builders/extracts.ts';
import { test as plain, type Product } from '../product.ts';

/** The imports' own route of the product, on a port of its own. */
const test = plain.extend('route', { scope: 'file' }, async ({ product }, { onCleanup }) => {
	const http = createServer((request, response) => {
		if (!product.app.imports.answer(request, response)) response.writeHead(404).end();
	});
	await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
	onCleanup(() => new Promise<void>((resolve) => void http.close(() => resolve())));
	return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});

const SOON = { timeout: 20_000, interval: 100 };

type Sent = { route: string; product: Product; name: string; origin?: string; as?: string };

async function send(bytes: Buffer, { route, product, name, origin, as = 'council-tax' }: Sent) {
	const response = await fetch(`${route}/imports/${as}`, {
		method: 'POST',
		body: new Uint8Array(bytes),
		headers: {
			origin: origin ?? product.origin,
			cookie: await product.signIn(name),
			'x-file-name': 'extract.csv'
		}
	});
	return {
		status: response.status,
		body: (await response.json()) as { ok: boolean; says: string[] }
	};
}

describe('a file over the imports’ own route', () => {
	test.for(['priya', 'ruth', 'marcus'])(
		'is not taken from %s',
		async (name, { route, product }) => {
			expect(await send(extractOf('council-tax', KELLYS), { route, product, name })).toMatchObject({
				status: 403
			});
			const headers = { cookie: await product.signIn(name) };
			const asked = await fetch(`${route}/imports/council-tax/arriving`, { headers });
			expect(asked.status).toBe(403);
		}
	);

	test('is not taken from another site’s page', async ({ route, product }) => {
		const sent = { route, product, name: 'alice', origin: 'https://evil.example' };
		expect(await send(extractOf('council-tax', KELLYS), sent)).toMatchObject({ status: 403 });
	});

	test('is taken from an administrator, and only once', async ({ route, product }) => {
		const bytes = extractOf('council-tax', KELLYS);
		const first = await send(bytes, { route, product, name: 'alice' });
		expect(first).toMatchObject({ status: 200, body: { ok: true } });
		const again = await send(bytes, { route, product, name: 'alice' });
		expect(again.body.says[0]).toMatch(/in already/);
		const seen = await product.app.imports.see();
		expect(seen.fresh).toEqual([{ title: 'Council Tax', source: 'revenues', on: '2026-11-18' }]);
		expect(product.lines.join('')).not.toContain('Ashworth');
	});

	test('that stops coming half way is given up, and says so', async ({ route, product }) => {
		const cookie = await product.signIn('alice');
		const headers = { origin: product.origin, cookie, 'content-length': '9000000' };
		const sending = request(`${route}/imports/rent`, { method: 'POST', headers });
		sending.on('error', () => undefined);
		sending.write('H19/11/2026\r\n');
		const seen = async () => {
			const { imports } = await product.app.imports.see();
			return imports.find(({ title }) => title === 'Rent');
		};
		await vi.waitFor(async () => expect((await seen())?.state).toBe('reading'), SOON);
		sending.destroy();
		await vi.waitFor(async () => expect((await seen())?.state).toBe('abandoned'), SOON);
		expect((await seen())?.says).toEqual([expect.stringMatching(/Nothing of it was taken/)]);
	});

	test('in pieces goes on where it stopped, and is refused from where it did not', async ({
		route,
		product
	}) => {
		const whole = extractOf('parking', [['person', { ...KELLY, key: 'P-1' }]]);
		const cookie = await product.signIn('alice');
		const cut = 40;
		const sendPiece = async (from: number, link: string, bytes: Buffer) => {
			const response = await fetch(`${route}/imports/parking`, {
				method: 'POST',
				body: new Uint8Array(bytes),
				headers: {
					origin: product.origin,
					cookie,
					'content-range': `bytes ${from}-${from + bytes.length - 1}/${whole.length}`,
					'x-file-link': link
				}
			});
			return (await response.json()) as { isOver: boolean; ok?: boolean; says?: string[] };
		};
		const there = async () => {
			const response = await fetch(`${route}/imports/parking/arriving`, { headers: { cookie } });
			return (await response.json()) as { at: number; link: string } | null;
		};
		expect(await there()).toBeNull();
		expect(await sendPiece(0, '', whole.subarray(0, cut))).toEqual({ isOver: false });
		const stopped = await there();
		expect(stopped).toMatchObject({ at: cut, length: whole.length });
		const rest = whole.subarray(cut);
		expect(await sendPiece(cut, 'of another file', rest)).toMatchObject({
			isOver: true,
			ok: false
		});
		expect(await sendPiece(cut, stopped?.link ?? '', rest)).toMatchObject({
			isOver: true,
			ok: true
		});
		expect(await there()).toBeNull();
	});

	test('of a mapping nobody has is refused in words', async ({ route, product }) => {
		const sent = { route, product, name: 'alice', as: 'libraries' };
		const { status, body } = await send(Buffer.from('x'), sent);
		expect([status, body.says[0]]).toEqual([
			200,
			expect.stringMatching(/There are: .*council-tax/)
		]);
	});

	test('that is no text is refused while it is still coming', async ({ route, product }) => {
		const zip = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(3_000_000)]);
		const { status, body } = await send(zip, { route, product, name: 'alice' });
		expect([status, body.says[0]]).toEqual([200, expect.stringMatching(/NUL byte/)]);
	});
});
