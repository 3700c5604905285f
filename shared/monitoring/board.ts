/**
 * The board: every tile heard and what the team's state says beside them, made into rows and totals. Whatever the order
 * and however often the messages came, the newest of each is the board; the totals are counted from it and never sent.
 */
import { CURRENT_GUIDE, GUIDES } from '../guide/shipped.ts';
import type { Channel } from '../contacts/log/events.ts';
import type { ApprovalNotice } from '../outcomes/approval-view.ts';
import type { Instant } from '../time/day.ts';
import { helpAskedIn, type HelpAsked } from './help-asked.ts';
import { outcomesOf, type OutcomesToday } from './outcomes-today.ts';
import type { PhoneTrouble } from './phone.ts';
import {
	NOBODY_LEFT,
	type BoardCall,
	type HourOfCalls,
	type LeftCounts,
	type TeamState,
	type WaitingCaller
} from './team-state.ts';
import type { Presence, Tile } from './tile.ts';

export type StepPlace = {
	name: string;
	states: readonly ('done' | 'current' | 'skipped' | 'todo')[];
};

export type BoardRow = {
	officerId: string;
	officerName: string;
	presence: Presence;
	/** In this state; of a call since this officer took it, held or not. */
	since: Instant;
	heldSince: Instant | null;
	/** Since when a call of theirs is not recorded, in whichever contact. */
	pausedSince: Instant | null;
	/** While a call is written up: until when there is time for it. */
	wrapUpUntil: Instant | null;
	queue: string | null;
	step: StepPlace | null;
	needsSupport: boolean;
	/** A plan is talked of and nobody has gone through income and costs. */
	hasNoStatement: boolean;
	/** When what they asked of a leader lapses; null where nothing waits. */
	approvalUntil: Instant | null;
	/** What is wrong with their telephone, while they are at work. */
	phone: PhoneTrouble['because'] | null;
	/** The help they ask for, in whichever contact of theirs. */
	help: HelpAsked | null;
};

/** Something asked of a leader, and the contact it is asked in. */
export type BoardApproval = ApprovalNotice & { channel: Channel | null; queue: string | null };

export type Board = {
	rows: readonly BoardRow[];
	/** How many officers are in each state. */
	counts: Readonly<Record<Presence, number>>;
	waiting: readonly WaitingCaller[];
	hours: readonly HourOfCalls[];
	today: { calls: number; taken: number; abandoned: number };
	/** Every team is told of the same: callers are the council's. */
	left: LeftCounts;
	/** The one that lapses first before the others. */
	approvals: readonly BoardApproval[];
	outcomes: OutcomesToday;
};

export type Heard = { tiles: readonly Tile[]; teams: readonly TeamState[] };

export function boardOf({ tiles, teams }: Heard): Board {
	const newestTiles = [...newest(tiles, (tile) => tile.officerId).values()];
	const states = [...newest(teams, (team) => team.teamId).values()]
		.sort((a, b) => a.teamId.localeCompare(b.teamId))
		.map(({ state }) => state);
	const inHand = states.flatMap((state) => state.calls);
	const calls = new Map(inHand.map((call) => [keyOf(call.officerId, call.contactId), call]));
	const helps = helpAskedIn(inHand);
	const pausedSince = (officerId: string) =>
		inHand.find((one) => one.officerId === officerId && one.pausedSince)?.pausedSince ?? null;
	const approvals = states
		.flatMap((state) => state.approvals)
		.map((notice) => approvalOn(notice, calls.get(keyOf(notice.officer.id, notice.contactId))))
		.sort((a, b) => Date.parse(a.expiresAt) - Date.parse(b.expiresAt));
	// Every team is told of the same callers and hours; one that hears several keeps one of them.
	const [first] = states;
	const hours = first?.hours ?? [];
	return {
		rows: newestTiles
			.map((tile) => {
				const call = calls.get(keyOf(tile.officerId, tile.state.contactId));
				const { officerId } = tile;
				const help = helps.get(officerId) ?? null;
				return rowOf(tile, { call, approvals, help, pausedSince: pausedSince(officerId) });
			})
			.sort(byStateAndName),
		counts: countsOf(newestTiles),
		waiting: first?.waiting ?? [],
		hours,
		today: {
			calls: sumOf(hours, 'calls'),
			taken: sumOf(hours, 'taken'),
			abandoned: sumOf(hours, 'abandoned')
		},
		left: first?.left ?? NOBODY_LEFT,
		approvals,
		outcomes: outcomesOf(states.flatMap((state) => state.outcomes))
	};
}

function newest<Item extends { version: number }>(
	items: readonly Item[],
	idOf: (item: Item) => string
): Map<string, Item> {
	const held = new Map<string, Item>();
	for (const item of items) {
		const before = held.get(idOf(item));
		if (!before || before.version < item.version) held.set(idOf(item), item);
	}
	return held;
}

function approvalOn(notice: ApprovalNotice, call: BoardCall | undefined): BoardApproval {
	return { ...notice, channel: call?.channel ?? null, queue: call?.queue ?? null };
}

function rowOf(
	{ officerId, officerName, state }: Tile,
	{
		call,
		approvals,
		help,
		pausedSince
	}: {
		call: BoardCall | undefined;
		approvals: readonly BoardApproval[];
		help: HelpAsked | null;
		pausedSince: Instant | null;
	}
): BoardRow {
	const { presence, since, phone } = state;
	const isLive = presence === 'on-call' || presence === 'on-hold' || presence === 'desk';
	const isInHand = isLive || presence === 'wrap-up';
	return {
		officerId,
		officerName,
		presence,
		since: isLive ? (call?.since ?? since) : since,
		heldSince: presence === 'on-hold' ? since : null,
		pausedSince,
		wrapUpUntil: presence === 'wrap-up' ? (call?.wrapUpUntil ?? null) : null,
		queue: call?.queue ?? null,
		step: isInHand ? stepPlace(presence === 'wrap-up' ? 'wrap-up' : state.step, call) : null,
		needsSupport: isInHand && (call?.needsSupport ?? false),
		hasNoStatement: isLive && state.step === 'plan' && !call?.entered.includes('affordability'),
		approvalUntil: approvals.find(({ officer }) => officer.id === officerId)?.expiresAt ?? null,
		phone: presence === 'offline' ? null : (phone?.because ?? null),
		help
	};
}

/** A step before the one they are at, which was never entered, was skipped. */
function stepPlace(id: string | null, call: BoardCall | undefined): StepPlace | null {
	if (id === null) return null;
	const named = call?.guide;
	const guide =
		GUIDES.find((one) => one.id === named?.guide && one.version === named.version) ?? CURRENT_GUIDE;
	const at = guide.steps.findIndex((step) => step.id === id);
	return {
		name: guide.steps[at]?.name ?? id,
		states: guide.steps.map((step, index) => {
			if (index === at) return 'current';
			if (index > at) return 'todo';
			return index === 0 || !call || call.entered.includes(step.id) ? 'done' : 'skipped';
		})
	};
}

const ORDER: readonly Presence[] = [
	'ringing',
	'on-call',
	'on-hold',
	'desk',
	'wrap-up',
	'available',
	'paused',
	'offline'
];

/** Calls that ring, are up or are held stand together, so that a row does not jump when its caller is held. */
const PLACE: Record<Presence, number> = {
	ringing: 0,
	'on-call': 0,
	'on-hold': 0,
	desk: 0,
	'wrap-up': 1,
	available: 2,
	paused: 3,
	offline: 4
};

function byStateAndName(a: BoardRow, b: BoardRow): number {
	return (
		PLACE[a.presence] - PLACE[b.presence] ||
		a.officerName.localeCompare(b.officerName) ||
		a.officerId.localeCompare(b.officerId)
	);
}

function countsOf(tiles: readonly Tile[]): Record<Presence, number> {
	const counts = ORDER.map((presence) => [
		presence,
		tiles.filter((tile) => tile.state.presence === presence).length
	]);
	return Object.fromEntries(counts) as Record<Presence, number>;
}

function sumOf(hours: readonly HourOfCalls[], figure: 'calls' | 'taken' | 'abandoned'): number {
	return hours.reduce((sum, hour) => sum + hour[figure], 0);
}

function keyOf(officerId: string, contactId: string | null): string {
	return `${officerId} ${contactId ?? ''}`;
}
