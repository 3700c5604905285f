/** Every request passes the front door: who is let in, who is sent to sign in, and what is turned away. */
import { isHttpError, isRedirect, type RequestEvent } from '@sveltejs/kit';
import { beforeEach, describe, expect } from 'vitest';
import { handle } from '../../../src/hooks.server.ts';
import { test, type Product } from '../product.ts';

type Knock = {
	path: string;
	method?: string;
	as?: string;
	origin?: string | null;
	length?: number;
	data?: boolean;
};

async function knock(product: Product, asked: Knock) {
	const { path, method = 'GET', as, origin = product.origin, length, data = false } = asked;
	const headers = new Headers(as ? { cookie: await product.signIn(as) } : {});
	if (origin) headers.set('origin', origin);
	if (length) headers.set('content-length', String(length));
	const event = {
		request: new Request(`${product.origin}${path}`, { method, headers }),
		url: new URL(path, product.origin),
		locals: {} as App.Locals,
		isDataRequest: data
	};
	try {
		const resolve = () => Promise.resolve(new Response('in'));
		const response = await handle({ event: event as unknown as RequestEvent, resolve });
		return { outcome: 'in', response, locals: event.locals };
	} catch (thrown) {
		if (isRedirect(thrown)) return { outcome: `to ${thrown.location}` };
		if (isHttpError(thrown)) return { outcome: String(thrown.status) };
		throw thrown;
	}
}

beforeEach<{ product: Product }>(({ product }) => {
	globalThis.fairline = product.pages;
});

describe('the front door', () => {
	const right: [Knock, string][] = [
		[{ path: '/sign-in' }, 'in'],
		[{ path: '/health/ready' }, 'in'],
		[{ path: '/' }, 'to /sign-in'],
		[{ path: '/calls' }, 'to /sign-in?next=%2Fcalls'],
		[{ path: '/no-such-page' }, 'to /sign-in?next=%2Fno-such-page'],
		[{ path: '/calls', data: true }, 'to /sign-in?next=%2Fcalls'],
		[{ path: '/calls', method: 'POST' }, 'to /sign-in'],
		[{ path: '/calls', as: 'priya' }, 'in'],
		[{ path: '/calls', as: 'ruth' }, 'in'],
		[{ path: '/team', as: 'ruth' }, 'in'],
		[{ path: '/team', as: 'marcus' }, 'in'],
		[{ path: '/admin', as: 'alice' }, 'in'],
		[{ path: '/', as: 'alice' }, 'in'],
		[{ path: '/team', as: 'priya' }, '403'],
		[{ path: '/team', as: 'priya', data: true }, '403'],
		[{ path: '/team', as: 'priya', method: 'POST' }, '403'],
		[{ path: '/admin', as: 'marcus' }, '403'],
		[{ path: '/calls', as: 'alice' }, '403']
	];

	test.for(right)('%j: %s', async ([asked, outcome], { product }) => {
		expect((await knock(product, asked)).outcome).toBe(outcome);
	});

	const paths = ['/sign-in', '/trpc/officers.me', '/calls'];
	const methods = ['POST', 'PUT', 'PATCH', 'DELETE'];
	const origins = [null, 'null', 'http://elsewhere.example', 'http://localhost'];
	const strangers = paths.flatMap((path) => methods.map((method) => ({ path, method })));

	test.for(strangers)('takes no change from elsewhere: %j', async (asked, { product }) => {
		for (const origin of origins) {
			expect([origin, (await knock(product, { ...asked, origin })).outcome]).toEqual([
				origin,
				'403'
			]);
		}
		expect((await knock(product, asked)).outcome).not.toBe('403');
	});

	test('takes no more than it can read', async ({ product }) => {
		const asked = { path: '/trpc/officers.me', method: 'POST' };
		expect((await knock(product, { ...asked, length: 131_072 })).outcome).toBe('in');
		expect((await knock(product, { ...asked, length: 131_073 })).outcome).toBe('413');
	});

	test('knows who came in, and gives each request an id of its own', async ({ product }) => {
		const [first, second] = [
			await knock(product, { path: '/calls', as: 'priya' }),
			await knock(product, { path: '/trpc/officers.me', method: 'POST' })
		];
		expect(first.locals?.officer).toEqual(product.people['priya']);
		expect(second.locals?.officer).toBe(null);
		expect(first.locals?.requestId).not.toBe(second.locals?.requestId);
	});

	test('sends every page out with the headers that keep it ours', async ({ product }) => {
		const { response } = await knock(product, { path: '/calls', as: 'priya' });
		expect(Object.fromEntries(response?.headers ?? [])).toMatchObject({
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff',
			'x-frame-options': 'DENY'
		});
	});
});
