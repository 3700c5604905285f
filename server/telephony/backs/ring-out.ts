/**
 * The one way out: every call that a screen asks for is weighed, counted and written down in the transaction that takes
 * it in hand, and only then is the telephone system asked. What it refuses rang nobody, and is taken back.
 */
import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import {
	mayRingNow,
	type RingingAnswer,
	type RungFor
} from '../../../shared/calls/backs/ringing.ts';
import { hasAuthority } from '../../../shared/officers/authority.ts';
import type { Officer } from '../../../shared/officers/roles.ts';
import { record } from '../../audit/record.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/client.ts';
import { inTransaction, type Transaction } from '../../db/transaction.ts';
import { policyOn } from '../../law/policy.ts';
import { isPhoneReady } from '../colleagues.ts';
import type { CommandRefusal, Switch } from '../port.ts';
import { personToRing } from './person.ts';
import { rungCalls } from '../tables.ts';

export type OutParts = { database: Database; clock: Clock; switches: readonly Switch[] };

/** Why not, in words, and the rules it was decided by. */
export type RingRefused = { ok: false; because: string; says: string; cites: readonly string[] };

export type RungOut = { ok: true } | RingRefused;

/** What is rung for, as it was read and locked. */
export type ToRing = {
	rungFor: RungFor;
	subjectId: string;
	customerId: string | null;
	/** Null for whichever of theirs may be rung. */
	number: string | null;
	isAskedFor: boolean;
};

type Taking = {
	officer: Officer;
	/** Locks what is rung for and takes it in hand; or refuses. */
	take: (tx: Transaction) => Promise<{ ok: true; call: ToRing } | RingRefused>;
	/** The telephone rings; or it does not, and what was taken is given back. */
	rung: (tx: Transaction, its: { rungOn: string; rungAs: string }) => Promise<void>;
	givenBack: (tx: Transaction) => Promise<void>;
};

/** Pressed again while it rings, it is one call. */
const AT_ONCE_SECONDS = 20;

export async function ringOut(taking: Taking, parts: OutParts): Promise<RungOut> {
	const { database, switches } = parts;
	const able = ableSwitch(switches);
	if (!able.ok) return able;
	const { officer } = taking;
	if (officer.extension === null) return refusedBySwitch('bad-target');
	if (!(await isPhoneReady(database.sql, officer.id))) return refusedBySwitch('phone-not-ready');
	const id = randomUUID();
	const taken = await inTransaction(database, (tx) => takeInHand(tx, { id, taking, parts }));
	if (!taken.ok) return taken;
	const { its } = able;
	const rungAs = `rung-${id}`;
	const commanded = await its.command({
		verb: 'originate',
		contactId: rungAs,
		agent: officer.extension,
		number: taken.number
	});
	await inTransaction(database, async (tx) => {
		const state = commanded.ok ? 'rung' : 'refused';
		// Its own call was heard before the answer came: it rang, whatever else was said of it.
		const of = { rungOn: its.source, rungAs };
		await tx
			.update(rungCalls)
			.set({ state, ...of })
			.where(eq(rungCalls.id, id));
		await (commanded.ok ? taking.rung(tx, of) : taking.givenBack(tx));
	});
	return commanded.ok ? { ok: true } : refusedBySwitch(commanded.because);
}

async function takeInHand(
	tx: Transaction,
	{ id, taking, parts }: { id: string; taking: Taking; parts: OutParts }
): Promise<{ ok: true; number: string } | RingRefused> {
	const taken = await taking.take(tx);
	if (!taken.ok) return taken;
	const { call } = taken;
	const { officer } = taking;
	const may = (await ringsNow(tx, { call, parts }))
		? BEING_RUNG
		: await weigh(tx, { call, officer, parts });
	if (!may.ok) {
		// Nothing is kept of what was taken in hand.
		await taking.givenBack(tx);
		return may;
	}
	const { rungFor, subjectId, customerId, isAskedFor } = call;
	const [at, onDay] = [parts.clock.now(), parts.clock.today()];
	const row = { id, rungFor, subjectId, customerId, isAskedFor, at, onDay };
	await tx.insert(rungCalls).values({ ...row, number: may.number, officerId: officer.id });
	await record(tx, {
		at,
		officerId: officer.id,
		act: 'customer.rung',
		...(customerId === null ? {} : { customerId }),
		subjectId,
		detail: { rungFor, isAskedFor, exempt: may.exempt, rules: may.cites }
	});
	return { ok: true, number: may.number };
}

async function weigh(
	tx: Transaction,
	{ call, officer, parts: { clock } }: { call: ToRing; officer: Officer; parts: OutParts }
): Promise<RingingAnswer> {
	const [at, today] = [clock.now(), clock.today()];
	const person = await personToRing(tx, call, today);
	const mayOpenRestricted = hasAuthority(officer.role, 'leader');
	const { number, isAskedFor } = call;
	const asked = { number, isAskedFor, mayOpenRestricted, at };
	return mayRingNow(person, asked, await policyOn(tx, today));
}

async function ringsNow(
	tx: Transaction,
	{ call, parts: { clock } }: { call: ToRing; parts: OutParts }
): Promise<boolean> {
	const since = new Date(Date.parse(clock.now()) - AT_ONCE_SECONDS * 1000).toISOString();
	const rows = await tx.execute(sql`select from rung_calls r where r.subject_id = ${call.subjectId}
		and r.state <> 'refused' and r.at > ${since}::timestamptz limit 1`);
	return rows.length > 0;
}

function ableSwitch(switches: readonly Switch[]): { ok: true; its: Switch } | RingRefused {
	const able = switches.filter(({ verbs }) => verbs.includes('originate'));
	const its = able.find((each) => each.state() === 'connected');
	return its ? { ok: true, its } : refusedBySwitch(able.length > 0 ? 'link-lost' : 'not-offered');
}

const BEING_RUNG: RingRefused = {
	ok: false,
	because: 'being-rung',
	says: 'They are being rung. Look at the phone.',
	cites: []
};

export function refusal(because: string, says: string): RingRefused {
	return { ok: false, because, says, cites: [] };
}

function refusedBySwitch(because: CommandRefusal): RingRefused {
	return refusal(because, SWITCH_SAYS[because]);
}

const SWITCH_SAYS: Record<CommandRefusal, string> = {
	'not-offered': 'This phone system cannot ring from here. Use the phone.',
	'link-lost': 'The link to the phone system is down. Use the phone.',
	'no-such-call': 'That call is over.',
	'bad-target': 'You have no phone here, or that is not a number.',
	'refused-by-switch': 'Your phone is in use, or the phone system refused.',
	'phone-not-ready': 'Your phone is not ready.',
	'not-now': 'They have not picked up yet.',
	'not-confirmed': 'The phone system did not confirm it. Look at the phone.'
};
