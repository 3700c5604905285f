/**
 * Lines of the log about help: an officer asks their team leader by a key of their own, and somebody comes. Nothing
 * listens to what is said, and nothing is written about the customer: a reason is one of a few that a board may show.
 */
export const HELP_REASONS = [
	'distressed-caller',
	'abusive-caller',
	'unsure-of-law',
	'come-over',
	'other'
] as const;

export type HelpReason = (typeof HELP_REASONS)[number];

/** What the officer does. Asked again while it is asked, it says nothing new. */
export type HelpEvent = { type: 'helpAsked'; reason: HelpReason } | { type: 'helpWithdrawn' };

/** What the server decides: this leader comes. */
export type HelpAnsweredEvent = { type: 'helpAnswered'; leaderId: string; leaderName: string };
