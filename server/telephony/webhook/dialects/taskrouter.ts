/**
 * TaskRouter's events, as its callback posts them or as CloudEvents of an event stream, several at a time. A
 * reservation is one ring of one officer; a task that is cancelled is a caller who gave up.
 */
import { z } from 'zod';
import type { OfferEnd } from '#shared/calls/events.ts';
import { agentNameOf } from '#shared/calls/naming.ts';
import { callerFrom } from '#shared/calls/number.ts';
import { NOT_UNDERSTOOD, type Read, type Said } from '../dialect.ts';
import { AGENT, agentAt, CALL_ID, plainKeys } from './keys.ts';

const json = z.string().max(20_000).transform(parsed).optional();

const task = z.object({
	eventtype: z.string().max(60),
	taskattributes: json,
	workerattributes: json,
	workername: z.string().max(120).optional(),
	workersid: z.string().regex(AGENT).optional(),
	reservationsid: z.string().regex(CALL_ID).optional(),
	taskqueuename: z.string().trim().max(60).optional(),
	workeractivityname: z.string().max(60).optional()
});

const cloud = z.object({
	type: z.string().startsWith('com.twilio.taskrouter.'),
	data: z.object({ payload: z.unknown().optional() }).loose()
});

type Task = z.output<typeof task>;

/** Null where it is no event of TaskRouter. */
export function taskrouter(content: unknown): Read | null {
	const plain = plainKeys(content);
	const all = Array.isArray(plain) ? plain : [plain];
	const events = all.map(eventOf);
	if (events.length === 0 || events.every((each) => each === null)) return null;
	const read = events.map((each) => task.safeParse(each));
	if (read.some(({ success }) => !success)) return NOT_UNDERSTOOD;
	const said = read.flatMap(({ data }) => (data ? saidOf(data) : []));
	return { ok: true, said, count: null, messageId: null };
}

function eventOf(sent: unknown): unknown {
	const event = cloud.safeParse(sent);
	if (event.success) {
		const { type, data } = event.data;
		const payload = typeof data.payload === 'object' ? data.payload : data;
		return { ...payload, eventtype: type.replace('com.twilio.taskrouter.', '') };
	}
	return typeof sent === 'object' && sent !== null && 'eventtype' in sent ? sent : null;
}

function saidOf(event: Task): Said[] {
	if (event.eventtype === 'worker.activity.update') return ofWorker(event);
	const contactId = textOf(event.taskattributes, 'callsid');
	if (!CALL_ID.test(contactId)) return [];
	const isOut = textOf(event.taskattributes, 'direction').startsWith('outbound');
	const of = { contactId, direction: isOut ? 'outbound' : 'inbound' } as const;
	const queue = event.taskqueuename ? event.taskqueuename : null;
	switch (event.eventtype) {
		case 'task.created':
			return [{ type: 'contact.started', ...of, caller: callerOf(event, isOut), dialled: null }];
		case 'task-queue.entered':
			return queue ? [{ type: 'contact.queued', ...of, queue, position: null }] : [];
		case 'task.canceled':
			return [{ type: 'contact.ended', ...of, by: 'caller' }];
		case 'task.wrapup':
		case 'task.completed':
			return [{ type: 'contact.ended', ...of, by: 'unknown' }];
		default:
			return ofReservation(event, { of, queue });
	}
}

function ofReservation(
	event: Task,
	{
		of,
		queue
	}: { of: { contactId: string; direction: 'inbound' | 'outbound' }; queue: string | null }
): Said[] {
	const agent = agentOf(event);
	const legId = event.reservationsid;
	if (agent === null || legId === undefined) return [];
	const leg = { ...of, agent, legId };
	const because = OFFER_ENDS[event.eventtype];
	if (because) return [{ type: 'agent.offerEnded', ...leg, because }];
	switch (event.eventtype) {
		case 'reservation.created':
			return [{ type: 'agent.offered', ...leg, queue }];
		case 'reservation.accepted':
			return [{ type: 'agent.connected', ...leg }];
		case 'reservation.wrapup':
		case 'reservation.completed':
			return [{ type: 'agent.disconnected', ...leg }];
		default:
			return [];
	}
}

const OFFER_ENDS: Readonly<Record<string, OfferEnd>> = {
	'reservation.rejected': 'declined',
	'reservation.timeout': 'noAnswer',
	'reservation.rescinded': 'answeredElsewhere',
	'reservation.canceled': 'callerGone'
};

function ofWorker(event: Task): Said[] {
	const agent = agentOf(event);
	const activity = event.workeractivityname ?? '';
	if (agent === null || activity === '') return [];
	const name = activity.toLowerCase();
	const state = name === 'offline' ? 'offline' : 'paused';
	const isReady = name === 'available' || name === 'idle';
	return [
		{
			type: 'agent.stateChanged',
			agent,
			state: isReady ? 'ready' : state,
			reason: isReady ? null : activity
		}
	];
}

const EXTENSION = /^\d{2,8}$/;

/** A worker's own attributes say where they are reached; else it is their id, that an administrator says whose it is. */
function agentOf({ workerattributes, workername = '', workersid }: Task): string | null {
	const extension = textOf(workerattributes, 'extension');
	if (AGENT.test(extension)) return extension;
	const at = agentAt(textOf(workerattributes, 'contacturi'));
	if (at !== null) return at;
	return EXTENSION.test(workername) ? workername : (workersid ?? agentNameOf(workername));
}

function callerOf({ taskattributes }: Task, isOut: boolean) {
	const number = textOf(taskattributes, isOut ? 'to' : 'from') || textOf(taskattributes, 'caller');
	return twilioCallerOf(number);
}

const SPELT_WITHHELD = new Set(['266696687', '7378742833', '2562533']);
const SPELT_UNAVAILABLE = new Set(['8656696', '86282452253']);

/** Withheld callers have numbers that spell ANONYMOUS, RESTRICTED, BLOCKED on a telephone's keys; so have UNKNOWN ones. */
export function twilioCallerOf(number: string) {
	const digits = number.replace(/^\+/, '');
	const unavailable = SPELT_UNAVAILABLE.has(digits) ? 'unavailable' : null;
	const said = SPELT_WITHHELD.has(digits) ? 'withheld' : unavailable;
	return callerFrom({ number, name: '', said, isTrustedTrunk: false });
}

function textOf(attributes: unknown, name: string): string {
	const value: unknown =
		typeof attributes === 'object' && attributes !== null ? Reflect.get(attributes, name) : '';
	return typeof value === 'string' ? value.slice(0, 120) : '';
}

function parsed(text: string): unknown {
	try {
		return plainKeys(JSON.parse(text));
	} catch {
		return null;
	}
}
