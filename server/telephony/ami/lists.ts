/**
 * The switch's lists as they go over the wire: its channels, its queues with who waits and who works in them, and its
 * bridges, in the lines of Asterisk's own answers to Status, CoreShowChannels, QueueStatus and BridgeList.
 */
import type { Ears } from './adapter.ts';
import type { Leg } from './legs.ts';

export type Line = readonly [string, string | number];

/** An event: its name first. */
type Item = readonly [Line, ...(readonly Line[])];

export type List = { announces: string; ends: string; items: (mirror: Ears) => readonly Item[] };

export function textOf(lines: readonly Line[]): string {
	return `${lines.map(([key, value]) => `${key}: ${value}`).join('\r\n')}\r\n\r\n`;
}

export const LISTS: ReadonlyMap<string, List> = new Map<string, List>([
	[
		'Status',
		{
			announces: 'Channel status will follow',
			ends: 'StatusComplete',
			items: ({ legs }) => [...legs.byId.values()].map((leg) => channelAs('Status', leg))
		}
	],
	[
		'CoreShowChannels',
		{
			announces: 'Channels will follow',
			ends: 'CoreShowChannelsComplete',
			items: ({ legs }) => [...legs.byId.values()].map((leg) => channelAs('CoreShowChannel', leg))
		}
	],
	[
		'QueueStatus',
		{
			announces: 'Queue status will follow',
			ends: 'QueueStatusComplete',
			items: (mirror) => [...membersOf(mirror), ...waitingOf(mirror)]
		}
	],
	[
		'BridgeList',
		{
			announces: 'Bridge listing will follow',
			ends: 'BridgeListComplete',
			items: ({ legs }) => [...legs.byBridge].map(bridgeOf)
		}
	]
]);

function bridgeOf([id, inside]: readonly [string, ReadonlySet<Leg>]): Item {
	return [
		['Event', 'BridgeListItem'],
		['BridgeUniqueid', id],
		['BridgeNumChannels', inside.size]
	];
}

function channelAs(event: string, leg: Leg): Item {
	const { presentation } = leg;
	const said = presentation === 'withheld' ? 'prohib_not_screened' : 'allowed_not_screened';
	return [
		['Event', event],
		...channelOf(leg),
		['ChannelState', leg.isRinging ? 5 : 6],
		['Context', leg.context],
		['Exten', leg.exten],
		['Linkedid', leg.linkedId],
		['BridgeID', leg.bridgeId ?? ''],
		...(presentation ? [['Variable', `CALLERID(pres)=${said}`] as const] : [])
	];
}

function waitingOf({ legs }: Ears): Item[] {
	const waiting = [...legs.byId.values()].filter((leg) => leg.queue !== null);
	return waiting.map((leg, index) => [
		['Event', 'QueueEntry'],
		['Queue', leg.queue ?? ''],
		['Position', index + 1],
		...channelOf(leg)
	]);
}

function channelOf({ channel, id, number, name }: Leg): Line[] {
	return [
		['Channel', channel],
		['Uniqueid', id],
		['CallerIDNum', number || '<unknown>'],
		['CallerIDName', name || '<unknown>']
	];
}

function membersOf({ members, legs }: Ears): Item[] {
	const deviceState = (extension: string) => {
		const its = [...legs.byId.values()].filter((leg) => leg.extension === extension);
		if (its.some(({ isHeld }) => isHeld)) return 8;
		if (its.some(({ bridgeId }) => bridgeId !== null)) return 2;
		return its.some(({ isRinging }) => isRinging) ? 6 : 1;
	};
	return [...members].flatMap(([extension, member]) =>
		[...member.queues].map(([queue, { isPaused, reason, isReachable }]): Item => [
			['Event', 'QueueMember'],
			['Queue', queue],
			['Location', member.interface],
			['Status', isReachable ? deviceState(extension) : 5],
			['Paused', isPaused ? 1 : 0],
			['PausedReason', reason ?? '']
		])
	);
}
