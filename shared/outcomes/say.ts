/** What each outcome is, as it is read back to the customer before they agree, and what it means for their accounts. */
import type { ReadBackLine } from '../arrangements/read-back.ts';
import { METHOD_NAMES } from '../arrangements/schedule.ts';
import { nationalNumber, type Reach } from '../customers/wishes/wish.ts';
import { saySending, sendingOf, STATUTORY_WORDS } from '../customers/wishes/write.ts';
import type { DebtRecord } from '../debts/debt.ts';
import { HOLDS } from '../debts/holds.ts';
import { sayPounds } from '../money/pence.ts';
import { formatDay, type Day } from '../time/day.ts';
import { inWords } from '../time/spoken.ts';
import type { NOTHING_BECAUSE, LETTER_KINDS, OutcomeOf } from './outcome.ts';
import { HELP_NAMES, type Help } from './help.ts';
import { asLetter, debtsOf, type StagedOutcome } from './outcome.ts';

export const LETTER_NAMES: Record<(typeof LETTER_KINDS)[number], string> = {
	agreement: 'your payment agreement',
	'what-we-agreed': 'what we agreed today',
	balances: 'what is owed on each account'
};

export const NOTHING_NAMES: Record<(typeof NOTHING_BECAUSE)[number], string> = {
	'wants-time': 'you would like time to think',
	'wants-advice': 'you would like debt advice first',
	'does-not-agree': 'we have not agreed a way to pay',
	'cut-off': 'we were cut off',
	'only-asked': 'you only wanted to ask'
};

/** `until` is the last day recovery is held by it. */
export function sayOutcome(
	outcome: StagedOutcome,
	{ debts, ...said }: Omit<Said, 'titles'> & { debts: readonly DebtRecord[] }
): ReadBackLine {
	const titles = titlesOf(outcome, debts);
	return { id: outcome.id, text: textOf(outcome, { ...said, titles }) };
}

type Said = {
	titles: string;
	reach: Reach;
	until: Day | null;
	/** What was gone through where nothing is left to pay with; null where something is. */
	help: readonly Help[] | null;
};

function textOf(outcome: StagedOutcome, said: Said): string {
	const { titles, reach, until, help } = said;
	switch (outcome.kind) {
		case 'promise':
			return `You will pay ${sayPounds(outcome.amount)} towards ${titles} by ${inWords(outcome.by)}, by ${METHOD_NAMES[outcome.method]}. We will take no further step on it${through(until)}, but a hearing already set goes ahead. If it is not paid we will contact you before anything else happens.`;
		case 'hold':
			return `${HOLDS[outcome.why].label}: we will take no step on ${titles}${through(until)}, and nothing is asked for. What is owed stays owed.`;
		case 'claim':
			return sayClaim(outcome, said);
		case 'callback':
			return `We will ring you back on ${inWords(outcome.on)} at about ${outcome.at}${outcome.number ? `, on ${nationalNumber(outcome.number)}` : ''}${outcome.about === 'debt-advice' ? `, and put you through to ${outcome.adviser ?? 'a debt adviser'}. The advice is free` : ''}.`;
		case 'letter':
			return `We will send you ${LETTER_NAMES[outcome.letter]} ${sayLetter(outcome, reach)}`;
		case 'payment':
			return `You will pay ${sayPounds(outcome.amount)} towards ${titles} today by card, before we finish.${help ? ' You do not have to. It changes nothing else, and stops no step.' : ''}`;
		case 'recall':
			return `We are taking ${titles} back from the enforcement agents and telling them today. Their fees are looked at again.`;
		case 'no-surplus':
			return saySurplus(said);
		case 'nothing-agreed':
			return `Nothing is agreed today because ${NOTHING_NAMES[outcome.because]}. Your accounts go on as before.`;
	}
}

function sayLetter(outcome: OutcomeOf<'letter'>, reach: Reach): string {
	const sent = sendingOf(asLetter(outcome), reach);
	if (!sent.ok) throw new Error('A letter that cannot be sent was read back.');
	const { because, writeTo, ...sending } = sent.sending;
	const goes = saySending({ ...sending, isToOther: writeTo !== '' }, 'you');
	return because === 'statutory' ? `${goes}. ${STATUTORY_WORDS}` : `${goes}.`;
}

function sayClaim({ name, onAccount }: OutcomeOf<'claim'>, { titles, until, help }: Said): string {
	const claimed = `We have started a claim for ${name} today.`;
	if (titles === '') return claimed;
	const meanwhile =
		onAccount === null || help !== null
			? 'Nothing is asked for meanwhile.'
			: `Please pay ${sayPounds(onAccount)} a month on account meanwhile.`;
	return `${claimed} We will take no step on ${titles}${through(until)} while it is decided. ${meanwhile}`;
}

/** What was declined is theirs to decline, and is in the record; it is not read back to them. */
function saySurplus({ titles, until, help }: Said): string {
	const done = (help ?? []).flatMap(({ step, state, adviser }) =>
		state === 'done' && step !== 'hold' && step !== 'agents-recalled'
			? [`${HELP_NAMES[step]}${adviser ? ` with ${adviser}` : ''}`]
			: []
	);
	const gone = done.length > 0 ? ` Today we went through ${listed(done)}.` : '';
	const held =
		titles === ''
			? ' No hold is put on: your accounts go on as before.'
			: ` We will take no step on ${titles}${through(until)}, and look at it with you again before then.`;
	return `There is nothing left to pay with at the moment, so there is no payment plan and nothing is asked for.${held}${gone} What is owed stays owed.`;
}

function through(until: Day | null): string {
	return until ? ` until after ${formatDay(until)}` : '';
}

function titlesOf(outcome: StagedOutcome, debts: readonly DebtRecord[]): string {
	const about = debtsOf(outcome);
	return listed(debts.filter(({ id }) => about.includes(id)).map(({ title }) => title));
}

function listed(names: readonly string[]): string {
	const last = names.at(-1) ?? '';
	return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
