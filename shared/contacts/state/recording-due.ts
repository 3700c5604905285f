/**
 * What a switch is to be asked of a call's recording, from the contact alone: nothing of a card is on it, so it is
 * paused while the payment's step is open to whoever has the customer and taken back as soon as it is not, however that
 * came (PCI DSS). A pause that an officer asked for by hand is theirs to take back, until they pass the customer on.
 */
import type { Contact } from './fold.ts';
import { PAYMENT_STEP } from './recording-state.ts';

export type RecordingDue = 'pauseRecording' | 'resumeRecording';

/** `isThere`: whoever has the customer has a screen. */
export function recordingDue(contact: Contact, isThere: boolean): RecordingDue | null {
	if (contact.endedAt !== null) return null;
	if (isThere && isPaymentOpen(contact)) return mayBeRecorded(contact) ? 'pauseRecording' : null;
	const isOn = contact.recording !== 'paused' && contact.recording !== 'unknown';
	return contact.isPauseOwed && !isOn ? 'resumeRecording' : null;
}

/** Until what was agreed is in the books, or they go to another step. */
function isPaymentOpen({ step, officerId, outcomes }: Contact): boolean {
	return step === PAYMENT_STEP && officerId !== null && outcomes.committed === null;
}

/** Until the switch has said that it does not, a call that was recorded may be. */
export function mayBeRecorded({
	recording,
	endedAt
}: Pick<Contact, 'recording' | 'endedAt'>): boolean {
	return endedAt === null && (recording === 'recording' || recording === 'unknown');
}
