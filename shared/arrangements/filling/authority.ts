/**
 * Who may agree a plan: the lowest authority whose dates it keeps, and why not a lower one. Where even the highest that
 * is asked cannot keep a date, that is the refusal, with its proof and the nearest payment that would.
 */
import { AGREEING_ROLES, type AgreeingRole } from '../../law/policy-rows.ts';
import { minus, pence, type Pence } from '../../money/pence.ts';
import type { Day } from '../../time/day.ts';
import { leastPayment, shortageOf, type Filling, type Shortage } from './shortage.ts';
import { fillingFor } from './ready.ts';
import type { Offer } from '../said/offer.ts';
import type { AuthorityReason } from '../said/reasons.ts';
import type { PlanRefusal } from '../said/refusals.ts';
import type { PlanRequest } from '../request.ts';

export type Authority = {
	role: AgreeingRole;
	reasons: readonly AuthorityReason[];
	filling: Filling;
};

/** Below this role it is not agreed, for that reason, whatever dates it keeps. */
export type Floor = { role: AgreeingRole; reasonFor: (role: AgreeingRole) => AuthorityReason };

/** What the customer asks to pay (policy P2), and how often they have agreed before (policy L5). */
export function floorsOf(
	offer: Offer,
	{ request, afforded }: { request: PlanRequest; afforded: AgreeingRole }
): Floor[] {
	const words = offer.aboveUsableBecause ?? '';
	const { again } = request;
	return [
		{ role: afforded, reasonFor: (role) => ({ kind: 'above-usable', role, words }) },
		...(again
			? [
					{
						role: again.role,
						reasonFor: (role: AgreeingRole) =>
							({ kind: 'again', role, times: again.times }) as const
					}
				]
			: [])
	];
}

export type Asked = ({ ok: true } & Authority) | { ok: false; refusal: PlanRefusal };

export function lowestAuthority(
	offer: Offer,
	{ request, floors }: { request: PlanRequest; floors: readonly Floor[] }
): Asked {
	const reasons: AuthorityReason[] = [];
	let refusal: PlanRefusal = { because: 'nothing-to-plan' };
	for (const role of rolesUpTo(request.upTo ?? 'manager')) {
		const asked = askOf(role, { offer, request });
		const above = floors.filter((floor) => isBelow(role, floor.role));
		if (asked.ok && above.length === 0) return { ok: true, role, filling: asked.filling, reasons };
		if (!asked.ok) {
			if (asked.reason) reasons.push(asked.reason);
			refusal = asked.refusal ?? refusal;
		}
		// Beside any other: whoever is asked decides on all of them.
		reasons.push(...above.map(({ reasonFor }) => reasonFor(role)));
	}
	return { ok: false, refusal };
}

type Answer =
	| { ok: true; filling: Filling }
	| { ok: false; reason: AuthorityReason | null; refusal: PlanRefusal | null };

function askOf(
	role: AgreeingRole,
	{ offer, request }: { offer: Offer; request: PlanRequest }
): Answer {
	const ready = fillingFor(request.debts, { role, payDays: offer });
	if (!ready.isTheirs) {
		const titles = ready.debts.map((debt) => debt.title);
		return { ok: false, reason: { kind: 'not-theirs', role, titles }, refusal: null };
	}
	const shortage = shortageOf(ready.filling, offer.amount);
	if (!shortage) return { ok: true, filling: ready.filling };
	const nearest = leastPayment(ready.filling);
	const short = { ...ready, shortage, nearest: nearest === null ? null : pence(nearest) };
	if (shortage.debts.length === 0)
		return { ok: false, reason: null, refusal: tooSmall(offer, short) };
	const titles = shortage.debts.flatMap((debt) => request.debts[debt]?.title ?? []);
	const by = latest(shortage.debts.flatMap((debt) => short.clearBy[debt] ?? []));
	return {
		ok: false,
		reason: { kind: 'longer', role, titles, by },
		refusal: late(offer, { ...short, titles, by })
	};
}

type Short = { shortage: Shortage; nearest: Pence | null };

function tooSmall({ amount, rhythm, firstOn }: Offer, { shortage, nearest }: Short): PlanRefusal {
	const due = pence(shortage.due);
	const short = minus(due, amount);
	return { because: 'minimums', on: firstOn, rhythm, due, short, nearest, certificate: shortage };
}

function late(
	{ amount, rhythm }: Offer,
	{ shortage, nearest, titles, by }: Short & { titles: readonly string[]; by: Day }
): PlanRefusal {
	return {
		because: 'date',
		titles,
		by,
		rhythm,
		short: pence(shortage.due - shortage.canBePaid),
		shortEach: nearest === null ? null : minus(nearest, amount),
		nearest,
		certificate: shortage
	};
}

function rolesUpTo(highest: AgreeingRole): readonly AgreeingRole[] {
	return AGREEING_ROLES.slice(0, AGREEING_ROLES.indexOf(highest) + 1);
}

function isBelow(role: AgreeingRole, floor: AgreeingRole): boolean {
	return AGREEING_ROLES.indexOf(role) < AGREEING_ROLES.indexOf(floor);
}

function latest(days: readonly Day[]): Day {
	const last = days.toSorted().at(-1);
	if (!last) throw new Error('A date that cannot be kept has no day.');
	return last;
}
