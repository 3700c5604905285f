/**
 * The calls that are up now, as this process last wrote them. The log in Postgres is the truth; this spares the pop
 * a question it would otherwise ask before it writes. Only what the switch says is read from here, and only the
 * process that hears the switch changes that.
 */
import type { Caller } from '../../shared/calls/events.ts';
import { officersOf, standingOf, type Contact } from '../../shared/contacts/fold.ts';
import type { Presence } from '../../shared/monitoring/tile.ts';
import type { TileChange } from './ring.ts';

export type LiveCall = {
	contactId: string;
	source: string;
	sourceContactId: string;
	contact: Contact;
	caller: Caller;
};

/** The later in this list goes before the earlier where an officer is in several calls. */
const PRESENCES = [
	'wrap-up',
	'ringing',
	'on-hold',
	'on-call'
] as const satisfies readonly Presence[];

const CLOSED_KEPT = 200;

export class LiveCalls {
	readonly #calls = new Map<string, LiveCall>();
	/** Let go lately: what was read of one before that comes too late. */
	readonly #closed = new Set<string>();

	get(source: string, sourceContactId: string): LiveCall | undefined {
		return this.#calls.get(keyOf(source, sourceContactId));
	}

	ofSource(source: string): LiveCall[] {
		return [...this.#calls.values()].filter((call) => call.source === source);
	}

	byContact(contactId: string): LiveCall | undefined {
		return [...this.#calls.values()].find((call) => call.contactId === contactId);
	}

	/** Newer wins: what was read while the switch went on is an older copy. What nobody has to look at is let go. */
	put(call: LiveCall): void {
		const key = keyOf(call.source, call.sourceContactId);
		const known = this.#calls.get(key);
		if (this.#closed.has(key) || (known && known.contact.version > call.contact.version)) return;
		if (isClosed(call.contact)) this.#letGo(key);
		else this.#calls.set(key, call);
	}

	/** What an officer's tile shows over all the calls they are in, `changed` standing in for its older self. */
	tileChange(officerId: string, changed: LiveCall): TileChange {
		const others = [...this.#calls.values()].filter((call) => call.contactId !== changed.contactId);
		const standings = [...others, changed].map((call) => ({
			call,
			rank: PRESENCES.findIndex((presence) => presence === standingOf(call.contact, officerId))
		}));
		const [first] = standings.filter(({ rank }) => rank >= 0).sort((a, b) => b.rank - a.rank);
		return {
			officerId,
			presence: first ? (PRESENCES[first.rank] ?? null) : null,
			contactId: first?.call.contactId ?? null,
			step: first?.call.contact.officerId === officerId ? first.call.contact.step : null
		};
	}

	#letGo(key: string): void {
		this.#calls.delete(key);
		this.#closed.add(key);
		const [oldest] = this.#closed;
		if (this.#closed.size > CLOSED_KEPT && oldest !== undefined) this.#closed.delete(oldest);
	}
}

export function isClosed(contact: Contact): boolean {
	return contact.endedAt !== null && officersOf(contact).length === 0;
}

function keyOf(source: string, sourceContactId: string): string {
	return `${source} ${sourceContactId}`;
}
