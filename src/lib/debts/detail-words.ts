/** What the detail of one debt says: its parts, its entries, on what ground somebody is liable, what agents were told. */
import type { Exception, Ground, RecordedException } from '#shared/debts/debt.ts';
import { COLLECTOR_NAMES } from '#shared/arrangements/terms/collector.ts';
import type { DebtDetail, KeptBeside, ToldEnd, ToldSource } from '#shared/debts/detail/detail.ts';
import type { ToldAgents } from '#shared/debts/detail/agents.ts';
import type { EntryKind } from '#shared/debts/entries.ts';
import { PARTS, type Part } from '#shared/debts/split.ts';
import { meaningOf } from '#shared/income/bank-codes.ts';
import type { AgentStage } from '#shared/law/charges/agent-fees.ts';
import { formatPounds, type Pence } from '#shared/money/pence.ts';
import { dayInLondon, formatDay, timeInLondon } from '#shared/time/day.ts';

export const DETAIL_REFUSALS: Record<'not-identified' | 'not-theirs', string> = {
	'not-identified': 'The identity check comes first. It has to pass for whoever is speaking now.',
	'not-theirs': 'This debt is no longer theirs. Close it and look at the list again.'
};

export const ANSWERED_REFUSALS = {
	...DETAIL_REFUSALS,
	'nothing-told': 'Nothing that they were told waits for their answer.',
	'not-that-day':
		'They cannot have answered on that day: it is before they were told, or still to come.'
} as const;

const PART_NAMES: Record<Part, string> = {
	principal: 'Principal',
	costs: 'Costs',
	fees: 'Fees',
	interest: 'Interest'
};

/** All four, because that there are no costs is worth knowing too. */
export function partsOf({ split }: DebtDetail): { part: Part; name: string; amount: Pence }[] {
	return PARTS.map((part) => ({ part, name: PART_NAMES[part], amount: split[part] }));
}

export const ENTRY_NAMES: Record<EntryKind, string> = {
	charge: 'Charged',
	costs: 'Costs added',
	fees: 'Fee added',
	interest: 'Interest added',
	payment: 'Payment',
	reversal: 'Taken back',
	reduction: 'Reduced',
	'write-off': 'Written off',
	transfer: 'Moved'
};

const METHOD_NAMES: Readonly<Record<string, string>> = {
	card: 'card',
	terminal: 'card',
	'direct-debit': 'Direct Debit',
	'standing-order': 'standing order',
	'bank-transfer': 'bank transfer',
	deduction: 'deduction',
	cash: 'cash',
	bank: 'bank transfer'
};

export function entryText(entry: DebtDetail['entries'][number]): string {
	const how = entry.method && (METHOD_NAMES[entry.method] ?? backText(entry.method));
	const ours = entry.isOurs ? 'ours, not yet in the extract' : '';
	return [ENTRY_NAMES[entry.kind], how, ours].filter(Boolean).join(', ');
}

/** `arudd-0`, `charge-back-disputed`: by the bank, and why. */
function backText(method: string): string {
	const [, kind, code = ''] = /^(arudd|charge-back)-(.+)$/.exec(method) ?? [];
	if (kind === 'arudd') return meaningOf({ kind, code: code.toUpperCase() });
	return kind === 'charge-back' ? meaningOf({ kind, code }) : method;
}

export const GROUND_NAMES: Record<Ground, string> = {
	sole: 'Alone',
	joint: 'Jointly, as owner or tenant',
	couple: 'Jointly, as one of a couple',
	partner: 'As a partner in the business',
	representative: 'For the estate of somebody who died',
	guarantor: 'As guarantor',
	director: 'As a director',
	landlord: 'As landlord',
	'hmo-owner': 'As owner of a house in multiple occupation'
};

export const EXCEPTION_NAMES: Record<Exception, string> = {
	student: 'a student',
	'severely-mentally-impaired': 'severely mentally impaired'
};

export function liabilityText({ liability }: DebtDetail): string {
	const { ground, fromOn, toOn, others } = liability;
	const until = toOn ? ` to ${formatDay(toOn)}` : '';
	const beside = others.length > 0 ? `, with ${others.join(' and ')}` : '';
	return `${GROUND_NAMES[ground]}${beside}, from ${formatDay(fromOn)}${until}`;
}

export function exceptionText({ liability: { exception } }: DebtDetail): string | null {
	if (!exception) return null;
	const until = exception.toOn ? ` to ${formatDay(exception.toOn)}` : '';
	const since = `${formatDay(exception.fromOn)}${until}${notConfirmedText(exception)}`;
	return `Not jointly liable as ${EXCEPTION_NAMES[exception.why]}, ${since}`;
}

/** Empty where its source has it. */
export function notConfirmedText({ isConfirmed }: RecordedException): string {
	return isConfirmed ? '' : '. Recorded here, not in an extract yet';
}

export function limitationText(limitation: NonNullable<DebtDetail['limitation']>): string {
	const { ends, lastDay, isPast } = limitation;
	if (lastDay === null) return `${ends}: no limit is fixed`;
	return isPast
		? `${ends}: the time ended on ${formatDay(lastDay)}`
		: `${ends}: by ${formatDay(lastDay)}`;
}

export const AGENT_STAGES: Record<AgentStage, string> = {
	compliance: 'Compliance, no visit',
	enforcement: 'Enforcement, visited',
	sale: 'Sale of goods'
};

const ASKED: Record<ToldSource['kind'], string> = {
	stop: 'to stop',
	restart: 'to start again',
	recall: 'to call the agents back',
	step: 'to take its next step'
};

/** What its system was told, in words that promise nothing an extract has not shown. */
export function toldSourceText({ kind, state, toldOn, confirmedOn }: ToldSource): string {
	const asked = `Its system was told ${ASKED[kind]}`;
	if (state === 'to-send' || toldOn === null) return `Its system is to be told ${ASKED[kind]}.`;
	if (state === 'told') return `${asked} on ${formatDay(toldOn)}, not confirmed yet.`;
	const by = confirmedOn ? `by its extract of ${formatDay(confirmedOn)}` : 'by whoever looked';
	return `${asked} on ${formatDay(toldOn)}, confirmed ${by}.`;
}

const COLLECTORS: Readonly<Record<string, string>> = COLLECTOR_NAMES;

/** What becomes of what collected it, as far as an extract has shown it. */
export function toldEndText({ by, state, toldOn, confirmedOn, stillOn }: ToldEnd): string {
	const name = COLLECTORS[by] ?? 'collection';
	if (state === 'to-send' || toldOn === null) return `Its system is to be told to end the ${name}.`;
	const asked = `Its system was told to end the ${name} on ${formatDay(toldOn)}`;
	if (state === 'confirmed' && confirmedOn)
		return `${asked}, confirmed by its extract of ${formatDay(confirmedOn)}.`;
	const still = stillOn ? `; its extract of ${formatDay(stillOn)} has it still` : '';
	return `${asked}, not confirmed yet${still}.`;
}

/** Nothing stops, and its system was told nothing. */
export function keptText({ by, takes, every, number, on }: KeptBeside): string {
	const name = COLLECTORS[by] ?? 'collection';
	const sum = takes === null ? '' : `, ${formatPounds(takes)} a ${every}`;
	return `Kept as they wanted: the ${name}${sum} goes on beside payment plan ${number}, agreed on ${formatDay(on)}.`;
}

export function feesText(agents: NonNullable<DebtDetail['agents']>): string {
	const told = agents.feesToldOn
		? `as they told us on ${formatDay(agents.feesToldOn)}`
		: 'they have told us of none';
	return `${formatPounds(agents.fees)}, ${told}`;
}

export function toldText(told: ToldAgents): string {
	const { what, state, givenAt, toldAt, confirmedAt, confirmedOn, answeredBy } = told;
	const said = what === 'recall' ? 'to bring it back' : 'of a payment';
	const when = confirmedAt ?? toldAt ?? givenAt;
	const at = `${timeInLondon(when)} on ${formatDay(dayInLondon(when))}`;
	if (answeredBy !== null && confirmedOn !== null)
		return `${answeredBy} of the agents confirmed on ${formatDay(confirmedOn)} that we told them ${said}`;
	if (state === 'confirmed') return `They confirmed at ${at} that we told them ${said}`;
	return state === 'told'
		? `Told ${said} at ${at}, not confirmed yet`
		: `Being told ${said} since ${at}`;
}
