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

/** Nobody reads more of them. */
const MOST_TOLD = 20;

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
	const told = problems.slice(0, MOST_TOLD);
	const more = problems.length - told.length;
	if (more > 0) told.push({ line: null, says: `and ${more} more like these` });
	return { ok: false, problems: told };
}

/** For a person: `line 12: the amount is in EUR, not in GBP`. */
export function sayProblem({ line, says }: Problem): string {
	return line === null ? says : `line ${line}: ${says}`;
}
