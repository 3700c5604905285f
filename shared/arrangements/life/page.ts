/**
 * One arrangement as its own page shows it: what is paid, due, late and next, instalment by instalment with the oldest
 * settled first, what has happened with its rules, and what is left for a person to do.
 */
import { fullName, maskedName, type PersonFacts } from '../../customers/person.ts';
import { stageWords } from '../../debts/ladder/stages.ts';
import type { Stream } from '../../debts/streams.ts';
import type { Policy } from '../../law/policy-values.ts';
import { NO_PENCE, plus, type Pence } from '../../money/pence.ts';
import { addMonths, type Day } from '../../time/day.ts';
import type { Rhythm } from '../../time/pay-days.ts';
import type { Method } from '../schedule.ts';
import type { Collector } from '../terms/collector.ts';
import { capped, settle, shortOf, type Settled } from './judging.ts';
import { isKept } from './kept.ts';
import type { Planned } from './moving-days.ts';
import { limitsOf, type LifeLimits } from './limits.ts';
import { reviewDue, type Decided, type ReviewDue } from './review.ts';
import { isLive, type ArrangementState, type LifeEvent } from './states.ts';

export type MoveRecord = {
	number: number;
	event: LifeEvent;
	on: Day;
	/** Who did it; null where a night or a payment did. */
	by: string | null;
	rules: readonly string[];
	detail: Readonly<Record<string, string | number>>;
	note: string | null;
};

export type ArrangementRecord = {
	id: string;
	number: string;
	/** What its payments quote. */
	paymentReference: string;
	state: ArrangementState;
	person: Pick<PersonFacts, 'givenNames' | 'familyName'>;
	amount: Pence;
	rhythm: Rhythm;
	method: Method;
	agreedOn: Day;
	firstOn: Day;
	total: Pence;
	paid: Pence;
	left: Pence;
	/** What of it may be asked for now, beside the plans of others. */
	mayAsk: Pence;
	putRightBy: Day | null;
	noticeUntil: Day | null;
	reviewedOn: Day | null;
	/** Decisions on claims of theirs that nobody has looked at it for, the oldest first. */
	decided: readonly Decided[];
	isHeld: boolean;
	/** Somebody must look at it before it is called broken. */
	hasNeed: boolean;
	instalments: readonly Planned[];
	debts: readonly {
		title: string;
		reference: string;
		stream: Stream;
		stage: string;
		owed: Pence;
		left: Pence;
	}[];
	/** What collects a debt that was left out, and goes on. */
	beside: readonly (Pick<Collector, 'kind' | 'takes' | 'every'> & {
		title: string;
		reference: string;
	})[];
	moves: readonly MoveRecord[];
};

/** Not needed: less is owed than when it was agreed, and the last payments fall away. */
export type Standing = 'paid' | 'kept' | 'late' | 'due' | 'to-come' | 'not-needed';

export type InstalmentView = Settled & { method: Method; standing: Standing };

export type ArrangementPage = Omit<
	ArrangementRecord,
	'person' | 'instalments' | 'debts' | 'mayAsk'
> & {
	name: string;
	instalments: readonly InstalmentView[];
	debts: readonly { title: string; reference: string; stage: string; owed: Pence; left: Pence }[];
	/** Due by now and not paid. */
	short: Pence;
	/** The next that is to be paid; null where none is. */
	next: InstalmentView | null;
	/** The review that waits for somebody; null where none does. */
	review: ReviewDue | null;
	/** Its time to be put right is over: a leader looks before anything else. */
	isToLookAt: boolean;
	monthsOfBreak: number;
	/** The figures of council policy that its page says in words. */
	limits: LifeLimits;
	/** The number of the last that happened, which whoever changes it has seen. */
	seen: number;
};

export function arrangementPage(
	record: ArrangementRecord,
	{ today, policy, isNamed }: { today: Day; policy: Policy; isNamed: boolean }
): ArrangementPage {
	const { person, instalments: planned, debts, mayAsk, ...rest } = record;
	const { state, putRightBy, paid, left } = record;
	const decidedOn = record.decided[0]?.on ?? null;
	const methods = new Map(planned.map(({ number, method }) => [number, method]));
	const isCapped = isLive(state) || state === 'completed';
	const asked = isCapped ? capped(planned, plus(paid, left)) : planned;
	const instalments = settle(asked, paid).map((one) => ({
		...one,
		method: methods.get(one.number) ?? record.method,
		standing: standingOf(one, { today, policy })
	}));
	return {
		...rest,
		name: isNamed ? fullName(person) : maskedName(person),
		instalments,
		debts: debts.map(({ stream, stage, ...debt }) => ({
			...debt,
			stage: stageWords({ stream, stage }).name
		})),
		short: isLive(state) ? shortOf({ instalments: planned, paid, mayAsk }, { today }) : NO_PENCE,
		next: isLive(state)
			? (instalments.find(
					({ dueOn, standing }) =>
						dueOn >= today && standing !== 'paid' && standing !== 'not-needed'
				) ?? null)
			: null,
		review: isLive(state)
			? reviewDue({ ...rest, lastOn: lastOf(record), decidedOn }, { today, policy })
			: null,
		isToLookAt: state === 'late' && putRightBy !== null && putRightBy < today,
		monthsOfBreak: monthsOfBreak(record.moves, today),
		limits: limitsOf(policy),
		seen: record.moves.at(-1)?.number ?? 0
	};
}

function lastOf({ instalments, firstOn }: Pick<ArrangementRecord, 'instalments' | 'firstOn'>): Day {
	return instalments.at(-1)?.dueOn ?? firstOn;
}

function standingOf(one: Settled, { today, policy }: { today: Day; policy: Policy }): Standing {
	if (one.amount === NO_PENCE) return 'not-needed';
	if (one.paid >= one.amount) return 'paid';
	if (one.dueOn > today) return 'to-come';
	const asked = { due: one.amount, dueOn: one.dueOn, returnedOn: null };
	if (isKept(one.paid, asked, policy.L1.value)) return 'kept';
	return one.dueOn === today ? 'due' : 'late';
}

/** Given in the last twelve months. */
export function monthsOfBreak(
	moves: readonly Pick<MoveRecord, 'event' | 'on' | 'detail'>[],
	today: Day
): number {
	return moves
		.filter(({ event, on }) => event === 'break-given' && addMonths(on, 12) > today)
		.reduce((sum, { detail }) => sum + Number(detail['months'] ?? 0), 0);
}
