/** A simulated call comes to the same as the recorded one, and each of its channels tells it in the same order. */
import { beforeAll, describe, expect, it } from 'vitest';
import { field } from '#server/telephony/ami/message.ts';
import type { Caller } from '#server/telephony/simulator/call.ts';
import { documentIn, messagesIn, simulated, type Simulated } from './simulated.ts';
import { TRACES } from './recordings.ts';

type Part = (phone: Simulated) => Promise<void> | void;

const rings =
	(extension: string): Part =>
	({ heard }) =>
		heard('DialState', extension);
const does =
	(extension: string, what: string): Part =>
	({ simulator }) =>
		expect(simulator.press(extension, what)).toBe(true);
const answers = (extension: string): Part[] => [rings(extension), does(extension, 'answer')];
const callerHangsUp: Part = ({ simulator }) =>
	simulator.hangUpCaller(contactIds(simulator)[0] ?? '');
const unanswered =
	(extension: string): Part =>
	({ heard }) =>
		heard('AgentRingNoAnswer', extension);

function contactIds(simulator: Simulated['simulator']): string[] {
	return simulator.liveCalls().map(({ customer }) => customer.linkedId);
}

/** A manager's action, as a client would send it. */
const asks =
	(...lines: [string, string | ((simulator: Simulated['simulator']) => string)][]): Part =>
	({ simulator }) => {
		const fields = lines.map(([key, value]): [string, string] => [
			key,
			typeof value === 'string' ? value : value(simulator)
		]);
		expect(simulator.ask(fields)).toBe(true);
	};

const officersChannel = (simulator: Simulated['simulator']) =>
	simulator.liveCalls()[0]?.talking?.channel.name ?? '';
const customersChannel = (simulator: Simulated['simulator']) =>
	simulator.liveCalls()[0]?.customer.name ?? '';

const mute = (state: string) =>
	asks(
		['Action', 'MixMonitorMute'],
		['Channel', customersChannel],
		['Direction', 'both'],
		['State', state]
	);

const SAME: Record<string, { queue?: string; first?: string; parts: Part[] }> = {
	'a-queue-answered-caller-hangs-up': { parts: [...answers('1001'), callerHangsUp] },
	'b-ring-no-answer-then-second-agent': {
		parts: [rings('1001'), unanswered('1001'), ...answers('1002'), does('1002', 'hangUp')]
	},
	'b2-agent-declines-then-second-agent': {
		parts: [rings('1001'), does('1001', 'decline'), ...answers('1002'), callerHangsUp]
	},
	'c-abandoned-in-queue': { parts: [rings('1001'), callerHangsUp] },
	'e-hold-unhold': {
		parts: [
			...answers('1001'),
			does('1001', 'hold'),
			does('1001', 'resume'),
			does('1001', 'hold'),
			does('1001', 'resume'),
			does('1001', 'hangUp')
		]
	},
	'f-blind-transfer-refer': {
		parts: [
			...answers('1001'),
			asks(['Action', 'BlindTransfer'], ['Channel', officersChannel], ['Exten', '1002']),
			...answers('1002'),
			callerHangsUp
		]
	},
	'f2-blind-transfer-ami-to-queue': {
		parts: [
			...answers('1001'),
			asks(['Action', 'BlindTransfer'], ['Channel', officersChannel], ['Exten', '7001']),
			rings('1002'),
			...answers('1003'),
			callerHangsUp
		]
	},
	'g2-attended-transfer-ami-atxfer': {
		parts: [
			...answers('1001'),
			asks(['Action', 'Atxfer'], ['Channel', officersChannel], ['Exten', '1002']),
			({ heard }) => heard('DialBegin', '1002'),
			does('1002', 'answer'),
			does('1001', 'hangUp'),
			({ heard }) => heard('LocalOptimizationEnd'),
			callerHangsUp
		]
	},
	'n-park-and-retrieve': {
		parts: [
			...answers('1001'),
			asks(['Action', 'Park'], ['Channel', customersChannel]),
			({ heard }) => heard('ParkedCall'),
			does('1002', 'retrieve'),
			does('1002', 'hangUp')
		]
	}
};

describe.each(Object.entries(SAME))('a simulated %s', (name, { queue = 'council-tax', parts }) => {
	const trace = TRACES.find((each) => each.name === name);
	let said: Buffer;

	beforeAll(async () => {
		said = await saidIn({ queue, parts });
	});

	it('comes to the same as the recorded one, and is recorded besides', () => {
		const recording = ['started', 'stopped'];
		expect(anonymous(documentIn(said))).toEqual(anonymous(trace?.expected, recording));
	});

	it('tells of each channel in the same order', () => {
		const recorded = ordersIn(messagesIn(trace?.recording.bytes ?? Buffer.alloc(0)));
		expect(ordersIn(messagesIn(said))).toEqual(recorded);
	});
});

it('pauses, resumes and stops the recording like the recorded one', async () => {
	const stop = asks(['Action', 'StopMixMonitor'], ['Channel', customersChannel]);
	const parts = [...answers('1001'), mute('1'), mute('0'), stop, does('1001', 'hangUp')];
	const said = await saidIn({ queue: 'council-tax', parts });
	const trace = TRACES.find(({ name }) => name.startsWith('j-'));
	expect(anonymous(documentIn(said))).toEqual(anonymous(trace?.expected));
});

it('shows a withheld number to nobody, though the network carries it', async () => {
	const caller = { number: '+447700900655', name: '', isWithheld: true };
	const parts = [rings('1001'), callerHangsUp];
	const said = await saidIn({ queue: 'council-tax', parts, caller });
	expect(said.includes('+447700900655')).toBe(true);
	expect(documentIn(said)).toMatchObject({
		contacts: [{ caller: { number: null, presentation: 'withheld' } }]
	});
});

/** Everything the switch says while a call of these parts comes in and ends. */
async function saidIn({
	queue,
	parts,
	caller = { number: '+447700900123', name: '' }
}: {
	queue: string;
	parts: readonly Part[];
	caller?: Caller;
}): Promise<Buffer> {
	const phone = await simulated();
	try {
		phone.simulator.ring({ extension: '1001', caller, queue, menu: null });
		for (const part of parts) {
			await part(phone);
			await phone.settled();
		}
		await phone.until(() => phone.simulator.liveCalls().length === 0);
		await phone.settled();
		return phone.said();
	} finally {
		await phone.stop();
	}
}

/** Without what differs by nature: whose call it is. */
function anonymous(document: unknown, recording?: readonly string[]): unknown {
	return JSON.parse(
		JSON.stringify(document, (key, value: unknown) => {
			if (key === 'contactId' || key === 'number') return undefined;
			return key === 'recording' && recording ? recording : value;
		})
	) as unknown;
}

const TOLD = new Set([
	'Newchannel',
	'Newstate',
	'QueueCallerJoin',
	'QueueCallerLeave',
	'QueueCallerAbandon',
	'AgentCalled',
	'AgentConnect',
	'AgentRingNoAnswer',
	'DialBegin',
	'DialEnd',
	'BridgeEnter',
	'BridgeLeave',
	'Hold',
	'Unhold',
	'HangupRequest',
	'Hangup'
]);

/** For each channel, in order of its first message, what was told of it. */
function ordersIn(messages: ReturnType<typeof messagesIn>): string[] {
	const orders = new Map<string, string[]>();
	for (const message of messages) {
		const event = field(message, 'event');
		const id = field(message, 'uniqueid');
		if (!TOLD.has(event) || id === '') continue;
		const detail = field(message, 'dialstatus') || field(message, 'channelstate');
		const said = orders.get(id) ?? [field(message, 'channel').replace(/-[^-]*$/, '')];
		orders.set(id, [...said, `${event} ${detail}`]);
	}
	return [...orders.values()].map((told) => told.join(', ')).sort();
}
