/**
 * Who may take a debt back from enforcement agents, and when it is not a choice (policy CT6, CT7, PC3). A recall is told
 * to the agents the same hour, and only then can the debt be in a plan.
 */
import type { DebtRecord } from '../../debts/debt.ts';
import type { AgreeingRole, RowId } from '../../law/policy-rows.ts';

export type Circumstances = {
	hasSupportNeed: boolean;
	hasCouncilTaxSupport: boolean;
	/** Disputed, held, the wrong person's, or already paid. */
	shouldNotBeThere: readonly string[];
	/** Debts whose goods the agents have taken away. */
	goodsTaken: readonly string[];
};

export type Recall = { role: AgreeingRole; mustBe: boolean };

/** Null where nothing is with agents, or where they keep it. */
export function recallBy(
	debt: Pick<DebtRecord, 'id'>,
	{ row, ...now }: Circumstances & { row: RowId }
): Recall | null {
	if (row === 'CT6') {
		const must =
			now.hasSupportNeed || now.hasCouncilTaxSupport || now.shouldNotBeThere.includes(debt.id);
		return { role: must ? 'officer' : 'leader', mustBe: must };
	}
	if (row === 'CT7' || row === 'NR3') {
		const role = now.goodsTaken.includes(debt.id) ? 'manager' : 'leader';
		return { role, mustBe: now.hasSupportNeed };
	}
	if (row === 'PC3' && now.hasSupportNeed) return { role: 'officer', mustBe: true };
	return null;
}
