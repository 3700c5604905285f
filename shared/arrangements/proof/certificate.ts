/**
 * What a plan, a refusal or a date not promised claims, in the words of the separate checker: the debts with their terms,
 * and every payment, or by which day more is due than can be paid.
 */
import { payDayAt } from '../../time/pay-days.ts';
import { fillingFor, type PromisedDate } from '../filling/ready.ts';
import type { Shortage } from '../filling/shortage.ts';
import type { Offer } from '../said/offer.ts';
import type { Plan } from '../plan.ts';
import type { DebtInPlan } from '../terms/debt.ts';
import type { AgreeingRole } from '../../law/policy-rows.ts';
import type { ClaimedDebt, PlanClaim, RefusalClaim } from './check.ts';

export function claimOf(plan: Plan): PlanClaim {
	return {
		...termsOf(plan.offer, plan),
		payments: plan.payments.map(({ on, parts }) => ({ on, parts }))
	};
}

/** Of a refusal by the highest authority that was asked. */
export function refusalClaimOf(
	{ certificate }: { certificate: Shortage },
	{ offer, debts, role }: { offer: Offer; debts: readonly DebtInPlan[]; role: AgreeingRole }
): RefusalClaim {
	return shortageClaim(certificate, termsOf(offer, { debts, role, promised: [] }));
}

/** That it cannot be kept together with the dates promised before it. */
export function notPromisedClaimOf(
	{ shortage, ...date }: Plan['notPromised'][number],
	{ offer, debts, role, promised }: Plan
): RefusalClaim {
	const places = debts.map((debt) => debt.debtId);
	const isBefore = ({ debtId }: PromisedDate): boolean =>
		places.indexOf(debtId) < places.indexOf(date.debtId);
	const tried = [...promised.filter(isBefore), date];
	return shortageClaim(shortage, termsOf(offer, { debts, role, promised: tried }));
}

type Terms = Omit<PlanClaim, 'payments'>;

function shortageClaim({ debts, due, canBePaid }: Shortage, terms: Terms): RefusalClaim {
	const days = debts.flatMap((debt) => terms.debts[debt]?.by ?? []);
	// Minimums that do not fit are short on the first pay-day.
	const by = days.toSorted().at(-1) ?? payDayAt(terms, 0);
	return { ...terms, late: debts, by, due, canBePaid };
}

function termsOf(
	{ rhythm, firstOn, amount }: Offer,
	{ debts, role, promised }: Pick<Plan, 'debts' | 'role' | 'promised'>
): Terms {
	const ready = fillingFor(debts, { role, payDays: { rhythm, firstOn } });
	if (!ready.isTheirs) throw new Error('A plan is agreed by a role that may not agree it.');
	const { filling, clearBy } = ready;
	const sooner = new Map(promised.map(({ debtId, by }) => [debtId, by]));
	const claimed = debts.map(({ debtId, owed }, index): ClaimedDebt => {
		const days = [clearBy[index] ?? [], sooner.get(debtId) ?? []].flat().toSorted();
		return {
			owed,
			least: filling.least[index] ?? 0,
			courtSum: filling.courtSum[index] ?? 0,
			by: days[0] ?? null
		};
	});
	return { rhythm, firstOn, amount, debts: claimed };
}
