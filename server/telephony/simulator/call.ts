/** One simulated customer's call, and the first and last of it: how it comes in, waits, and ends. */
import type { Line } from '../ami/lists.ts';
import { block, event, type Channel } from './channel.ts';
import { IDLE, queueNamed, setStatus, type Exchange, type Queue } from './exchange.ts';

export type Caller = {
	/** As the network sends it, or a word such as `anonymous`. */
	number: string;
	name: string;
	/** The network carries the number and forbids it to be shown. */
	isWithheld?: boolean;
	/** Asked by the queue as they give up, they want to be rung back. */
	agreesToBack?: boolean;
};

/** One telephone that rings for the customer. */
export type Ringing = { channel: Channel; extension: string; stop: () => void };

/** The officer who has the customer. */
export type Talking = { channel: Channel; extension: string; bridgeId: string; isHeld: boolean };

/** A colleague whom the officer asks before giving the customer away: the helper channel's two halves, and them. */
export type Consulting = {
	extension: string;
	/** The queue they were asked for through. */
	queue: string | null;
	near: Channel;
	far: Channel;
	colleague: Channel;
	nearBridgeId: string;
	farBridgeId: string | null;
	/** Pressed by the officer meanwhile. */
	keys: string;
};

export type SimulatedCall = {
	readonly customer: Channel;
	queue: Queue | null;
	/** The telephone that the queue tries first. */
	first: string | null;
	ringing: Ringing[];
	/** Telephones tried in this round. */
	tried: string[];
	talking: Talking | null;
	/** Officers on the line besides. */
	beside: Talking[];
	consulting: Consulting | null;
	/** Who passed the customer on last. */
	givenBy: string | null;
	isRecorded: boolean;
	parkedIn: string | null;
	/** Whose telephone rings them, until they pick up. */
	dialledBy: { channel: Channel; extension: string } | null;
	isOver: boolean;
	/** Ends the wait that is on: for the next telephone, or of the caller's patience. */
	stopWaiting: () => void;
	stopPatience: () => void;
};

/** Nothing has happened in it yet. */
export function newCall(
	customer: Channel,
	{ queue, first }: { queue: Queue | null; first: string | null } = { queue: null, first: null }
): SimulatedCall {
	return {
		customer,
		queue,
		first,
		ringing: [],
		tried: [],
		talking: null,
		beside: [],
		consulting: null,
		givenBy: null,
		isRecorded: false,
		parkedIn: null,
		dialledBy: null,
		isOver: false,
		stopWaiting: () => undefined,
		stopPatience: () => undefined
	};
}

export function arrive(
	exchange: Exchange,
	{
		caller,
		queue,
		menu,
		first
	}: { caller: Caller; queue: string; menu: string | null; first: string },
	ready: (call: SimulatedCall) => void
): SimulatedCall {
	const target = queueNamed(queue);
	const customer = exchange.newChannel({
		device: 'PJSIP/trunk',
		state: 4,
		number: caller.number,
		callerName: caller.name,
		context: 'from-trunk',
		exten: target?.ddi ?? '01632960100',
		ddi: target?.ddi ?? '01632960100'
	});
	const call = newCall(customer, { queue: target ?? null, first });
	exchange.say(event('Newchannel', block(customer)));
	/** As a real trunk does: the first message does not know yet that the number is forbidden. */
	if (caller.isWithheld) customer.presentation = 'prohib_not_screened';
	customer.state = 6;
	exchange.say(event('Newstate', block(customer)));
	call.stopWaiting = exchange.later(exchange.pace.greetingMs, () => {
		if (menu) exchange.say(event('UserEvent', block(customer), chosen(menu)));
		call.isRecorded = true;
		exchange.say(event('MixMonitorStart', block(customer)));
		ready(call);
	});
	return call;
}

const chosen = (menu: string): Line[] => [
	['UserEvent', 'Caller'],
	['Menu', menu]
];

/** The queue asks whether they want to be rung back. */
export function agreeToBack(exchange: Exchange, { customer }: SimulatedCall): void {
	exchange.say(
		event('UserEvent', block(customer), [
			['UserEvent', 'Caller'],
			['CallBack', 'yes']
		])
	);
}

/** The customer waits in a queue. */
export function joinQueue(exchange: Exchange, call: SimulatedCall, queue: Queue): void {
	const { customer } = call;
	call.queue = queue;
	call.tried = [];
	const lines: Line[] = [
		['Queue', queue.name],
		['Position', 1],
		['Count', 1]
	];
	exchange.say(event('QueueCallerJoin', block(customer), lines));
	exchange.say(event('MusicOnHoldStart', block(customer), ['Class', 'default']));
}

export function leaveQueue(exchange: Exchange, call: SimulatedCall): void {
	const { customer, queue } = call;
	if (!queue) return;
	call.queue = null;
	const lines: Line[] = [
		['Queue', queue.name],
		['Position', 1],
		['Count', 0]
	];
	exchange.say(event('QueueCallerLeave', block(customer), lines));
}

/** The telephone's own channel ends. */
export function endLeg(
	exchange: Exchange,
	{ channel, extension, cause }: { channel: Channel; extension: string; cause: number }
): void {
	exchange.say(
		event('Hangup', block(channel), ['Cause', cause], ['Cause-txt', TEXTS[cause] ?? ''])
	);
	setStatus(exchange, extension, IDLE);
}

const TEXTS: Record<number, string> = {
	0: 'Unknown',
	16: 'Normal Clearing',
	17: 'User busy',
	26: 'Answered elsewhere'
};

/** The customer's channel ends, and the call with it. */
export function endCustomer(exchange: Exchange, call: SimulatedCall, cause: number): void {
	call.isOver = true;
	call.stopWaiting();
	call.stopPatience();
	const { customer } = call;
	exchange.say(
		event('SoftHangupRequest', block(customer), ['Cause', 16]),
		event('Hangup', block(customer), ['Cause', cause], ['Cause-txt', TEXTS[cause] ?? ''])
	);
}
