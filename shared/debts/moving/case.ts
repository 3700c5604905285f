/** What a move is decided from, and every name that it may be refused by. */
import type { Rule } from '../../law/rule.ts';
import type { Day } from '../../time/day.ts';
import type { CourtCosts } from '../costs.ts';
import type { DebtRecord, Hold } from '../debt.ts';
import type { TransitionRule } from '../ladder/ladders.ts';

/** A step that is being taken. Null where nobody recorded against whom. */
export type RunningStep = { method: string; against: string | null };

/** A debt with everything that its next move depends on, of everybody who is liable for it. */
export type MovingDebt = Omit<DebtRecord, 'holds'> & {
	/** Each is of one person; `customerId` says whose. */
	holds: readonly (Hold & { customerId: string })[];
	/** Every stage it has reached. */
	history: readonly { stage: string; on: Day }[];
	/** What is being taken or done under this debt's order, and against whom. */
	running: readonly RunningStep[];
	lastPaidOn: Day | null;
	/** The last day of the notice of a plan that was broken (council policy L4); null where none was. */
	noticeUntil?: Day | null;
};

export type Asked = {
	to: string;
	/** The people liable whom it would be taken against. */
	against: readonly string[];
	/** Somebody with the authority for it has looked at this debt and wants it. */
	isLookedAt: boolean;
	today: Day;
};

/** What is true of the people it would be taken against, and of the council. */
export type Circumstances = {
	/** Council tax is being taken, or asked to be taken, from the benefits of one of them under any order. */
	deductionsRun: boolean;
	hasSupportNeed: boolean;
	/** The first day of a moratorium that one of them is in by another debt. */
	moratoriumFrom: Day | null;
	/** How many earnings orders this council has against one of them. */
	earningsOrders: number;
	/** Ids of the rules that the council has confirmed for itself. */
	confirmed: ReadonlySet<string>;
	/** What the council asks the court to add to a summons and an order. */
	costs: CourtCosts;
};

export type MovingCase = {
	debt: MovingDebt;
	asked: Asked;
	now: Circumstances;
	/** The rows of the ladder that lead to the stage asked for. */
	rules: readonly TransitionRule[];
};

export type MoveRefusal =
	| { because: 'no-such-step' | 'nothing-owed' | 'agreed' | 'support-need' | 'nothing-overdue' }
	| { because: 'held'; holds: readonly Hold[] }
	/** Somebody’s moratorium could take it in: it is proposed for that, and not chased meanwhile. */
	| { because: 'proposed'; rule: Rule }
	| { because: 'out-of-time'; lastDay: Day; rule: Rule }
	| {
			because: 'another-step-runs' | 'step-against-another' | 'deductions-run';
			rule: Rule;
	  }
	| { because: 'too-early'; from: Day }
	/** A plan was broken, and the letter says that nothing happens until then. */
	| { because: 'in-notice'; lastDay: Day }
	/** What the ladder's row or its sum asks is not so. */
	| { because: 'condition-not-met'; rule: Rule }
	| { because: 'care-check' | 'needs-a-person' }
	| { because: 'unconfirmed'; rules: readonly Rule[] };
