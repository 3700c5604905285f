/** An administrator adds people, moves them, gives new passwords and closes accounts; a person changes their own. */
import { describe, expect } from 'vitest';
import { createCaller } from '#server/router.ts';
import { PASSWORD, test, type Product } from '../product.ts';

const as = (product: Product, name: string) =>
	createCaller({
		officer: product.people[name] ?? null,
		app: product.app,
		requestId: 'TEST-2345'
	}).officers;

const come = async (product: Product, email: string, password: string) => {
	const attempt = { email, password, address: '203.0.113.9', userAgent: null };
	const result = await product.app.auth.signIn(attempt);
	return result.ok ? `${result.officer.name}, ${result.officer.role}` : result.because;
};

const JO = {
	name: 'Jo Field',
	email: 'Jo@northmere.example',
	role: 'officer',
	teamId: 'revenues',
	extension: '1042'
} as const;

const idOf = async (product: Product, email: string) => {
	const { people } = await as(product, 'alice').staff();
	return people.find((person) => person.email === email)?.id ?? '';
};

describe('an administrator', () => {
	test('adds a person, who signs in with the password that was said once', async ({ product }) => {
		const added = await as(product, 'alice').add(JO);
		const password = added.ok ? added.password : '';
		expect(await come(product, JO.email, password)).toBe('Jo Field, officer');
		const { people, teams } = await as(product, 'alice').staff();
		expect(people.find(({ name }) => name === 'Jo Field')).toMatchObject({
			email: 'jo@northmere.example',
			extension: '1042',
			canSignIn: true
		});
		expect(teams.map(({ name }) => name)).toContain('Revenues');
		expect(product.lines.join()).not.toContain(password);
	});

	test.for([
		[{ email: 'PRIYA@northmere.example' }, 'email-taken'],
		[{ email: 'jo2@northmere.example', extension: '1001' }, 'extension-taken'],
		[{ email: 'jo3@northmere.example', extension: null, teamId: 'nowhere' }, 'no-such-team']
	] as const)('cannot add somebody with %j: %s', async ([change, because], { product }) => {
		expect(await as(product, 'alice').add({ ...JO, ...change })).toEqual({ ok: false, because });
	});

	test('moves a person to another role, which ends what they had open', async ({ product }) => {
		const officerId = await idOf(product, 'daniel@northmere.example');
		const cookie = await product.signIn('daniel');
		const to = { role: 'leader', teamId: 'revenues', extension: null } as const;
		expect(await as(product, 'alice').move({ officerId, to })).toEqual({ ok: true });
		expect(await product.app.auth.sessionOf(cookie)).toBe(null);
		expect(await come(product, 'daniel@northmere.example', PASSWORD)).toBe('Daniel Okafor, leader');
		const kept = { ...to, extension: '1001' };
		expect(await as(product, 'alice').move({ officerId, to: kept })).toEqual({
			ok: false,
			because: 'extension-taken'
		});
	});

	test('closes an account, and opens it again with a new password', async ({ product }) => {
		const officerId = await idOf(product, 'ruth@northmere.example');
		const cookie = await product.signIn('ruth');
		expect(await as(product, 'alice').close({ officerId })).toEqual({ ok: true });
		expect(await product.app.auth.sessionOf(cookie)).toBe(null);
		expect(await come(product, 'ruth@northmere.example', PASSWORD)).toBe('wrong');
		const again = await as(product, 'alice').resetPassword({ officerId });
		const password = again.ok ? again.password : '';
		expect(await come(product, 'ruth@northmere.example', password)).toBe('Ruth Ellison, leader');
	});

	test('cannot shut themselves out, nor change somebody there is not', async ({ product }) => {
		const officerId = product.people['alice']?.id ?? '';
		const to = { role: 'officer', teamId: 'revenues', extension: null } as const;
		for (const [id, because] of [
			[officerId, 'yourself'],
			['nobody', 'no-such-person']
		] as const) {
			const refused = { ok: false, because };
			expect(await as(product, 'alice').close({ officerId: id })).toEqual(refused);
			expect(await as(product, 'alice').resetPassword({ officerId: id })).toEqual(refused);
			expect(await as(product, 'alice').move({ officerId: id, to })).toEqual(refused);
		}
	});
});

describe('one’s own password', () => {
	const change = (product: Product, current: string, next: string) =>
		as(product, 'marcus').changePassword({ current, next });
	const NEXT = 'quiet rivers run slow';

	test('is changed by whoever knows it, and signs them out', async ({ product }) => {
		const cookie = await product.signIn('marcus');
		for (const [current, next, because] of [
			[PASSWORD, 'short', 'too-short'],
			[PASSWORD, 'marcus at the office', 'names-you'],
			['not the password', NEXT, 'wrong']
		] as const) {
			expect(await change(product, current, next)).toEqual({ ok: false, because });
		}
		expect(await product.app.auth.sessionOf(cookie)).not.toBe(null);
		expect(await change(product, PASSWORD, NEXT)).toEqual({ ok: true });
		expect(await product.app.auth.sessionOf(cookie)).toBe(null);
		expect(await come(product, 'marcus@northmere.example', PASSWORD)).toBe('wrong');
		expect(await come(product, 'marcus@northmere.example', NEXT)).toBe('Marcus Webb, manager');
	});

	test('cannot be guessed through an open session', async ({ product }) => {
		const words = [];
		for (let guess = 0; guess < 6; guess++) {
			const result = await change(product, `guess number ${guess}`, 'a whole new one');
			words.push(result.ok ? 'changed' : result.because);
		}
		expect(words).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'too-many']);
	});
});
