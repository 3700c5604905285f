/** Which reasons an officer may give when they ask for help, by who is with them: as data, five at most at a time. */
import type { Channel } from './log/events.ts';
import { HELP_REASONS, type HelpReason } from './log/help-events.ts';

/** Whoever is at the desk may read the screen: what they see there says nothing of them. */
const OFFERED_ON: Record<HelpReason, readonly Channel[]> = {
	'distressed-caller': ['phone'],
	'abusive-caller': ['phone'],
	'unsure-of-law': ['phone', 'desk', 'writing'],
	'come-over': ['desk'],
	other: ['phone', 'writing']
};

export function helpReasonsOn(channel: Channel): readonly HelpReason[] {
	return HELP_REASONS.filter((reason) => OFFERED_ON[reason].includes(channel));
}
