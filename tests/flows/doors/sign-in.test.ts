/** Signing in: who may, how often one may be wrong, and which accounts there are at all. */
import { describe, expect } from 'vitest';
import { givePlaceBack, MOST_WRONG, takePlace, WAIT_SECONDS } from '#server/officers/attempts.ts';
import { createAuth, type Auth } from '#server/officers/auth.ts';
import { closeDemoAccounts, DEMO_PASSWORD, openDemoAccounts } from '#server/officers/demo.ts';
import { firstAdministrator } from '#server/officers/first-administrator.ts';
import { fixedClock } from '#server/clock.ts';
import { instant } from '#shared/time/day.ts';
import { test as emptyTest } from '../flow.ts';
import { AT, emailOf, PASSWORD, test, type Product } from '../product.ts';

/** Each test comes from an address of its own, because wrong attempts are remembered. */
let addresses = 0;
const newAddress = () => `198.51.100.${++addresses}`;

const come = (auth: Auth, attempt: { email: string; password?: string; address?: string }) =>
	auth.signIn({ password: PASSWORD, address: newAddress(), userAgent: null, ...attempt });

const outcome = (result: Awaited<ReturnType<Auth['signIn']>>) =>
	result.ok ? result.officer.name : result.because;

const storeOf = async (product: Product) => (await product.app.auth.identities.$context).adapter;

function authAt(product: Product, secondsLater: number): Auth {
	const later = new Date(Date.parse(AT) + secondsLater * 1000);
	const { env, db, log } = product.app;
	const secret = env.authSecret ?? '';
	return createAuth({ db, log, secret, origin: env.origin, clock: fixedClock(instant(later)) });
}

describe('signing in', () => {
	test('knows a person by their email, however it is typed', async ({ product }) => {
		for (const email of [emailOf('priya'), ' Priya@NORTHMERE.example ']) {
			expect(outcome(await come(product.app.auth, { email }))).toBe('Priya Shah');
		}
	});

	test.for([
		['a wrong password', { email: emailOf('priya'), password: 'not the password' }],
		['an empty one', { email: emailOf('priya'), password: '' }],
		['an endless one', { email: emailOf('priya'), password: 'x'.repeat(100_000) }],
		['an account there is not', { email: 'nobody@northmere.example' }],
		['something that is no email', { email: "priya' or 1=1" }],
		['nothing', { email: '' }]
	] as const)('answers %s with the same word', async ([, attempt], { product }) => {
		expect(await come(product.app.auth, attempt)).toEqual({ ok: false, because: 'wrong' });
	});

	test('keeps the session from scripts and other sites', async ({ product }) => {
		const result = await come(product.app.auth, { email: emailOf('priya') });
		expect(result.ok && result.cookies.map(({ options }) => options)).toEqual([
			{ path: '/', httpOnly: true, sameSite: 'lax', secure: false, maxAge: 50_400 }
		]);
	});

	test('asks for a secure connection where the address has one', async ({ product }) => {
		const { db, log, clock } = product.app;
		const origin = 'https://fairline.northmere.example';
		const auth = createAuth({ db, log, clock, secret: 's'.repeat(32), origin });
		const result = await come(auth, { email: emailOf('priya') });
		expect(result.ok && result.cookies[0]).toMatchObject({
			name: '__Secure-fairline.session_token',
			options: { secure: true, httpOnly: true, sameSite: 'lax' }
		});
	});

	test('tells who a cookie belongs to until they sign out', async ({ product }) => {
		const { auth } = product.app;
		const cookie = await product.signIn('ruth');
		expect(await auth.sessionOf(cookie)).toMatchObject({ officer: product.people['ruth'] });
		expect(await auth.sessionOf(cookie.replace(/.$/, ''))).toBe(null);
		const cleared = await auth.signOut(cookie);
		expect(cleared.every(({ value, options }) => value === '' && options.maxAge === 0)).toBe(true);
		expect(await auth.sessionOf(cookie)).toBe(null);
	});

	test('writes nothing of what was typed to the log', ({ product }) => {
		const log = product.lines.join('\n');
		expect(log).toContain('"event":"sign-in"');
		expect(log).not.toMatch(/northmere|password|1=1|198\.51/);
	});
});

describe('wrong passwords', () => {
	const wrong = { password: 'not the password' };

	test('shut an account for a while, the right one too', async ({ product }) => {
		const email = emailOf('daniel');
		const guesses = Array.from({ length: MOST_WRONG.account + 3 }, () =>
			come(product.app.auth, { email, ...wrong })
		);
		const words = (await Promise.all(guesses)).map(outcome).sort();
		expect(words.filter((word) => word === 'wrong')).toHaveLength(MOST_WRONG.account);
		expect(words.filter((word) => word === 'too-many')).toHaveLength(3);
		const { auth } = product.app;
		expect(await come(auth, { email })).toEqual({
			ok: false,
			because: 'too-many',
			waitSeconds: WAIT_SECONDS
		});
		expect(outcome(await come(authAt(product, WAIT_SECONDS - 1), { email }))).toBe('too-many');
		expect(outcome(await come(authAt(product, WAIT_SECONDS), { email }))).toBe('Daniel Okafor');
	});

	test('are forgotten when the right one comes', async ({ product }) => {
		const email = emailOf('marcus');
		for (const round of [1, 2]) {
			for (let guess = 1; guess < MOST_WRONG.account; guess++) {
				expect([round, outcome(await come(product.app.auth, { email, ...wrong }))]).toEqual([
					round,
					'wrong'
				]);
			}
			expect(outcome(await come(product.app.auth, { email }))).toBe('Marcus Webb');
		}
	});

	test('for accounts there are not are counted just the same', async ({ product }) => {
		const email = 'nobody.at.all@northmere.example';
		const words = [];
		for (let guess = 0; guess <= MOST_WRONG.account; guess++) {
			words.push(outcome(await come(product.app.auth, { email, ...wrong })));
		}
		expect(words.at(-1)).toBe('too-many');
	});

	test('shut an address that tries many accounts', async ({ product }) => {
		const store = await storeOf(product);
		const [address, now] = [newAddress(), Date.parse(AT)];
		const places = Array.from({ length: MOST_WRONG.address + 2 }, (_, each) =>
			takePlace(store, { email: `guess${each}@northmere.example`, address }, now)
		);
		const taken = (await Promise.all(places)).filter(({ ok }) => ok);
		expect(taken).toHaveLength(MOST_WRONG.address);
		const { auth } = product.app;
		expect(outcome(await come(auth, { email: emailOf('ruth'), address }))).toBe('too-many');
		expect(outcome(await come(auth, { email: emailOf('ruth') }))).toBe('Ruth Ellison');
	});

	test('do not shut an address where a whole council signs in', async ({ product }) => {
		const store = await storeOf(product);
		const [address, now] = [newAddress(), Date.parse(AT)];
		for (let arrival = 0; arrival < MOST_WRONG.address * 2; arrival++) {
			const attempt = { email: `arrival${arrival}@northmere.example`, address };
			expect(await takePlace(store, attempt, now)).toEqual({ ok: true });
			await givePlaceBack(store, attempt);
		}
	});
});

describe('the demo’s accounts', () => {
	test('are those on the list, and only while it is a demo', async ({ product, owner }) => {
		const { auth, db } = product.app;
		await owner`insert into auth_user (id, name, email, role, team_id) values
			('demo-1', 'Demo Officer', 'demo-1@northmere.example', 'officer', 'revenues'),
			('real-1', 'Real Officer', 'real-1@northmere.example', 'officer', 'revenues')`;
		const officers = [{ id: 'demo-1' }, { id: 'not-seeded' }];
		const attempts = ['demo-1', 'real-1'].map((id) => ({
			email: emailOf(id),
			password: DEMO_PASSWORD
		}));
		const outcomes = async () => {
			const results = [];
			for (const attempt of attempts) results.push(outcome(await come(auth, attempt)));
			return results;
		};

		expect(await outcomes()).toEqual(['wrong', 'wrong']);
		const demo = await openDemoAccounts({ db, auth, officers });
		expect(demo.officers.map(({ name }) => name)).toEqual(['Demo Officer']);
		expect(await outcomes()).toEqual(['Demo Officer', 'wrong']);
		await openDemoAccounts({ db, auth, officers });
		await closeDemoAccounts({ db, auth, officers });
		expect(await outcomes()).toEqual(['wrong', 'wrong']);
		expect(await owner`select id from auth_session where user_id = 'demo-1'`).toHaveLength(0);
		expect(outcome(await come(auth, { email: emailOf('priya') }))).toBe('Priya Shah');
	});
});

describe('the first start', () => {
	emptyTest('makes one administrator, however many start at once', async ({ database }) => {
		const log = {
			info: () => undefined,
			warn: () => undefined,
			failure: () => '',
			refusals: () => ''
		};
		const clock = fixedClock(AT);
		const origin = 'http://localhost:1';
		const auth = createAuth({ db: database, log, clock, origin, secret: 's'.repeat(32) });
		const starts = await Promise.all([1, 2].map(() => firstAdministrator({ db: database, auth })));
		const [made, ...others] = starts.filter((start) => start !== null);
		expect(others).toEqual([]);
		expect(made?.password).toMatch(/^([a-z2-9]{4}-){4}[a-z2-9]{4}$/);
		const result = made && (await come(auth, made));
		expect(result?.ok && result.officer.role).toBe('administrator');
		expect(await firstAdministrator({ db: database, auth })).toBe(null);
	});
});
