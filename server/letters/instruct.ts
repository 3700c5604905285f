/** Puts what each source system must be told into its outbox, in the transaction that makes it true. */
import type { Policy } from '../../shared/law/policy-values.ts';
import type { Instruction } from '../../shared/outcomes/instruct.ts';
import { runOf, sendBy } from '../../shared/outcomes/send-by.ts';
import { dayInLondon, instant, type Instant } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { policyOn } from '../law/policy.ts';
import { sourcesOf } from './queries.ts';
import { instructions } from './tables.ts';
import { tellAgents } from './tell-agents.ts';

type About = {
	customerId: string;
	/** Null where no contact is about it. */
	contactId: string | null;
	at: Instant;
};

export async function instruct(
	tx: Transaction,
	given: About & { instructions: readonly Instruction[] }
): Promise<void> {
	const { customerId, contactId, at } = given;
	if (given.instructions.length === 0) return;
	const sources = await sourcesOf(
		tx,
		given.instructions.map(({ debtId }) => debtId)
	);
	const policy = await policyOn(tx, dayInLondon(at));
	await tx.insert(instructions).values(
		given.instructions.map(({ debtId, kind, because }) => {
			const source = sources.get(debtId);
			if (source === undefined) throw new Error('A debt has no source to be told.');
			const row = { source, debtId, kind, because, customerId, contactId };
			return { ...row, sendBy: toldBy(source, { at, policy }), givenAt: at };
		})
	);
	const recalled = given.instructions.filter(({ kind }) => kind === 'recall');
	const debtIds = recalled.map(({ debtId }) => debtId);
	await tellAgents(tx, { debtIds, what: 'recall', contactId, at });
}

/** A change of the record, to each source that has one. It waits for as long as policy lets it be undone. */
export async function instructChange(
	tx: Transaction,
	given: About & {
		changeId: string;
		because: string;
		to: readonly { source: string; recordId: string | null }[];
	}
): Promise<void> {
	const { to, at, ...row } = given;
	if (to.length === 0) return;
	const policy = await policyOn(tx, dayInLondon(at));
	const { minutesToUndo } = policy.R1.value;
	const notBefore = instant(new Date(Date.parse(at) + minutesToUndo * 60_000));
	await tx.insert(instructions).values(
		to.map(({ source, recordId }) => ({
			...row,
			source,
			recordId,
			kind: 'change' as const,
			sendBy: toldBy(source, { at: notBefore, policy }),
			notBefore,
			givenAt: at
		}))
	);
}

export function toldBy(
	source: string,
	{ at, policy }: { at: Instant; policy: Pick<Policy, 'O1'> }
): Instant {
	return sendBy(at, runOf(source, policy.O1.value));
}
