/**
 * How this process reaches the others of the same database, where there may be any: its announcements by Redis, and a
 * word by the database.
 */
import type { Part } from '../part.ts';
import type { Settings } from '../running.ts';
import { NO_NOTICES, openNotices, type Notices } from './notices.ts';
import { openCarrier, type Carrier } from './redis.ts';

export type Others = { carrier: Carrier | null; notices: Notices };

export async function openOthers(
	{ env, log }: Pick<Settings, 'env' | 'log'>,
	{ parts, failed }: { parts: Part[]; failed: (cause: unknown) => void }
): Promise<Others> {
	if (env.redisUrl === null) return { carrier: null, notices: NO_NOTICES };
	const carrier = await openCarrier({ url: env.redisUrl, secret: env.authSecret, log });
	parts.push(carrier);
	const notices = await openNotices({ url: env.databaseUrl, failed });
	parts.push(notices);
	return { carrier, notices };
}
