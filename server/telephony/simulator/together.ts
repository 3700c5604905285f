/**
 * Three on one line: the officer who consults presses the keys for it, the switch moves what they share with the
 * colleague into the customer's bridge, and whoever hangs up leaves the others together.
 */
import { endLeg, type Consulting, type SimulatedCall, type Talking } from './call.ts';
import { block, event } from './channel.ts';
import { takeHelperOut } from './consulting.ts';
import { IN_USE, setStatus, type Exchange } from './exchange.ts';
import { bridge } from './ringing.ts';

/** As a stock features.conf has it. */
export const THREE_WAY = '*3';

/** A key heard from the telephone of the officer who consults. */
export function press(
	exchange: Exchange,
	call: SimulatedCall,
	{ talking, key }: { talking: Talking; key: string }
): void {
	const { consulting } = call;
	if (!consulting) return;
	consulting.keys = `${consulting.keys}${key}`.slice(-THREE_WAY.length);
	const { farBridgeId } = consulting;
	if (consulting.keys === THREE_WAY && farBridgeId !== null)
		together(exchange, call, { talking, consulting, farBridgeId });
}

function together(
	exchange: Exchange,
	call: SimulatedCall,
	{
		talking,
		consulting,
		farBridgeId
	}: { talking: Talking; consulting: Consulting; farBridgeId: string }
): void {
	const { customer } = call;
	const { near, far, colleague, nearBridgeId, extension } = consulting;
	const { bridgeId } = talking;
	const beside: Talking = { channel: colleague, extension, bridgeId, isHeld: false };
	talking.isHeld = false;
	call.consulting = null;
	call.beside.push(beside);
	exchange.say(
		event('MusicOnHoldStop', block(customer)),
		event('BridgeMerge', [
			['ToBridgeUniqueid', bridgeId],
			['FromBridgeUniqueid', nearBridgeId]
		]),
		event('BridgeLeave', bridge(nearBridgeId, 1), block(near)),
		event('BridgeEnter', bridge(bridgeId, 2), block(near)),
		event('BridgeLeave', bridge(nearBridgeId, 0), block(talking.channel)),
		event('BridgeEnter', bridge(bridgeId, 3), block(talking.channel)),
		event(
			'AttendedTransfer',
			[
				['Result', 'Success'],
				['IsExternal', 'No'],
				['DestType', 'Threeway'],
				['DestBridgeUniqueid', bridgeId],
				['DestTransfererChannel', talking.channel.name]
			],
			block(talking.channel, 'OrigTransferer'),
			block(talking.channel, 'SecondTransferer'),
			block(customer, 'Transferee'),
			block(near, 'TransferTarget')
		),
		event('BridgeDestroy', bridge(nearBridgeId, 0))
	);
	setStatus(exchange, talking.extension, IN_USE);
	exchange.later(exchange.pace.shorteningMs, () => {
		if (!call.beside.includes(beside) || call.isOver) return;
		takeHelperOut(exchange, { near, far, colleague, to: bridgeId, farBridgeId, others: 2 });
	});
}

/** One of the officers goes, and the others are still with the customer. */
export function leaves(
	exchange: Exchange,
	call: SimulatedCall,
	{ leaving, isByManager }: { leaving: Talking; isByManager: boolean }
): void {
	const { channel, extension, bridgeId } = leaving;
	const rest = [...(call.talking ? [call.talking] : []), ...call.beside].filter(
		(each) => each !== leaving
	);
	call.talking = rest[0] ?? null;
	call.beside = rest.slice(1);
	exchange.say(
		isByManager
			? event('SoftHangupRequest', block(channel), ['Cause', 16])
			: event('HangupRequest', block(channel)),
		event('BridgeLeave', bridge(bridgeId, rest.length + 1), block(channel))
	);
	endLeg(exchange, { channel, extension, cause: 16 });
}
