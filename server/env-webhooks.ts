/**
 * A switch that posts to us, as the environment names it: `TELEPHONY=webhook:pbx` reads WEBHOOK_PBX_SECRET and the
 * rest. What its messages look like is its dialect; how it proves who it is is its check. Several secrets may be in
 * force, so that one can be changed while calls come in.
 */
export const DIALECTS = [
	/** Our own call events, written as JSON. */
	'fairline',
	/** The push of Zammad, sipgate.io, Placetel and their like. */
	'zammad',
	/** Voice status callbacks and TaskRouter events. */
	'twilio',
	/** Contact events as EventBridge sends them. */
	'connect',
	/** Whole conversations, as the notifications of Genesys Cloud show them. */
	'genesys',
	/** One caller on one telephone: `POST /api/pop`, with TELEPHONY=webhook:pop. */
	'pop',
	/** Any other: an administrator's own mapping makes call events of it. */
	'mapped'
] as const;
export type DialectName = (typeof DIALECTS)[number];

/**
 * `signed` by Standard Webhooks, `twilio` by X-Twilio-Signature, or a `token` in the address or the Authorization
 * header, for a provider that cannot sign.
 */
export const CHECKS = ['signed', 'token', 'twilio'] as const;
export type CheckName = (typeof CHECKS)[number];

export type WebhookSettings = Readonly<{
	kind: 'webhook';
	/** `webhook:pbx`, as TELEPHONY has it. */
	name: string;
	dialect: DialectName;
	check: CheckName;
	/** The newest first; each is good. */
	secrets: readonly string[];
}>;

export const WEBHOOK_NAME = /^webhook:([a-z][a-z0-9-]{0,29})$/;
const MOST_SECRETS = 3;
const USUAL_CHECK: Partial<Record<DialectName, CheckName>> = {
	twilio: 'twilio',
	zammad: 'token',
	connect: 'token'
};

export function readWebhook({
	name,
	source,
	because
}: {
	name: string;
	source: Readonly<Record<string, string | undefined>>;
	because: string[];
}): WebhookSettings {
	const prefix = name.replace(/[:-]/g, '_').toUpperCase();
	const chosen = <Choice extends string>(
		field: string,
		{ from, usual }: { from: readonly Choice[]; usual: Choice }
	): Choice => {
		const value = source[`${prefix}_${field}`] ?? usual;
		const found = from.find((each) => each === value);
		if (!found) because.push(`${prefix}_${field} must be one of ${from.join(', ')}.`);
		return found ?? usual;
	};
	const dialect = chosen('DIALECT', {
		from: DIALECTS,
		usual: name === 'webhook:pop' ? 'pop' : 'fairline'
	});
	const check = chosen('CHECK', { from: CHECKS, usual: USUAL_CHECK[dialect] ?? 'signed' });
	const secrets = (source[`${prefix}_SECRET`] ?? '').split(',').map((secret) => secret.trim());
	const areGood =
		secrets.length <= MOST_SECRETS && secrets.every((each) => LOOKS[check].test(each));
	if (!areGood) because.push(`${prefix}_SECRET must be ${SAYS[check]}; up to three, with commas.`);
	return { kind: 'webhook', name, dialect, check, secrets };
}

const LOOKS: Record<CheckName, RegExp> = {
	// 24 to 64 bytes, as Standard Webhooks has it.
	signed: /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/,
	token: /^[\w-]{24,120}$/,
	twilio: /^[\x21-\x2b\x2d-\x7e]{5,120}$/
};

const SAYS: Record<CheckName, string> = {
	signed: 'whsec_ and the Base64 of 24 to 64 random bytes',
	token: 'at least 24 random letters and figures',
	twilio: "the account's auth token"
};
