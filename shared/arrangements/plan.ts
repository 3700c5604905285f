/**
 * What an offer means: every payment, debt by debt, and who may agree it; or why there is no such plan and the nearest
 * that works. Council policy P2 (what can be afforded), P5 (how it is filled), P7 (what it needs) and P8. The browser
 * and the server both call this, so that what was shown is what is committed.
 */
import { formNeeded, type Evidence } from '../affordability/forms.ts';
import { saysAsMuch, type StatementForm } from '../affordability/statement.ts';
import type { AgreeingRole } from '../law/policy-rows.ts';
import { pence, plus, type Pence } from '../money/pence.ts';
import type { Day } from '../time/day.ts';
import { financialYearOf, lastDayOfYear } from '../time/financial-year.ts';
import { payDayAt } from '../time/pay-days.ts';
import { affordability } from './filling/afford.ts';
import { floorsOf, lowestAuthority, type Authority, type Floor } from './filling/authority.ts';
import { fill } from './filling/fill.ts';
import { evidenceAgain } from './life/broken.ts';
import { promised, type PromisedDate } from './filling/ready.ts';
import { firstDirectDebit, offerRefusal, paidBy, type Offer } from './said/offer.ts';
import type { AuthorityReason } from './said/reasons.ts';
import type { PlanRefusal } from './said/refusals.ts';
import type { PlanRequest } from './request.ts';
import type { Method, TakenOn } from './schedule.ts';
import type { Shortage } from './filling/shortage.ts';
import type { DebtInPlan } from './terms/debt.ts';
import { outsidePolicy } from './terms/outside-policy.ts';

/** `parts` are in the order of the plan's debts. */
export type Payment = TakenOn & { on: Day; method: Method; amount: Pence; parts: readonly Pence[] };

export type Plan = {
	offer: Offer;
	debts: readonly DebtInPlan[];
	payments: readonly Payment[];
	total: Pence;
	/** The day each debt is clear, in the order of the debts. */
	clearOn: readonly Day[];
	/** The lowest authority that may agree it, and why not a lower one. */
	role: AgreeingRole;
	reasons: readonly AuthorityReason[];
	/** What must be there before it is agreed; and the form still lacking, if any. */
	evidence: Evidence;
	lacks: StatementForm | null;
	promised: readonly PromisedDate[];
	notPromised: readonly (PromisedDate & { shortage: Shortage })[];
	/** The rows of policy it stands on. */
	rules: readonly string[];
};

export type Planned = { ok: true; plan: Plan } | { ok: false; refusal: PlanRefusal };

export function planFor(offer: Offer, request: PlanRequest): Planned {
	if (request.debts.length === 0) return refused({ because: 'nothing-to-plan' });
	const notAnOffer = offerRefusal(offer, request);
	if (notAnOffer) return refused(notAnOffer);
	if (request.notReliable) return refused({ because: 'statement', refusal: request.notReliable });
	const afforded = affordability(offer, request);
	if (!afforded.ok) return afforded;
	const floors = floorsOf(offer, { request, afforded: afforded.floor });
	const authority = lowestAuthority(offer, { request, floors });
	if (authority.ok) return { ok: true, plan: planOf(offer, { request, authority }) };
	return exceptionFor(offer, { request, floors, refusal: authority.refusal });
}

/** Only where an officer set the term, and only policy's own dates are in the way of it. */
function exceptionFor(
	offer: Offer,
	{
		request,
		floors,
		refusal
	}: { request: PlanRequest; floors: readonly Floor[]; refusal: PlanRefusal }
): Planned {
	const words = offer.outsidePolicyBecause;
	const isPolicys = refusal.because === 'date' && (request.upTo ?? 'manager') === 'manager';
	if (!isPolicys || words === undefined) return refused(refusal);
	const beyond = outsidePolicy(request);
	const authority = lowestAuthority(offer, { request: beyond, floors });
	if (!authority.ok) return authority;
	const { titles, by } = refusal;
	if (words.trim() === '') return refused({ because: 'outside-policy', titles, by });
	const why = { kind: 'outside-policy', role: 'manager', titles, by, words } as const;
	const reasons = [...authority.reasons, why];
	return {
		ok: true,
		plan: planOf(offer, { request: beyond, authority: { ...authority, reasons } })
	};
}

function refused(refusal: PlanRefusal): Planned {
	return { ok: false, refusal };
}

function planOf(
	offer: Offer,
	{ request, authority }: { request: PlanRequest; authority: Authority }
): Plan {
	const { debts, payer, today, policy } = request;
	const dates = promised(debts, {
		filling: authority.filling,
		payDays: offer,
		payment: offer.amount
	});
	const payments = paymentsOf(offer, { table: fill(dates.filling, offer.amount), request });
	const total = plus(...debts.map((debt) => debt.owed));
	const needed = formNeeded(
		{
			firstOn: offer.firstOn,
			lastOn: payments.at(-1)?.on ?? offer.firstOn,
			paymentCount: payments.length,
			total,
			today,
			yearEndsOn: lastDayOfYear(financialYearOf(today)),
			isAllOverdue: debts.every((debt) => debt.isAllOverdue),
			payer: payer === 'person' && request.business ? 'sole-trader' : payer
		},
		policy.P7.value
	);
	const evidence = evidenceAgain(needed, request.again);
	return {
		offer,
		debts,
		payments,
		total,
		clearOn: debts.map((_, index) => lastPaidOn(payments, index)),
		role: authority.role,
		reasons: authority.reasons,
		evidence,
		lacks: lackingFrom(evidence, request),
		promised: dates.kept,
		notPromised: dates.notKept,
		rules: rulesOf(request)
	};
}

/** The household's form first, then a business's weeks. */
function lackingFrom(
	evidence: Evidence,
	{ form, business, again, isAsBefore = false }: PlanRequest
): StatementForm | null {
	const isEnough = evidence.form === null || (form !== null && saysAsMuch(form, evidence.form));
	if (!isEnough) return evidence.form;
	// Agreed again it stands on a new statement (policy L5), and the last one is none.
	if (again?.newStatement && isAsBefore) return form;
	return evidence.cashFlow && !business?.hasWeeks ? 'cash-flow' : null;
}

function rulesOf({ debts, policy, again }: PlanRequest): string[] {
	const { P1, P2, P5, P6, P7, P8, L5 } = policy;
	const rows = [P1, P2, P5, P6, P7, P8, ...(again ? [L5] : [])];
	return [...rows.map((rule) => rule.id), ...debts.map((debt) => debt.rule)];
}

function paymentsOf(
	offer: Offer,
	{ table, request }: { table: readonly number[][]; request: PlanRequest }
): Payment[] {
	const directDebitFrom = firstDirectDebit(request.today, request.policy.P8.value);
	return table.map((row, index) => {
		const on = payDayAt(offer, index);
		const parts = row.map(pence);
		return {
			on,
			...paidBy(on, { method: offer.method, directDebitFrom }),
			amount: plus(...parts),
			parts
		};
	});
}

function lastPaidOn(payments: readonly Payment[], debt: number): Day {
	const last = payments.findLast((payment) => (payment.parts[debt] ?? 0) > 0);
	if (!last) throw new Error('A debt of the plan is never paid.');
	return last.on;
}
