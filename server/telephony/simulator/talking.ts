/** A customer and an officer in one bridge: hold, the recording, and the two ways in which it ends. */
import type { Line } from '../ami/lists.ts';
import { endCustomer, endLeg, type SimulatedCall, type Talking } from './call.ts';
import { block, event, pair } from './channel.ts';
import { IN_USE, ON_HOLD, setStatus, type Exchange } from './exchange.ts';
import { bridge } from './ringing.ts';

export function hold(exchange: Exchange, call: SimulatedCall, talking: Talking): void {
	if (talking.isHeld) return;
	talking.isHeld = true;
	exchange.say(
		event('Hold', block(talking.channel), ['MusicClass', 'default']),
		event('MusicOnHoldStart', block(call.customer), ['Class', 'default'])
	);
	setStatus(exchange, talking.extension, ON_HOLD);
}

export function resume(exchange: Exchange, call: SimulatedCall, talking: Talking): void {
	if (!talking.isHeld) return;
	talking.isHeld = false;
	exchange.say(
		event('Unhold', block(talking.channel)),
		event('MusicOnHoldStop', block(call.customer))
	);
	setStatus(exchange, talking.extension, IN_USE);
}

/** `null` stops it. */
export function record(exchange: Exchange, call: SimulatedCall, isMuted: boolean | null): boolean {
	if (!call.isRecorded) return false;
	const { customer } = call;
	if (isMuted === null) {
		call.isRecorded = false;
		exchange.say(event('MixMonitorStop', block(customer)));
		return true;
	}
	const state: Line = ['State', isMuted ? 1 : 0];
	exchange.say(event('MixMonitorMute', block(customer), ['Direction', 'both'], state));
	return true;
}

export function completed(call: SimulatedCall, talking: Talking, reason: string) {
	const lines: Line[] = [
		['Interface', `PJSIP/${talking.extension}`],
		['HoldTime', 1],
		['TalkTime', 5],
		['Reason', reason]
	];
	return pair('AgentComplete', [call.customer, talking.channel], ...lines);
}

export function callerHangsUp(exchange: Exchange, call: SimulatedCall, talking: Talking): void {
	const { customer } = call;
	const { channel, extension, bridgeId } = talking;
	const rest = call.beside.splice(0);
	call.talking = null;
	exchange.say(
		event('HangupRequest', block(customer)),
		completed(call, talking, 'caller'),
		event('BridgeLeave', bridge(bridgeId, 1), block(customer)),
		event('BridgeLeave', bridge(bridgeId, 0), block(channel)),
		event('BridgeDestroy', bridge(bridgeId, 0))
	);
	endCustomer(exchange, call, 16);
	for (const each of rest) endLeg(exchange, { ...each, cause: 16 });
	endLeg(exchange, { channel, extension, cause: 16 });
}

/** On the telephone, or by a manager's word: then the switch dismisses the leg, and no leg asks. */
export function officerHangsUp(
	exchange: Exchange,
	call: SimulatedCall,
	{ talking, isByManager }: { talking: Talking; isByManager: boolean }
): void {
	const { customer } = call;
	const { channel, extension, bridgeId } = talking;
	call.talking = null;
	exchange.say(
		isByManager
			? event('SoftHangupRequest', block(channel), ['Cause', 16])
			: event('HangupRequest', block(channel)),
		completed(call, talking, 'agent'),
		event('BridgeLeave', bridge(bridgeId, 1), block(channel)),
		event('BridgeLeave', bridge(bridgeId, 0), block(customer)),
		event('BridgeDestroy', bridge(bridgeId, 0))
	);
	endLeg(exchange, { channel, extension, cause: 16 });
	endCustomer(exchange, call, 16);
}
