/**
 * A debt as council policy sees it: in a payment plan on these terms, or outside it for this reason.
 */
import type { AgreeingRole, ClearByRole, Least, RowId } from '../../law/policy-rows.ts';
import type { ContactPolicy } from '../../law/policy-values.ts';
import type { Pence } from '../../money/pence.ts';
import type { Day } from '../../time/day.ts';
import type { CollectingAnswer } from './collector.ts';
import type { Senior } from './rank.ts';
import type { Circumstances } from './recall.ts';
import type { RowQuestion } from './rows.ts';

export type DebtInPlan = Senior & {
	debtId: string;
	/** The id of policy's row for it. */
	rule: string;
	title: string;
	row: RowId;
	/** What the plan is to clear: the whole of it, or only what is overdue. */
	owed: Pence;
	isAllOverdue: boolean;
	isNonPriority: boolean;
	clearBy: ClearByRole;
	yearEndsOn: Day;
	/** Where a plan is varied: the first payment of that plan, from which its months are counted still. */
	countedFrom?: Day;
	/** The least while it is owed; null where policy sets none, or an older order carries it. */
	least: Least | null;
	/** What a court has fixed for each month, which is all that it gets. */
	courtSum: Pence | null;
	/** Paying it all by that day would avert a step that agreeing alone does not stop. */
	averts: { by: Day; what: string } | null;
	stops: string | null;
	doesNotStop: string | null;
	/** Somebody else is liable for it too. */
	isJoint: boolean;
	/** The whole of this year's council tax is in the plan: the statement's line for it is nil until then. */
	taxLineNilUntil: Day | null;
};

export type DebtOutside = {
	debtId: string;
	rule: string;
	title: string;
	reference: string;
	row: RowId;
	why: string;
	instead: string;
	/** A day the customer should know: by when to pay or challenge, or until when it is held. */
	until: Day | null;
	mayAgree: AgreeingRole | null;
	/** Who collects it meanwhile; null where nobody does. */
	collectedBy: string | null;
};

export type Sorting = RowQuestion &
	Circumstances & {
		policy: ContactPolicy;
		/** This person is in breathing space of their own; `sortDebts` sees it for itself where it sees their debts. */
		isInMoratorium: boolean;
		/** Debts the customer says are not right, and debts they want left out. */
		notRight: readonly string[];
		leftOut: readonly string[];
		/** What the customer says of whatever collects a debt already. */
		collecting?: Readonly<Record<string, CollectingAnswer>>;
		/** Plans that still run and whose place this one takes: their debts may be in it. */
		replacing?: readonly string[];
		/** Plans that this one changes: only their debts are in it, by the dates that they had. */
		varying?: readonly string[];
	};

export type InOrOut = ({ isIn: true } & DebtInPlan) | ({ isIn: false } & DebtOutside);
