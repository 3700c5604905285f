/**
 * Moves a debt one lawful step: the rule decides, and the stage, its history with the rules it stands on, what it adds
 * to the balance and the method that begins or ends with it are written together, and its source is asked to take it.
 * Nobody does this on a call: it is for recovery runs and for those who may look at a case.
 */
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { METHODS } from '../../shared/debts/moving/clashes.ts';
import { firstHearing } from '../../shared/debts/moving/hearing.ts';
import { mayMove, type MayMove, type Move } from '../../shared/debts/moving/move.ts';
import type { DebtFacts } from '../../shared/debts/facts.ts';
import { hasAuthority } from '../../shared/officers/authority.ts';
import type { Officer } from '../../shared/officers/roles.ts';
import { NO_PENCE } from '../../shared/money/pence.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import { record } from '../audit/record.ts';
import { figuresChanged } from '../contacts/figures-changed.ts';
import type { Transaction } from '../db/transaction.ts';
import { instruct } from '../letters/instruct.ts';
import { enter, opposite } from './enter.ts';
import { circumstancesOf, movingDebt, type Moving } from './queries.ts';
import { debts, stageChanges, steps } from './tables.ts';

export type MoveAsked = {
	debtId: string;
	to: string;
	/** The people it is taken against; everybody liable where none is named. */
	against?: readonly string[];
	/** Null for a run that nobody watches: what needs a person is then refused. */
	officer: Pick<Officer, 'id' | 'role'> | null;
	/** What reaching it settles: the day of a hearing, the day the whole balance falls due. */
	facts?: Pick<DebtFacts, 'hearingOn' | 'wholeBalanceDueOn' | 'challengeUntilOn'>;
	at: Instant;
	today: Day;
};

export type Moved =
	| MayMove
	| { ok: false; because: 'no-such-debt' | 'not-liable' }
	/** Fewer clear days than the law gives before a hearing. */
	| { ok: false; because: 'hearing-too-soon'; from: Day };

export async function moveStage(tx: Transaction, asked: MoveAsked): Promise<Moved> {
	const moving = await movingDebt(tx, asked.debtId);
	if (!moving) return { ok: false, because: 'no-such-debt' };
	const against = asked.against ?? moving.liable;
	if (!against.every((customerId) => moving.liable.includes(customerId)))
		return { ok: false, because: 'not-liable' };
	const { to, officer, today, debtId } = asked;
	const { hearingOn } = asked.facts ?? {};
	if (to === 'SUMMONS' && hearingOn && hearingOn < firstHearing(today))
		return { ok: false, because: 'hearing-too-soon', from: firstHearing(today) };
	const isLookedAt = officer !== null && hasAuthority(officer.role, 'leader');
	const now = await circumstancesOf(tx, { against, debtId, today });
	const moved = mayMove(moving.debt, { to, against, isLookedAt, today }, now);
	if (moved.ok) await write(tx, { asked: { ...asked, against }, moving, move: moved.move });
	return moved;
}

type Writing = {
	asked: MoveAsked & { against: readonly string[] };
	moving: Moving;
	move: Move;
};

async function write(tx: Transaction, { asked, moving, move }: Writing): Promise<void> {
	const { debtId, officer, at, today } = asked;
	const cites = move.rules.map(({ id }) => id);
	const { method, ...kept } = moving.debt.facts;
	const endsMethod = METHODS.has(move.from) && !METHODS.has(move.to);
	const facts = { ...kept, ...(method && !endsMethod ? { method } : {}), ...asked.facts };
	await tx.update(debts).set({ stage: move.to, stageOn: today, facts }).where(eq(debts.id, debtId));
	await tx.insert(stageChanges).values({
		id: randomUUID(),
		debtId,
		stage: move.to,
		reachedOn: today,
		costPence: move.cost?.amount ?? NO_PENCE,
		source: 'fairline',
		cites,
		officerId: officer?.id ?? null
	});
	await writeCost(tx, { asked, move });
	await writeStep(tx, { asked, move });
	await tell(tx, { asked, moving, move });
	await figuresChanged(tx, { debtIds: [debtId], at });
	await record(tx, {
		at,
		officerId: officer?.id ?? null,
		act: 'debts.moveStage',
		subjectId: debtId,
		detail: { from: move.from, to: move.to, cites }
	});
}

async function tell(tx: Transaction, { asked, moving, move }: Writing): Promise<void> {
	const { debtId, against, at } = asked;
	const customerId = against[0] ?? moving.liable[0];
	if (customerId === undefined) return;
	const instructions = [{ debtId, kind: 'step', because: move.to }] as const;
	await instruct(tx, { instructions, customerId, contactId: null, at });
}

async function writeCost(tx: Transaction, { asked, move }: Omit<Writing, 'moving'>): Promise<void> {
	if (!move.cost) return;
	const { debtId, officer, at, today } = asked;
	await enter(tx, {
		kind: move.cost.kind,
		on: today,
		at,
		...(officer ? { officerId: officer.id } : {}),
		lines: opposite({ debtId, fund: 'costs', amount: move.cost.amount })
	});
}

/** A method ends where its debt leaves it, and begins where its debt reaches it, against everybody it is taken against. */
async function writeStep(tx: Transaction, { asked, move }: Omit<Writing, 'moving'>): Promise<void> {
	const { debtId, today, against } = asked;
	if (METHODS.has(move.from)) {
		const running = and(eq(steps.debtId, debtId), isNull(steps.toOn));
		await tx.update(steps).set({ toOn: today }).where(running);
	}
	if (!METHODS.has(move.to) || against.length === 0) return;
	await tx.insert(steps).values(
		against.map((customerId) => ({
			id: randomUUID(),
			debtId,
			method: move.to,
			customerId,
			fromOn: today
		}))
	);
}
