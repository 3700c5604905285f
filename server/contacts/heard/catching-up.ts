/**
 * From the moment a switch is taken until its first lists are read, what it says is also folded as calls: then every
 * contact that was up is brought to what the switch says of it.
 */
import { NO_LINES, type Lines } from '../../../shared/calls/lines.ts';
import { applyCallEvent } from '../../../shared/calls/reduce.ts';
import type { CallEvent } from '../../../shared/calls/events.ts';
import { endedInGap } from '../../../shared/contacts/log/after-gap.ts';
import type { Heard, OfficerByExtension } from './heard.ts';
import type { LiveCalls } from './live-calls.ts';

export function catchingUp({
	calls,
	officerOf
}: {
	calls: LiveCalls;
	officerOf: OfficerByExtension;
}): {
	begin(source: string): void;
	heard(event: CallEvent): void;
	/** What ended while nobody listened, once the lists are read. */
	endedBy(event: CallEvent): readonly Heard[];
} {
	const folding = new Map<string, Lines>();
	return {
		begin: (source) => void folding.set(source, NO_LINES),
		heard(event) {
			const lines = folding.get(event.source);
			if (lines) folding.set(event.source, applyCallEvent(lines, event));
		},
		endedBy(event) {
			const lines = folding.get(event.source);
			if (event.type !== 'source.resynced' || !lines) return [];
			folding.delete(event.source);
			return calls.ofSource(event.source).flatMap(({ source, sourceContactId, contact }) => {
				const call = lines.calls.get(sourceContactId);
				if (!call) return [];
				const bodies = endedInGap(contact, { call, officerOf });
				return bodies.length > 0 ? [{ source, sourceContactId, bodies }] : [];
			});
		}
	};
}
