/**
 * Who is signed in: the one surface over better-auth that pages, procedures and sockets share. A session is what its
 * row in the database says at that moment, so that ending it (signing out, being revoked, growing old) ends it
 * everywhere at once; those who hold something open for a session listen for its end.
 */
import { APIError } from 'better-auth/api';
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';
import { inArray, sql } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import type { Log } from '../log.ts';
import { isRole, type Officer } from '#shared/officers/roles.ts';
import { givePlaceBack, takePlace, type Attempt } from './attempts.ts';
import { ADDRESS_HEADER, identitiesIn, type Identities } from './identities.ts';
import { session } from './tables.ts';

/** What setting one cookie takes, in SvelteKit's words. */
export type SessionCookie = {
	name: string;
	value: string;
	options: {
		path: string;
		httpOnly: true;
		sameSite: 'lax';
		secure: boolean;
		maxAge: number;
	};
};

export type SignInRefusal = 'wrong' | 'too-many';

export type SignInResult =
	| { ok: true; officer: Officer; cookies: readonly SessionCookie[] }
	| { ok: false; because: 'wrong' }
	| { ok: false; because: 'too-many'; waitSeconds: number };

export type SignedIn = { sessionId: string; officer: Officer };

export type Auth = {
	signIn(attempt: Attempt & { password: string; userAgent: string | null }): Promise<SignInResult>;
	/** Ends the session of this cookie header and says what to clear in the browser. */
	signOut(cookie: string | null): Promise<readonly SessionCookie[]>;
	/** Who a cookie header belongs to, now. */
	sessionOf(cookie: string | null): Promise<SignedIn | null>;
	/** Milliseconds left of each of these sessions; one that has ended is not among them. */
	timeLeft(sessionIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
	/** Ends every session of one person: their role, team or password changed, or they left. */
	endSessionsOf(officerId: string): Promise<void>;
	/** Called with the id of each session ended here. Returns how to stop listening. */
	onSessionEnded(listener: (sessionId: string) => void): () => void;
	/** For the other files of this room. */
	identities: Identities;
};

export type AuthNeeds = {
	db: Pick<Database, 'orm'>;
	origin: string;
	secret: string;
	clock: Clock;
	log: Log;
};

export function createAuth({ db, origin, secret, clock, log }: AuthNeeds): Auth {
	const listeners = new Set<(sessionId: string) => void>();
	const identities = identitiesIn({
		orm: db.orm,
		origin,
		secret,
		ended: (sessionId) => listeners.forEach((listener) => listener(sessionId)),
		complain: (message) =>
			log.warn({ event: 'sign-in', because: message.replace(/\W+/g, '-').slice(0, 80) })
	});
	return {
		identities,
		signIn: (attempt) => signIn({ identities, clock, log }, attempt),
		signOut: (cookie) => signOut(identities, cookie),
		sessionOf: (cookie) => sessionOf(identities, cookie),
		timeLeft: (sessionIds) => timeLeft(db, sessionIds),
		async endSessionsOf(officerId) {
			await (await identities.$context).internalAdapter.deleteUserSessions(officerId);
		},
		onSessionEnded(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		}
	};
}

async function signIn(
	{ identities, clock, log }: { identities: Identities; clock: Clock; log: Log },
	attempt: Parameters<Auth['signIn']>[0]
): Promise<SignInResult> {
	const { adapter } = await identities.$context;
	const place = await takePlace(adapter, attempt, Date.parse(clock.now()));
	if (!place.ok) {
		log.warn({ event: 'sign-in', outcome: 'refused', because: 'too-many' });
		return { ok: false, because: 'too-many', waitSeconds: place.waitSeconds };
	}
	const entered = await enter(identities, attempt);
	if (!entered) {
		log.warn({ event: 'sign-in', outcome: 'refused', because: 'wrong' });
		return { ok: false, because: 'wrong' };
	}
	await givePlaceBack(adapter, attempt);
	const { officer } = entered;
	log.info({ event: 'sign-in', outcome: 'ok', officerId: officer.id, role: officer.role });
	return { ok: true, ...entered };
}

async function enter(
	identities: Identities,
	{ email, password, address, userAgent }: Parameters<Auth['signIn']>[0]
): Promise<{ officer: Officer; cookies: readonly SessionCookie[] } | null> {
	try {
		const { response, headers } = await identities.api.signInEmail({
			body: { email: email.trim(), password },
			headers: new Headers({ [ADDRESS_HEADER]: address, 'user-agent': userAgent ?? '' }),
			returnHeaders: true
		});
		return { officer: officerFrom(response.user), cookies: cookiesIn(headers) };
	} catch (error) {
		// Its refusals: no such account, wrong password, not an email address, a password longer than any.
		if (error instanceof APIError && error.statusCode < 500) return null;
		throw error;
	}
}

async function signOut(
	identities: Identities,
	cookie: string | null
): Promise<readonly SessionCookie[]> {
	const { headers } = await identities.api.signOut({
		headers: new Headers({ cookie: cookie ?? '' }),
		returnHeaders: true
	});
	return cookiesIn(headers);
}

async function sessionOf(identities: Identities, cookie: string | null): Promise<SignedIn | null> {
	if (!cookie) return null;
	const found = await identities.api.getSession({ headers: new Headers({ cookie }) });
	return found && { sessionId: found.session.id, officer: officerFrom(found.user) };
}

async function timeLeft(
	db: Pick<Database, 'orm'>,
	sessionIds: readonly string[]
): Promise<ReadonlyMap<string, number>> {
	if (sessionIds.length === 0) return new Map();
	// By the database's own clock: the demo's is on another day, and a session's end is real time.
	const left = sql<number>`extract(epoch from ${session.expiresAt} - clock_timestamp())::float8 * 1000`;
	const rows = await db.orm
		.select({ id: session.id, left })
		.from(session)
		.where(inArray(session.id, [...sessionIds]));
	return new Map(rows.filter((row) => row.left > 0).map((row) => [row.id, row.left]));
}

function officerFrom(user: {
	id: string;
	name: string;
	role: string;
	extension?: string | null | undefined;
	teamId: string;
}): Officer {
	const { id, name, role, teamId } = user;
	if (!isRole(role)) throw new Error('An account has a role that is not one of ours.');
	return { id, name, role, teamId, extension: user.extension ?? null };
}

function cookiesIn(headers: Headers): SessionCookie[] {
	const parsed = parseSetCookieHeader(headers.getSetCookie().join(', '));
	return [...parsed].map(([name, attributes]) => {
		const { path = '/', secure = false, maxAge = 0 } = toCookieOptions(attributes);
		return {
			name,
			value: attributes.value,
			options: { path, secure, maxAge, httpOnly: true, sameSite: 'lax' }
		};
	});
}
