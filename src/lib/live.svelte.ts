/**
 * The live connection: whole state by socket, newer wins, and every few seconds the versions this screen should hold.
 * What is lacking is asked for by tRPC; a message lost is harmless.
 */
import { io, type Socket } from 'socket.io-client';
import { untrack } from 'svelte';
import { wholeView } from '#shared/contacts/shown/carried-view.ts';
import type { ContactView } from '#shared/contacts/shown/view.ts';
import type { QueuesNow } from '#shared/monitoring/queues.ts';
import type { TeamState } from '#shared/monitoring/team-state.ts';
import type { Tile } from '#shared/monitoring/tile.ts';
import type { ClientToServer, ServerToClient, VersionsTold } from '#shared/realtime/events.ts';
import { failureOf, type Api } from './api.ts';
import { keptOnly, lacking, taken, type Held } from './contacts/held.ts';
import { serverClock } from './clock.svelte.ts';

export type LinkState = 'connecting' | 'live' | 'reconnecting' | 'offline' | 'signed-out';

/** A break shorter than this is not worth a word. */
const SAY_RECONNECTING_AFTER_MS = 2_000;
const SAY_OFFLINE_AFTER_MS = 30_000;
/** A connection that opens and says nothing is given up and made anew. */
const TRY_AGAIN_AFTER_MS = 5_000;
/** A customer is on the line: whoever lost the server looks for it often. */
const LONGEST_RETRY_MS = 2_000;

export class Live {
	link = $state<LinkState>('connecting');
	/** When it was last live again after a break, for the status line. */
	backAt = $state<number | null>(null);
	contacts = $state.raw<Held<ContactView>>({});
	tiles = $state.raw<Held<Tile>>({});
	/** Held by leaders: what the board shows beside the tiles. */
	teams = $state.raw<Held<TeamState>>({});
	/** How many wait in which queue; null until it is told. */
	queues = $state.raw<QueuesNow | null>(null);
	/** The server's build, once it differs from the one this page came with. */
	newerBuild = $state<string | null>(null);

	readonly #api: Api;
	readonly #mayHoldTeam: boolean;
	#build: string | null = null;
	#hasBeenLive = false;
	#socket: Socket<ServerToClient, ClientToServer> | undefined;
	#timers: ReturnType<typeof setTimeout>[] = [];

	constructor({ api, mayHoldTeam }: { api: Api; mayHoldTeam: boolean }) {
		this.#api = api;
		this.#mayHoldTeam = mayHoldTeam;
	}

	/** What the page was served with, before the socket is up. */
	hold(contacts: readonly ContactView[], tiles: readonly Tile[]): void {
		for (const view of contacts) this.#takeContact(view);
		for (const tile of tiles) this.#takeTile(tile);
	}

	holdTeams(teams: readonly TeamState[]): void {
		for (const team of teams) {
			serverClock.hear(team.at);
			this.teams = taken(this.teams, team.teamId, team);
		}
	}

	holdQueues(queues: QueuesNow): void {
		if ((this.queues?.version ?? 0) <= queues.version) this.queues = queues;
	}

	/** Opens the socket; answers how to close it. */
	connect(): () => void {
		const socket: Socket<ServerToClient, ClientToServer> = io({
			transports: ['websocket'],
			timeout: TRY_AGAIN_AFTER_MS,
			reconnectionDelayMax: LONGEST_RETRY_MS
		});
		this.#socket = socket;
		// Until it is there the first time, too: what the page came with may be old. Untracked, or whoever connects in an
		// effect would connect again with every change of the link.
		untrack(() => this.#lost());
		socket.on('connect', () => void this.#arrived());
		socket.on('disconnect', () => this.#lost());
		socket.on('connect_error', (error) => this.#refused(error));
		socket.on('contact:changed', (view) => this.#takeContact(wholeView(view)));
		socket.on('tile:changed', (tile) => this.#takeTile(tile));
		socket.on('team:changed', (team) => this.holdTeams([team]));
		socket.on('queues:changed', (queues) => this.holdQueues(queues));
		socket.on('versions:told', (told) => void this.#heard(told));
		socket.on('session:ended', () => (this.link = 'signed-out'));
		return () => {
			this.#clearTimers();
			socket.close();
		};
	}

	#takeContact(view: ContactView): void {
		serverClock.hear(view.at);
		this.contacts = taken(this.contacts, view.contactId, view);
	}

	#takeTile(tile: Tile): void {
		this.tiles = taken(this.tiles, tile.officerId, tile);
	}

	/** The link is live once this screen holds what it should. */
	async #arrived(): Promise<void> {
		try {
			await this.#catchUp();
		} catch (thrown) {
			if (failureOf(thrown).kind === 'signed-out') this.link = 'signed-out';
			else setTimeout(() => void this.#arrivedAgain(), LONGEST_RETRY_MS);
			return;
		}
		if (!this.#socket?.connected) return;
		const isAway = this.link === 'reconnecting' || this.link === 'offline';
		const wasAway = this.#hasBeenLive && isAway;
		this.#hasBeenLive = true;
		this.#clearTimers();
		this.link = 'live';
		if (wasAway) this.backAt = serverClock.now;
	}

	/** Where it has gone again meanwhile, its coming back asks by itself. */
	async #arrivedAgain(): Promise<void> {
		if (this.#socket?.connected) await this.#arrived();
	}

	async #catchUp(): Promise<void> {
		const before = this.contacts;
		const views = await this.#api.contacts.mine.query();
		const ids = views.map((view) => view.contactId);
		this.contacts = keptOnly(this.contacts, {
			ids,
			isHeardSince: (view, id) => before[id] !== view
		});
		this.hold(views, await this.#askTiles());
		if (this.#mayHoldTeam) this.holdTeams(await this.#api.monitoring.teams.query());
		this.holdQueues(await this.#api.monitoring.queues.query());
	}

	async #askTiles(): Promise<readonly Tile[]> {
		if (this.#mayHoldTeam) return this.#api.monitoring.tiles.query();
		const mine = await this.#api.monitoring.mine.query();
		return mine ? [mine] : [];
	}

	/** What cannot be asked for now is asked for when the versions are next told. */
	async #heard(told: VersionsTold): Promise<void> {
		try {
			await this.#compare(told);
		} catch (thrown) {
			failureOf(thrown);
		}
	}

	async #compare(told: VersionsTold): Promise<void> {
		serverClock.hear(told.at);
		this.#build ??= told.build;
		if (told.build !== this.#build) this.newerBuild = told.build;
		this.contacts = keptOnly(this.contacts, {
			ids: Object.keys(told.contacts),
			isHeardSince: (view) => view.at >= told.at
		});
		for (const contactId of lacking(this.contacts, told.contacts)) {
			const view = await this.#api.contacts.view.query({ contactId });
			if (view) this.#takeContact(view);
		}
		if (lacking(this.tiles, told.tiles).length > 0) {
			for (const tile of await this.#askTiles()) this.#takeTile(tile);
		}
		if (this.#mayHoldTeam && lacking(this.teams, told.teams).length > 0) {
			this.holdTeams(await this.#api.monitoring.teams.query());
		}
		if ((this.queues?.version ?? 0) < told.queues) {
			this.holdQueues(await this.#api.monitoring.queues.query());
		}
	}

	#lost(): void {
		this.#clearTimers();
		// The server closes the socket of a session that has ended: nothing will come back by itself.
		if (this.link === 'signed-out') return;
		this.#timers = [
			setTimeout(() => (this.link = 'reconnecting'), SAY_RECONNECTING_AFTER_MS),
			setTimeout(() => (this.link = 'offline'), SAY_OFFLINE_AFTER_MS)
		];
	}

	#refused(error: Error): void {
		if (error.message === 'signed-out') {
			this.link = 'signed-out';
			this.#socket?.close();
		} else if (this.link === 'live' || this.link === 'connecting') {
			if (this.#timers.length === 0) this.#lost();
			// A refusal by the server's own code is not tried again by itself.
			setTimeout(() => this.#socket?.connect(), SAY_RECONNECTING_AFTER_MS);
		}
	}

	#clearTimers(): void {
		for (const timer of this.#timers) clearTimeout(timer);
		this.#timers = [];
	}
}
