/** What the single view says: who it is, what is next of all, what is repaid, who speaks. */
import type { DebtMoney, SpeaksFor } from '#shared/contacts/shown/single-view.ts';
import type { DebtsView, PeopleView } from '#shared/contacts/shown/view.ts';
import { KIND_RULES } from '#shared/customers/authorities.ts';
import { formatPounds } from '#shared/money/pence.ts';
import { formatDay } from '#shared/time/day.ts';
import { numberText } from '../words.ts';
import { actingText } from '../../customers/words.ts';

type Known = Extract<PeopleView, { kind: 'known' }>;

/** `14 Lantern Row, Northmere NM4 7QT. Born 14 March 1987. +447700900142`. */
export function whoText({ person, actingBy }: Known): string {
	if (actingBy) return actingText(actingBy);
	const { address, bornOn, phone, email } = person;
	const parts = [
		address ?? 'No address held',
		bornOn && `born ${formatDay(bornOn)}`,
		phone && numberText(phone),
		email
	];
	return parts.filter(Boolean).join(' · ');
}

type TagText = { tone: 'care' | 'hold' | 'warn'; text: string };

/** What to mind before anything is said: support, protection, who speaks. */
export function tagsOf({ person, actingBy, debts }: Known): TagText[] {
	const holds = new Set(debts.debts.flatMap((debt) => debt.holds.map(({ label }) => label)));
	return [
		...(actingBy ? [{ tone: 'warn', text: 'Somebody speaks for them' } as const] : []),
		...person.supportNeeds.map(({ need }) => ({
			tone: 'care' as const,
			text: need
		})),
		...[...holds].map((text) => ({ tone: 'hold' as const, text }))
	];
}

/** Of all the debts: what may follow first and of which, or why nothing does. */
export function nextOfAll({ next, count, total, paused, mayAsk }: DebtsView): {
	says: string;
	about: string | null;
} {
	if (count === 0 || total.balance <= 0) return { says: 'Nothing: nothing is owed', about: null };
	if (!mayAsk)
		return { says: 'Nothing while recovery is paused. Ask for nothing today', about: null };
	if (next) return { says: next.says, about: next.title };
	if (paused === total.balance) return { says: 'Nothing while every debt is paused', about: null };
	if (total.overdue === 0) return { says: 'Nothing: nothing is overdue', about: null };
	return { says: 'Nothing more, as things stand', about: null };
}

/** `Originally £1,364.87`, `repaid £180.50 (£40.00 by them)`: each stays on one line. */
export function moneyParts(money: DebtMoney | undefined): string[] {
	if (!money) return [];
	const { original, repaid, writtenOff, byThem } = money;
	const own = byThem !== null && byThem !== repaid ? ` (${formatPounds(byThem)} by them)` : '';
	const off = writtenOff === 0 ? [] : [`written off ${formatPounds(writtenOff)}`];
	return [`Originally ${formatPounds(original)}`, `repaid ${formatPounds(repaid)}${own}`, ...off];
}

export function speaksText({ kind, organisation, scope, untilOn }: SpeaksFor): string {
	const what = [KIND_RULES[kind].label, organisation].filter(Boolean).join(', ');
	const may = scope === 'agree' ? 'may agree for them' : 'may be told, and agrees nothing';
	return `${what}, ${may}${untilOn ? `, until ${formatDay(untilOn)}` : ''}`;
}
