/**
 * X-Twilio-Signature, as Twilio's security page has it: HMAC-SHA1 with the account's token over the public address and,
 * of a form, every field's name and value in the order of the names; of JSON the address holds the body's SHA-256. It
 * has no time in it: that a message is heard once is the inbox's business, and what is old by then changes no call.
 */
import { createHash, createHmac } from 'node:crypto';
import type { Checked, Sent } from './sent.ts';
import { contentOf } from './posted.ts';
import { isSame } from './standard-signature.ts';

export type Fields = Readonly<Record<string, string | readonly string[]>>;

export function twilioSignature(
	{ headers, body, url }: Pick<Sent, 'headers' | 'body' | 'url'>,
	{ secrets, origin }: { secrets: readonly string[]; origin: string }
): Checked {
	const given = headers['x-twilio-signature'];
	if (typeof given !== 'string') return { ok: false, because: 'not-signed' };
	const address = `${origin}${url}`;
	const digest = new URL(address).searchParams.get('bodySHA256');
	const read = digest === null ? contentOf(body, headers['content-type']) : null;
	const fields = read?.ok && read.isForm ? (read.content as Fields) : {};
	const isWhole = digest === null || isSame(digest.toLowerCase(), sha256(body));
	const addresses = withAndWithoutPort(origin, url);
	const isRight = secrets.some((secret) =>
		addresses.some((each) => isSame(given, signedByTwilio({ secret, address: each, fields })))
	);
	const isForm = read === null || (read.ok && read.isForm);
	if (!isRight || !isWhole || !isForm) return { ok: false, because: 'wrong-signature' };
	return { ok: true, messageId: null };
}

export function signedByTwilio({
	secret,
	address,
	fields
}: {
	secret: string;
	address: string;
	fields: Fields;
}): string {
	const names = Object.keys(fields).sort();
	const said = names.flatMap((name) => {
		const value = fields[name] ?? '';
		const values = typeof value === 'string' ? [value] : [...new Set(value)].sort();
		return values.map((each) => `${name}${each}`);
	});
	return createHmac('sha1', secret)
		.update(`${address}${said.join('')}`, 'utf8')
		.digest('base64');
}

/** Twilio signs an address as it was written, and not everybody writes the usual port. */
function withAndWithoutPort(origin: string, rest: string): string[] {
	const { protocol, hostname, port } = new URL(origin);
	const usual = protocol === 'https:' ? '443' : '80';
	return [`${protocol}//${hostname}:${port || usual}${rest}`, `${protocol}//${hostname}${rest}`];
}

const sha256 = (body: Buffer) => createHash('sha256').update(body).digest('hex');
