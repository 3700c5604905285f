/**
 * Calls that rang an officer and were missed, as their page lists them: when, why, and whether the caller may be rung
 * from here. That is the server's to say, once the call is over; nothing of who it was stays but a number that may be.
 */
import { queueName } from '#shared/calls/queues.ts';
import { standingOf } from '#shared/contacts/state/fold.ts';
import type { ContactView } from '#shared/contacts/shown/view.ts';
import type { MyWork } from '#shared/monitoring/my-work.ts';
import { dayInLondon, formatDayShort, timeInLondon, type Instant } from '#shared/time/day.ts';
import { numberText, OFFER_ENDED } from '../words.ts';
import type { Missed } from './lists.ts';

export function missedCalls(
	offers: readonly ContactView[],
	{ officerId, work }: { officerId: string; work: Pick<MyWork, 'missed' | 'at'> }
): Missed[] {
	return offers
		.filter((view) => isMissed(view, officerId))
		.toSorted((a, b) => whenOf(b, officerId).localeCompare(whenOf(a, officerId)))
		.map((view) => {
			const cannot = whyNot(view, work);
			return {
				id: view.contactId,
				time: timeText(whenOf(view, officerId), work.at),
				why: OFFER_ENDED[view.contact.offersEnded[officerId] ?? 'callerGone'].title,
				queue: view.contact.queue && queueName(view.contact.queue),
				number: cannot === null && view.caller?.number ? numberText(view.caller.number) : null,
				cannot
			};
		});
}

export function isMissed({ contact }: ContactView, officerId: string): boolean {
	return contact.direction === 'inbound' && standingOf(contact, officerId) === 'missed';
}

/** Those that are over and of which the server has not said yet whether they may be rung. */
export function unsaid(
	offers: readonly ContactView[],
	{ officerId, work }: { officerId: string; work: Pick<MyWork, 'missed'> }
): readonly string[] {
	return offers
		.filter((view) => isMissed(view, officerId) && isNobodys(view))
		.map(({ contactId }) => contactId)
		.filter((contactId) => !work.missed.some(({ id }) => id === contactId));
}

const isNobodys = ({ contact }: ContactView) =>
	contact.endedAt !== null && (contact.abandoned || contact.hasAgreedToBack);

function whyNot(view: ContactView, { missed }: Pick<MyWork, 'missed'>): string | null {
	const { contact } = view;
	if (contact.endedAt === null)
		return contact.officerId === null
			? 'They wait still: your colleagues are offered the call.'
			: 'A colleague is speaking to them.';
	const said = missed.find(({ id }) => id === view.contactId);
	if (said) return said.cannot;
	if (isNobodys(view)) return 'Whether they may be rung back is being looked at.';
	return contact.answeredAt === null
		? 'It is not known how the call ended: nobody is rung for it.'
		: 'A colleague has spoken to them.';
}

function whenOf({ contact }: ContactView, officerId: string): Instant {
	return contact.offersEndedAt[officerId] ?? contact.endedAt ?? contact.startedAt;
}

function timeText(when: Instant, at: Instant): string {
	const on = dayInLondon(when);
	return `${on === dayInLondon(at) ? '' : `${formatDayShort(on)}, `}${timeInLondon(when)}`;
}
