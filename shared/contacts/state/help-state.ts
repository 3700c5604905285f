/**
 * What the log says of help: that the officer who has the customer asks for it, and who comes. One at a time, for as
 * long as they have the customer: it ends by itself with the call, the visit, or their passing the customer on.
 */
import type { Instant } from '../../time/day.ts';
import type { ContactEvent } from '../log/events.ts';
import type { HelpReason } from '../log/help-events.ts';

export type Help = {
	/** Who asks. */
	officerId: string;
	reason: HelpReason;
	askedAt: Instant;
	/** Who comes; null while nobody has said so. */
	leader: { id: string; name: string } | null;
};

/** The contact as the event has left it, but for its help. */
type Around = { help: Help | null; officerId: string | null; endedAt: Instant | null };

export function helpAfter({ help, officerId, endedAt }: Around, event: ContactEvent): Help | null {
	const isWith = (other: string | null) =>
		endedAt === null && officerId !== null && officerId === other;
	switch (event.type) {
		case 'helpAsked':
			if (help || event.by === null || !isWith(event.by)) return help;
			return { officerId: event.by, reason: event.reason, askedAt: event.at, leader: null };
		case 'helpWithdrawn':
		case 'wrappedUp':
			return help?.officerId === event.by ? null : help;
		case 'helpAnswered':
			return (
				help && { ...help, leader: help.leader ?? { id: event.leaderId, name: event.leaderName } }
			);
		default:
			return help && isWith(help.officerId) ? help : null;
	}
}

export type ComingRefusal =
	/** Taken back, ended with its call, or never asked. */
	'not-asked' | 'own-request' | 'somebody-comes';

/** Whether this leader may say that they come. Whose team it is, is asked elsewhere. */
export function mayCome(
	help: Pick<Help, 'officerId' | 'leader'> | null,
	leaderId: string
): ComingRefusal | null {
	if (help === null) return 'not-asked';
	if (help.officerId === leaderId) return 'own-request';
	return help.leader === null || help.leader.id === leaderId ? null : 'somebody-comes';
}
