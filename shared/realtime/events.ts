/**
 * Every socket message, both ways. The socket only announces whole state with its version, after commit; newer wins.
 * What was lost is found by comparing versions, so delivery need not be perfect.
 */
import type { CarriedView } from '../contacts/shown/carried-view.ts';
import type { WindowView } from '../contacts/shown/window/window-view.ts';
import type { QueuesNow } from '../monitoring/queues.ts';
import type { TeamState } from '../monitoring/team-state.ts';
import type { Tile } from '../monitoring/tile.ts';
import type { Instant } from '../time/day.ts';

export type ServerToClient = {
	/** The whole contact as its officer may see it now. */
	'contact:changed': (view: CarriedView) => void;
	/** One officer's whole tile, to the team's leaders and to the officer. */
	'tile:changed': (tile: Tile) => void;
	/** What a team's board shows beside its tiles, what is asked of its leaders among it: whole, to them. */
	'team:changed': (team: TeamState) => void;
	/** How many wait in which queue: whole, to every officer. */
	'queues:changed': (queues: QueuesNow) => void;
	/** What a customer's own window shows: whole, to that window and nobody else. */
	'window:changed': (view: WindowView) => void;
	/** Its code is used: this opens that window again when the link was lost. */
	'window:opened': (pass: string) => void;
	/** What this socket should hold, every few seconds. It asks tRPC for what it lacks. */
	'versions:told': (told: VersionsTold) => void;
	/** The session has ended; the socket closes. */
	'session:ended': () => void;
};

/** Where customers' own windows listen: a space apart, which no officer's screen joins. */
export const WINDOW_SPACE = '/window';

export type ClientToServer = Record<string, never>;

export type VersionsTold = {
	at: Instant;
	/** The server's build: a browser older than it reloads between steps. */
	build: string;
	contacts: Record<string, number>;
	tiles: Record<string, number>;
	/** By team: a leader's own, a manager's every one. */
	teams: Record<string, number>;
	/** Who waits, by queue. */
	queues: number;
};
