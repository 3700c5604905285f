/**
 * What is wrong with a file of money, line by line, in words for whoever sent it. A file with anything wrong is refused
 * whole, so that nothing of it is half done: the money is received when the right file comes.
 */
export type Problem = {
	/** Null where it is about the file itself. */
	line: number | null;
	says: string;
};

export type Reading<Value> = { ok: true; value: Value } | { ok: false; problems: Problem[] };

/** Nobody puts more of them right by hand: the file is of another kind, or spoilt. */
const MOST_KEPT = 10_000;
/** And nobody reads more of them at once. */
const MOST_TOLD = 20;

/** Keeps what is wrong, as long as there is any use in it. */
export function keepProblems(problems: Problem[], ...more: readonly Problem[]): void {
	for (const problem of more) if (problems.length < MOST_KEPT) problems.push(problem);
}

const NAME = 'UnreadableFile';

/** Stops the reading of a file that cannot be gone on with. Thrown where it is met, caught where the file is opened. */
export function unreadable(problem: Problem): Error {
	return Object.assign(new Error(problem.says), { name: NAME, problem });
}

/** The problem of an error made by `unreadable`; null for a mistake of ours. */
export function problemOf(error: unknown): Problem | null {
	const isOurs = error instanceof Error && error.name === NAME && 'problem' in error;
	return isOurs ? (error.problem as Problem) : null;
}

export function refused(problems: readonly Problem[]): { ok: false; problems: Problem[] } {
	return { ok: false, problems: [...problems] };
}

/** More than this is held in memory by no bank's statement of a day: it is another file, or several in one. */
const MOST_LINES = 500_000;

export function refuseTooMany(lines: readonly unknown[]): void {
	if (lines.length <= MOST_LINES) return;
	const says = `there are more than ${MOST_LINES.toLocaleString('en-GB')} payments in it: ask for it in parts`;
	throw unreadable({ line: null, says });
}

/** The first of them, and how many more there are. */
export function sayProblems(problems: readonly Problem[]): readonly string[] {
	const more = problems.length - MOST_TOLD;
	const told = problems.slice(0, MOST_TOLD).map(sayProblem);
	return more > 0 ? [...told, `and ${more.toLocaleString('en-GB')} more like these`] : told;
}

/** For a person: `line 12: the amount is in EUR, not in GBP`. */
export function sayProblem({ line, says }: Problem): string {
	return line === null ? says : `line ${line}: ${says}`;
}
