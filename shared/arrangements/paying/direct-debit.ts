/**
 * The Direct Debit of a plan: what the council's paying system must be told of it. It is set up with the plan, moved with
 * its days and cancelled when the plan ends or breaks; a plan that is taken up again has it set up again. Nobody's bank
 * details are ever here: the paying system asks for them itself.
 */
import { isLive, type ArrangementState } from '../life/states.ts';
import type { Payment } from '../plan.ts';

export type DirectDebitWord = 'set-up' | 'change' | 'cancel';

/** The first payment that it takes; undefined where it takes none. */
export function firstDebit(payments: readonly Payment[]): Payment | undefined {
	return payments.find(({ method }) => method === 'direct-debit');
}

/** What is to be told now, after what was told last; null where that still holds, or where there was nothing. */
export function debitWord(plan: {
	state: ArrangementState;
	last: DirectDebitWord | null;
}): DirectDebitWord | null {
	const { state, last } = plan;
	if (last === null) return null;
	if (isLive(state)) return last === 'cancel' ? 'set-up' : null;
	return last === 'cancel' ? null : 'cancel';
}
