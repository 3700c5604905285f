/** Passing a customer on blind: at once, to a telephone or a queue. */
import { endLeg, joinQueue, type SimulatedCall, type Talking } from './call.ts';
import { block, event } from './channel.ts';
import { QUEUES, type Exchange } from './exchange.ts';
import { bridge, giveUp, ringNext, ringPhone } from './ringing.ts';
import { completed } from './talking.ts';

export function transferBlind(
	exchange: Exchange,
	call: SimulatedCall,
	{ talking, to }: { talking: Talking; to: string }
): void {
	const { customer } = call;
	const { channel, extension, bridgeId } = talking;
	call.talking = null;
	call.givenBy = extension;
	const given = [
		['Result', 'Success'],
		['IsExternal', 'Yes'],
		['Context', 'agents'],
		['Extension', to]
	] as const;
	exchange.say(
		event('Unhold', block(channel)),
		event(
			'BlindTransfer',
			block(channel, 'Transferer'),
			block(customer, 'Transferee'),
			bridge(bridgeId, 2),
			given
		),
		completed(call, talking, 'transfer')
	);
	customer.exten = to;
	exchange.say(
		event('BridgeLeave', bridge(bridgeId, 1), block(customer)),
		event('BridgeLeave', bridge(bridgeId, 0), block(channel)),
		event('BridgeDestroy', bridge(bridgeId, 0))
	);
	endLeg(exchange, { channel, extension, cause: 16 });
	const queue = QUEUES.find((each) => each.extension === to);
	if (!queue) return ringPhone(exchange, call, to);
	joinQueue(exchange, call, queue);
	call.stopPatience = exchange.later(exchange.pace.patienceMs, () => giveUp(exchange, call));
	ringNext(exchange, call);
}
