/**
 * Whether a line the switch gives says anything that the log does not hold already. After a lost link or a restart the
 * switch tells its live calls again from the beginning, and what is known must not be written twice.
 */
import type { ContactEventBody } from './events.ts';
import type { Contact } from '../state/fold.ts';

/**
 * `contact` is undefined before its first line, and again once it is closed: then only a call that begins is news. An
 * ended contact hears nothing more of its call, but that its caller does not want to be known.
 */
export function isNews(contact: Contact | undefined, body: ContactEventBody): boolean {
	if (!contact) return body.type === 'contactStarted';
	if (body.type === 'callerWithdrawn') return contact.presentation !== 'withheld';
	if (contact.endedAt !== null) return false;
	switch (body.type) {
		case 'contactStarted':
			return false;
		case 'queued':
			return contact.queue !== body.queue;
		case 'offered':
			return !(body.officerId in contact.offers) && contact.officerId !== body.officerId;
		case 'answered':
			return contact.officerId !== body.officerId || body.officerId in contact.offers;
		case 'held':
			return !contact.heldBy.includes(body.officerId);
		case 'retrieved':
			return contact.heldBy.includes(body.officerId);
		case 'callBackAnswered':
			return contact.queue !== null && contact.hasAgreedToBack !== body.isAgreed;
		case 'recordingChanged':
			return contact.recording !== body.state;
		case 'consultAnswered':
			return contact.consultingTo !== null && !contact.isConsultAnswered;
		case 'linkRestored':
			return contact.linkIsLost;
		default:
			return true;
	}
}
