/** Leaving a customer in a numbered space for whoever dials it. */
import type { Line } from '../ami/lists.ts';
import { endLeg, type SimulatedCall, type Talking } from './call.ts';
import { block, event } from './channel.ts';
import { IN_USE, setStatus, type Exchange } from './exchange.ts';
import { bridge, phoneChannel } from './ringing.ts';

export const SPACE = '701';

export function park(exchange: Exchange, call: SimulatedCall, talking: Talking): void {
	const { customer } = call;
	const spaceId = exchange.newBridgeId();
	call.talking = null;
	call.parkedIn = spaceId;
	exchange.say(
		event('BridgeCreate', bridge(spaceId, 0)),
		event('BridgeLeave', bridge(talking.bridgeId, 1), block(customer)),
		event('ParkedCall', block(customer, 'Parkee'), ['ParkingSpace', SPACE]),
		event('BridgeEnter', bridge(spaceId, 1), block(customer)),
		event('MusicOnHoldStart', block(customer), ['Class', 'default']),
		event('BridgeLeave', bridge(talking.bridgeId, 0), block(talking.channel)),
		event('BridgeDestroy', bridge(talking.bridgeId, 0))
	);
	endLeg(exchange, { channel: talking.channel, extension: talking.extension, cause: 16 });
}

/** Somebody dials the space and has the customer: their own call becomes part of the customer's. */
export function retrieve(
	exchange: Exchange,
	call: SimulatedCall,
	{ extension, channelId }: { extension: string; channelId?: string }
): void {
	const { customer, parkedIn } = call;
	if (parkedIn === null) return;
	const channel = {
		...phoneChannel(exchange, { customer, extension, ...(channelId ? { channelId } : {}) }),
		exten: SPACE
	};
	channel.linkedId = channel.id;
	channel.state = 4;
	exchange.say(event('Newchannel', block(channel)));
	channel.state = 6;
	exchange.say(event('Newstate', block(channel)));
	const bridgeId = exchange.newBridgeId();
	const space: Line = ['ParkingSpace', SPACE];
	exchange.say(
		event('BridgeCreate', bridge(bridgeId, 0)),
		event('UnParkedCall', block(customer, 'Parkee'), block(channel, 'Retriever'), space),
		event('BridgeLeave', bridge(parkedIn, 0), block(customer)),
		event('MusicOnHoldStop', block(customer)),
		event('BridgeEnter', bridge(bridgeId, 1), block(customer))
	);
	channel.linkedId = customer.linkedId;
	exchange.say(event('BridgeEnter', bridge(bridgeId, 2), block(channel)));
	call.parkedIn = null;
	call.talking = { channel, extension, bridgeId, isHeld: false };
	setStatus(exchange, extension, IN_USE);
}
