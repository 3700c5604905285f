/**
 * Everything that has happened about one person, in one list with the latest first: contacts, agreements, payments,
 * letters, stages and holds. It is theirs alone: of another person liable for a joint debt no payment is in it, and of
 * a hold that was made for them neither why nor until when. Made field by field, so that nothing leaves by being added.
 */
import { EVENT_NAMES } from '../../arrangements/life/event-names.ts';
import { COLLECTOR_NAMES } from '../../arrangements/terms/collector.ts';
import type { LifeEvent } from '../../arrangements/life/states.ts';
import { formatOf, saySending } from '../../customers/wishes/write.ts';
import { HOLDS, holdLabel } from '../../debts/holds.ts';
import type { Hold } from '../../debts/debt.ts';
import { stageWords } from '../../debts/stages.ts';
import { meaningOf, type AdviceKind } from '../../income/bank-codes.ts';
import type { Stream } from '../../debts/streams.ts';
import { formatPounds, NO_PENCE, type Pence } from '../../money/pence.ts';
import { RHYTHM_NAMES, type Rhythm } from '../../time/pay-days.ts';
import { dayInLondon, formatDay, type Day, type Instant } from '../../time/day.ts';
import { isIdentified } from './disclosure.ts';
import type { Contact } from '../state/fold.ts';
import type { Channel } from '../log/events.ts';
import { HOLD_ENDS, linesOfClaim, type ClaimRecord } from './claim-history.ts';

export const HISTORY_KINDS = [
	'contact',
	'agreement',
	'payment',
	'letter',
	'stage',
	'hold'
] as const;

export type HistoryKind = (typeof HISTORY_KINDS)[number];

export type HistoryLine = {
	kind: HistoryKind;
	on: Day;
	what: string;
	/** More of it, in a sentence or two; null where `what` says all. */
	more: string | null;
	/** The debt it is about, by its title; null where it is about the person. */
	debt: string | null;
	/** What was paid; null for everything else. */
	amount: Pence | null;
	/** The arrangement whose own page says more. */
	planId?: string;
};

type OfDebt = { debt: string; stream: Stream };

/** What the database gathers of one customer. */
export type HistoryRecord = {
	payments: readonly (OfDebt & {
		on: Day;
		amount: Pence;
		isTakenBack: boolean;
		/** What the bank said of one that came back. */
		because?: { kind: AdviceKind; code: string } | null;
		/** First recorded here, and not yet in the source's extract. */
		isOurs: boolean;
		/** False where another liable person paid, or nobody knows who did. */
		mine: boolean;
	})[];
	stages: readonly (OfDebt & { on: Day; stage: string; cost: Pence; isUndone: boolean })[];
	/** `endedBecause` as `claim-awarded`; null where it was lifted as a mistake, or stands. */
	holds: readonly (OfDebt & Hold & { liftedAt: Instant | null; endedBecause?: string | null })[];
	/** Discounts, reliefs and benefits claimed, and what was decided of each. */
	claims?: readonly ClaimRecord[];
	letters: readonly {
		at: Instant;
		letter: string;
		channel: 'email' | 'post';
		state: 'queued' | 'sent' | 'kept';
		isLargePrint: boolean;
		isBraille: boolean;
		isToOther: boolean;
	}[];
	agreements: readonly {
		id: string;
		on: Day;
		number: string;
		amount: Pence;
		rhythm: Rhythm;
		total: Pence;
		state: string;
		/** What goes on beside it, of debts that were left out. */
		beside?: readonly { debt: string; kind: string; takes: Pence | null; every: string }[];
		/** By which it was agreed. */
		rules?: readonly string[];
		/** What happened to it after it was agreed. */
		moves: readonly { on: Day; event: LifeEvent; rules: readonly string[]; by: string | null }[];
	}[];
	/** What they promised to pay by a day, and what became of it. */
	promises?: readonly (OfDebt & {
		on: Day;
		amount: Pence;
		byOn: Day;
		state: 'live' | 'kept' | 'broken' | 'withdrawn';
		settledOn: Day | null;
	})[];
	/** Of their statement, printed or saved for them; the version is null where it was not finished. */
	copies?: readonly { at: Instant; officer: string | null; version: number | null }[];
	contacts: readonly { contact: Contact; officer: string | null }[];
};

export function historyOf(record: HistoryRecord): HistoryLine[] {
	return [
		...record.contacts.map(lineOfContact),
		...record.agreements.flatMap((plan) => [
			lineOfAgreement(plan),
			...linesBeside(plan),
			...linesOfLife(plan)
		]),
		...(record.promises ?? []).flatMap(linesOfPromise),
		...(record.claims ?? []).flatMap(linesOfClaim),
		...record.payments.filter(({ mine }) => mine).map(lineOfPayment),
		...record.letters.map(lineOfLetter),
		...(record.copies ?? []).map(lineOfCopy),
		...record.stages.map(lineOfStage),
		...together(record.holds.flatMap(linesOfHold))
	].sort((a, b) => b.on.localeCompare(a.on));
}

/** One hold of several debts is one thing that happened. */
function together(lines: readonly HistoryLine[]): HistoryLine[] {
	const found = new Map<string, HistoryLine>();
	for (const line of lines) {
		const key = [line.on, line.what, line.more].join('|');
		const debts = [found.get(key)?.debt, line.debt].filter(Boolean);
		found.set(key, { ...line, debt: debts.join(', ') });
	}
	return [...found.values()];
}

const CHANNELS: Record<Channel, string> = {
	phone: 'Call',
	desk: 'Visit',
	writing: 'Letter from them'
};

/** Somebody who failed the check, or never took it, may not have been this person: no word of theirs is shown. */
function lineOfContact({ contact, officer }: HistoryRecord['contacts'][number]): HistoryLine {
	const who = officer === null ? '' : ` with ${officer}`;
	const came = contact.outcomes.committed?.dispositions.map(({ text }) => text) ?? [];
	const isTheirs = isIdentified(contact);
	const said = isTheirs ? [...came, contact.notes.trim()].filter(Boolean) : [];
	return {
		kind: 'contact',
		on: dayInLondon(contact.startedAt),
		what: `${CHANNELS[contact.channel]}${who}${whoSpoke(contact)}`,
		more: said.length > 0 ? said.map(asSentence).join(' ') : null,
		debt: null,
		amount: null
	};
}

function whoSpoke(contact: Contact): string {
	if (!isIdentified(contact)) return ', identity not confirmed';
	return contact.person.check.speaker ? ', with somebody who speaks for them' : '';
}

function asSentence(text: string): string {
	return /[.!?…]$/.test(text) ? text : `${text}.`;
}

const ARRANGED: Readonly<Record<string, string>> = {
	active: 'Payment plan agreed',
	late: 'Payment plan agreed, and late now',
	completed: 'Payment plan agreed, and completed',
	broken: 'Payment plan agreed, and broken',
	cancelled: 'Payment plan agreed, and cancelled',
	superseded: 'Payment plan agreed, and replaced by another'
};

function lineOfAgreement(plan: HistoryRecord['agreements'][number]): HistoryLine {
	return {
		kind: 'agreement',
		on: plan.on,
		planId: plan.id,
		what: ARRANGED[plan.state] ?? 'Payment plan agreed',
		more: `${plan.number}: ${formatPounds(plan.amount)} ${RHYTHM_NAMES[plan.rhythm]}, ${formatPounds(plan.total)} in all.${byRules(plan.rules ?? [])}`,
		debt: null,
		amount: null
	};
}

const COLLECTORS: Readonly<Record<string, string>> = COLLECTOR_NAMES;

/** Nothing of these stopped: the customer wanted them to go on. */
function linesBeside({ id, on, number, beside = [] }: HistoryRecord['agreements'][number]) {
	return beside.map(({ debt, kind, takes, every }): HistoryLine => {
		const name = COLLECTORS[kind] ?? 'what collects it';
		const sum = takes === null ? '' : `, ${formatPounds(takes)} a ${every}`;
		return {
			kind: 'agreement',
			on,
			planId: id,
			what: `Goes on as it is: ${name}${sum}`,
			more: `Left out of plan ${number}.`,
			debt,
			amount: null
		};
	});
}

/** Each with the rule that it stands on. */
function linesOfLife({ id, number, moves }: HistoryRecord['agreements'][number]): HistoryLine[] {
	return moves.map(({ on, event, rules, by }) => ({
		kind: 'agreement',
		on,
		planId: id,
		what: `${EVENT_NAMES[event]}${by === null ? '' : `, by ${by}`}`,
		more: `${number}.${byRules(rules)}`,
		debt: null,
		amount: null
	}));
}

function byRules(rules: readonly string[]): string {
	return rules.length > 0 ? ` By council policy ${rules.map(shortId).join(', ')}.` : '';
}

/** As people name a row of policy: without the book it is in. */
function shortId(rule: string): string {
	return rule.replace(/^policy\./, '');
}

const PROMISES: Record<'kept' | 'broken' | 'withdrawn', string> = {
	kept: 'Promise kept',
	broken: 'Promise not kept',
	withdrawn: 'Promise withdrawn'
};

function linesOfPromise(promise: NonNullable<HistoryRecord['promises']>[number]): HistoryLine[] {
	const { on, amount, byOn, state, settledOn, debt } = promise;
	const line = { kind: 'agreement' as const, debt, amount: null };
	const sum = `${formatPounds(amount)} by ${formatDay(byOn)}.`;
	const made = { ...line, on, what: 'Promised to pay', more: sum + byRules(['L8']) };
	if (state === 'live' || settledOn === null) return [made];
	return [
		made,
		{ ...line, on: settledOn, what: PROMISES[state], more: sum + byRules(['L8', 'L1']) }
	];
}

function lineOfPayment(payment: HistoryRecord['payments'][number]): HistoryLine {
	const { on, amount, isTakenBack, because, isOurs, debt } = payment;
	const what = isTakenBack ? 'Payment taken back' : 'Payment received';
	const said = [
		because ? `${meaningOf(because)}.` : '',
		isOurs ? 'Ours, not yet in the extract.' : ''
	];
	const more = said.filter(Boolean).join(' ') || null;
	return { kind: 'payment', on, what, more, debt, amount };
}

const LETTERS: Readonly<Record<string, string>> = {
	agreement: 'Letter of the agreement',
	'what-we-agreed': 'Letter of what was agreed',
	balances: 'Letter of what is owed',
	'payment-missed': 'Letter that a payment was missed',
	'plan-broken': 'Letter that the plan has ended'
};

function lineOfLetter({ at, letter, state, channel, ...made }: HistoryRecord['letters'][number]) {
	const name = LETTERS[letter] ?? 'Letter';
	const goes = saySending({ ...made, by: channel, format: formatOf(made) });
	return {
		kind: 'letter' as const,
		on: dayInLondon(at),
		what: `${name}, ${state === 'kept' ? 'kept and not sent, as they asked' : goes}${state === 'queued' ? ', waiting to be sent' : ''}`,
		more: null,
		debt: null,
		amount: null
	};
}

function lineOfCopy({
	at,
	officer,
	version
}: NonNullable<HistoryRecord['copies']>[number]): HistoryLine {
	return {
		kind: 'letter',
		on: dayInLondon(at),
		what: `Copy of their statement printed${officer === null ? '' : `, by ${officer}`}`,
		more: version === null ? 'As far as it was told by then.' : `Version ${version}.`,
		debt: null,
		amount: null
	};
}

function lineOfStage(reached: HistoryRecord['stages'][number]): HistoryLine {
	const { on, cost, isUndone, debt } = reached;
	const added = cost > NO_PENCE ? `, added ${formatPounds(cost)}` : '';
	return {
		kind: 'stage',
		on,
		what: `${stageWords(reached).name}${added}${isUndone ? ', taken back' : ''}`,
		more: null,
		debt,
		amount: null
	};
}

/** Its beginning, and its end where it was lifted before its last day; of another's, only that recovery is paused. */
function linesOfHold(hold: HistoryRecord['holds'][number]): HistoryLine[] {
	const isTheirs = hold.mine !== false;
	if (!isTheirs && !HOLDS[hold.kind].protectsOthers) return [];
	const label = holdLabel(hold);
	const line = { kind: 'hold' as const, debt: hold.debt, amount: null };
	const until = isTheirs && hold.untilOn ? `To ${formatDay(hold.untilOn)}.` : null;
	const begun = { ...line, on: hold.fromOn, what: label, more: until };
	if (!isTheirs || !hold.liftedAt) return [begun];
	const because = hold.endedBecause ? HOLD_ENDS[hold.endedBecause] : undefined;
	const ended = { ...line, on: dayInLondon(hold.liftedAt), what: `${label} lifted` };
	return [begun, { ...ended, more: because ?? null }];
}
