/** What the officer's own page lists between calls. A list that is absent is not offered yet; an empty one is empty. */
import type { Tile } from '#shared/monitoring/tile.ts';

export type ChosenPresence = Tile['state']['chosen'];

/** A promise to ring somebody, due today. */
export type CallBack = {
	id: string;
	/** `11:30`. */
	time: string;
	who: string;
	/** The account's reference, where there is one. */
	reference: string | null;
	why: string;
	/** Why they cannot be rung from here now. */
	cannot?: string | undefined;
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
