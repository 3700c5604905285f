/** What the officer's own page lists between calls. A list that is absent is not offered yet; an empty one is empty. */
import type { Tile } from '#shared/monitoring/tile.ts';

export type ChosenPresence = Tile['state']['chosen'];

/** A promise to ring somebody, due today; or somebody whom nobody took, whom anybody rings. */
export type CallBack = {
	id: string;
	kind: 'promised' | 'left';
	/** `11:30`. */
	time: string;
	who: string;
	/** The account's reference, where there is one. */
	reference: string | null;
	why: string;
	/** Why they cannot be rung from here now. */
	cannot?: string | undefined;
	/** Taken in hand by this officer: it can be let go. */
	isMine?: boolean | undefined;
};

/** A call that rang this officer and was missed. */
export type Missed = {
	id: string;
	/** `10:42`, with its day where that is another. */
	time: string;
	/** `The call was not answered`. */
	why: string;
	queue: string | null;
	/** Where they may be rung: `07700 900142`. */
	number: string | null;
	/** Why they are not rung from here. */
	cannot: string | null;
};

/** What is being rung back, why it was not, and how it is asked for. */
export type Ringing = {
	/** Its id, asked for and not ringing yet. */
	asked: string | null;
	problem: { says: string; cites: readonly string[] } | null;
};

/** A figure of the officer's own day, worded and formatted by whoever counted it. */
export type DayFigure = { label: string; figure: string };

/** A caller of the demonstration who rings when asked to. */
export type Scenario = { id: string; name: string; about: string };

export type RingMeProps = {
	scenarios: readonly Scenario[];
	onring: (id: string) => void;
	/** Asked for and not ringing yet. */
	asked?: string | null;
	/** Why it could not ring. */
	problem?: string | null;
};
