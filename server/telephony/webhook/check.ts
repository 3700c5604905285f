/**
 * Who sent a message, by the check its switch is set to. A provider that cannot sign has a secret of its own in the
 * address it posts to, or in the Authorization header; the message is then known again by what it says alone.
 */
import { createHmac } from 'node:crypto';
import type { Instant } from '#shared/time/day.ts';
import type { WebhookSettings } from '../../env-webhooks.ts';
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

/** What names a message that has no id: nobody without the secret can make it from what they think it says. */
export function digestOf(body: Buffer, secret: string): string {
	return createHmac('sha256', secret).update(body).digest('hex');
}
