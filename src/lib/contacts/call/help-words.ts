/** How help is asked for: of a board, which names no customer, and of the screen of whoever asks. */
import type { Channel } from '#shared/contacts/log/events.ts';
import type { HelpReason } from '#shared/contacts/log/help-events.ts';

export const HELP_REASON_WORDS: Record<HelpReason, string> = {
	'distressed-caller': 'Distressed caller',
	'abusive-caller': 'Abusive caller',
	'unsure-of-law': 'Not sure what the law says',
	'come-over': 'Please come over',
	other: 'Something else'
};

/** `Help asked: distressed caller`. */
export function helpText(reason: HelpReason): string {
	const words = HELP_REASON_WORDS[reason];
	return `Help asked: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

export type AskingWords = { ask: string; asked: string };

/** At the desk the customer sees the screen: a colleague is asked something, and no more. */
export function askingWords(channel: Channel): AskingWords {
	return channel === 'desk'
		? { ask: 'Ask a colleague', asked: 'Colleague asked' }
		: { ask: 'Ask for help', asked: 'Help asked' };
}
