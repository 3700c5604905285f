/** What screens say about sums, days and holds. The sums themselves come from the server's projection. */
import type { Discrepancy } from '#shared/debts/debt.ts';
import type { AsOf } from '#shared/debts/freshness.ts';
import { STREAM_NAMES } from '#shared/debts/streams.ts';
import { formatPounds, minus, NO_PENCE, type Pence } from '#shared/money/pence.ts';
import { dayInLondon, formatDay, timeInLondon, type Day } from '#shared/time/day.ts';
import type { DebtsView, DebtView, HoldView } from '#shared/contacts/shown/view.ts';

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

export type FreshLine = { text: string; isOld: boolean };

/** `As of 18 November 23:20: Council Tax and Rent`: streams that came in together are said together, the newest first. */
export function freshLines(asOf: readonly AsOf[], today: Day): FreshLine[] {
	const told = asOf.filter(({ on }) => on !== null).toSorted(newestFirst);
	const when = [...new Set(told.map((one) => whenText(one, today)))];
	const lines = when.map((text) => {
		const together = told.filter((one) => whenText(one, today) === text);
		return { text: `${text}: ${namesOf(together)}`, isOld: together.some(({ isOld }) => isOld) };
	});
	const untold = asOf.filter(({ on }) => on === null);
	return untold.length === 0
		? lines
		: [...lines, { text: `No extract yet: ${namesOf(untold)}`, isOld: false }];
}

/** The same in few words, for whoever has seconds: a day that all the rest have reached, and by name what is old. */
export function freshBrief(asOf: readonly AsOf[], today: Day): FreshLine[] {
	const untold = asOf.filter(({ on }) => on === null);
	const old = asOf.filter(({ isOld }) => isOld);
	const [oldest] = asOf.flatMap(({ on, isOld }) => (on === null || isOld ? [] : [on])).toSorted();
	const days = [...new Set(old.flatMap(({ on }) => on ?? []))].toSorted();
	return [
		...(oldest ? [{ text: `Figures as of ${dayInTable(oldest, today)}`, isOld: false }] : []),
		...days.map((day) => ({
			text: `${namesOf(old.filter(({ on }) => on === day))} as of ${dayInTable(day, today)}`,
			isOld: true
		})),
		...(untold.length > 0 ? [{ text: `No extract yet: ${namesOf(untold)}`, isOld: false }] : [])
	];
}

function newestFirst(a: AsOf, b: AsOf): number {
	return (b.at ?? '').localeCompare(a.at ?? '');
}

/** What came in on a later day than it speaks of says both. */
function whenText({ on, at }: AsOf, today: Day): string {
	if (on === null || at === null) return '';
	const time = timeInLondon(at);
	const came = dayInLondon(at);
	if (came === on) return `As of ${dayInTable(on, today)} ${time}`;
	return `As of ${dayInTable(on, today)}, taken in ${dayInTable(came, today)} ${time}`;
}

function namesOf(asOf: readonly AsOf[]): string {
	const names = asOf.map(({ stream }) => STREAM_NAMES[stream]);
	const last = names.at(-1) ?? '';
	return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}

/** What differs between the source and our books, in a word for a row. */
export function differsText({ more }: Discrepancy): string {
	return more > 0
		? `The source says ${formatPounds(more)} more`
		: `The source says ${formatPounds(minus(NO_PENCE, more))} less`;
}

/** References are read in groups: `7710 448 261`, `HBO 210 877`, `SI 0090 3316`. Others stay as they are. */
export function referenceText(reference: string): string {
	const [, letters = '', figures = ''] = /^([A-Z]{0,4})(\d{6,12})$/.exec(reference) ?? [];
	if (!figures) return reference;
	const groups = figures.length % 4 === 0 ? /\d{4}/g : /\d{3,4}(?=(\d{3})*$)/g;
	return [letters, ...(figures.match(groups) ?? [figures])].filter(Boolean).join(' ');
}
