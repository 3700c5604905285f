/** Whether what an officer does on a contact reaches the server, in words: the state of the notes, and what was not taken. */
import { instant, timeInLondon } from '#shared/time/day.ts';
import type { NotesState } from './screen.ts';
import type { NotTaken, Trouble } from './typing.svelte.ts';

const NOT_TAKEN: Record<NotTaken, string> = {
	'not-yours': 'Somebody else has this contact now. What you did last was not kept.',
	closed: 'This contact is finished. What you did last was not kept.',
	'no-such-contact': 'This contact is not there any more.',
	'card-number': 'That looks like a card number. It was not kept.',
	'not-a-candidate': 'Search for the customer, then choose them.',
	'help-open': 'Nothing is left to pay with: each kind of help is done or declined first.'
};

export function troubleText(trouble: Trouble | null): string | undefined {
	return typeof trouble === 'string' ? NOT_TAKEN[trouble] : trouble?.words;
}

type Typed = {
	isSaved: boolean;
	savedAt: number | null;
	trouble: Trouble | null;
	isLive: boolean;
	text: string;
};

export function notesState({ isSaved, savedAt, trouble, isLive, text }: Typed): NotesState {
	if (!isSaved && trouble) return { kind: 'refused' };
	if (!isSaved) return { kind: isLive ? 'saving' : 'kept' };
	if (savedAt !== null) return { kind: 'saved', time: timeInLondon(instant(new Date(savedAt))) };
	return text ? { kind: 'saved', time: '' } : { kind: 'empty' };
}
