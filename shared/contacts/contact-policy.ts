/**
 * What of council policy leaves with a contact: the rows that its own screens decide by, and of the rows of streams and
 * stages those of the streams it owes. Whatever stage a debt of theirs reaches in the contact, its row is here.
 */
import { ladderOf, type LadderCode } from '../debts/ladder/ladder-codes.ts';
import type { Stream } from '../debts/streams.ts';
import { ROW_IDS } from '../law/policy-rows.ts';
import { CONTACT_ROWS, type ContactPolicy, type Policy } from '../law/policy-values.ts';

/** How the rows of a ladder begin. */
const ROWS_OF: Record<LadderCode, string> = {
	CT: 'CT',
	NDR: 'NR',
	BID: 'NR',
	HBO: 'HB',
	SUN: 'IN',
	ASC: 'CA',
	RENT: 'RE',
	PCN: 'PC'
};

/** Those of any stream: held, and another's. */
const OF_ANY: ReadonlySet<string> = new Set(['HO', 'OT']);

export function contactPolicy(policy: Policy, debts: readonly { stream: Stream }[]): ContactPolicy {
	const own = new Set(debts.map(({ stream }) => ROWS_OF[ladderOf(stream)]));
	const rows = ROW_IDS.filter((row) => OF_ANY.has(row) || own.has(row.slice(0, 2)));
	const sent = [...CONTACT_ROWS, ...rows].map((row) => [row, policy[row]] as const);
	// A row of a stream that they do not owe is never asked for: rows come with the debts they are of.
	return Object.fromEntries(sent) as ContactPolicy;
}
