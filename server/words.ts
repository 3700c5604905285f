/**
 * An input that is not what was asked for, in plain words. A schema that is filled in by a person says its own
 * sentence; this says something readable for every other.
 */
import { z, type ZodError } from 'zod';

z.config({ customError: (issue) => sentenceFor(issue) });

/** One sentence a field, by its path; what is wrong with the whole is under the empty path. */
export function wordsForInput(error: ZodError): Record<string, string> {
	const first = [...error.issues].reverse();
	return Object.fromEntries(first.map((issue) => [issue.path.join('.'), issue.message]));
}

type Issue = { code: string; origin?: unknown; path?: PropertyKey[] | undefined; input?: unknown };

function sentenceFor(issue: Issue): string {
	const name = nameOf(issue.path ?? []);
	if (issue.input === undefined) return `Give ${name}.`;
	switch (issue.code) {
		case 'too_big':
			return `What is in ${name} is too ${issue.origin === 'string' ? 'long' : 'much'}.`;
		case 'too_small':
			return `What is in ${name} is too ${issue.origin === 'string' ? 'short' : 'little'}.`;
		case 'unrecognized_keys':
			return 'More was sent than was asked for. Reload the page.';
		default:
			return `What is in ${name} is not something we can use.`;
	}
}

/** `offer.firstPaymentOn` is "first payment on"; a place in a list is not a name. */
function nameOf(path: readonly PropertyKey[]): string {
	const last = path.findLast((part) => typeof part === 'string');
	if (typeof last !== 'string') return 'this';
	return last.replace(
		/([a-z])([A-Z])/g,
		(_, before: string, after: string) => `${before} ${after.toLowerCase()}`
	);
}
