/**
 * Keeps cards off recordings, whatever becomes of a browser: whoever listens to a switch asks it to pause while a
 * payment is open on an officer's screen, and to go on as soon as it is not. What was asked is done when the switch says
 * so; until then the payment stays shut, and one that refuses is asked again. An officer whose screens are all gone is
 * waited for as long as a page takes to load.
 */
import type { Contact } from '#shared/contacts/state/fold.ts';
import { recordingDue, type RecordingDue } from '#shared/contacts/state/recording-due.ts';
import { stopwatch } from '../../clock.ts';
import type { Part } from '../../part.ts';
import type { Switch } from '../port.ts';

export type RecordedCall = {
	contactId: string;
	source: string;
	sourceContactId: string;
	contact: Contact;
};

export type Keeping = Part & {
	/** After every change of a call that is up. */
	changed(call: RecordedCall): void;
};

export type KeepingPace = { lookMs: number; graceMs: number; retryMs: number };

const PACE: KeepingPace = { lookMs: 500, graceMs: 2_000, retryMs: 5_000 };

type Tried = { verb: RecordingDue; recording: Contact['recording']; since: () => number };

type Needs = {
	/** Undefined where another process listens to it. */
	switchHere: (source: string) => Switch | undefined;
	/** Whether this officer has a screen open, at whichever process. */
	isThere: (officerId: string) => Promise<boolean>;
	failed: (cause: unknown) => void;
};

export function keepingRecordings(needs: Needs, pace: KeepingPace = PACE): Keeping {
	/** Calls whose recording there may be something to ask of. */
	const watched = new Map<string, RecordedCall>();
	const asking = new Map<string, Promise<void>>();
	const asker = askerOf(needs, pace);

	/** One question of a call at a time. */
	function look(contactId: string): void {
		const call = watched.get(contactId);
		if (!call || asking.has(contactId)) return;
		const asked = asker
			.ask(call)
			.catch((cause: unknown) => needs.failed(cause))
			.then(() => void asking.delete(contactId));
		asking.set(contactId, asked);
	}

	const timer = setInterval(() => {
		for (const contactId of watched.keys()) look(contactId);
	}, pace.lookMs);

	return {
		changed(call) {
			const { contactId, contact } = call;
			if (recordingDue(contact, true) || recordingDue(contact, false)) {
				watched.set(contactId, call);
				look(contactId);
			} else {
				watched.delete(contactId);
				asker.forget(contactId);
			}
		},
		async dispose() {
			clearInterval(timer);
			await Promise.all(asking.values());
		}
	};
}

/** What was asked a moment ago is not asked again, unless the switch has said something else since. */
function askerOf({ switchHere, isThere }: Needs, { graceMs, retryMs }: KeepingPace) {
	const tried = new Map<string, Tried>();
	const isWithThem = waitedFor(isThere, graceMs);

	function isTooSoon({ contactId, contact }: RecordedCall, verb: RecordingDue): boolean {
		const last = tried.get(contactId);
		const isSame = last?.verb === verb && last.recording === contact.recording;
		return last !== undefined && isSame && last.since() < retryMs;
	}

	return {
		async ask(call: RecordedCall): Promise<void> {
			const { contactId, contact, source, sourceContactId } = call;
			const its = switchHere(source);
			if (!its) return;
			const verb = recordingDue(contact, await isWithThem(contact.officerId));
			if (verb === null || !its.verbs.includes(verb) || isTooSoon(call, verb)) return;
			tried.set(contactId, { verb, recording: contact.recording, since: stopwatch() });
			await its.command({ verb, contactId: sourceContactId, agent: null });
		},
		forget: (contactId: string) => void tried.delete(contactId)
	};
}

/** Whether an officer has a screen, or had one a moment ago. */
function waitedFor(
	isThere: Needs['isThere'],
	graceMs: number
): (officerId: string | null) => Promise<boolean> {
	const away = new Map<string, () => number>();
	return async (officerId) => {
		if (officerId === null) return false;
		if (await isThere(officerId)) {
			away.delete(officerId);
			return true;
		}
		const gone = away.get(officerId) ?? stopwatch();
		away.set(officerId, gone);
		return gone() < graceMs;
	};
}
