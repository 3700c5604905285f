/**
 * What can be asked of the simulated switch: the actions of a real one that a manager user may take on a call, and what
 * the officer's own telephone would do. Each is looked at first, so that what cannot be done is refused at once.
 */
import { field, type Message } from '../ami/message.ts';
import type { SimulatedCall, Talking } from './call.ts';
import type { Channel } from './channel.ts';
import {
	cancelConsult,
	colleagueAnswers,
	colleagueAt,
	completeTransfer,
	consult
} from './consulting.ts';
import { IDLE, memberSays, type Exchange } from './exchange.ts';
import { giveUpDialling, type Dialled } from './dialling.ts';
import { park, retrieve, SPACE } from './parking.ts';
import { answer, decline } from './ringing.ts';
import { leaves, press } from './together.ts';
import { hold, officerHangsUp, record, resume } from './talking.ts';
import { transferBlind } from './transferring.ts';

/** The switch as its actions need it. */
export type Acting = Exchange & {
	liveCalls(): SimulatedCall[];
	hangUpCaller(contactId: string): void;
	dial(dialled: Dialled): void;
};

/** Null where it cannot be done. */
type Doing = (() => void) | null;

export function actionOf(simulator: Acting, action: Message): Doing {
	const of = ACTIONS[field(action, 'action')];
	return of ? of(simulator, action) : null;
}

const ACTIONS: Record<string, (simulator: Acting, action: Message) => Doing> = {
	Hangup: hangUp,
	BlindTransfer: blind,
	Atxfer: attended,
	CancelAtxfer: (simulator, action) => {
		const { call, talking } = byOfficer(simulator, field(action, 'channel'));
		return call?.consulting && talking ? () => cancelConsult(simulator, call, talking) : null;
	},
	PlayDTMF: (simulator, action) => {
		const { call, talking } = byOfficer(simulator, field(action, 'channel'));
		const key = field(action, 'digit');
		const isHeard = field(action, 'receive') === 'true';
		return call && talking && isHeard ? () => press(simulator, call, { talking, key }) : null;
	},
	Park: (simulator, action) => {
		const call = byCustomer(simulator, field(action, 'channel'));
		const talking = call?.talking;
		const isAlone = call?.beside.length === 0 && !call.consulting;
		return talking && isAlone ? () => park(simulator, call, talking) : null;
	},
	MixMonitorMute: (simulator, action) => {
		const call = byCustomer(simulator, field(action, 'channel'));
		const isMuted = field(action, 'state') === '1';
		return call?.isRecorded ? () => void record(simulator, call, isMuted) : null;
	},
	StopMixMonitor: (simulator, action) => {
		const call = byCustomer(simulator, field(action, 'channel'));
		return call?.isRecorded ? () => void record(simulator, call, null) : null;
	},
	Originate: originate,
	QueuePause: pause,
	SimulatePhone: (simulator, action) =>
		phoneDoes(simulator, field(action, 'extension'), field(action, 'do'))
};

function byCustomer(simulator: Acting, channel: string): SimulatedCall | undefined {
	return simulator.liveCalls().find(({ customer }) => customer.name === channel);
}

function byOfficer(
	simulator: Acting,
	channel: string
): { call: SimulatedCall | null; talking: Talking | null } {
	const isIt = (of: { channel: Channel }) => of.channel.name === channel;
	const call = simulator.liveCalls().find((each) => onLine(each).some(isIt));
	return { call: call ?? null, talking: (call && onLine(call).find(isIt)) ?? null };
}

/** The officers on the line, whoever had the customer first. */
function onLine({ talking, beside }: SimulatedCall): Talking[] {
	return [...(talking ? [talking] : []), ...beside];
}

function hangUp(simulator: Acting, action: Message): Doing {
	const channel = field(action, 'channel');
	const own = byCustomer(simulator, channel);
	if (own) return () => simulator.hangUpCaller(own.customer.linkedId);
	const { call, talking } = byOfficer(simulator, channel);
	if (call && talking) return () => officerLeaves(simulator, call, { talking, isByManager: true });
	const dialled = simulator.liveCalls().find((each) => each.dialledBy?.channel.name === channel);
	if (dialled) return () => giveUpDialling(simulator, dialled);
	for (const ringing of simulator.liveCalls().flatMap((each) => each.ringing)) {
		if (ringing.channel.name === channel) return phoneDoes(simulator, ringing.extension, 'decline');
	}
	return null;
}

/** The officer's telephone rings, and dials a customer or the space in which one is parked. */
function originate(simulator: Acting, action: Message): Doing {
	const extension = /^PJSIP\/(\d{4})$/.exec(field(action, 'channel'))?.[1];
	const [channelId, number] = [field(action, 'channelid'), field(action, 'exten')];
	if (!extension || simulator.phone(extension).status !== IDLE) return null;
	const parked = simulator.liveCalls().find(({ parkedIn }) => parkedIn !== null);
	if (number === SPACE)
		return parked ? () => retrieve(simulator, parked, { extension, channelId }) : null;
	return /^0\d{9,14}$/.test(number) ? () => simulator.dial({ extension, channelId, number }) : null;
}

/** Hanging up in a consultation gives the customer to the colleague, if they have answered. */
function officerLeaves(
	simulator: Acting,
	call: SimulatedCall,
	leaving: { talking: Talking; isByManager: boolean }
): void {
	const { consulting, beside } = call;
	const { talking, isByManager } = leaving;
	if (beside.length > 0) return leaves(simulator, call, { leaving: talking, isByManager });
	if (!consulting) return officerHangsUp(simulator, call, leaving);
	const { farBridgeId } = consulting;
	if (farBridgeId === null) cancelConsult(simulator, call, talking);
	else completeTransfer(simulator, call, { talking, consulting, farBridgeId });
}

function blind(simulator: Acting, action: Message): Doing {
	const { call, talking } = byOfficer(simulator, field(action, 'channel'));
	const to = field(action, 'exten');
	const isKnown = /^\d{4}$/.test(to);
	if (!call || !talking || !isKnown || isMoreThanTwo(call)) return null;
	return () => transferBlind(simulator, call, { talking, to });
}

const isMoreThanTwo = ({ consulting, beside }: SimulatedCall) =>
	consulting !== null || beside.length > 0;

function attended(simulator: Acting, action: Message): Doing {
	const { call, talking } = byOfficer(simulator, field(action, 'channel'));
	const to = field(action, 'exten');
	const extension = /^\d{4}$/.test(to) ? colleagueAt(simulator, to) : null;
	if (!call || !talking || !extension || isMoreThanTwo(call)) return null;
	return () => consult(simulator, call, { talking, to, extension });
}

function pause(simulator: Acting, action: Message): Doing {
	const extension = /\/(\d+)$/.exec(field(action, 'interface'))?.[1];
	if (!extension) return null;
	const isPaused = /^(true|1)$/i.test(field(action, 'paused'));
	const phone = simulator.phone(extension);
	return () => {
		phone.paused = isPaused ? field(action, 'reason') : null;
		simulator.say(...memberSays(phone, 'QueueMemberPause'));
	};
}

/** What the officer does on the telephone itself. */
export function phoneDoes(simulator: Acting, extension: string, what: string): Doing {
	const calls = simulator.liveCalls();
	const rung = calls.find(({ ringing }) => ringing.some((each) => each.extension === extension));
	const ringing = rung?.ringing.find((each) => each.extension === extension);
	if (rung && ringing) {
		if (what === 'answer') return () => answer(simulator, rung, ringing);
		return what === 'decline' || what === 'hangUp' ? () => decline(simulator, rung, ringing) : null;
	}
	const asked = calls.find(({ consulting }) => consulting?.extension === extension);
	if (asked) return colleagueDoes(simulator, asked, what);
	const talked = calls.find((call) => onLine(call).some((each) => each.extension === extension));
	if (talked) return officerDoes(simulator, talked, { extension, what });
	const dialled = calls.find(({ dialledBy }) => dialledBy?.extension === extension);
	if (dialled && what === 'hangUp') return () => giveUpDialling(simulator, dialled);
	const parked = calls.find(({ parkedIn }) => parkedIn !== null);
	return parked && what === 'retrieve' ? () => retrieve(simulator, parked, { extension }) : null;
}

function colleagueDoes(simulator: Acting, call: SimulatedCall, what: string): Doing {
	const { consulting, talking } = call;
	if (!consulting || !talking) return null;
	if (what === 'answer') return () => colleagueAnswers(simulator, consulting);
	const isLeaving = what === 'hangUp' || what === 'decline';
	return isLeaving ? () => cancelConsult(simulator, call, talking) : null;
}

function officerDoes(
	simulator: Acting,
	call: SimulatedCall,
	{ extension, what }: { extension: string; what: string }
): Doing {
	const { consulting } = call;
	const talking = onLine(call).find((each) => each.extension === extension);
	if (!talking) return null;
	switch (what) {
		case 'hold':
			return () => hold(simulator, call, talking);
		case 'resume':
			return () =>
				consulting ? cancelConsult(simulator, call, talking) : resume(simulator, call, talking);
		case 'hangUp':
			return () => officerLeaves(simulator, call, { talking, isByManager: false });
		default:
			return null;
	}
}
