/** Which moments of Kelly's call the server dies at: ten drawn from a seed, or every one; dealt out to a few calls. */
import { chanceFrom, type Chance } from '#server/db/seed/generator/chance.ts';
import { AFTER_THE_AGREEMENT, TO_THE_AGREEMENT } from './kelly-beats.ts';

/** Where the commit stands still to be killed: before it writes this table, or as it ends with everything written. */
export const COMMIT_POINTS = [
	'claims',
	'arrangements',
	'instalments',
	'allocations',
	'outcomes',
	'instructions',
	'statements',
	'letters',
	'audit',
	'commits',
	'its end'
] as const;

export type CommitPoint = (typeof COMMIT_POINTS)[number];

export type Death = {
	/** A beat's moment, or a point of the commit. */
	moment: string;
	/** The officer's browser goes at the same moment: what comes back comes from the server alone. */
	withBrowser: boolean;
};

/** The parent gives a server up that dies five times in a minute. */
const MOST_IN_A_CALL = 4;
const BEATS = [...TO_THE_AGREEMENT, ...AFTER_THE_AGREEMENT];
const STATEMENT_TYPING = 'a line of the statement is half typed';
const ORDER: readonly string[] = [
	...TO_THE_AGREEMENT.map(({ moment }) => moment),
	...COMMIT_POINTS,
	// Once it is finished there is no call to come back to.
	...AFTER_THE_AGREEMENT.slice(0, -1).map(({ moment }) => moment)
];

/** By call, each in its order. */
export function deathsFrom(seed: number, every: boolean): readonly (readonly Death[])[] {
	const chance = chanceFrom(seed);
	const drawn = every ? ORDER : tenOf(chance);
	const deaths = ORDER.filter((moment) => drawn.includes(moment)).map((moment) => ({
		moment,
		withBrowser: mayLoseBrowser(moment) && chance.happens(0.5)
	}));
	const calls = Math.ceil(deaths.length / MOST_IN_A_CALL);
	return Array.from({ length: calls }, (_, call) =>
		deaths.filter((_death, index) => index % calls === call)
	);
}

/** Three in the commit, two half typed of which one in the statement, and five others. */
function tenOf(chance: Chance): readonly string[] {
	const typing = BEATS.filter(({ kind }) => kind === 'typing').map(({ moment }) => moment);
	const inCommit = draw(chance, COMMIT_POINTS, 3);
	const others = typing.filter((moment) => moment !== STATEMENT_TYPING);
	const halfTyped = [STATEMENT_TYPING, ...draw(chance, others, 1)];
	const left = BEATS.map(({ moment }) => moment).filter(
		(moment) => ORDER.includes(moment) && !halfTyped.includes(moment)
	);
	return [...inCommit, ...halfTyped, ...draw(chance, left, 5)];
}

/** What a customer says of who they are is in the browser alone: compared, and never kept. */
function mayLoseBrowser(moment: string): boolean {
	const beat = BEATS.find((one) => one.moment === moment);
	if (!beat) return true;
	return beat.kind === 'stand' ? !beat.isInBrowserAlone : beat.isKept;
}

function draw<Item>(chance: Chance, from: readonly Item[], count: number): Item[] {
	const keyed = from.map((item) => ({ item, key: chance.fraction() }));
	return keyed
		.toSorted((a, b) => a.key - b.key)
		.slice(0, count)
		.map(({ item }) => item);
}
