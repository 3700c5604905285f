/**
 * In which order messages that wait are heard. Where a provider counts what it sends, one that overtook its predecessor
 * waits for it, but not for long: the predecessor may be lost. What comes after that is late, and may then say who calls
 * but no longer what the call does.
 */
import type { Said } from '../dialect.ts';

export const PATIENCE_MS = 500;

export type Waiting = {
	number: number;
	/** Milliseconds it has waited. */
	waited: number;
	countedBy: string | null;
	sequence: number | null;
	said: readonly Said[];
};

export type Turn<Message extends Waiting> = {
	ready: readonly { message: Message; said: readonly Said[] }[];
	/** When the first that still waits has waited long enough; null where none does. */
	againInMs: number | null;
	/** What is expected next of each that counts. */
	next: ReadonlyMap<string, number>;
};

const EVEN_LATE: ReadonlySet<Said['type']> = new Set([
	'contact.started',
	'contact.callerChanged',
	'contact.data'
]);

export function inTurn<Message extends Waiting>(
	waiting: readonly Message[],
	expected: ReadonlyMap<string, number>
): Turn<Message> {
	const next = new Map(expected);
	const ready: { message: Message; said: readonly Said[] }[] = [];
	const held = new Set<string>();
	let againInMs: number | null = null;
	for (const message of counted(waiting)) {
		const { countedBy, sequence, said, waited } = message;
		if (countedBy === null || sequence === null) {
			ready.push({ message, said });
			continue;
		}
		const due = next.get(countedBy) ?? 0;
		const isEarly = sequence > due && (waited < PATIENCE_MS || held.has(countedBy));
		if (isEarly) {
			held.add(countedBy);
			againInMs = Math.min(againInMs ?? PATIENCE_MS, Math.max(0, PATIENCE_MS - waited));
			continue;
		}
		const isLate = sequence < due;
		ready.push({ message, said: isLate ? said.filter(({ type }) => EVEN_LATE.has(type)) : said });
		next.set(countedBy, Math.max(due, sequence + 1));
	}
	return { ready, againInMs, next };
}

/** As they came, but those that are counted together in the order of their count. */
function counted<Message extends Waiting>(waiting: readonly Message[]): Message[] {
	const queues = new Map<string, Message[]>();
	for (const message of waiting) {
		if (message.countedBy === null) continue;
		const queue = queues.get(message.countedBy) ?? [];
		queues.set(message.countedBy, [...queue, message]);
	}
	for (const queue of queues.values()) queue.sort((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0));
	return waiting.map((message) => {
		const queue = message.countedBy === null ? undefined : queues.get(message.countedBy);
		return queue?.shift() ?? message;
	});
}
