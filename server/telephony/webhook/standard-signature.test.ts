import { describe, expect, it } from 'vitest';
import { instant } from '#shared/time/day.ts';
import { signed, standardSignature } from './standard-signature.ts';

/** The example that Standard Webhooks publishes with its libraries. */
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const OLD_SECRET = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
const ID = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
const TIMESTAMP = '1614265330';
const BODY = '{"test": 2432232314}';
const SIGNATURE = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
const HEADERS = {
	'webhook-id': ID,
	'webhook-timestamp': TIMESTAMP,
	'webhook-signature': SIGNATURE
};
const secondsAfter = (seconds: number) =>
	instant(new Date((Number(TIMESTAMP) + seconds) * 1000).toISOString());

function checked(
	headers: Record<string, string | undefined>,
	{ body = BODY, secrets = [SECRET], after = 0 } = {}
) {
	const given = { headers: { ...HEADERS, ...headers }, body: Buffer.from(body) };
	return standardSignature(given, { secrets, at: secondsAfter(after) });
}

describe('a signed message', () => {
	it.each([
		['is known by the published example', {}, {}],
		['may have several signatures', { 'webhook-signature': `v1,AAAA v1a,x ${SIGNATURE}` }, {}],
		['may be signed with the secret before', {}, { secrets: [OLD_SECRET, SECRET] }],
		['may be five minutes old', {}, { after: 300 }],
		['may be five minutes early', {}, { after: -300 }]
	])('%s', (_, headers, given) => {
		expect(checked(headers, given)).toEqual({ ok: true, messageId: ID });
	});

	it.each([
		['without an id', { 'webhook-id': undefined }, {}, 'not-signed'],
		['whose id is a page long', { 'webhook-id': 'x'.repeat(129) }, {}, 'not-signed'],
		['with a line break in its id', { 'webhook-id': 'a\nb' }, {}, 'not-signed'],
		['without a time', { 'webhook-timestamp': undefined }, {}, 'not-signed'],
		['with a time that is no number', { 'webhook-timestamp': '16142653e0' }, {}, 'not-signed'],
		['without a signature', { 'webhook-signature': undefined }, {}, 'not-signed'],
		['with an empty signature', { 'webhook-signature': '' }, {}, 'wrong-signature'],
		[
			'of another version',
			{ 'webhook-signature': SIGNATURE.replace('v1,', 'v2,') },
			{},
			'wrong-signature'
		],
		[
			'with one letter of it changed',
			{ 'webhook-signature': SIGNATURE.replace('g0', 'g1') },
			{},
			'wrong-signature'
		],
		['with another body', {}, { body: `${BODY} ` }, 'wrong-signature'],
		['with another id', { 'webhook-id': `${ID}x` }, {}, 'wrong-signature'],
		['with another time', { 'webhook-timestamp': '1614265331' }, {}, 'wrong-signature'],
		['after its secret was taken away', {}, { secrets: [OLD_SECRET] }, 'wrong-signature'],
		['sent again after five minutes', {}, { after: 301 }, 'wrong-time'],
		['from a clock that goes before', {}, { after: -301 }, 'wrong-time']
	])('%s is refused', (_, headers, given, because) => {
		expect(checked(headers, given)).toEqual({ ok: false, because });
	});

	it('is signed as the example is', () => {
		const made = signed({ secret: SECRET, messageId: ID, timestamp: TIMESTAMP, body: BODY });
		expect(made).toBe(SIGNATURE);
	});
});
