import { expect, it } from 'vitest';
import type { DialectName, WebhookSettings } from '../../env-webhooks.ts';
import { instant } from '#shared/time/day.ts';
import { idOf } from './check.ts';

const AT = '2026-11-19T10:00:10Z';
const HELD = '{"hold":true}';

function idFor({ dialect = 'zammad' as DialectName, says = HELD, secret = 'a', at = AT }) {
	const settings: WebhookSettings = {
		kind: 'webhook',
		name: 'webhook:x',
		dialect,
		check: 'token',
		secrets: [secret]
	};
	return idOf(Buffer.from(says), { settings, at: instant(at) });
}

const LATER = '2026-11-19T10:01:10Z';

it.each([
	['of a call’s event comes once, however late it is sent again', { at: LATER }, true],
	['that says something else is another', { says: '{"hold":false}' }, false],
	['known by another secret is another', { secret: 'b' }, false]
])('a message without an id %s', (_, other, isSame) => {
	expect(idFor({}) === idFor(other)).toBe(isSame);
});

it.each<DialectName>(['mapped', 'genesys'])(
	'of the dialect %s is one within its minute, and may say the same again after it',
	(dialect) => {
		expect(idFor({ dialect })).toBe(idFor({ dialect, at: '2026-11-19T10:00:59Z' }));
		expect(idFor({ dialect })).not.toBe(idFor({ dialect, at: LATER }));
	}
);
