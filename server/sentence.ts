/**
 * A failure of the world that a person at the terminal can mend: its message is one sentence that says what to do.
 * It is thrown where it is met and caught once, at the edge, which prints the sentence without a stack.
 */
const NAME = 'Sentence';

export function sentence(text: string, cause?: unknown): Error {
	return Object.assign(new Error(text, { cause }), { name: NAME });
}

/** The sentence of an error made by `sentence`; null for a mistake of ours. */
export function sentenceOf(error: unknown): string | null {
	return error instanceof Error && error.name === NAME ? error.message : null;
}

/** The system's short name of a failure, `EACCES`; empty when it has none. */
export function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error && typeof error.code === 'string'
		? error.code
		: '';
}
