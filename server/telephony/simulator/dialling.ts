/** Ringing somebody: the officer's own telephone first, and when they have picked it up the customer's, in the order of a real switch. */
import { endLeg, newCall, type SimulatedCall } from './call.ts';
import { block, event, pair, type Channel } from './channel.ts';
import { IN_USE, RINGING, setStatus, type Exchange } from './exchange.ts';
import { bridge } from './ringing.ts';

export type Dialled = { extension: string; channelId: string; number: string };

export function dial(
	exchange: Exchange,
	{ extension, channelId, number }: Dialled,
	began: (call: SimulatedCall) => void
): void {
	const phone = exchange.newChannel({
		device: `PJSIP/${extension}`,
		state: 0,
		number: extension,
		callerName: exchange.phone(extension).name,
		context: 'outbound',
		exten: number,
		ddi: '',
		id: channelId
	});
	exchange.say(
		event('Newchannel', block(phone)),
		event('DialBegin', block(phone, 'Dest'), ['DialString', extension])
	);
	phone.state = 5;
	exchange.say(event('Newstate', block(phone)));
	setStatus(exchange, extension, RINGING);
	exchange.later(exchange.pace.betweenMs, () => {
		phone.state = 6;
		exchange.say(
			event('Newstate', block(phone)),
			event('DialEnd', block(phone, 'Dest'), ['DialStatus', 'ANSWER'])
		);
		setStatus(exchange, extension, IN_USE);
		began(ringCustomer(exchange, { phone, extension, number }));
	});
}

function ringCustomer(
	exchange: Exchange,
	{ phone, extension, number }: { phone: Channel; extension: string; number: string }
): SimulatedCall {
	const customer = exchange.newChannel({
		device: 'PJSIP/trunk',
		state: 0,
		number,
		callerName: '',
		context: 'from-trunk',
		exten: number,
		ddi: '',
		linkedId: phone.id
	});
	const call = newCall(customer);
	call.dialledBy = { channel: phone, extension };
	exchange.say(event('Newchannel', block(customer)));
	customer.state = 5;
	exchange.say(
		event('Newstate', block(customer)),
		pair('DialBegin', [phone, customer], ['DialString', `${number}@trunk`])
	);
	call.stopWaiting = exchange.later(exchange.pace.customerMs, () => pickUp(exchange, call));
	return call;
}

function pickUp(exchange: Exchange, call: SimulatedCall): void {
	const { customer, dialledBy } = call;
	if (!dialledBy || call.isOver) return;
	const { channel, extension } = dialledBy;
	customer.state = 6;
	const bridgeId = exchange.newBridgeId();
	exchange.say(
		event('Newstate', block(customer)),
		pair('DialEnd', [channel, customer], ['DialStatus', 'ANSWER']),
		event('BridgeCreate', bridge(bridgeId, 0)),
		event('BridgeEnter', bridge(bridgeId, 1), block(customer)),
		event('BridgeEnter', bridge(bridgeId, 2), block(channel))
	);
	call.dialledBy = null;
	call.talking = { channel, extension, bridgeId, isHeld: false };
}

/** The officer puts the telephone down before anybody has picked up. */
export function giveUpDialling(exchange: Exchange, call: SimulatedCall): void {
	const { customer, dialledBy } = call;
	if (!dialledBy) return;
	call.isOver = true;
	call.stopWaiting();
	exchange.say(
		event('HangupRequest', block(dialledBy.channel)),
		pair('DialEnd', [dialledBy.channel, customer], ['DialStatus', 'CANCEL']),
		event('Hangup', block(customer), ['Cause', 0], ['Cause-txt', 'Unknown'])
	);
	endLeg(exchange, { ...dialledBy, cause: 16 });
}
