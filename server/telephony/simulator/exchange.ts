/**
 * The simulated switch as its calls see it: its queues, its desk telephones, and the one voice in which it speaks. The
 * queues and their numbers are those of the recordings; whoever is not named there is a telephone of the first queue.
 */
import type { Line } from '../ami/lists.ts';
import { event, type Channel, type Said } from './channel.ts';

export type Queue = {
	name: string;
	/** What the outside world dials for it, and what an officer dials to pass a customer on to it. */
	ddi: string;
	extension: string;
	strategy: 'one-by-one' | 'all-at-once';
	members: readonly string[];
};

export const QUEUES: readonly Queue[] = [
	{
		name: 'council-tax',
		ddi: '01632960100',
		extension: '7000',
		strategy: 'one-by-one',
		members: ['1001', '1002']
	},
	{
		name: 'benefit-overpayments',
		ddi: '01632960101',
		extension: '7001',
		strategy: 'all-at-once',
		members: ['1003', '1002']
	},
	{
		name: 'business-rates',
		ddi: '01632960102',
		extension: '7002',
		strategy: 'one-by-one',
		members: ['1003', '1001']
	}
];

/** Asterisk's own numbers for the state of a device. */
export const IDLE = 1;
export const IN_USE = 2;
export const UNAVAILABLE = 5;
export const RINGING = 6;
export const ON_HOLD = 8;

export type Phone = {
	readonly extension: string;
	name: string;
	status: number;
	/** Why it takes no calls; null while it does. */
	paused: string | null;
};

export type Pace = {
	/** From the first ring of a line to the queue. */
	greetingMs: number;
	/** How long one telephone rings, and how long until the next. */
	ringMs: number;
	betweenMs: number;
	/** How long a caller waits before giving up. */
	patienceMs: number;
	/** Until a colleague who is consulted picks up: a consultation is answered at the telephone, never on a screen. */
	colleagueMs: number;
	/** Until a customer who is rung picks up. */
	customerMs: number;
	/** Until the switch takes a helper channel out of a completed transfer. */
	shorteningMs: number;
};

export const LIFELIKE: Pace = {
	greetingMs: 400,
	ringMs: 20_000,
	betweenMs: 1_000,
	patienceMs: 120_000,
	colleagueMs: 3_000,
	customerMs: 3_000,
	shorteningMs: 400
};

export type Exchange = {
	readonly pace: Pace;
	say(...events: readonly Said[]): void;
	/** Does it later, unless the switch has stopped by then. */
	later(ms: number, act: () => void): () => void;
	newChannel(of: NewChannel): Channel;
	newBridgeId(): string;
	phone(extension: string): Phone;
};

export type NewChannel = Pick<
	Channel,
	'state' | 'number' | 'callerName' | 'context' | 'exten' | 'ddi'
> & {
	/** `PJSIP/1001`, to which its own number is added. */
	device: string;
	/** Given by whoever asked for it. */
	id?: string;
	/** The call it belongs to; its own when it begins one. */
	linkedId?: string;
	presentation?: Channel['presentation'];
};

export function queuesOf(extension: string): readonly Queue[] {
	const own = QUEUES.filter((queue) => queue.members.includes(extension));
	return own.length > 0 ? own : QUEUES.slice(0, 1);
}

export function queueNamed(name: string): Queue | undefined {
	return QUEUES.find((queue) => queue.name === name);
}

/** What the queues say of a telephone: one message for each it is a member of. */
export function memberSays(phone: Phone, name = 'QueueMemberStatus'): Said[] {
	return queuesOf(phone.extension).map((queue) => event(name, memberLines(phone, queue.name)));
}

export function setStatus(exchange: Exchange, extension: string, status: number): void {
	const phone = exchange.phone(extension);
	phone.status = status;
	exchange.say(...memberSays(phone));
}

function memberLines(phone: Phone, queue: string): Line[] {
	return [
		['Queue', queue],
		['MemberName', phone.name],
		['Interface', `PJSIP/${phone.extension}`],
		['StateInterface', `PJSIP/${phone.extension}`],
		['Membership', 'static'],
		['Penalty', 0],
		['InCall', phone.status === IN_USE ? 1 : 0],
		['Status', phone.status],
		['Paused', phone.paused === null ? 0 : 1],
		['PausedReason', phone.paused ?? ''],
		['Ringinuse', 0],
		['Wrapuptime', 0]
	];
}
