/**
 * What the log says was read back, and the customer's answer. A line counts as said only in the very words it has now:
 * when a figure changes, its line is to be said again, and then answered again.
 */
import type { LogPlace } from '../log/events.ts';
import type { ReadBackAnswer, ReadBackEvent } from '../log/money-events.ts';

export type ReadBackState = {
	/** By line, in the words that were said. */
	said: Readonly<Record<string, string>>;
	answer: ReadBackAnswer | null;
};

export const NOT_READ_BACK: ReadBackState = { said: {}, answer: null };

type SaidLine = { id: string; text: string };

export function readBackAfter(
	state: ReadBackState,
	event: ReadBackEvent & LogPlace
): ReadBackState {
	switch (event.type) {
		case 'readBackSaid':
			return {
				said: { ...state.said, [event.line]: event.words?.['text'] ?? '' },
				answer: null
			};
		case 'readBackAnswered':
			return { ...state, answer: event.answer };
	}
}

export function isSaid({ said }: ReadBackState, { id, text }: SaidLine): boolean {
	return said[id] === text;
}

/** Every line said as it stands, and agreed to. */
export function isReadBack(state: ReadBackState, lines: readonly SaidLine[]): boolean {
	const areSaid = lines.every((line) => isSaid(state, line));
	return lines.length > 0 && areSaid && state.answer === 'agrees';
}
