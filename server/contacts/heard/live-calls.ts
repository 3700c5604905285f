/**
 * The calls that are up now, as this process last wrote them, and the contacts without a call that officers have in
 * hand. The log in Postgres is the truth; this spares the pop a question it would otherwise ask before it writes. Of a
 * call only what the switch says is read from here, and only in the process that listens to its switch: elsewhere the
 * log is asked.
 */
import type { Caller } from '../../../shared/calls/events.ts';
import { officersOf, type Contact } from '../../../shared/contacts/state/fold.ts';
import { foremost } from '../../../shared/monitoring/in-hand.ts';
import type { TileChange } from './ring.ts';

export type LiveContact = { contactId: string; contact: Contact };

export type LiveCall = LiveContact & {
	source: string;
	sourceContactId: string;
	caller: Caller;
};

const CLOSED_KEPT = 200;

export class LiveCalls {
	readonly #calls = new Map<string, LiveCall>();
	/** Without a call, by contact: an officer's tile shows them too. */
	readonly #withoutCall = new Map<string, LiveContact>();
	/** Let go lately: what was read of one before that comes too late. */
	readonly #closed = new Set<string>();
	readonly #changed: (call: LiveCall) => void;

	/** `changed` is told of every call that is kept as it is now. */
	constructor(changed: (call: LiveCall) => void = () => undefined) {
		this.#changed = changed;
	}

	get(source: string, sourceContactId: string): LiveCall | undefined {
		return this.#calls.get(keyOf(source, sourceContactId));
	}

	/** Of every contact kept here, with a call or without. */
	ids(): string[] {
		return [...this.#calls.values(), ...this.#withoutCall.values()].map(
			({ contactId }) => contactId
		);
	}

	ofSource(source: string): LiveCall[] {
		return [...this.#calls.values()].filter((call) => call.source === source);
	}

	byContact(contactId: string): LiveCall | undefined {
		return [...this.#calls.values()].find((call) => call.contactId === contactId);
	}

	put(call: LiveCall): void {
		if (this.#keep(this.#calls, keyOf(call.source, call.sourceContactId), call))
			this.#changed(call);
	}

	putWithoutCall(contact: LiveContact): void {
		this.#keep(this.#withoutCall, contact.contactId, contact);
	}

	/** What an officer's tile shows over everything they are in, `changed` standing in for its older self. */
	tileChange(officerId: string, changed?: LiveContact): TileChange {
		const others = [...this.#calls.values(), ...this.#withoutCall.values()].filter(
			({ contactId }) => contactId !== changed?.contactId
		);
		return tileOver(officerId, changed ? [...others, changed] : others);
	}

	/** Newer wins: what was read while the switch went on is an older copy. What nobody has to look at is let go. */
	#keep<Item extends LiveContact>(kept: Map<string, Item>, key: string, item: Item): boolean {
		const known = kept.get(key);
		if (this.#closed.has(key) || (known && known.contact.version > item.contact.version))
			return false;
		if (!isClosed(item.contact)) {
			kept.set(key, item);
			return true;
		}
		kept.delete(key);
		this.#closed.add(key);
		const [oldest] = this.#closed;
		if (this.#closed.size > CLOSED_KEPT && oldest !== undefined) this.#closed.delete(oldest);
		return true;
	}
}

/** What an officer's tile shows over these contacts. */
export function tileOver(officerId: string, contacts: readonly LiveContact[]): TileChange {
	const [first] = foremost<LiveContact>(contacts, officerId);
	const isWithThem = first?.item.contact.officerId === officerId;
	return {
		officerId,
		presence: first?.presence ?? null,
		contactId: first?.item.contactId ?? null,
		step: first && isWithThem ? first.item.contact.step : null
	};
}

export function isClosed(contact: Contact): boolean {
	return contact.endedAt !== null && officersOf(contact).length === 0;
}

function keyOf(source: string, sourceContactId: string): string {
	return `${source} ${sourceContactId}`;
}
