/**
 * Whether a message was signed by who holds the secret, as Standard Webhooks 1.0 says: HMAC-SHA256 over the message's
 * id, its time and its body. Its time may be five minutes from ours, so that one overheard cannot be sent again later;
 * within that, its id is heard once. Any of the secrets in force will do, and any of the signatures sent.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Instant } from '#shared/time/day.ts';

export type SignatureRefusal = 'not-signed' | 'wrong-signature' | 'wrong-time';

export type SignatureChecked =
	{ ok: true; messageId: string } | { ok: false; because: SignatureRefusal };

const WINDOW_SECONDS = 300;
const MESSAGE_ID = /^[\x21-\x7e]{1,128}$/;
const SECONDS = /^\d{9,11}$/;
/** Nobody rotates through more, and each costs a comparison. */
const MOST_SIGNATURES = 10;

export function standardSignature(
	{ headers, body }: { headers: IncomingHttpHeaders; body: Buffer },
	{ secrets, at }: { secrets: readonly string[]; at: Instant }
): SignatureChecked {
	const messageId = headers['webhook-id'];
	const timestamp = headers['webhook-timestamp'];
	const given = headers['webhook-signature'];
	if (typeof messageId !== 'string' || !MESSAGE_ID.test(messageId)) return NOT_SIGNED;
	if (typeof timestamp !== 'string' || !SECONDS.test(timestamp)) return NOT_SIGNED;
	if (typeof given !== 'string') return NOT_SIGNED;
	const signatures = given.split(' ').slice(0, MOST_SIGNATURES);
	const isRight = secrets.some((secret) => {
		const wanted = signed({ secret, messageId, timestamp, body });
		return signatures.some((each) => isSame(each, wanted));
	});
	if (!isRight) return { ok: false, because: 'wrong-signature' };
	const apart = Math.abs(Date.parse(at) / 1000 - Number(timestamp));
	return apart > WINDOW_SECONDS ? { ok: false, because: 'wrong-time' } : { ok: true, messageId };
}

/** As a header has it, `v1,` and the Base64. */
export function signed({
	secret,
	messageId,
	timestamp,
	body
}: {
	secret: string;
	messageId: string;
	timestamp: string;
	body: Buffer | string;
}): string {
	const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
	const mac = createHmac('sha256', key).update(`${messageId}.${timestamp}.`).update(body);
	return `v1,${mac.digest('base64')}`;
}

/** Takes as long for a wrong one as for a right one. */
export function isSame(one: string, other: string): boolean {
	const [a, b] = [Buffer.from(one), Buffer.from(other)];
	return a.length === b.length && timingSafeEqual(a, b);
}

const NOT_SIGNED: SignatureChecked = { ok: false, because: 'not-signed' };
