/**
 * Verbs that make the officer's own telephone ring first and dial for them: a customer to ring, or the space in which
 * one is parked. The channel has an id of ours, which becomes the call's. What is dialled is digits, and the number
 * shown to the customer is the council's own, never withheld.
 */
import { randomUUID } from 'node:crypto';
import type { CallCommand } from '../port.ts';
import type { Ears } from './adapter.ts';
import type { Planned } from './planned.ts';

/** Where an officer's telephone dials from; null where the deployment has not said. */
export type Dialling = {
	context: string;
	/** The number that customers see, in the form the trunk wants it; empty for the trunk's own. */
	presents: string;
};

export function originate(
	ears: Ears,
	{ contactId, agent, number }: Extract<CallCommand, { verb: 'originate' }>,
	dialling: Dialling
): Planned {
	if (!/^\+\d{7,15}$/.test(number)) return { ok: false, because: 'bad-target' };
	const exten = number.replace(/^\+44/, '0').replace(/^\+/, '00');
	return rings(ears, { channelId: contactId, agent, exten, dialling });
}

/** From the space that the switch named when it parked them. */
export function unpark(
	ears: Ears,
	{ contactId, agent }: { contactId: string; agent: string },
	dialling: Dialling
): Planned {
	const space = ears.conversations.byContact.get(contactId)?.parked?.space;
	if (!ears.lines.calls.get(contactId)?.isParked || !space)
		return { ok: false, because: 'no-such-call' };
	return rings(ears, { channelId: `unpark-${randomUUID()}`, agent, exten: space, dialling });
}

/** Done when their telephone rings: from there on it is theirs to pick up. */
function rings(
	ears: Ears,
	{
		channelId,
		agent,
		exten,
		dialling: { context, presents }
	}: { channelId: string; agent: string; exten: string; dialling: Dialling }
): Planned {
	return {
		ok: true,
		action: 'Originate',
		fields: {
			Channel: `PJSIP/${agent}`,
			ChannelId: channelId,
			Context: context,
			Exten: exten,
			Priority: 1,
			Async: 'true',
			...(presents === '' ? {} : { CallerID: presents })
		},
		isDone: () => ears.legs.byId.has(channelId) || ears.legs.gone.has(channelId)
	};
}
