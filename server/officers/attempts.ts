/**
 * Wrong sign-ins, counted by account and by address in better-auth's own table. An attempt takes its place before the
 * password is looked at and gives it back when it was right, so that guesses sent together count as guesses one after
 * another. An account is counted whether or not there is one, so that the answer tells nobody who works here.
 */
import { createHash } from 'node:crypto';
import type { Identities } from './identities.ts';

type Store = Awaited<Identities['$context']>['adapter'];
type Row = { count: number; lastRequest: number };
type Place = { ok: true } | { ok: false; waitSeconds: number };
type Limit = { key: string; most: number };

export const WAIT_SECONDS = 15 * 60;
/** A council's officers share an address, so it bears more. */
export const MOST_WRONG = { account: 5, address: 50 } as const;

export type Attempt = { email: string; address: string };

/** A place among the attempts, or how long to wait for one. */
export async function takePlace(store: Store, attempt: Attempt, now: number): Promise<Place> {
	for (const limit of limitsOf(attempt)) {
		const place = await take(store, limit, now);
		if (!place.ok) return place;
	}
	return { ok: true };
}

/** The password was right: the account begins again, and the address has one attempt fewer against it. */
export async function givePlaceBack(store: Store, attempt: Attempt): Promise<void> {
	const [address, account] = limitsOf(attempt);
	await store.deleteMany({ model: 'rateLimit', where: [{ field: 'key', value: account.key }] });
	await store.incrementOne({
		model: 'rateLimit',
		where: [
			{ field: 'key', value: address.key },
			{ field: 'count', operator: 'gt', value: 0 }
		],
		increment: { count: -1 }
	});
}

/** The address first: one that is refused leaves no mark on anybody's account. */
function limitsOf({ email, address }: Attempt): [address: Limit, account: Limit] {
	// A digest, because people type a password where the email goes.
	const digest = createHash('sha256').update(email.trim().toLowerCase()).digest('base64url');
	return [
		{ key: `sign-in address ${address}`, most: MOST_WRONG.address },
		{ key: `sign-in account ${digest}`, most: MOST_WRONG.account }
	];
}

async function take(store: Store, limit: Limit, now: number): Promise<Place> {
	const since = now - WAIT_SECONDS * 1000;
	const key = { field: 'key', value: limit.key };
	const again = await store.incrementOne<Row>({
		model: 'rateLimit',
		where: [
			key,
			{ field: 'lastRequest', operator: 'gt', value: since },
			{ field: 'count', operator: 'lt', value: limit.most }
		],
		increment: { count: 1 },
		set: { lastRequest: now }
	});
	if (again) return { ok: true };
	const afresh = await store.incrementOne<Row>({
		model: 'rateLimit',
		where: [key, { field: 'lastRequest', operator: 'lte', value: since }],
		increment: {},
		set: { count: 1, lastRequest: now }
	});
	if (afresh) return { ok: true };
	const row = await store.findOne<Row>({ model: 'rateLimit', where: [key] });
	if (!row) return first(store, limit, now);
	// Others took or gave back places meanwhile.
	if (row.count < limit.most || row.lastRequest <= since) return take(store, limit, now);
	const waitSeconds = Math.ceil((row.lastRequest - since) / 1000);
	return { ok: false, waitSeconds: Math.max(1, waitSeconds) };
}

async function first(store: Store, limit: Limit, now: number): Promise<Place> {
	const old = now - WAIT_SECONDS * 1000;
	await store.deleteMany({
		model: 'rateLimit',
		where: [{ field: 'lastRequest', operator: 'lt', value: old }]
	});
	try {
		await store.create({
			model: 'rateLimit',
			data: { key: limit.key, count: 1, lastRequest: now }
		});
		return { ok: true };
	} catch (error) {
		// Another attempt was first at the same moment: then there is a row to count on.
		const where = [{ field: 'key', value: limit.key }];
		if (!(await store.findOne({ model: 'rateLimit', where }))) throw error;
		return take(store, limit, now);
	}
}
