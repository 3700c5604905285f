import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signedByTwilio, twilioSignature } from './twilio-signature.ts';

/** The example Twilio publishes for its signature. */
const TOKEN = '12345';
const ORIGIN = 'https://mycompany.com';
const URL = '/myapp.php?foo=1&bar=2';
const FIELDS = {
	CallSid: 'CA1234567890ABCDE',
	Caller: '+14158675309',
	Digits: '1234',
	From: '+14158675309',
	To: '+18005551212'
};
const SIGNATURE = 'RSOYDt4T1cUTdK1PDd93/VVr8B8=';
const FORM = 'application/x-www-form-urlencoded; charset=UTF-8';

function checked({
	signature = SIGNATURE,
	url = URL,
	origin = ORIGIN,
	body = new URLSearchParams(FIELDS).toString(),
	type = FORM,
	secrets = [TOKEN]
}: {
	signature?: string | undefined;
	url?: string;
	origin?: string;
	body?: string;
	type?: string;
	secrets?: string[];
}) {
	const headers = { 'x-twilio-signature': signature, 'content-type': type };
	return twilioSignature({ headers, url, body: Buffer.from(body) }, { secrets, origin });
}

describe("Twilio's signature", () => {
	it('is right for the published example', () => {
		expect(checked({})).toMatchObject({ ok: true });
	});

	it.each([
		['with the usual port said', { origin: `${ORIGIN}:443` }],
		['with the token before', { secrets: ['another', TOKEN] }],
		[
			'whatever the order of the fields',
			{ body: new URLSearchParams(Object.entries(FIELDS).reverse()).toString() }
		]
	])('is right %s', (_, given) => {
		expect(checked(given)).toMatchObject({ ok: true });
	});

	it.each([
		['another field', { body: `${new URLSearchParams(FIELDS).toString()}&X=1` }],
		['another path', { url: '/myapp.php?foo=1&bar=3' }],
		['another host', { origin: 'https://mycompany.example' }],
		['another token', { secrets: ['123456'] }],
		['an empty signature', { signature: '' }],
		['a field moved into the address', { url: `${URL}&Digits=1234` }]
	])('is wrong for %s', (_, given) => {
		expect(checked(given)).toEqual({ ok: false, because: 'wrong-signature' });
	});

	it('counts a field sent twice with the same value once, and with two values in their order', () => {
		const signature = signedByTwilio({
			secret: TOKEN,
			address: `${ORIGIN}/a`,
			fields: { A: ['2', '1', '2'] }
		});
		expect(signature).toBe(
			signedByTwilio({ secret: TOKEN, address: `${ORIGIN}/a`, fields: { A: '1A2' } })
		);
		expect(checked({ signature, url: '/a', body: 'A=1&A=2&A=2' })).toMatchObject({ ok: true });
	});

	it('over JSON is over the address, which holds what the body must be', () => {
		const body = '{"a":1}';
		const url = `/a?bodySHA256=${createHash('sha256').update(body).digest('hex')}`;
		const signature = signedByTwilio({ secret: TOKEN, address: `${ORIGIN}${url}`, fields: {} });
		const sent = { signature, url, body, type: 'application/json' };
		expect(checked(sent)).toMatchObject({ ok: true });
		expect(checked({ ...sent, body: '{"a":2}' })).toMatchObject({ ok: false });
		const bare = signedByTwilio({ secret: TOKEN, address: `${ORIGIN}/a`, fields: {} });
		expect(checked({ ...sent, signature: bare, url: '/a' })).toMatchObject({ ok: false });
	});
});
