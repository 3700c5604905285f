/**
 * Before a switch is listened to: everything not finished is read anew, because another process may have moved it, and
 * what was not heard since the last listener stands on the record of every call that was up then. The link comes back
 * with the switch's own lists; until then nobody knows.
 */
import type { ContactEventBody } from '../../../shared/contacts/log/events.ts';
import type { Contact } from '../../../shared/contacts/state/fold.ts';
import type { Instant } from '../../../shared/time/day.ts';
import type { Hearing } from './hear.ts';
import type { Kept } from './kept.ts';

export type TakenOver = {
	source: string;
	term: number;
	/** Until when the last listener is known to have listened. */
	heardUntil: Instant | null;
	/** What it said meanwhile waits to be heard. */
	isGapless: boolean;
};

export async function takeOver(
	{ source, term, heardUntil, isGapless }: TakenOver,
	parts: {
		kept: Kept;
		hearing: Pick<Hearing, 'note' | 'begin'>;
		now: () => Instant;
	}
): Promise<void> {
	const records = await parts.kept.all();
	if (isGapless) return;
	parts.hearing.begin(source);
	const lastLine = new Map(records.map(({ contactId, events }) => [contactId, events.at(-1)?.at]));
	await Promise.all(
		parts.kept.calls.ofSource(source).map(async ({ contactId, sourceContactId, contact }) => {
			const bodies = gapIn(contact);
			if (bodies.length === 0) return;
			const at = later(heardUntil ?? parts.now(), lastLine.get(contactId));
			await parts.hearing.note({ source, sourceContactId, term, bodies, at });
		})
	);
}

/** What is not known any more of a call that was up. */
export function gapIn(contact: Contact): readonly ContactEventBody[] {
	if (contact.endedAt !== null) return [];
	const { recording, linkIsLost } = contact;
	const isRecorded = recording === 'recording' || recording === 'paused';
	return [
		...(linkIsLost ? [] : [{ type: 'linkLost' } as const]),
		...(isRecorded ? [{ type: 'recordingChanged', state: 'unknown' } as const] : [])
	];
}

/** The last line of a call may have been written after the last beat. */
function later(at: Instant, line: Instant | undefined): Instant {
	return line !== undefined && line > at ? line : at;
}
