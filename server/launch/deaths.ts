/** When to give up on a process that keeps dying, and how long to wait before it is started again. */
const MOST_IN_A_MINUTE = 5;
const MINUTE_MS = 60_000;

export type Deaths = {
	/** Notes one, at a time in milliseconds, and says what follows. */
	note(atMs: number): { again: false } | { again: true; afterMs: number };
};

export function countDeaths(): Deaths {
	let recent: number[] = [];
	return {
		note(atMs) {
			recent = [...recent.filter((at) => atMs - at < MINUTE_MS), atMs];
			if (recent.length >= MOST_IN_A_MINUTE) return { again: false };
			// The first is an accident and people are waiting; one that repeats needs a moment for its cause to pass.
			return { again: true, afterMs: (recent.length - 1) * 400 };
		}
	};
}
