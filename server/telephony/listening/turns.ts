/**
 * Exactly one process listens to a switch: the one that holds its lock in the database, on a connection of its own that
 * is used for nothing else. The lock goes with the connection, so with the process; one that hangs is cut off by the
 * database after three seconds without a beat. Whoever takes the lock raises the switch's term before it listens.
 */
import { setTimeout as pause } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { instant, type Instant } from '#shared/time/day.ts';
import type { Clock } from '../../clock.ts';

/** Any number does that no other lock of ours has. */
const LOCK = 7_710_453;
const LOOK_AGAIN_MS = 300;
const BEAT_MS = 700;
/** Three beats missed, and a fourth begun. */
const SILENT_MS = 3_000;

export type Turn = {
	term: number;
	/** Until when it was listened to before; null where nobody ever did. */
	heardUntil: Instant | null;
};

export type TurnNeeds = {
	url: string;
	source: string;
	/** Other processes may be waiting for it. */
	isShared: boolean;
	clock: Pick<Clock, 'now'>;
	begin(turn: Turn): Promise<void>;
	/** Nothing is listened to any more when it resolves. */
	end(): Promise<void>;
	failed(cause: unknown): void;
};

export type Turns = {
	/** Somebody else has taken the switch: so ours is over. */
	lost(term: number): void;
	dispose(): Promise<void>;
};

/** A lock that was lost, and when it is. */
type Over = { readonly isSo: boolean; readonly when: Promise<void>; now(): void };

export function takingTurns(needs: TurnNeeds): Turns {
	const stopped = over();
	let ours: { term: number; over: Over } | null = null;

	async function turn(): Promise<void> {
		const lost = over();
		const sql = connection(needs, () => lost.now());
		void stopped.when.then(() => lost.now());
		try {
			const taken = await taking(sql, needs, lost);
			if (!taken || lost.isSo) return;
			ours = { term: taken.term, over: lost };
			try {
				await needs.begin(taken);
				while (!lost.isSo && (await beat(sql, needs, taken))) await nap(BEAT_MS, lost);
			} finally {
				ours = null;
				await needs.end();
			}
		} finally {
			await sql.end({ timeout: 1 });
		}
	}

	async function turns(): Promise<void> {
		while (!stopped.isSo) {
			await turn().catch((cause: unknown) => {
				if (!stopped.isSo) needs.failed(cause);
			});
			await nap(LOOK_AGAIN_MS, stopped);
		}
	}

	const running = turns();
	return {
		lost(term) {
			if (ours?.term === term) ours.over.now();
		},
		async dispose() {
			stopped.now();
			await running;
		}
	};
}

function connection({ url, isShared }: TurnNeeds, closed: () => void): Sql {
	return postgres(url, {
		max: 1,
		idle_timeout: 0,
		max_lifetime: null,
		onclose: closed,
		onnotice: () => undefined,
		connection: {
			application_name: 'fairline listener',
			...(isShared ? { idle_session_timeout: SILENT_MS } : {})
		}
	});
}

/** Waits for the lock, and raises the term. Null where the connection went, or the process stops, before. */
async function taking(sql: Sql, { source }: TurnNeeds, lost: Over): Promise<Turn | null> {
	while (!lost.isSo) {
		const [lock] = await sql<[{ taken: boolean }]>`
			select pg_try_advisory_lock(${LOCK}, hashtext(${source})) as taken`;
		if (lock.taken) return raised(sql, source);
		await nap(LOOK_AGAIN_MS, lost);
	}
	return null;
}

async function raised(sql: Sql, source: string): Promise<Turn> {
	const [turn] = await sql<[{ term: number; heardUntil: Date | null }]>`
		with raised as (
			insert into switch_terms as t (source, term) values (${source}, 1)
			on conflict (source) do update set term = t.term + 1 returning term
		)
		select term::int as term, (select heard_at from switch_beats where source = ${source}) as "heardUntil"
		from raised`;
	const { term, heardUntil } = turn;
	return { term, heardUntil: heardUntil && instant(heardUntil) };
}

/** False where somebody else has taken the switch. */
async function beat(sql: Sql, { source, clock }: TurnNeeds, { term }: Turn): Promise<boolean> {
	const noted = await sql`
		insert into switch_beats as b (source, term, heard_at)
		values (${source}, ${term}, ${clock.now()})
		on conflict (source) do update set term = excluded.term, heard_at = excluded.heard_at
			where b.term <= excluded.term returning term`;
	return noted.length > 0;
}

function over(): Over {
	const { promise, resolve } = Promise.withResolvers<void>();
	let isSo = false;
	return {
		get isSo() {
			return isSo;
		},
		when: promise,
		now() {
			isSo = true;
			resolve();
		}
	};
}

async function nap(ms: number, until: Over): Promise<void> {
	await Promise.race([pause(ms), until.when]);
}
