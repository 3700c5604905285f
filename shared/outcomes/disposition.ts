/** What a contact came to, in words for its record: derived from what was committed, never chosen from a list. */
import type { Plan } from '../arrangements/plan.ts';
import { sayBecame, type Collecting } from '../arrangements/terms/collecting.ts';
import { HOLDS } from '../debts/holds.ts';
import { formatPounds } from '../money/pence.ts';
import { formatDay } from '../time/day.ts';
import { RHYTHM_NAMES } from '../time/pay-days.ts';
import { DECLINED_NAMES, HELP_NAMES, type Help } from './help.ts';
import type { OutcomeKind, OutcomeOf, StagedOutcome } from './outcome.ts';

const LETTERS: Record<OutcomeOf<'letter'>['letter'], string> = {
	agreement: 'Agreement to be sent',
	'what-we-agreed': 'Letter of what was agreed to be sent',
	balances: 'Letter of what is owed to be sent'
};

/** `text` may say what somebody owes, so it lies beside the log and not in it. */
export type Disposition = { kind: OutcomeKind; text: string };

export function dispositionsOf(
	plan: Plan | null,
	staged: readonly StagedOutcome[],
	{
		help = null,
		collecting = []
	}: { help?: readonly Help[] | null; collecting?: readonly Collecting[] } = {}
): Disposition[] {
	const arranged: Disposition[] = plan
		? [
				{
					kind: 'arrangement',
					text: `Payment plan agreed: ${formatPounds(plan.offer.amount)} ${RHYTHM_NAMES[plan.offer.rhythm]} from ${formatDay(plan.offer.firstOn)}, ${plan.payments.length} payments, ${formatPounds(plan.total)} in all${withCollecting(collecting)}`
				}
			]
		: [];
	return [...arranged, ...staged.map((one) => ({ kind: one.kind, text: withHelp(one, help) }))];
}

/** What collected an account already, and what becomes of it. */
function withCollecting(collecting: readonly Collecting[]): string {
	return sayBecame(collecting)
		.map((said) => `. ${said}`)
		.join('');
}

function withHelp(outcome: StagedOutcome, help: readonly Help[] | null): string {
	const text = dispositionOf(outcome);
	if (outcome.kind !== 'no-surplus' || !help) return text;
	const each = help.flatMap(({ step, state, because, adviser }) => {
		if (state === 'not-needed' || state === 'open') return [];
		return because
			? [`${HELP_NAMES[step]} declined (${DECLINED_NAMES[because]})`]
			: [`${HELP_NAMES[step]} done${withAdviser(adviser)}`];
	});
	return `${text}: ${each.join(', ')}`;
}

function withAdviser(adviser: string | null | undefined): string {
	return adviser ? ` with ${adviser}` : '';
}

/** Sums and days, and no account's name. */
export function dispositionOf(outcome: StagedOutcome): string {
	switch (outcome.kind) {
		case 'promise':
			return `Promise to pay ${formatPounds(outcome.amount)} by ${formatDay(outcome.by)}`;
		case 'hold':
			return `${HOLDS[outcome.why].label}, held ${outcome.days} days`;
		case 'claim':
			return `${outcome.name} claim started`;
		case 'callback':
			return `${outcome.about ? `Debt advice booked${withAdviser(outcome.adviser)}: call` : 'Call'} back on ${formatDay(outcome.on)} at ${outcome.at}`;
		case 'letter':
			return `${LETTERS[outcome.letter]} by ${outcome.by}`;
		case 'payment':
			return `Paid ${formatPounds(outcome.amount)}`;
		case 'recall':
			return 'Taken back from enforcement agents';
		case 'no-surplus':
			return outcome.debtIds.length > 0
				? `Nothing left to pay with, helped and held ${outcome.days} days`
				: 'Nothing left to pay with, helped';
		case 'nothing-agreed':
			return 'Nothing agreed';
	}
}
