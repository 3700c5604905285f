/**
 * A channel of the simulated switch, and how each message names it: the same block of lines in the same order as a real
 * Asterisk 22, with the two variables a careful switch is set to send.
 */
import type { Line } from '../ami/lists.ts';

export type ChannelState = 0 | 4 | 5 | 6;

export type Channel = {
	readonly id: string;
	linkedId: string;
	readonly name: string;
	state: ChannelState;
	number: string;
	callerName: string;
	connectedNumber: string;
	connectedName: string;
	context: string;
	exten: string;
	presentation: 'allowed_not_screened' | 'prohib_not_screened' | 'unavailable';
	/** What the customer dialled. */
	readonly ddi: string;
};

const STATES: Record<ChannelState, string> = { 0: 'Down', 4: 'Ring', 5: 'Ringing', 6: 'Up' };
const UNKNOWN = '<unknown>';

export function block(channel: Channel, prefix = ''): Line[] {
	return [
		['Channel', channel.name],
		['ChannelState', channel.state],
		['ChannelStateDesc', STATES[channel.state]],
		['CallerIDNum', channel.number || UNKNOWN],
		['CallerIDName', channel.callerName || UNKNOWN],
		['ConnectedLineNum', channel.connectedNumber || UNKNOWN],
		['ConnectedLineName', channel.connectedName || UNKNOWN],
		['Language', 'en'],
		['AccountCode', ''],
		['Context', channel.context],
		['Exten', channel.exten],
		['Priority', 1],
		['Uniqueid', channel.id],
		['Linkedid', channel.linkedId],
		['ChanVariable', `DDI=${channel.ddi}`],
		['ChanVariable', `CALLERID(pres)=${channel.presentation}`]
	].map(([key, value]) => [`${prefix}${key}`, value ?? ''] as const);
}

/** One event, as lines. */
export type Said = readonly Line[];

const CLASSES: readonly (readonly [RegExp, string])[] = [
	[/^(Queue|Agent)/, 'agent,all'],
	[/^UserEvent$/, 'user,all']
];

export function event(name: string, ...parts: readonly (readonly Line[] | Line)[]): Said {
	const privilege = CLASSES.find(([of]) => of.test(name))?.[1] ?? 'call,all';
	const lines = parts.flatMap((part) => (isLine(part) ? [part] : part));
	return [['Event', name], ['Privilege', privilege], ...lines];
}

function isLine(part: readonly Line[] | Line): part is Line {
	return typeof part[0] === 'string';
}

/** A message about a channel and the one it is joined with or rings. */
export function pair(
	name: string,
	[from, to]: readonly [Channel, Channel],
	...lines: readonly Line[]
): Said {
	return event(name, block(from), block(to, 'Dest'), ...lines);
}
