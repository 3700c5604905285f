/**
 * Signing in and out. It needs no JavaScript. A refusal never says whether there is such an account, and the password
 * never comes back.
 */
import { fail, redirect, type Cookies } from '@sveltejs/kit';
import { pageAfterSignIn } from '$lib/officers/next.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const next = url.searchParams.get('next') ?? '';
	if (locals.officer) redirect(303, pageAfterSignIn(locals.officer.role, next));
	return { next, demo: locals.pages.demo, hasSignedOut: url.searchParams.has('out') };
};

export const actions: Actions = {
	in: async ({ request, locals, cookies, getClientAddress }) => {
		const form = await request.formData();
		const email = textOf(form, 'email').trim();
		const password = textOf(form, 'password');
		const missing = {
			...(email ? {} : { email: 'Enter your email address.' }),
			...(password ? {} : { password: 'Enter your password.' })
		};
		if (Object.keys(missing).length > 0) return fail(400, { email, fields: missing });

		const result = await locals.pages.auth.signIn({
			email,
			password,
			address: getClientAddress(),
			userAgent: request.headers.get('user-agent')
		});
		if (!result.ok && result.because === 'too-many') {
			const minutes = Math.ceil(result.waitSeconds / 60);
			return fail(429, { email, problem: waitFor(minutes) });
		}
		if (!result.ok) {
			const problem = 'Check your email address and password. They do not match an account.';
			return fail(401, { email, problem });
		}
		keep(cookies, result.cookies);
		redirect(303, pageAfterSignIn(result.officer.role, textOf(form, 'next')));
	},

	out: async ({ request, locals, cookies }) => {
		keep(cookies, await locals.pages.auth.signOut(request.headers.get('cookie')));
		redirect(303, '/sign-in?out');
	}
};

function waitFor(minutes: number): string {
	const time = minutes === 1 ? 'a minute' : `${minutes} minutes`;
	return `There have been too many wrong passwords. Wait ${time}, then try again.`;
}

type SetCookies = Awaited<ReturnType<App.Locals['pages']['auth']['signOut']>>;

function keep(cookies: Cookies, told: SetCookies): void {
	for (const { name, value, options } of told) cookies.set(name, value, options);
}

/** A file where text belongs is nobody's mistake. */
function textOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}
