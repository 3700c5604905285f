/**
 * What a recording came to, worked out in this process by the very adapter that hears a switch: several recordings are
 * the connections of one, with a gap between each and the next in which nothing is known to have happened.
 */
import type { CallEvent } from '#shared/calls/events.ts';
import { callDocument, type CallDocument } from '#shared/calls/document.ts';
import { NO_LINES } from '#shared/calls/lines.ts';
import { applyCallEvent } from '#shared/calls/reduce.ts';
import { instant } from '#shared/time/day.ts';
import { createEars, type Ears } from '../ami/adapter.ts';
import { hear } from '../ami/hear.ts';
import { LISTS, textOf } from '../ami/lists.ts';
import { field, readMessage, type Message } from '../ami/message.ts';
import { Parser } from '../ami/parser.ts';
import { linkLost, linkUp, resync, type Snapshot } from '../ami/resync.ts';

/** One connection: what was read over it, in the pieces in which it was read. */
export type Heard = {
	pieces: readonly Buffer[];
	/** What the switch said after it, while nobody listened. */
	missed?: Buffer;
};

const EPOCH = instant('1970-01-01T00:00:00Z');

export function documentOf(
	connections: readonly Heard[],
	{ isTrustedTrunk }: { isTrustedTrunk: boolean }
): CallDocument {
	let lines = NO_LINES;
	const order: string[] = [];
	const onEvent = (event: CallEvent) => (lines = applyCallEvent(lines, event));
	const ears = createEars({ source: 'recording', isTrustedTrunk, now: () => EPOCH, onEvent });
	/** What the switch could have listed: everything it has said. */
	const mirror = createEars({
		source: 'mirror',
		isTrustedTrunk: false,
		now: () => EPOCH,
		onEvent: () => undefined
	});
	const told = (message: Message) => {
		order.push(field(message, 'linkedid'));
		hear(mirror, message);
	};
	connections.forEach(({ pieces, missed }, index) => {
		if (index > 0) linkLost(ears);
		linkUp(ears);
		if (index > 0) resync(ears, snapshotOf(mirror));
		const parser = new Parser({
			message(message) {
				told(message);
				hear(ears, message);
			}
		});
		for (const piece of pieces) parser.push(piece);
		if (missed) new Parser({ message: told }).push(missed);
	});
	/** A recording ends when its calls have ended, whether or not the last word of one was caught. */
	resync(ears, { channels: [], waiting: [], members: [], bridges: [] });
	const first = (contactId: string) => order.indexOf(contactId);
	return callDocument(
		[...lines.calls.values()].sort((a, b) => first(a.contactId) - first(b.contactId))
	);
}

/** The switch's lists, as they would be read. */
export function snapshotOf(mirror: Ears): Snapshot {
	const items = (list: string) =>
		(LISTS.get(list)?.items(mirror) ?? []).map((item) => readMessage(textOf(item)));
	const of = (messages: readonly Message[], event: string) =>
		messages.filter((message) => field(message, 'event') === event);
	const queues = items('QueueStatus');
	return {
		channels: items('Status'),
		waiting: of(queues, 'QueueEntry'),
		members: of(queues, 'QueueMember'),
		bridges: items('BridgeList')
	};
}
