/**
 * Who sent a message, by the check its switch is set to. A provider that cannot sign has a secret of its own in the
 * address it posts to, or in the Authorization header; the message is then known again by what it says alone.
 */
import { createHmac } from 'node:crypto';
import type { Instant } from '#shared/time/day.ts';
import type { DialectName, WebhookSettings } from '../../env-webhooks.ts';
import type { Checked, Sent } from './sent.ts';
import { isSame, standardSignature } from './standard-signature.ts';
import { twilioSignature } from './twilio-signature.ts';

export function checked(
	sent: Sent,
	{ settings, at, origin }: { settings: WebhookSettings; at: Instant; origin: string }
): Checked {
	const { secrets } = settings;
	switch (settings.check) {
		case 'signed':
			return standardSignature(sent, { secrets, at });
		case 'twilio':
			return twilioSignature(sent, { secrets, origin });
		case 'token':
			return token(sent, secrets);
	}
}

function token(sent: Sent, secrets: readonly string[]): Checked {
	const given = sent.token ?? /^Bearer (.{1,200})$/.exec(sent.headers.authorization ?? '')?.[1];
	if (given === undefined) return { ok: false, because: 'not-signed' };
	const isRight = secrets.some((secret) => isSame(given, secret));
	return isRight ? { ok: true, messageId: null } : { ok: false, because: 'wrong-signature' };
}

/** Where the same may rightly be said twice: held, talking and held again, each time in the very same words. */
const SAYS_AGAIN: ReadonlySet<DialectName> = new Set(['mapped', 'genesys']);

/**
 * What names a message that has no id: nobody without the secret can make it from what they think it says. What a
 * provider may say again is repeated only within its minute; after that the rules of calls know what is news.
 */
export function idOf(
	body: Buffer,
	{ settings: { secrets, dialect }, at }: { settings: WebhookSettings; at: Instant }
): string {
	const [secret = ''] = secrets;
	const digest = createHmac('sha256', secret).update(body).digest('hex');
	return SAYS_AGAIN.has(dialect) ? `${digest} ${at.slice(0, 16)}` : digest;
}
