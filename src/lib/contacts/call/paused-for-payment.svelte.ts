/**
 * Nothing of a card is on a recording: it is paused by itself when the payment step comes, which opens when the switch
 * has said so, and goes on by itself when the step is left, however that is (PCI DSS).
 */
import { untrack } from 'svelte';
import type { Contact } from '#shared/contacts/state/fold.ts';
import { mayBeRecorded } from './call-state.ts';

type Parts = {
	contact: () => Contact;
	isAtPayment: () => boolean;
	/** Asks the switch; what it does not offer is not asked. */
	record: (verb: 'pauseRecording' | 'resumeRecording') => void;
};

export function pauseForPayment({ contact, isAtPayment, record }: Parts): void {
	/** Asked once for each coming: a switch that refuses is asked again by hand. */
	let isAsked = false;
	let isOwed = false;
	$effect(() => {
		const isThere = isAtPayment();
		const { recording, endedAt } = contact();
		if (isThere) {
			isOwed = true;
			if (!isAsked && mayBeRecorded({ recording, endedAt })) {
				isAsked = true;
				untrack(() => record('pauseRecording'));
			}
			return;
		}
		isAsked = false;
		// A pause that is confirmed after the step was left is taken back too.
		if (isOwed && recording === 'paused') {
			isOwed = false;
			untrack(() => record('resumeRecording'));
		}
	});
}
