/**
 * The single view: beside the debts as every screen has them, what each was, what of it is repaid and written off, who
 * else answers for it, who speaks for this customer, and all that has happened. To somebody who speaks for them: the
 * debts that they may hear of, and nothing that happened with the customer. Made field by field.
 */
import type { Authority } from '../../customers/authorities.ts';
import type { NumberNote } from '../../customers/number/belonging.ts';
import type { DebtRecord, Ground } from '../../debts/debt.ts';
import { STREAM_NAMES, type Stream } from '../../debts/streams.ts';
import { plus, type Pence } from '../../money/pence.ts';
import type { Day } from '../../time/day.ts';
import { historyOf, type HistoryLine, type HistoryRecord } from './history.ts';
import type { ActingBy } from './view.ts';

/** What was owed once everything that was added or reduced is counted; less the rest, it is the balance. */
export type Repaid = { original: Pence; writtenOff: Pence; repaid: Pence };

export type DebtMoney = Repaid & {
	debtId: string;
	/** What they paid themselves; null where nobody else owes it. */
	byThem: Pence | null;
};

/** Somebody else who answers for some of the debts, and on what ground. */
export type Together = { name: string; ground: Ground; debts: readonly string[] };

/** Somebody who may speak for them. */
export type SpeaksFor = Pick<Authority, 'kind' | 'name' | 'organisation' | 'scope'> & {
	/** The debts or streams it is for, by name; null for every debt. */
	covers: readonly string[] | null;
	untilOn: Day | null;
};

/** A number, whose it was noted to be, by whom and until when. */
export type NotedNumber = { number: string; note: NumberNote };

/** What the database gathers of one customer. */
export type SingleViewRecord = HistoryRecord & {
	money: readonly (Repaid & { debtId: string; byThem: Pence })[];
	/** Everybody else who is liable for one of them. */
	liable: readonly { debtId: string; name: string; ground: Ground }[];
	authorities: readonly Authority[];
	/** Numbers of which somebody noted whose they are. */
	numbers?: readonly NotedNumber[];
};

export type SingleView = {
	debts: readonly DebtMoney[];
	total: Repaid;
	together: readonly Together[];
	speakFor: readonly SpeaksFor[];
	/** None to whoever speaks for them. */
	numbers: readonly NotedNumber[];
	/** Null to whoever speaks for them: it is theirs. */
	timeline: readonly HistoryLine[] | null;
};

export function singleView(
	record: SingleViewRecord,
	{ debts, actingBy }: { debts: readonly DebtRecord[]; actingBy: ActingBy | null }
): SingleView {
	const titles = new Map(debts.map(({ id, title }) => [id, title]));
	const shared = new Set(debts.filter(({ others }) => others.length > 0).map(({ id }) => id));
	const told = record.money.filter(({ debtId }) => titles.has(debtId));
	return {
		debts: told.map(({ debtId, original, writtenOff, repaid, byThem }) => ({
			debtId,
			original,
			writtenOff,
			repaid,
			byThem: shared.has(debtId) ? byThem : null
		})),
		total: {
			original: plus(...told.map(({ original }) => original)),
			writtenOff: plus(...told.map(({ writtenOff }) => writtenOff)),
			repaid: plus(...told.map(({ repaid }) => repaid))
		},
		together: actingBy?.scope === 'told' ? [] : togetherOf(record.liable, titles),
		speakFor: actingBy ? [] : record.authorities.map((one) => speaksFor(one, titles)),
		numbers: actingBy ? [] : (record.numbers ?? []),
		timeline: actingBy ? null : historyOf(record)
	};
}

/** Each once for a ground, with all that they answer for on it. */
function togetherOf(
	liable: SingleViewRecord['liable'],
	titles: ReadonlyMap<string, string>
): Together[] {
	const found = new Map<string, Together>();
	for (const { debtId, name, ground } of liable) {
		const title = titles.get(debtId);
		if (title === undefined) continue;
		const key = `${ground} ${name}`;
		const debts = found.get(key)?.debts ?? [];
		found.set(key, { name, ground, debts: [...debts, title] });
	}
	return [...found.values()];
}

function speaksFor(authority: Authority, titles: ReadonlyMap<string, string>): SpeaksFor {
	const { kind, name, organisation, scope, streams, debtIds, untilOn } = authority;
	const named = debtIds?.flatMap((id) => titles.get(id) ?? []) ?? null;
	const covers = named ?? streams?.map((stream) => STREAM_NAMES[stream as Stream]) ?? null;
	return { kind, name, organisation, scope, covers, untilOn };
}
