/**
 * Two people may each have a plan for one debt that both owe, each for all of it (policy JO). Together they never pay
 * more than is owed: a payment by one shortens the plan of the other, and what one plan asks for now is left for it by
 * those that come after it, in what they ask for and in what a receipt of theirs takes. One that is late comes after
 * those that are not, so that nobody waits for somebody who does not pay. Neither hears why, only what is left.
 */
import { least, minus, most, NO_PENCE, plus, type Pence } from '../../money/pence.ts';

/** One that comes before: what it is still to pay of the debt, and what it asks for now in all. */
export type EarlierPlan = { left: Pence; short: Pence };

/** A debt of a plan that a plan of somebody else, which comes before it, is for too. */
export type JointDebt = {
	balance: Pence;
	/** What this plan is still to pay of it, never more than its balance. */
	left: Pence;
	earlier: readonly EarlierPlan[];
};

/** What this plan may take of the debt now. */
export function roomOn({ balance, left, earlier }: JointDebt): Pence {
	const first = plus(NO_PENCE, ...earlier.map((one) => least(one.left, most(one.short, NO_PENCE))));
	return most(least(left, minus(balance, first)), NO_PENCE);
}

/** Of all that is left of a plan, what may be asked for now. */
export function mayAsk(left: Pence, joint: readonly JointDebt[]): Pence {
	const kept = joint.map((debt) => minus(debt.left, roomOn(debt)));
	return most(minus(left, plus(NO_PENCE, ...kept)), NO_PENCE);
}
