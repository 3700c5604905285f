/** The help that officers ask for, each with the contact it is asked in: never whose contact, nor what is said there. */
import type { BoardCall } from './team-state.ts';

export type HelpAsked = NonNullable<BoardCall['help']> &
	Pick<BoardCall, 'contactId' | 'channel' | 'queue'>;

/** By officer. */
export function helpAskedIn(calls: readonly BoardCall[]): ReadonlyMap<string, HelpAsked> {
	return new Map(
		calls.flatMap(({ officerId, contactId, channel, queue, help }) =>
			help ? [[officerId, { ...help, contactId, channel, queue }] as const] : []
		)
	);
}
