/**
 * The channels and bridges of a switch, as its messages tell of them: who is joined to whom now. Every message that
 * names a channel tells its whole state, so a lost message is made good by the next. A channel that has hung up is
 * remembered for a while, because its last messages may come late and must not bring it back.
 */
import type { Presentation } from '#shared/calls/events.ts';
import { dialledAs } from './keyed.ts';
import { field, inLowerCase, known, values, type Message } from './message.ts';

export type Leg = {
	/** Uniqueid. */
	readonly id: string;
	linkedId: string;
	channel: string;
	/** The officer's phone this is, `1001`; null for the outside world. */
	extension: string | null;
	number: string;
	name: string;
	/** The number they wish to be known by, where the dialplan passes it on; a trusted trunk gives the network's. */
	presented: string;
	/** What the switch said of the number's presentation. A prohibition is never taken back. */
	presentation: Presentation | null;
	/** What was dialled on it. */
	dialled: string;
	/** Where in the dialplan it stands; in a menu that may be keys its caller presses. */
	exten: string;
	context: string;
	isRinging: boolean;
	bridgeId: string | null;
	lastBridgeId: string | null;
	isHeld: boolean;
	/** False where a list that does not say it is all there is to go by. */
	isHoldKnown: boolean;
	/** When it asked to hang up, counted in messages; null while it has not. */
	askedAt: number | null;
	/** The switch told it to go. */
	isDismissed: boolean;
	/** The queue it waits in, and the last it joined. */
	queue: string | null;
	joinedQueue: string | null;
};

export type Legs = {
	readonly byId: Map<string, Leg>;
	readonly byBridge: Map<string, Set<Leg>>;
	/** True once one was forbidden to be shown. */
	readonly gone: Map<string, boolean>;
	/** Of those, whoever is forbidden by a message that came after their last, until it is said. */
	readonly forbidden: Set<string>;
};

const GONE_KEPT = 5000;
/** No switch gives a longer one; what came with one could not be kept. */
const ID_LENGTH = 150;

/** Messages about two channels or more name each with a prefix. */
const PREFIXES = [
	'',
	'Dest',
	'Transferer',
	'Transferee',
	'OrigTransferer',
	'SecondTransferer',
	'TransferTarget',
	'Parkee',
	'Retriever',
	'LocalOne',
	'LocalTwo'
] as const;

type Prefix = (typeof PREFIXES)[number];

/** What a message says of a channel, under each prefix: written once, because every message is asked for all of them. */
const CHANNELS = PREFIXES.map((prefix) => ({
	prefix,
	id: inLowerCase(`${prefix}Uniqueid`),
	channel: inLowerCase(`${prefix}Channel`),
	linkedId: inLowerCase(`${prefix}Linkedid`),
	exten: inLowerCase(`${prefix}Exten`),
	context: inLowerCase(`${prefix}Context`),
	number: inLowerCase(`${prefix}CallerIDNum`),
	name: inLowerCase(`${prefix}CallerIDName`),
	state: inLowerCase(`${prefix}ChannelState`),
	variable: inLowerCase(`${prefix}ChanVariable`)
}));

type ChannelKeys = (typeof CHANNELS)[number];

export function noLegs(): Legs {
	return { byId: new Map(), byBridge: new Map(), gone: new Map(), forbidden: new Set() };
}

/** An officer's phone is a channel of an endpoint named by two to six digits; a `Local/` half stands for one too. */
export function extensionOf(channel: string): string | null {
	return /^[A-Za-z0-9]+\/(\d{2,6})(?=[@-]|$)/.exec(channel)?.[1] ?? null;
}

export function isLocal(leg: Leg): boolean {
	return leg.channel.startsWith('Local/');
}

/** The outside world: a trunk, so the customer or somebody they were passed to. */
export function isOutside(leg: Leg): boolean {
	return leg.extension === null && !isLocal(leg);
}

/** The channels a message names, by their prefix. */
export type Told = ReadonlyMap<Prefix, Leg>;

export function tellLegs(legs: Legs, message: Message): Told {
	const told = new Map<Prefix, Leg>();
	for (const keys of CHANNELS) {
		const id = field(message, keys.id);
		if (id === '' || field(message, keys.channel) === '' || !isId(message, keys)) continue;
		const wasForbidden = legs.gone.get(id);
		if (wasForbidden !== undefined) {
			if (!wasForbidden) forbidGone(legs, { id, said: saidPresentation(message, keys) });
			continue;
		}
		told.set(keys.prefix, tellLeg(legs, { id, keys, message }));
	}
	return told;
}

/** Once is enough. */
function forbidGone(legs: Legs, { id, said }: { id: string; said: Presentation | null }): void {
	if (said !== 'withheld') return;
	legs.gone.set(id, true);
	legs.forbidden.add(id);
}

function isId(message: Message, { id, linkedId }: ChannelKeys): boolean {
	return Math.max(field(message, id).length, field(message, linkedId).length) <= ID_LENGTH;
}

function tellLeg(
	legs: Legs,
	{ id, keys, message }: { id: string; keys: ChannelKeys; message: Message }
): Leg {
	const channel = field(message, keys.channel);
	const leg = legs.byId.get(id) ?? newLeg(id, channel);
	legs.byId.set(id, leg);
	leg.channel = channel;
	leg.extension = extensionOf(channel);
	leg.linkedId = field(message, keys.linkedId) || leg.linkedId;
	leg.exten = field(message, keys.exten) || leg.exten;
	if (leg.dialled === '' && field(message, 'event') === 'Newchannel')
		leg.dialled = dialledAs(leg.exten);
	leg.context = field(message, keys.context) || leg.context;
	if (message.has(keys.number)) {
		leg.number = known(message, keys.number);
		leg.name = known(message, keys.name);
	}
	leg.presented = presentedIn(message, keys) || leg.presented;
	const state = field(message, keys.state);
	if (state !== '') leg.isRinging = state === '5';
	leg.presentation = presentationAfter(leg.presentation, saidPresentation(message, keys));
	return leg;
}

function newLeg(id: string, channel: string): Leg {
	return {
		id,
		linkedId: id,
		channel,
		extension: null,
		number: '',
		name: '',
		presented: '',
		presentation: null,
		dialled: '',
		exten: '',
		context: '',
		isRinging: false,
		bridgeId: null,
		lastBridgeId: null,
		isHeld: false,
		isHoldKnown: true,
		askedAt: null,
		isDismissed: false,
		queue: null,
		joinedQueue: null
	};
}

const PRESENTED = 'PRESENTED_NUMBER=';

/** `channelvars = CALLERID(pres),PRESENTED_NUMBER`, set by the dialplan from the caller's own From. */
function presentedIn(message: Message, { variable }: ChannelKeys): string {
	const variables = [...values(message, variable), ...values(message, 'variable')];
	return variables.find((each) => each.startsWith(PRESENTED))?.slice(PRESENTED.length) ?? '';
}

const PRESENTATION = /^callerid\((?:num-|name-)?pres\)=/i;

/**
 * Sent when manager.conf has `channelvars = CALLERID(pres)`, and as `Variable` in an answer to Status. Where several
 * are sent, of the number and of the name, one that forbids forbids both.
 */
function saidPresentation(
	message: Message,
	{ prefix, variable }: ChannelKeys
): Presentation | null {
	if (prefix === '' && isProhibited(field(message, 'cid-callingpres'))) return 'withheld';
	const variables = [...values(message, variable), ...values(message, 'variable')];
	const said = variables
		.filter((each) => PRESENTATION.test(each))
		.map((each) => each.slice(each.indexOf('=') + 1).toLowerCase());
	if (said.some((value) => value.startsWith('prohib'))) return 'withheld';
	if (said.includes('unavailable')) return 'unavailable';
	return said.some((value) => value.startsWith('allowed')) ? 'allowed' : null;
}

/** `35 (Presentation Prohibited, Network Number)`. That one says allowed proves nothing: the first news may be wrong. */
function isProhibited(callingPres: string): boolean {
	return /^\d/.test(callingPres) && (Number(callingPres.split(' ', 1)[0]) & 0x60) === 0x20;
}

function presentationAfter(
	before: Presentation | null,
	said: Presentation | null
): Presentation | null {
	return before === 'withheld' ? before : (said ?? before);
}

export function enterBridge(legs: Legs, leg: Leg, bridgeId: string): void {
	leaveBridge(legs, leg);
	leg.bridgeId = bridgeId;
	leg.lastBridgeId = bridgeId;
	const inside = legs.byBridge.get(bridgeId);
	if (inside) inside.add(leg);
	else legs.byBridge.set(bridgeId, new Set([leg]));
}

export function leaveBridge(legs: Legs, leg: Leg): void {
	if (leg.bridgeId === null) return;
	const inside = legs.byBridge.get(leg.bridgeId);
	inside?.delete(leg);
	if (inside?.size === 0) legs.byBridge.delete(leg.bridgeId);
	leg.bridgeId = null;
}

export function removeLeg(legs: Legs, leg: Leg): void {
	leaveBridge(legs, leg);
	legs.byId.delete(leg.id);
	legs.gone.set(leg.id, leg.presentation === 'withheld');
	const [oldest] = legs.gone.keys();
	if (legs.gone.size > GONE_KEPT && oldest !== undefined) legs.gone.delete(oldest);
}

/** A bridge that counts one more than we know of has somebody whose entry we missed: the one of the call in no bridge. */
export function findMissing(legs: Legs, { leg, count }: { leg: Leg; count: number }): void {
	const { bridgeId, linkedId } = leg;
	if (bridgeId === null || (legs.byBridge.get(bridgeId)?.size ?? 0) >= count) return;
	const missing = [...legs.byId.values()].filter(
		(other) =>
			other.linkedId === linkedId && other.bridgeId === null && !other.isRinging && !isLocal(other)
	);
	const [only] = missing;
	if (only && missing.length === 1) enterBridge(legs, only, bridgeId);
}

/** Two who are known to talk, of whom one was never seen to come into a bridge: it is the other's. */
export function joinMissing(legs: Legs, one: Leg, other: Leg): void {
	const [inside, outside] = one.bridgeId === null ? [other, one] : [one, other];
	if (inside.bridgeId === null || outside.lastBridgeId !== null) return;
	enterBridge(legs, outside, inside.bridgeId);
}

/** Everyone this leg can talk to: those in its bridge, and through a `Local/` channel those beyond its other half. */
export function joinedTo(legs: Legs, leg: Leg): Set<Leg> {
	const joined = new Set<Leg>();
	const open = [leg];
	for (let next = open.pop(); next; next = open.pop()) {
		for (const other of legs.byBridge.get(next.bridgeId ?? '') ?? []) {
			if (other === leg || joined.has(other)) continue;
			joined.add(other);
			const half = isLocal(other) ? otherHalf(legs, other) : null;
			if (half && !joined.has(half)) open.push(half);
		}
	}
	return joined;
}

/** `Local/1002@agents-00000000;1` and `...;2` are one cable. */
export function otherHalf(legs: Legs, leg: Leg): Leg | null {
	const end = leg.channel.endsWith(';1') ? ';2' : ';1';
	const name = `${leg.channel.slice(0, -2)}${end}`;
	for (const other of legs.byId.values()) if (other.channel === name) return other;
	return null;
}
