/**
 * better-auth as Fairline uses it: local accounts, sessions in the database, and no door of its own on the network.
 * Everything reaches it through `auth.ts`. A session lasts one long shift and is never lengthened, so that nobody is
 * signed out in the middle of a call and nobody stays signed in overnight.
 */
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { betterAuth, type BetterAuthOptions } from 'better-auth';
import type { Orm } from '../db/client.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '#shared/officers/password.ts';
import { account, rateLimit, session, user, verification } from './tables.ts';

const SHIFT_SECONDS = 14 * 60 * 60;

/** Ours alone: requests never reach better-auth, so nobody outside can send it. */
export const ADDRESS_HEADER = 'x-fairline-address';

export type IdentityNeeds = {
	orm: Orm;
	origin: string;
	secret: string;
	/** A session's row has gone, for whatever reason. */
	ended(sessionId: string): void;
	/** What better-auth would print: its own words, which name nobody. */
	complain(message: string): void;
};

export type Identities = ReturnType<typeof identitiesIn>;

export function identitiesIn(needs: IdentityNeeds) {
	return betterAuth({
		...FIXED,
		baseURL: needs.origin,
		secret: needs.secret,
		database: drizzleAdapter(needs.orm, {
			provider: 'pg',
			schema: { user, session, account, verification, rateLimit },
			transaction: true
		}),
		advanced: {
			cookiePrefix: 'fairline',
			useSecureCookies: needs.origin.startsWith('https:'),
			defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
			ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] }
		},
		logger: {
			level: 'error',
			log: (_level: string, message: string) => needs.complain(message)
		},
		databaseHooks: {
			session: {
				delete: {
					after: (gone: { id: string }) => Promise.resolve(needs.ended(gone.id))
				}
			}
		}
	});
}

const FIXED = {
	appName: 'Fairline',
	telemetry: { enabled: false },
	emailAndPassword: {
		enabled: true,
		disableSignUp: true,
		minPasswordLength: SHORTEST_PASSWORD,
		maxPasswordLength: LONGEST_PASSWORD
	},
	session: { expiresIn: SHIFT_SECONDS, disableSessionRefresh: true },
	// The counters are kept by `attempts.ts` through better-auth's own table: better-auth counts sign-ins that
	// succeed as well, and a council's officers arrive together from one address.
	rateLimit: { enabled: true, storage: 'database' },
	user: {
		additionalFields: {
			role: { type: 'string', required: true, input: false },
			extension: { type: 'string', required: false, input: false },
			teamId: { type: 'string', required: true, input: false }
		}
	}
} as const satisfies BetterAuthOptions;
