/** How a queue rings its telephones, and the ways in which a ring ends, each in the order of a real switch's messages. */
import type { Line } from '../ami/lists.ts';
import {
	endCustomer,
	endLeg,
	joinQueue,
	leaveQueue,
	type Ringing,
	type SimulatedCall
} from './call.ts';
import { block, event, pair, type Channel } from './channel.ts';
import { IDLE, IN_USE, QUEUES, RINGING, setStatus, type Exchange } from './exchange.ts';

/** Rings whoever the queue tries next: one telephone, or all that are free. */
export function ringNext(exchange: Exchange, call: SimulatedCall): void {
	const { queue } = call;
	if (!queue || call.isOver || call.ringing.length > 0) return;
	const free = candidates(exchange, call);
	const [next] = free;
	if (next === undefined) {
		call.tried = [];
		call.stopWaiting = exchange.later(exchange.pace.betweenMs, () => ringNext(exchange, call));
		return;
	}
	const targets = queue.strategy === 'all-at-once' && call.first === null ? free : [next];
	call.first = null;
	for (const extension of targets) ringPhone(exchange, call, extension);
}

function candidates(exchange: Exchange, { queue, first, tried }: SimulatedCall): string[] {
	const members = queue?.members ?? [];
	const order = first === null ? members : [first, ...members.filter((each) => each !== first)];
	return order.filter((extension) => {
		const phone = exchange.phone(extension);
		// Whoever is asked for by name is rung whether or not the queue would offer them a call.
		const isOffered = phone.paused === null || extension === first;
		return phone.status === IDLE && isOffered && !tried.includes(extension);
	});
}

/** Rings one telephone, for the queue or, without one, dialled directly. */
export function ringPhone(exchange: Exchange, call: SimulatedCall, extension: string): void {
	const { customer, queue } = call;
	const channel = phoneChannel(exchange, { customer, extension });
	call.tried.push(extension);
	exchange.say(event('Newchannel', block(channel)));
	showCaller(exchange, channel, customer);
	if (queue)
		exchange.say(pair('AgentCalled', [customer, channel], ...memberLines(call, extension)));
	exchange.say(pair('DialBegin', [customer, channel], ['DialString', `PJSIP/${extension}`]));
	channel.state = 5;
	exchange.say(
		event('Newstate', block(channel)),
		pair('DialState', [customer, channel], ['DialStatus', 'RINGING'])
	);
	setStatus(exchange, extension, RINGING);
	const ringing: Ringing = {
		channel,
		extension,
		stop: exchange.later(exchange.pace.ringMs, () => unanswered(exchange, call, ringing))
	};
	call.ringing.push(ringing);
}

export function phoneChannel(
	exchange: Exchange,
	{ customer, extension, channelId }: { customer: Channel; extension: string; channelId?: string }
): Channel {
	return exchange.newChannel({
		device: `PJSIP/${extension}`,
		state: 0,
		number: extension,
		callerName: exchange.phone(extension).name,
		context: 'agents',
		exten: customer.exten,
		ddi: customer.ddi,
		linkedId: customer.linkedId,
		...(channelId ? { id: channelId } : {})
	});
}

function showCaller(exchange: Exchange, channel: Channel, customer: Channel): void {
	channel.connectedNumber = customer.number;
	channel.connectedName = customer.callerName;
	exchange.say(event('NewConnectedLine', block(channel)));
}

function memberLines({ queue }: SimulatedCall, extension: string): Line[] {
	return [
		['Queue', queue?.name ?? ''],
		['Interface', `PJSIP/${extension}`],
		['MemberName', extension]
	];
}

function stopRinging(call: SimulatedCall, ringing: Ringing): void {
	ringing.stop();
	call.ringing = call.ringing.filter((other) => other !== ringing);
}

/** It rang as long as a telephone rings. */
function unanswered(exchange: Exchange, call: SimulatedCall, ringing: Ringing): void {
	const { customer, queue } = call;
	const { channel, extension } = ringing;
	stopRinging(call, ringing);
	const rang: Line = ['RingTime', exchange.pace.ringMs];
	if (queue) {
		const lines = memberLines(call, extension);
		exchange.say(pair('AgentRingNoAnswer', [customer, channel], ...lines, rang));
	}
	exchange.say(pair('DialEnd', [customer, channel], ['DialStatus', 'NOANSWER']));
	if (queue) exchange.say(pair('DialEnd', [customer, channel], ['DialStatus', 'CANCEL']));
	endLeg(exchange, { channel, extension, cause: 0 });
	if (queue) later(exchange, call);
	else comeBack(exchange, call);
}

/** A customer passed on to a telephone that does not take them goes back to whoever passed them on, through a queue. */
function comeBack(exchange: Exchange, call: SimulatedCall): void {
	const [queue] = QUEUES;
	if (call.givenBy === null || !queue) return endCustomer(exchange, call, 16);
	call.first = call.givenBy;
	joinQueue(exchange, call, queue);
	call.stopPatience = exchange.later(exchange.pace.patienceMs, () => giveUp(exchange, call));
	ringNext(exchange, call);
}

function later(exchange: Exchange, call: SimulatedCall): void {
	if (call.ringing.length > 0) return;
	call.stopWaiting = exchange.later(exchange.pace.betweenMs, () => ringNext(exchange, call));
}

/** The officer's telephone refuses. */
export function decline(exchange: Exchange, call: SimulatedCall, ringing: Ringing): void {
	const { customer, queue } = call;
	const { channel, extension } = ringing;
	stopRinging(call, ringing);
	exchange.say(
		event('HangupRequest', block(channel), ['Cause', 17], ['TechCause', '486']),
		pair('DialEnd', [customer, channel], ['DialStatus', queue ? 'NOANSWER' : 'BUSY'])
	);
	if (queue) {
		const lines = memberLines(call, extension);
		exchange.say(pair('AgentRingNoAnswer', [customer, channel], ...lines, ['RingTime', 1000]));
	}
	endLeg(exchange, { channel, extension, cause: 17 });
	if (queue) later(exchange, call);
	else comeBack(exchange, call);
}

export function answer(exchange: Exchange, call: SimulatedCall, ringing: Ringing): void {
	const { customer } = call;
	const { channel, extension } = ringing;
	stopRinging(call, ringing);
	call.stopPatience();
	channel.state = 6;
	exchange.say(
		event('Newstate', block(channel)),
		pair('DialEnd', [customer, channel], ['DialStatus', 'ANSWER'])
	);
	for (const other of [...call.ringing]) loseRing(exchange, call, other);
	exchange.say(event('MusicOnHoldStop', block(customer)));
	const lines = [...memberLines(call, extension), ['HoldTime', 1], ['RingTime', 1]] as const;
	const isQueued = call.queue !== null;
	leaveQueue(exchange, call);
	setStatus(exchange, extension, IN_USE);
	if (isQueued) exchange.say(pair('AgentConnect', [customer, channel], ...lines));
	const bridgeId = exchange.newBridgeId();
	customer.connectedNumber = extension;
	exchange.say(event('BridgeCreate', bridge(bridgeId, 0)));
	exchange.say(event('BridgeEnter', bridge(bridgeId, 1), block(channel)));
	exchange.say(event('BridgeEnter', bridge(bridgeId, 2), block(customer)));
	call.talking = { channel, extension, bridgeId, isHeld: false };
}

/** Somebody else was quicker. */
function loseRing(exchange: Exchange, call: SimulatedCall, ringing: Ringing): void {
	const { channel, extension } = ringing;
	stopRinging(call, ringing);
	const cancelled = pair('DialEnd', [call.customer, channel], ['DialStatus', 'CANCEL']);
	exchange.say(cancelled, cancelled);
	endLeg(exchange, { channel, extension, cause: 26 });
}

/** The caller hangs up while they wait, or their patience ends. */
export function giveUp(exchange: Exchange, call: SimulatedCall): void {
	const { customer, queue } = call;
	exchange.say(event('HangupRequest', block(customer)));
	for (const ringing of [...call.ringing]) {
		stopRinging(call, ringing);
		const { channel, extension } = ringing;
		const cancelled = pair('DialEnd', [customer, channel], ['DialStatus', 'CANCEL']);
		exchange.say(cancelled, cancelled);
		endLeg(exchange, { channel, extension, cause: 0 });
	}
	if (queue) {
		const lines: Line[] = [
			['Queue', queue.name],
			['Position', 1],
			['OriginalPosition', 1],
			['HoldTime', 5]
		];
		exchange.say(event('QueueCallerAbandon', block(customer), lines));
	}
	leaveQueue(exchange, call);
	endCustomer(exchange, call, 0);
}

export function bridge(bridgeId: string, count: number): Line[] {
	return [
		['BridgeUniqueid', bridgeId],
		['BridgeType', 'basic'],
		['BridgeTechnology', 'simple_bridge'],
		['BridgeCreator', '<unknown>'],
		['BridgeName', '<unknown>'],
		['BridgeNumChannels', count],
		['BridgeVideoSourceMode', 'none']
	];
}
