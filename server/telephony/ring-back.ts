/**
 * Ringing somebody back whom this officer promised to ring, or whom a plan's first miss offered a call (policy L2), which
 * nobody asked for. Which number is the server's to choose; the officer's own telephone rings first, and the call is
 * known by an id of ours from its first message.
 */
import { sql } from 'drizzle-orm';
import type { Officer } from '../../shared/officers/roles.ts';
import type { Transaction } from '../db/transaction.ts';
import { noteRung } from '../outcomes/ring-back.ts';
import {
	refusal,
	ringOut,
	type OutParts,
	type RingRefused,
	type RungOut,
	type ToRing
} from './backs/ring-out.ts';
import { STILL_PROMISED } from './backs/sql.ts';

type Asked = { callbackId: string; officer: Officer };

export function ringBack(asked: Asked, parts: OutParts): Promise<RungOut> {
	const { callbackId, officer } = asked;
	return ringOut(
		{
			officer,
			take: (tx) => promised(tx, asked),
			rung: (tx, its) => noteRung(tx, { callbackId, officerId: officer.id, ...its }),
			givenBack: () => Promise.resolve()
		},
		parts
	);
}

async function promised(
	tx: Transaction,
	{ callbackId, officer }: Asked
): Promise<{ ok: true; call: ToRing } | RingRefused> {
	await tx.execute(sql`select from callbacks where id = ${callbackId}::uuid for update`);
	const [row] = await tx.execute<{
		customerId: string;
		number: string | null;
		isOffered: boolean;
	}>(sql`
		select coalesce(c.joined_to, c.id) as "customerId", b.number,
			exists (select from arrangement_moves m where m.id = b.id) as "isOffered"
		from callbacks b join customers c on c.id = b.customer_id
		where b.id = ${callbackId}::uuid and b.owner_id = ${officer.id}
			and ${sql.raw(STILL_PROMISED)}`);
	if (!row) return refusal('not-due', 'That call is made, or somebody else has it.');
	const { customerId, number, isOffered } = row;
	const rungFor = isOffered ? 'offered' : 'promised';
	return {
		ok: true,
		call: { rungFor, subjectId: callbackId, customerId, number, isAskedFor: !isOffered }
	};
}
