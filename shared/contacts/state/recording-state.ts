/**
 * What the switch says of a call's recording, with every stretch of it that nobody can hear again: when it was paused,
 * and when nobody knew. A pause for a payment is taken back by the server, and so is one whose officer has passed the
 * customer on; one that the telephone system made for itself, before anybody had the customer, is its own.
 */
import type { RecordingState } from '../../calls/events.ts';
import type { Instant } from '../../time/day.ts';

/** `to` is null while it lasts. */
export type RecordingGap = { kind: 'paused' | 'unknown'; from: Instant; to: Instant | null };

export type RecordingHeard = {
	recording: RecordingState | null;
	recordingSince: Instant | null;
	recordingGaps: readonly RecordingGap[];
	/** The server resumes it, once nothing of a card can be said any more. */
	isPauseOwed: boolean;
};

export const NOT_RECORDED: RecordingHeard = {
	recording: null,
	recordingSince: null,
	recordingGaps: [],
	isPauseOwed: false
};

export const PAYMENT_STEP = 'payment';

type Steps = { step: string; steps: Readonly<Record<string, Instant>> };

export function recordingHeard(
	contact: RecordingHeard & Steps,
	{ state, at }: { state: RecordingState; at: Instant }
): RecordingHeard {
	const isSame = contact.recording === state;
	return {
		recording: state,
		recordingSince: at,
		recordingGaps: isSame ? contact.recordingGaps : gapsAfter(contact, { state, at }),
		isPauseOwed: isOwedAfter(contact, { state, at })
	};
}

function isOwedAfter(
	contact: RecordingHeard & Steps,
	{ state, at }: { state: RecordingState; at: Instant }
): boolean {
	if (state === 'recording' || state === 'stopped') return false;
	return contact.isPauseOwed || (state === 'paused' && isForPayment(contact, at));
}

/** A switch has five seconds to confirm what was asked of it, and the step may be left meanwhile. */
const LATE_MS = 15_000;

function isForPayment({ step, steps }: Steps, at: Instant): boolean {
	if (step === PAYMENT_STEP) return true;
	const since = steps[step];
	const isLately = since !== undefined && Date.parse(at) - Date.parse(since) < LATE_MS;
	return PAYMENT_STEP in steps && isLately;
}

/** One that was paused by hand is the payment's from here on. */
export function recordingAtStep(
	{ recording, isPauseOwed }: RecordingHeard,
	step: string
): Pick<RecordingHeard, 'isPauseOwed'> {
	return { isPauseOwed: isPauseOwed || (step === PAYMENT_STEP && recording === 'paused') };
}

/** Whoever paused it has the customer no more. */
export function recordingPassedOn({
	recording,
	isPauseOwed
}: RecordingHeard): Pick<RecordingHeard, 'isPauseOwed'> {
	return { isPauseOwed: isPauseOwed || recording === 'paused' };
}

/** With the call. */
export function recordingOver(
	contact: RecordingHeard,
	at: Instant
): Pick<RecordingHeard, 'recordingGaps' | 'isPauseOwed'> {
	return { recordingGaps: closed(contact.recordingGaps, at), isPauseOwed: false };
}

function gapsAfter(
	{ recordingGaps }: RecordingHeard,
	{ state, at }: { state: RecordingState; at: Instant }
): readonly RecordingGap[] {
	const before = closed(recordingGaps, at);
	if (state !== 'paused' && state !== 'unknown') return before;
	return [...before, { kind: state, from: at, to: null }];
}

function closed(gaps: readonly RecordingGap[], at: Instant): readonly RecordingGap[] {
	return gaps.map((gap) => (gap.to === null ? { ...gap, to: at } : gap));
}
