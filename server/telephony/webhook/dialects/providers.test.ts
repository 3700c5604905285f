/** What the messages of the big providers come to, in and out of order. */
import { describe, expect, it } from 'vitest';
import { told } from '../../../../tests/builders/told-calls.ts';
import { connect } from './connect.ts';
import { genesys } from './genesys.ts';
import { twilio } from './twilio.ts';

const NUMBER = '+447700900142';
const UNKNOWN = { number: null, presentation: 'unknown' };

describe('Twilio', () => {
	const customer = { CallSid: 'CA1', From: NUMBER, To: '+441632960000', Direction: 'inbound' };
	const officer = {
		CallSid: 'CA2',
		ParentCallSid: 'CA1',
		To: 'client:1001',
		Direction: 'outbound-dial'
	};

	it('of voice says who has the customer and who has not', () => {
		const { contacts } = told(twilio, [
			{ ...customer, CallStatus: 'ringing', SequenceNumber: '0' },
			{ ...officer, CallStatus: 'ringing' },
			{ ...officer, CallSid: 'CA3', To: 'sip:1002@council.example', CallStatus: 'initiated' },
			{ ...officer, CallStatus: 'in-progress' },
			{ ...officer, CallSid: 'CA3', To: 'sip:1002@council.example', CallStatus: 'canceled' },
			{ ...officer, CallStatus: 'completed' },
			{ ...customer, CallStatus: 'completed' }
		]);
		expect(contacts[0]).toMatchObject({
			caller: { number: NUMBER },
			offers: [
				{ agent: '1001', ended: 'connected' },
				{ agent: '1002', ended: 'callerGone' }
			],
			connected: ['1001'],
			ended: { by: 'unknown' }
		});
	});

	it.each([
		['+266696687', 'withheld'],
		['+7378742833', 'withheld'],
		['+2562533', 'withheld'],
		['+8656696', 'unavailable'],
		['+86282452253', 'unavailable'],
		['Anonymous', 'withheld']
	])('of %s knows that it is %s', (From, presentation) => {
		const { contacts } = told(twilio, [{ ...customer, From, CallStatus: 'ringing' }]);
		expect(contacts[0]?.caller).toEqual({ number: null, presentation });
	});

	it('counts what it counts, and names what it sends twice', () => {
		const sent = { ...customer, CallStatus: 'ringing', SequenceNumber: '3' };
		const read = twilio(sent);
		expect(read).toMatchObject({ count: { of: 'CA1', sequence: 3 }, messageId: 'CA1:3:ringing' });
		expect(twilio({ ...sent, SequenceNumber: '3.5' }).ok).toBe(false);
		expect(twilio({ ...sent, CallStatus: 'exploded' }).ok).toBe(false);
	});

	const task = {
		TaskAttributes: JSON.stringify({ call_sid: 'CA1', from: NUMBER }),
		TaskQueueName: 'Council tax',
		WorkerName: 'priya',
		WorkerAttributes: JSON.stringify({ contact_uri: 'client:1001' }),
		ReservationSid: 'WR1'
	};

	it.each([
		['reservation.rejected', 'declined'],
		['reservation.timeout', 'noAnswer'],
		['reservation.rescinded', 'answeredElsewhere'],
		['reservation.canceled', 'callerGone']
	])('of a %s says why a ring ended', (EventType, ended) => {
		const { contacts } = told(twilio, [
			{ ...task, EventType: 'task.created' },
			{ ...task, EventType: 'task-queue.entered' },
			{ ...task, EventType: 'reservation.created' },
			{ ...task, EventType }
		]);
		expect(contacts[0]).toMatchObject({
			caller: { number: NUMBER },
			queues: ['Council tax'],
			offers: [{ agent: '1001', ended }]
		});
	});

	it('as a stream of events says the same', () => {
		const { contacts } = told(twilio, [
			[
				{
					type: 'com.twilio.taskrouter.reservation.created',
					data: {
						payload: {
							task_attributes: task.TaskAttributes,
							worker_name: '1001',
							reservation_sid: 'WR1'
						}
					}
				},
				{
					type: 'com.twilio.taskrouter.task.canceled',
					data: { payload: { task_attributes: task.TaskAttributes } }
				}
			]
		]);
		expect(contacts[0]?.ended).toEqual({ by: 'caller', abandoned: true });
	});

	it.each([
		['an extension of the worker', { WorkerAttributes: '{"extension":"1003"}' }, '1003'],
		[
			'a client identity',
			{ WorkerAttributes: '{"contact_uri":"client:priya_nair"}' },
			'priya_nair'
		],
		['the worker’s id', { WorkerAttributes: '{}', WorkerName: 'Priya Nair' }, 'WK1'],
		['a name that is an extension', { WorkerAttributes: '{}', WorkerName: '1004' }, '1004']
	])('names an officer by %s', (_, worker, agent) => {
		const sent = { ...task, WorkerSid: 'WK1', ...worker, EventType: 'reservation.created' };
		expect(told(twilio, [sent]).contacts[0]?.offers).toMatchObject([{ agent }]);
	});

	it('says when a worker is ready, away or gone', () => {
		const said = ['Available', 'Lunch', 'Offline'].flatMap(
			(WorkerActivityName) =>
				told(twilio, [{ ...task, EventType: 'worker.activity.update', WorkerActivityName }]).heard
		);
		expect(said).toMatchObject([
			{ state: 'ready' },
			{ state: 'paused', reason: 'Lunch' },
			{ state: 'offline' }
		]);
	});
});

describe('Amazon Connect', () => {
	const event = (eventType: string, detail: object = {}) => ({
		id: `id-${eventType}`,
		'detail-type': 'Amazon Connect Contact Event',
		detail: { eventType, contactId: 'c1', channel: 'VOICE', initiationMethod: 'INBOUND', ...detail }
	});
	const AgentInfo = { AgentArn: 'arn:aws:connect:eu-west-2:1:instance/i/agent/priya-id' };
	const queueInfo = {
		queueArn: 'arn:aws:connect:eu-west-2:1:instance/i/queue/rents',
		queueType: 'STANDARD'
	};

	it.each([
		['in order', ['INITIATED', 'QUEUED', 'CONNECTED_TO_AGENT', 'DISCONNECTED', 'COMPLETED']],
		['the wait told last', ['CONNECTED_TO_AGENT', 'INITIATED', 'QUEUED', 'DISCONNECTED']],
		['the end told first', ['INITIATED', 'DISCONNECTED', 'CONNECTED_TO_AGENT', 'QUEUED']],
		[
			'twice',
			['INITIATED', 'CONNECTED_TO_AGENT', 'CONNECTED_TO_AGENT', 'DISCONNECTED', 'DISCONNECTED']
		]
	])('ends a call that is told %s', (_, types) => {
		const { contacts } = told(
			connect,
			types.map((type) =>
				event(type, { queueInfo, AgentInfo, disconnectReason: 'AGENT_DISCONNECT' })
			)
		);
		expect(contacts).toHaveLength(1);
		expect(contacts[0]).toMatchObject({
			caller: UNKNOWN,
			ended: { by: 'agent', abandoned: false }
		});
	});

	it('calls a caller nobody had abandoned, and goes on with one who is passed on', () => {
		expect(
			told(connect, [event('INITIATED'), event('QUEUED', { queueInfo }), event('DISCONNECTED')])
				.contacts[0]?.ended
		).toEqual({ by: 'caller', abandoned: true });
		const second = {
			contactId: 'c2',
			initialContactId: 'c1',
			initiationMethod: 'TRANSFER',
			agentInfo: { agentArn: 'x/agent/tom-id' }
		};
		const { contacts } = told(connect, [
			event('INITIATED'),
			event('CONNECTED_TO_AGENT', { AgentInfo, channel: 'Voice' }),
			event('INITIATED', second),
			event('DISCONNECTED', { AgentInfo, disconnectReason: 'TRANSFERRED' }),
			event('CONNECTED_TO_AGENT', second)
		]);
		expect(contacts).toMatchObject([{ connected: ['priya-id', 'tom-id'], ended: null }]);
	});

	it('leaves a chat alone, and knows a message by its own id', () => {
		expect(told(connect, [event('INITIATED', { channel: 'CHAT' })]).heard).toEqual([]);
		expect(connect(event('INITIATED'))).toMatchObject({ messageId: 'id-INITIATED' });
	});
});

describe('Genesys Cloud', () => {
	const customer = {
		id: 'p1',
		purpose: 'customer',
		state: 'connected',
		direction: 'inbound',
		ani: `tel:${NUMBER}`
	};
	const acd = { id: 'p2', purpose: 'acd', state: 'connected', queue: { id: 'q', name: 'Rents' } };
	const priya = {
		id: 'p3',
		purpose: 'agent',
		state: 'alerting',
		user: { id: 'priya-id' },
		queue: { id: 'q', name: 'Rents' }
	};
	const snapshot = (participants: object[], more: object = {}) => ({
		topicName: 'v2.users.priya-id.conversations.calls',
		eventBody: { id: 'g1', participants, ...more }
	});
	const talking = { ...priya, state: 'connected' };

	it('shows a conversation whole each time, and only its news is told', () => {
		const ringing = snapshot([customer, { ...acd }, priya]);
		const { heard } = told(genesys, [snapshot([customer, acd]), ringing, ringing, ringing]);
		expect(heard.map(({ type }) => type)).toEqual([
			'contact.started',
			'contact.queued',
			'agent.offered'
		]);
	});

	it('says holding, recording, the pause for cards and the end', () => {
		const { contacts } = told(genesys, [
			snapshot([customer, talking], { recordingState: 'active' }),
			snapshot([customer, { ...talking, held: true }], {
				recordingState: 'active',
				securePause: true
			}),
			snapshot([customer, { ...talking, held: false }], { recordingState: 'active' }),
			snapshot([
				{ ...customer, state: 'disconnected', disconnectType: 'peer' },
				{ ...talking, state: 'terminated', disconnectType: 'client' }
			])
		]);
		expect(contacts[0]).toMatchObject({
			connected: ['priya-id'],
			holds: 1,
			recording: ['started', 'paused', 'resumed', 'stopped'],
			ended: { by: 'agent', abandoned: false }
		});
	});

	it.each([
		['client', 'declined'],
		['timeout', 'noAnswer'],
		['peer', 'callerGone'],
		['unheard-of', 'noAnswer']
	])('says of a ring ended by %s that it was %s', (disconnectType, ended) => {
		const over = { ...priya, state: 'disconnected', disconnectType };
		const { contacts } = told(genesys, [
			snapshot([customer, acd, priya]),
			snapshot([customer, acd, over])
		]);
		expect(contacts[0]?.offers).toEqual([{ agent: 'priya-id', ended }]);
	});

	it('says a consultation and where the customer went', () => {
		const tom = { ...talking, id: 'p4', user: { id: 'tom-id' } };
		const gone = { ...talking, state: 'disconnected', disconnectType: 'transfer.conference' };
		const { contacts, heard } = told(genesys, [
			snapshot([customer, talking]),
			snapshot([
				customer,
				{ ...talking, held: true, consultParticipantId: 'p4' },
				{ ...tom, state: 'alerting' }
			]),
			snapshot([customer, gone, tom])
		]);
		expect(heard.some(({ type }) => type === 'consult.started')).toBe(true);
		expect(contacts[0]).toMatchObject({
			connected: ['priya-id', 'tom-id'],
			transfers: [{ kind: 'attended', to: 'tom-id' }],
			ended: null
		});
	});

	it('knows a withheld caller, a call of ours, and a heartbeat', () => {
		const anonymous = told(genesys, [
			snapshot([{ ...customer, ani: 'sip:anonymous@anonymous.invalid' }])
		]);
		expect(anonymous.contacts[0]?.caller).toEqual({ number: null, presentation: 'withheld' });
		const ours = told(genesys, [
			snapshot([{ ...customer, direction: 'outbound', dnis: 'tel:+441632960960' }])
		]);
		expect(ours.contacts[0]).toMatchObject({
			direction: 'outbound',
			caller: { number: '+441632960960' }
		});
		expect(
			told(genesys, [
				{ topicName: 'channel.metadata', eventBody: { message: 'WebSocket Heartbeat' } }
			]).refused
		).toEqual([false]);
	});
});
