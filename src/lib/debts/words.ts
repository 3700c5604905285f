/** What screens say about sums, days and holds. The sums themselves come from the server's projection. */
import { formatPounds, type Pence } from '#shared/money/pence.ts';
import { formatDay, type Day } from '#shared/time/day.ts';
import type { DebtsView, DebtView, HoldView } from '#shared/contacts/view.ts';

/** What the one large figure adds up: never a sum to ask for. */
export function owedNote(debts: DebtsView): string | undefined {
	if (debts.paused > 0) return `of which paused ${formatPounds(debts.paused)}`;
	return debts.total.balance > 0
		? `of which overdue ${formatPounds(debts.total.overdue)}`
		: undefined;
}

/** Before identity some debts count in the total and are not named. */
export function unnamedNote(debts: DebtsView): string | null {
	const unnamed = debts.count - debts.debts.length;
	if (unnamed <= 0) return null;
	return unnamed === 1
		? '1 debt is in the total and not named before the identity check'
		: `${unnamed} debts are in the total and not named before the identity check`;
}

/** `5 debts add up to £3,666.62`: what the bottom line of the table is the sum of. */
export function totalNote(debts: DebtsView): string {
	const counted = debts.count === 1 ? '1 debt' : `All ${debts.count} debts`;
	const paused = debts.paused > 0 ? `, ${formatPounds(debts.paused)} of it paused` : '';
	return `${counted}${paused}`;
}

/** `Paused until 6 January 2027`. The day is the last protected one. */
export function holdText(hold: HoldView): string {
	return hold.untilOn ? `Paused until ${formatDay(hold.untilOn)}` : 'Paused';
}

/** What can follow by itself. A debt that is paused says so already. */
export function nextText(debt: Pick<DebtView, 'next' | 'holds'>): string {
	return debt.next ?? (debt.holds.length > 0 ? '' : 'Nothing more can happen');
}

/** In a table this year's dates leave the year out. */
export function dayInTable(on: Day, today: Day): string {
	const whole = formatDay(on);
	return on.slice(0, 4) === today.slice(0, 4) ? whole.slice(0, -5) : whole;
}

/** A column of many nothings is easier to read with a dash. */
export function sumInTable(amount: Pence): string {
	return amount === 0 ? '–' : formatPounds(amount);
}

/** What the share bar says in a sentence. */
export function largestShare(debts: readonly DebtView[]): string {
	const [first, ...rest] = debts;
	if (!first) return 'Nothing owed';
	const largest = rest.reduce(
		(found, debt) => (debt.sums.balance > found.sums.balance ? debt : found),
		first
	);
	return `Largest: ${largest.title}, ${formatPounds(largest.sums.balance)}`;
}

/** References are read in groups: `7710 448 261`, `HBO 210 877`, `SI 0090 3316`. Others stay as they are. */
export function referenceText(reference: string): string {
	const [, letters = '', figures = ''] = /^([A-Z]{0,4})(\d{6,12})$/.exec(reference) ?? [];
	if (!figures) return reference;
	const groups = figures.length % 4 === 0 ? /\d{4}/g : /\d{3,4}(?=(\d{3})*$)/g;
	return [letters, ...(figures.match(groups) ?? [figures])].filter(Boolean).join(' ');
}
