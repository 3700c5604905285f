/**
 * Which customers become one, from how their records match in pairs. The surest go first; two who contradict each other
 * never end in one customer through a third, and where a record fits two such people nearly as well it goes to neither.
 */
import { isContradiction, type Match, type Matchable } from './match.ts';

/** Two records of two customers. */
export type Pair = {
	recordId: string;
	otherRecordId: string;
	customerId: string;
	otherCustomerId: string;
	match: Match;
};

export type Candidate = {
	/** Its records, as they are compared. */
	members: readonly Matchable[];
	/** Which keeps its id: the lowest. */
	standing: number;
	/** Something of ours is kept under its id. */
	hasHistory: boolean;
	/** Customers with whom it owes a debt together, or from whom somebody kept it apart. */
	isNot: ReadonlySet<string>;
};

export type Join = { from: string; to: string; match: Match };

export type Groups = { joins: readonly Join[]; reviews: readonly Pair[] };

type Group = { ids: readonly string[]; used: readonly Pair[] };

export function groupsOf(
	pairs: readonly Pair[],
	{ candidates, closeCall }: { candidates: ReadonlyMap<string, Candidate>; closeCall: number }
): Groups {
	const best = bestOfEach(pairs).filter(({ customerId, otherCustomerId }) => {
		return !candidates.get(customerId)?.isNot.has(otherCustomerId);
	});
	const unsure = ambiguous(best.filter(isLinked), { candidates, closeCall });
	const groups = new Map<string, Group>();
	const reviews: Pair[] = [];
	for (const pair of best) {
		const ours = groupOf(groups, pair.customerId);
		const theirs = groupOf(groups, pair.otherCustomerId);
		if (ours === theirs) continue;
		const mayJoin = isLinked(pair) && !unsure.has(pair) && areOne(ours, { theirs, candidates });
		if (!mayJoin) {
			reviews.push(pair);
			continue;
		}
		const ids = [...ours.ids, ...theirs.ids];
		const joined = { ids, used: [...ours.used, ...theirs.used, pair] };
		for (const id of ids) groups.set(id, joined);
	}
	const joins = [...new Set(groups.values())].flatMap((group) => joinsOf(group, candidates));
	const areApart = ({ customerId, otherCustomerId }: Pair) =>
		groupOf(groups, customerId) !== groupOf(groups, otherCustomerId);
	return { joins, reviews: reviews.filter(areApart) };
}

function isLinked({ match }: Pair): boolean {
	return match.verdict === 'linked';
}

/** One for each two customers, the surest first, and in an order that does not depend on how they came. */
function bestOfEach(pairs: readonly Pair[]): Pair[] {
	const sorted = pairs.toSorted(
		(one, other) =>
			other.match.score - one.match.score ||
			compareText(one.recordId, other.recordId) ||
			compareText(one.otherRecordId, other.otherRecordId)
	);
	const seen = new Set<string>();
	return sorted.filter(({ customerId, otherCustomerId }) => {
		const key = [customerId, otherCustomerId].toSorted(compareText).join(' ');
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}

function compareText(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}

type Known = { candidates: ReadonlyMap<string, Candidate>; closeCall: number };

type Fit = { pair: Pair; other: string };

/**
 * A father's and a son's records fit a keeper of their name alike, and two such keepers fit each other: none of it is
 * sure unless it fits far better than that.
 */
function ambiguous(pairs: readonly Pair[], known: Known): ReadonlySet<Pair> {
	const fitsOf = fitsByCustomer(pairs);
	const unsure = new Set<Pair>();
	for (const fits of fitsOf.values()) {
		const tornAt = tornScore(fits, known);
		if (tornAt === null) continue;
		for (const { pair } of fits) {
			if (pair.match.score < tornAt + known.closeCall) unsure.add(pair);
		}
	}
	return unsure;
}

function fitsByCustomer(pairs: readonly Pair[]): ReadonlyMap<string, readonly Fit[]> {
	const fitsOf = new Map<string, Fit[]>();
	const add = (id: string, fit: Fit) => {
		const fits = fitsOf.get(id) ?? [];
		fits.push(fit);
		fitsOf.set(id, fits);
	};
	for (const pair of pairs) {
		add(pair.customerId, { pair, other: pair.otherCustomerId });
		add(pair.otherCustomerId, { pair, other: pair.customerId });
	}
	return fitsOf;
}

/** How well the less fitting of two who are not one person fits; null where all that fit may be one. */
function tornScore(fits: readonly Fit[], known: Known): number | null {
	const torn = fits.flatMap((sure, at) =>
		fits
			.slice(at + 1)
			.filter(({ other }) => areTwo(sure.other, { other, ...known }))
			.map(({ pair }) => pair.match.score)
	);
	return torn.length === 0 ? null : Math.max(...torn);
}

function areTwo(
	one: string,
	{ other, candidates }: { other: string; candidates: ReadonlyMap<string, Candidate> }
): boolean {
	const [ours, theirs] = [candidates.get(one), candidates.get(other)];
	if (!ours || !theirs) return true;
	return (
		ours.isNot.has(other) ||
		ours.members.some((member) => theirs.members.some((their) => isContradiction(member, their)))
	);
}

function areOne(
	ours: Group,
	{ theirs, candidates }: { theirs: Group; candidates: ReadonlyMap<string, Candidate> }
): boolean {
	const ids = [...ours.ids, ...theirs.ids];
	if (ids.filter((id) => candidates.get(id)?.hasHistory).length > 1) return false;
	return ours.ids.every((one) => theirs.ids.every((other) => !areTwo(one, { other, candidates })));
}

function groupOf(groups: Map<string, Group>, id: string): Group {
	const group = groups.get(id) ?? { ids: [id], used: [] };
	groups.set(id, group);
	return group;
}

/** Each with the surest of the matches that brought it in. */
function joinsOf({ ids, used }: Group, candidates: ReadonlyMap<string, Candidate>): Join[] {
	const [to, ...others] = ids.toSorted(
		(one, other) => standingIn(candidates, one) - standingIn(candidates, other)
	);
	if (to === undefined) return [];
	return others.flatMap((from) => {
		const pair = used.find((one) => one.customerId === from || one.otherCustomerId === from);
		return pair ? [{ from, to, match: pair.match }] : [];
	});
}

function standingIn(candidates: ReadonlyMap<string, Candidate>, id: string): number {
	return candidates.get(id)?.standing ?? Infinity;
}
