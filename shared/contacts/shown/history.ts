/**
 * Everything that has happened about one person, in one list with the latest first: contacts, agreements, payments,
 * letters, stages and holds. It is theirs alone: of another person liable for a joint debt no payment is in it, and of
 * a hold that was made for them neither why nor until when. Made field by field, so that nothing leaves by being added.
 */
import { formatOf, saySending } from '../../customers/wishes/write.ts';
import { HOLDS, holdLabel } from '../../debts/holds.ts';
import type { Hold } from '../../debts/debt.ts';
import { stageWords } from '../../debts/ladder/stages.ts';
import { meaningOf, type AdviceKind } from '../../income/bank-codes.ts';
import type { Stream } from '../../debts/streams.ts';
import { formatPounds, NO_PENCE, type Pence } from '../../money/pence.ts';
import { dayInLondon, formatDay, type Day, type Instant } from '../../time/day.ts';
import { isIdentified } from './disclosure.ts';
import { gapText } from './gap-words.ts';
import type { Contact } from '../state/fold.ts';
import type { Channel } from '../log/events.ts';
import {
	linesOfAgreement,
	linesOfPromise,
	type AgreementRecord,
	type PromiseRecord
} from './plan-history.ts';
import { HOLD_ENDS, linesOfClaim, type ClaimRecord } from './claim-history.ts';
import { recordingWords } from './recording-words.ts';

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
	agreements: readonly AgreementRecord[];
	/** What they promised to pay by a day, and what became of it. */
	promises?: readonly (OfDebt & PromiseRecord)[];
	/** Of their statement, printed or saved for them; the version is null where it was not finished. */
	copies?: readonly { at: Instant; officer: string | null; version: number | null }[];
	contacts: readonly { contact: Contact; officer: string | null }[];
};

export function historyOf(record: HistoryRecord): HistoryLine[] {
	return [
		...record.contacts.map(lineOfContact),
		...record.agreements.flatMap(linesOfAgreement),
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
	const words = isTheirs ? [...came, contact.notes.trim()].filter(Boolean) : [];
	const unheard = contact.gaps.map(gapText);
	const said = [...words, ...unheard, ...recordingWords(contact.recordingGaps)];
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
