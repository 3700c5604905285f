/**
 * What people do to an arrangement after it was agreed, each decided by the rule in `shared` on what they have seen: a
 * leader says that it is broken, or cancels it; an officer gives a break, moves its days, or has reviewed it. Whoever has
 * one of its debts on a screen meanwhile hears that figures changed.
 */
import { notBroken, noticeEndsOn, type NotBroken } from '../../shared/arrangements/life/broken.ts';
import {
	breakFor,
	variedFor,
	type MovedDay,
	type MovingRefusal
} from '../../shared/arrangements/life/moving-days.ts';
import type { LifeEvent, LifeRefusal } from '../../shared/arrangements/life/states.ts';
import { AGREEING_ROLES, type AgreeingRole } from '../../shared/law/policy-rows.ts';
import type { Role } from '../../shared/officers/roles.ts';
import type { Day } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { policyOn } from '../law/policy.ts';
import { queueNotices } from '../letters/queue-notices.ts';
import { closeCallbacks } from '../outcomes/offered-callbacks.ts';
import { changeDirectDebit } from './direct-debits.ts';
import { moveOne } from './move.ts';
import { see, type SeeAsked, type Seen } from './see.ts';
import { instalmentDays } from './tables.ts';
import { lockDebtsOf, planChanged } from './told-contacts.ts';

export type Acting = SeeAsked & {
	/** The last that happened to it when they looked. */
	seen: number;
	note: string;
};

/** `changed`: the open contacts that must be shown again. */
export type LifeAnswer =
	| { ok: true; changed: readonly string[] }
	| {
			ok: false;
			because: 'not-yours' | 'changed' | 'not-late' | LifeRefusal | NotBroken | MovingRefusal;
	  };

type Found = Extract<Seen, { ok: true }>;

/** What a leader says that they looked at. */
export type Looked = { support: boolean; income: boolean; benefits: boolean };

export async function callBroken(
	tx: Transaction,
	acting: Acting & { looked: Looked }
): Promise<LifeAnswer> {
	const found = await asSeen(tx, acting);
	if (!found.ok) return found;
	const { page, record } = found;
	const policy = await policyOn(tx, acting.today);
	if (page.putRightBy === null) return { ok: false, because: 'not-late' };
	const { support, income, benefits } = acting.looked;
	const because = notBroken(
		{
			putRightBy: page.putRightBy,
			today: acting.today,
			lookedAtBy: income && benefits ? agreeingRole(acting.officer.role) : null,
			hasHold: record.isHeld,
			supportNeedUnreviewed: record.hasNeed && !support
		},
		policy.L3.value
	);
	if (because) return { ok: false, because };
	const noticeUntil = noticeEndsOn(acting.today, policy.L4.value);
	const detail = { short: page.short, noticeUntil };
	const broken = { event: 'broken', rules: ['L3', 'L4'], detail, noticeUntil } as const;
	const moved = await moveBy(tx, { acting, found, ...broken });
	if (!moved.ok) return moved;
	await queueNotices(tx, { moveIds: [moved.moveId], letter: 'plan-broken', at: acting.at });
	await closeCallbacks(tx, [acting.id]);
	return done(tx, acting);
}

export async function giveBreak(
	tx: Transaction,
	acting: Acting & { months: number }
): Promise<LifeAnswer> {
	const found = await asSeen(tx, acting);
	if (!found.ok) return found;
	const { months, today, officer } = acting;
	const moving = breakFor(found.record.instalments, {
		months,
		monthsBefore: found.page.monthsOfBreak,
		role: agreeingRole(officer.role),
		today,
		policy: await policyOn(tx, today)
	});
	if (!moving.ok) return moving;
	const given = { event: 'break-given', rules: ['L6'], detail: { months } } as const;
	return moveDays(tx, { acting, found, days: moving.days, ...given });
}

export async function vary(tx: Transaction, acting: Acting & { nextOn: Day }): Promise<LifeAnswer> {
	const found = await asSeen(tx, acting);
	if (!found.ok) return found;
	const { nextOn, today } = acting;
	const moving = variedFor(found.record.instalments, {
		nextOn,
		today,
		policy: await policyOn(tx, today)
	});
	if (!moving.ok) return moving;
	const varied = { event: 'varied', rules: ['P8'], detail: { nextOn } } as const;
	return moveDays(tx, { acting, found, days: moving.days, ...varied });
}

export async function reviewed(tx: Transaction, acting: Acting): Promise<LifeAnswer> {
	return simply(tx, { acting, event: 'reviewed', rules: ['L7'] });
}

/** Lawfully ended for another reason than a miss: recovery is told to go on once nothing else holds the debts. */
export async function cancel(tx: Transaction, acting: Acting): Promise<LifeAnswer> {
	const answer = await simply(tx, { acting, event: 'cancelled', rules: ['L4'] });
	if (answer.ok) await closeCallbacks(tx, [acting.id]);
	return answer;
}

async function simply(
	tx: Transaction,
	{ acting, ...what }: { acting: Acting; event: LifeEvent; rules: readonly string[] }
): Promise<LifeAnswer> {
	const found = await asSeen(tx, acting);
	if (!found.ok) return found;
	const moved = await moveBy(tx, { acting, found, ...what });
	return moved.ok ? done(tx, acting) : moved;
}

async function done(tx: Transaction, { id: arrangementId, at }: Acting): Promise<LifeAnswer> {
	return { ok: true, changed: await planChanged(tx, { arrangementId, at }) };
}

/** Refused where something happened to it since they looked. */
async function asSeen(
	tx: Transaction,
	acting: Acting
): Promise<Found | { ok: false; because: 'not-yours' | 'changed' }> {
	await lockDebtsOf(tx, [acting.id]);
	const found = await see(tx, acting);
	if (found.ok && found.page.seen !== acting.seen) return { ok: false, because: 'changed' };
	return found;
}

type What = {
	acting: Acting;
	found: Found;
	event: LifeEvent;
	rules: readonly string[];
	detail?: Readonly<Record<string, string | number>>;
	noticeUntil?: Day;
};

async function moveBy(tx: Transaction, { acting, found, ...what }: What) {
	const { id, note, officer, today, at } = acting;
	const move = { arrangementId: id, from: found.page.state, note, ...what };
	return moveOne(tx, move, { officerId: officer.id, today, at });
}

async function moveDays(
	tx: Transaction,
	{ days, ...what }: What & { days: readonly MovedDay[] }
): Promise<LifeAnswer> {
	const moved = await moveBy(tx, what);
	if (!moved.ok) return moved;
	const { moveId } = moved;
	await tx
		.insert(instalmentDays)
		.values(days.map((one) => ({ ...one, arrangementId: what.acting.id, moveId })));
	await changeDirectDebit(tx, { arrangementId: what.acting.id, at: what.acting.at });
	return done(tx, what.acting);
}

function agreeingRole(role: Role): AgreeingRole {
	return AGREEING_ROLES.find((one) => one === role) ?? 'officer';
}
