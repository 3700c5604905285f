/** Signs an officer of the demo in by the form that a person fills, and answers the session's cookies. */

const PASSWORD = 'northmere demo';

export async function cookieOf(origin: string, who: string): Promise<string> {
	const answer = await fetch(`${origin}/sign-in?/in`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin },
		body: new URLSearchParams({ email: `${who}@northmere.example`, password: PASSWORD })
	});
	const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
	if (cookies.length === 0) throw new Error(`${who} could not sign in: ${answer.status}.`);
	return cookies.join('; ');
}
