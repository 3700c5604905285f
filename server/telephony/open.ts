/**
 * What the screens ask of telephony: an officer's control of a call goes to the switch that the call is on, and in a
 * demo the simulator's callers ring when asked to.
 */
import type { Officer } from '#shared/officers/roles.ts';
import type { Contacts } from '../contacts/open.ts';
import type { SimulatedSwitch } from './simulator/switch.ts';
import type { CallCommand, Commanded, Switch } from './port.ts';

/** What an officer may ask for a call of theirs from the screen. */
export type ContactVerb = Exclude<CallCommand['verb'], 'transfer' | 'ready' | 'pause'>;

export type Scenario = { id: string; name: string; about: string };

export type RingRefusal = 'no-extension' | 'not-a-demo' | 'no-such-scenario' | 'busy' | 'link-lost';

export type Telephony = {
	command(contactId: string, asked: { verb: ContactVerb; officer: Officer }): Promise<Commanded>;
	scenarios(): readonly Scenario[];
	ringMe(
		scenario: string,
		officer: Officer
	): Promise<{ ok: true } | { ok: false; because: RingRefusal }>;
};

export function openTelephony({
	switchOf,
	contacts,
	ringer
}: {
	switchOf: (source: string) => Switch | undefined;
	contacts: Pick<Contacts, 'callOf'>;
	ringer: Pick<SimulatedSwitch, 'scenarios' | 'ring'> | null;
}): Telephony {
	return {
		async command(contactId, { verb, officer }) {
			const call = contacts.callOf(contactId);
			const its = call && switchOf(call.source);
			if (!call || !its || officer.extension === null)
				return { ok: false, because: 'no-such-call' };
			if (!its.verbs.includes(verb)) return { ok: false, because: 'not-offered' };
			return its.command({ verb, contactId: call.sourceContactId, agent: officer.extension });
		},
		scenarios: () => (ringer?.scenarios ?? []).map(({ id, name, about }) => ({ id, name, about })),
		async ringMe(scenario, officer) {
			if (!ringer) return { ok: false, because: 'not-a-demo' };
			if (officer.extension === null) return { ok: false, because: 'no-extension' };
			return ringer.ring(scenario, officer.extension);
		}
	};
}
