/**
 * A plan that lasts longer than policy lets anybody agree. A council may not bind itself so that it hears no exception:
 * a manager may set policy's own dates aside for a written reason. Its minimums and a court's sums stay, and so does
 * what can be afforded.
 */
import type { PlanRequest } from '../request.ts';
import type { DebtInPlan } from './debt.ts';

/** With no date of policy's for a manager; what is not a manager's either stays so. */
export function outsidePolicy(request: PlanRequest): PlanRequest {
	return { ...request, debts: request.debts.map(withoutDate) };
}

function withoutDate(debt: DebtInPlan): DebtInPlan {
	if (debt.clearBy.manager === null) return debt;
	return { ...debt, clearBy: { ...debt.clearBy, manager: { kind: 'as-ordered' } } };
}
