/**
 * Passing a customer on after a word with a colleague: the officer speaks to them through a helper channel of two halves,
 * and completes it by hanging up; the switch then takes the helper out.
 */
import type { Line } from '../ami/lists.ts';
import { endLeg, type Consulting, type SimulatedCall, type Talking } from './call.ts';
import { block, event, pair, type Channel } from './channel.ts';
import { IDLE, IN_USE, QUEUES, RINGING, setStatus, type Exchange } from './exchange.ts';
import { bridge, phoneChannel } from './ringing.ts';
import { completed, hold, resume } from './talking.ts';

/** The officer puts the customer on hold and calls a colleague. */
export function consult(
	exchange: Exchange,
	call: SimulatedCall,
	{ talking, to, extension }: { talking: Talking; to: string; extension: string }
): void {
	const { customer } = call;
	const queue = QUEUES.find((each) => each.extension === to);
	hold(exchange, call, talking);
	const [near, far] = halves(exchange, customer, to);
	exchange.say(event('Newchannel', block(near)), event('Newchannel', block(far)));
	exchange.say(event('LocalBridge', block(near, 'LocalOne'), block(far, 'LocalTwo')));
	const nearBridgeId = exchange.newBridgeId();
	exchange.say(
		event('BridgeCreate', bridge(nearBridgeId, 0)),
		event('BridgeEnter', bridge(nearBridgeId, 1), block(near)),
		event('BridgeLeave', bridge(talking.bridgeId, 1), block(talking.channel)),
		event('BridgeEnter', bridge(nearBridgeId, 2), block(talking.channel))
	);
	const colleague = phoneChannel(exchange, { customer, extension });
	if (queue) exchange.say(event('QueueCallerJoin', block(far), waiting(queue.name, 1)));
	exchange.say(event('Newchannel', block(colleague)));
	if (queue) {
		exchange.say(pair('AgentCalled', [far, colleague], ...calledFor(queue.name, extension)));
	}
	colleague.state = 5;
	exchange.say(
		event('Newstate', block(colleague)),
		pair('DialBegin', [far, colleague], ['DialString', extension])
	);
	near.state = 5;
	exchange.say(event('Newstate', block(near)));
	setStatus(exchange, extension, RINGING);
	const rung = { extension, near, far, colleague, nearBridgeId, farBridgeId: null, keys: '' };
	const consulting: Consulting = { ...rung, queue: queue?.name ?? null };
	call.consulting = consulting;
	exchange.later(exchange.pace.colleagueMs, () => {
		const isRinging = call.consulting === consulting && consulting.farBridgeId === null;
		if (isRinging) colleagueAnswers(exchange, consulting);
	});
}

/** The telephone a consultation rings: the one dialled, or the first that is free in the queue dialled. */
export function colleagueAt(exchange: Exchange, to: string): string | null {
	const isFree = (extension: string) => exchange.phone(extension).status === IDLE;
	const queue = QUEUES.find((each) => each.extension === to);
	// Paused, nobody is offered a call of a queue; dialled directly their telephone rings all the same.
	const isOffered = (extension: string) => exchange.phone(extension).paused === null;
	if (queue) return queue.members.find((each) => isFree(each) && isOffered(each)) ?? null;
	return isFree(to) ? to : null;
}

function waiting(queue: string, count: number): Line[] {
	return [
		['Queue', queue],
		['Position', 1],
		['Count', count]
	];
}

function calledFor(queue: string, extension: string): Line[] {
	return [
		['Queue', queue],
		['Interface', `PJSIP/${extension}`],
		['MemberName', extension]
	];
}

/** Where in a helper channel's name its two halves differ. */
function halves(exchange: Exchange, customer: Channel, to: string): [Channel, Channel] {
	const half = (device: string, state: 0 | 4) =>
		exchange.newChannel({
			device,
			state,
			number: '',
			callerName: '',
			context: 'agents',
			exten: to,
			ddi: customer.ddi,
			linkedId: customer.linkedId
		});
	const helper = `Local/${to}@agents-${exchange.newBridgeId().slice(0, 8)}`;
	return [half(`${helper};1`, 0), half(`${helper};2`, 4)];
}

export function colleagueAnswers(exchange: Exchange, consulting: Consulting): void {
	const { near, far, colleague, extension, queue } = consulting;
	colleague.state = 6;
	near.state = 6;
	far.state = 6;
	exchange.say(
		event('Newstate', block(colleague)),
		pair('DialEnd', [far, colleague], ['DialStatus', 'ANSWER']),
		event('Newstate', block(far)),
		event('Newstate', block(near))
	);
	if (queue) exchange.say(event('QueueCallerLeave', block(far), waiting(queue, 0)));
	const farBridgeId = exchange.newBridgeId();
	consulting.farBridgeId = farBridgeId;
	exchange.say(
		event('BridgeCreate', bridge(farBridgeId, 0)),
		event('BridgeEnter', bridge(farBridgeId, 1), block(colleague)),
		event('BridgeEnter', bridge(farBridgeId, 2), block(far))
	);
	setStatus(exchange, extension, IN_USE);
}

/** The officer hangs up: the colleague has the customer. */
export function completeTransfer(
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
	const result: readonly Line[] = [
		['Result', 'Success'],
		['IsExternal', 'No'],
		['DestType', 'Bridge'],
		['DestBridgeUniqueid', talking.bridgeId]
	];
	call.talking = { channel: colleague, extension, bridgeId: talking.bridgeId, isHeld: false };
	call.consulting = null;
	call.givenBy = talking.extension;
	exchange.say(
		event('HangupRequest', block(talking.channel)),
		event('BridgeLeave', bridge(nearBridgeId, 1), block(talking.channel)),
		event('MusicOnHoldStop', block(customer)),
		event('BridgeLeave', bridge(nearBridgeId, 0), block(near)),
		event('BridgeEnter', bridge(talking.bridgeId, 2), block(near)),
		event(
			'AttendedTransfer',
			result,
			block(talking.channel, 'OrigTransferer'),
			block(talking.channel, 'SecondTransferer'),
			block(customer, 'Transferee'),
			block(near, 'TransferTarget')
		),
		event('BridgeDestroy', bridge(nearBridgeId, 0)),
		completed(call, talking, 'transfer')
	);
	endLeg(exchange, { channel: talking.channel, extension: talking.extension, cause: 16 });
	const shorten = () =>
		takeHelperOut(exchange, { near, far, colleague, to: talking.bridgeId, farBridgeId });
	exchange.later(exchange.pace.shorteningMs, () => {
		if (call.talking?.channel === colleague) shorten();
	});
}

export function takeHelperOut(
	exchange: Exchange,
	{
		near,
		far,
		colleague,
		to,
		farBridgeId,
		others = 1
	}: {
		near: Channel;
		far: Channel;
		colleague: Channel;
		to: string;
		farBridgeId: string;
		/** How many are in the bridge besides the colleague. */
		others?: number;
	}
): void {
	const both = [block(near, 'LocalOne'), block(far, 'LocalTwo')] as const;
	exchange.say(
		event('LocalOptimizationBegin', ...both),
		event('BridgeLeave', bridge(farBridgeId, 1), block(colleague)),
		event('BridgeLeave', bridge(to, others), block(near)),
		event('BridgeEnter', bridge(to, others + 1), block(colleague), ['SwapUniqueid', near.id]),
		event('LocalOptimizationEnd', ...both),
		event('BridgeLeave', bridge(farBridgeId, 0), block(far)),
		event('HangupRequest', block(near), ['Cause', 16]),
		...endOf([far, near]),
		event('BridgeDestroy', bridge(farBridgeId, 0))
	);
}

function endOf(channels: readonly Channel[]) {
	return channels.map((channel) =>
		event('Hangup', block(channel), ['Cause', 16], ['Cause-txt', 'Normal Clearing'])
	);
}

/** The colleague does not take them, or the officer thinks again: back to the customer. */
export function cancelConsult(exchange: Exchange, call: SimulatedCall, talking: Talking): void {
	const { consulting } = call;
	if (!consulting) return;
	call.consulting = null;
	const { near, far, colleague, nearBridgeId, farBridgeId, extension } = consulting;
	if (farBridgeId === null) {
		exchange.say(pair('DialEnd', [far, colleague], ['DialStatus', 'CANCEL']));
	} else {
		exchange.say(
			event('BridgeLeave', bridge(farBridgeId, 1), block(far)),
			event('BridgeLeave', bridge(farBridgeId, 0), block(colleague)),
			event('BridgeDestroy', bridge(farBridgeId, 0))
		);
	}
	endLeg(exchange, { channel: colleague, extension, cause: 16 });
	exchange.say(
		event('BridgeLeave', bridge(nearBridgeId, 1), block(near)),
		event('BridgeLeave', bridge(nearBridgeId, 0), block(talking.channel)),
		event('BridgeDestroy', bridge(nearBridgeId, 0)),
		...endOf([far, near]),
		event('BridgeEnter', bridge(talking.bridgeId, 2), block(talking.channel))
	);
	resume(exchange, call, talking);
}
