/** A debt of a broken plan with the stage it goes on from and the step that would usually follow (policy L4). */
import type { StepView } from '../../debts/moving/case-view.ts';
import type { Pence } from '../../money/pence.ts';

export type Proposed = {
	debtId: string;
	title: string;
	reference: string;
	balance: Pence;
	/** As it stood before the plan, in words. */
	stage: string;
	/** Null where nothing follows: nothing is owed, it is on hold, or its ladder ends here. */
	step: StepView | null;
};
