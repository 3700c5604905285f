/** What banks told of Direct Debits, as whoever answers it sees it. */
import type { Pence } from '../../money/pence.ts';
import type { Day, Instant } from '../../time/day.ts';
import type { Did } from './advice-closing.ts';
import type { AdviceKind, ToDo } from '../bank-codes.ts';

export type AdviceSeen = {
	id: string;
	kind: AdviceKind;
	/** `Refer to payer`. */
	means: string;
	on: Day;
	amount: Pence | null;
	reference: string;
	/** The debt's; null where it is of none. */
	title: string | null;
	/** Whose Direct Debit it is, where that is plain. */
	name: string | null;
	toDo: ToDo;
	/** Every debt of theirs is held because of it. */
	isHeld: boolean;
	/** When it is asked for once more. */
	retryOn: Day | null;
	did: Did | null;
	doneAt: Instant | null;
	/** Null where the bank itself ended it. */
	doneBy: string | null;
};

export type AfterAdvice = { on: Day; id: string };

export type AdvicesSeen = {
	open: readonly AdviceSeen[];
	count: number;
	next: AfterAdvice | null;
	/** The last done first. */
	done: readonly AdviceSeen[];
};

export type CloseRefusal = 'gone' | 'not-one-of-these';
