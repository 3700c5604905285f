/** Where one officer stands with a call, as the tag at the top of the call panel says it. */
import type { CallVerb } from '#shared/calls/events.ts';
import { isDialledBy, standingOf, type Contact } from '#shared/contacts/state/fold.ts';
import { mayBeRecorded } from '#shared/contacts/state/recording-due.ts';
import { PAYMENT_STEP } from '#shared/contacts/state/recording-state.ts';
import type { Instant } from '#shared/time/day.ts';
import type { Tone } from '../../ui/tones.ts';
import {
	ClipboardPen,
	CircleQuestionMark,
	CircleSlash,
	Pause,
	Phone,
	PhoneForwarded,
	PhoneIncoming,
	PhoneMissed,
	PhoneOutgoing,
	SquareParking,
	Users
} from 'lucide-static';

export type CallStateWords = {
	word: string;
	tone: Tone;
	icon: string;
	/** What the large timer counts from, and where it stopped. */
	since: Instant;
	stopped: Instant | null;
};

export function callStateWords(contact: Contact, officerId: string): CallStateWords {
	const talk = { since: contact.answeredAt ?? contact.startedAt, stopped: contact.endedAt };
	const consulting = { word: 'Consulting', tone: 'info', icon: PhoneForwarded, ...talk } as const;
	const isUnknown = contact.holdUnknownBy.includes(officerId);
	const unknown = {
		word: 'Hold unknown',
		tone: 'warn',
		icon: CircleQuestionMark,
		...talk
	} as const;
	switch (standingOf(contact, officerId)) {
		case 'ringing':
			return {
				word: 'Ringing',
				tone: 'info',
				icon: PhoneIncoming,
				since: contact.offers[officerId] ?? contact.startedAt,
				stopped: null
			};
		case 'on-call':
			if (isUnknown) return unknown;
			if (contact.channel !== 'phone') {
				return { word: 'At the desk', tone: 'ok', icon: Users, ...talk };
			}
			if (isDialledBy(contact, officerId))
				return { word: 'Dialling', tone: 'info', icon: PhoneOutgoing, ...talk };
			if (contact.conference) return { word: 'Conference', tone: 'ok', icon: Users, ...talk };
			return contact.consultingTo
				? consulting
				: { word: 'On call', tone: 'ok', icon: Phone, ...talk };
		case 'on-hold':
			if (contact.consultingTo) return consulting;
			if (isUnknown) return unknown;
			if (contact.isParked || contact.isParkOver)
				return { word: 'Parked', tone: 'warn', icon: SquareParking, ...talk };
			return { word: 'On hold', tone: 'warn', icon: Pause, ...talk };
		case 'wrap-up':
			return {
				word: 'Wrap-up',
				tone: 'hold',
				icon: ClipboardPen,
				since: contact.endedAt ?? talk.since,
				stopped: null
			};
		case 'missed':
			return { word: 'Missed', tone: 'mute', icon: PhoneMissed, ...talk };
		case 'finished':
		case 'none':
			return { word: 'Finished', tone: 'mute', icon: CircleSlash, ...talk };
	}
}

/** The hold button and the recording button each do one of two things; null where the switch offers neither now. */
export function holdVerb(contact: Contact, officerId: string, verbs: readonly string[]) {
	const { consultingTo, conference, isParked, isParkOver } = contact;
	if (consultingTo !== null || conference || isParked || isParkOver) return null;
	return oneOf(verbs, contact.heldBy.includes(officerId) ? 'resume' : 'hold');
}

/**
 * One that may run, after a link was lost, can be paused to be sure. One that is paused for a payment is not resumed by
 * hand: the server does that.
 */
export function recordingVerb(contact: Contact, verbs: readonly string[]) {
	if (mayBeRecorded(contact)) return oneOf(verbs, 'pauseRecording');
	if (contact.recording !== 'paused' || contact.step === PAYMENT_STEP) return null;
	return oneOf(verbs, 'resumeRecording');
}

function oneOf(verbs: readonly string[], verb: CallVerb): CallVerb | null {
	return verbs.includes(verb) ? verb : null;
}
