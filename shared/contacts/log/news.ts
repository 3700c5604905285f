/**
 * Whether a line the switch gives says anything that the log does not hold already. After a lost link or a restart the
 * switch tells its live calls again from the beginning, and one that posts may be heard twice where a process died
 * before it could say that it had heard; what is known must not be written twice.
 */
import type { ContactEventBody } from './events.ts';
import type { Contact } from '../state/fold.ts';
import { isBeside, type Conference } from '../state/line-state.ts';

/**
 * `contact` is undefined before its first line, and again once it is closed: then only a call that begins is news. An
 * ended contact hears nothing more of its call, but that its caller does not want to be known.
 */
export function isNews(contact: Contact | undefined, body: ContactEventBody): boolean {
	if (!contact) return body.type === 'contactStarted';
	if (body.type === 'callerWithdrawn') return contact.presentation !== 'withheld';
	return contact.endedAt === null && isNewsOfCall(contact, body);
}

function isNewsOfCall(contact: Contact, body: ContactEventBody): boolean {
	switch (body.type) {
		// Of a call that was heard of before it was introduced it is known only now who calls.
		case 'contactStarted':
		case 'callerKnown':
			return contact.presentation === 'unknown' && body.presentation !== 'unknown';
		case 'queued':
			return contact.queue !== body.queue;
		case 'offered':
			return !(body.officerId in contact.offers) && contact.officerId !== body.officerId;
		case 'answered':
			return (
				!isThere(contact, body.officerId) || body.officerId in contact.offers || contact.isPassedOn
			);
		case 'offerEnded':
			return (
				body.officerId in contact.offers || contact.offersEnded[body.officerId] !== body.because
			);
		case 'released':
			return isToBeReleased(contact, body.officerId);
		case 'held':
			return !contact.heldBy.includes(body.officerId) || isHoldUnknown(contact, body.officerId);
		case 'retrieved':
			return contact.heldBy.includes(body.officerId) || isHoldUnknown(contact, body.officerId);
		case 'callBackAnswered':
			return contact.queue !== null && contact.hasAgreedToBack !== body.isAgreed;
		case 'holdUnknown':
			return !isHoldUnknown(contact, body.officerId);
		case 'conferenceChanged':
			return !isSame(contact.conference, body);
		case 'recordingChanged':
			return contact.recording !== body.state;
		case 'consultAnswered':
			return contact.consultingTo !== null && !contact.isConsultAnswered;
		case 'consultStarted':
			return contact.consultingTo !== body.to;
		case 'consultEnded':
			return contact.consultingTo !== null;
		case 'transferred':
			return body.kind === 'attended' || !contact.isPassedOn;
		case 'parked':
		case 'parkedIn':
			return !contact.isParked;
		case 'unparked':
		case 'parkTimedOut':
			return contact.isParked;
		case 'menuChosen':
			return contact.menuChoice !== body.choice;
		case 'linkRestored':
			return contact.linkIsLost;
		default:
			return true;
	}
}

function isToBeReleased({ officerId, heldBy, onLine, wrapUps }: Contact, leaving: string): boolean {
	const isHere = officerId === leaving || heldBy.includes(leaving) || onLine.includes(leaving);
	return isHere || !(leaving in wrapUps);
}

/** They have the customer, or are on the line beside whoever has. */
function isThere(contact: Contact, officerId: string): boolean {
	return contact.officerId === officerId || isBeside(contact, officerId);
}

function isHoldUnknown({ holdUnknownBy }: Contact, officerId: string): boolean {
	return holdUnknownBy.includes(officerId);
}

function isSame(before: Conference | null, { officerIds, others }: Conference): boolean {
	if (officerIds.length + others < 2) return before === null;
	const isAlike = before?.others === others && before.officerIds.length === officerIds.length;
	return isAlike && officerIds.every((id) => before.officerIds.includes(id));
}
