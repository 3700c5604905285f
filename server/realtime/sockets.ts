/**
 * The sockets of people who are signed in: who may open one, which rooms it is in, and when it closes. A socket hangs
 * on the session it was opened with and not on its own word: the session's end closes it at once here, and within
 * seconds where another process ended it. What is announced in the rooms is `announce.ts`'s business.
 */
import { randomUUID } from 'node:crypto';
import type { Server as HttpServer } from 'node:http';
import { Server, type BroadcastOperator, type Socket } from 'socket.io';
import type { Log } from '../log.ts';
import type { Auth, SignedIn } from '../officers/auth.ts';
import { hasAuthority } from '#shared/officers/authority.ts';
import type { Officer } from '#shared/officers/roles.ts';
import { WINDOW_SPACE, type ClientToServer, type ServerToClient } from '#shared/realtime/events.ts';
import { entranceOf } from './entrance.ts';
import type { Carrier } from './redis.ts';
import { windowSockets, type WindowSockets } from './window-sockets.ts';

export type Room = Pick<BroadcastOperator<ServerToClient, SignedIn>, 'emit'>;

export type Sockets = {
	/** Every screen this officer has open, here or at another process. */
	toOfficer(officerId: string): Room;
	/** Those of them that are here. */
	toOfficerHere(officerId: string): Room;
	/** Every screen of the team's leaders, and of managers. */
	toTeam(teamId: string): Room;
	/** The same, of those that are here: every process reads and tells boards to its own. */
	toTeamHere(teamId: string): Room;
	/** Every screen here of whoever may take a call. */
	toOfficersHere(): Room;
	/** Customers' own windows. */
	windows: WindowSockets;
	/** Whether this officer has a screen open, here or at another process. */
	isThere(officerId: string): Promise<boolean>;
	/** Whoever has a screen open here, once each. */
	connectedOfficers(): readonly Officer[];
	/** Lets go of the HTTP server; the browsers come back when there is another. */
	close(): Promise<void>;
};

export type SocketNeeds = {
	http: HttpServer;
	auth: Pick<Auth, 'sessionOf' | 'timeLeft' | 'onSessionEnded'>;
	origin: string;
	log: Log;
	/** Carries to the sockets of other processes, where there are any. */
	carrier?: Carrier | null;
	/** A screen opened: what only it must hear, and how many this officer has open now. */
	onConnected?(officer: Officer, screen: Room, count: number): void;
	/** A screen closed, and how many are left. */
	onDisconnected?(officer: Officer, count: number): void;
};

type Nothing = Record<string, never>;
type Io = Server<ClientToServer, ServerToClient, Nothing, SignedIn>;
type Screen = Socket<ClientToServer, ServerToClient, Nothing, SignedIn>;

const PATH = '/socket.io/';
/** Sessions are looked at again this often, for those ended by another process. */
const LOOK_AGAIN_MS = 5_000;
const UNANSWERED_MS = 10_000;
/** Browsers announce nothing: what they send is the protocol's own few bytes. */
const LARGEST_MESSAGE_BYTES = 4_096;

export function openSockets(needs: SocketNeeds): Sockets {
	const entrance = entranceOf(needs.http, PATH);
	const io: Io = new Server(entrance.server, {
		path: PATH,
		transports: ['websocket'],
		serveClient: false,
		maxHttpBufferSize: LARGEST_MESSAGE_BYTES,
		connectTimeout: UNANSWERED_MS,
		...(needs.carrier ? { adapter: needs.carrier.adapter } : {}),
		pingInterval: 10_000,
		pingTimeout: 5_000,
		// A browser always names its page's origin here, and a page of another site cannot lie about it.
		allowRequest: (request, decide) => decide(null, request.headers.origin === needs.origin)
	});
	io.use((screen, next) => void admit(needs, screen).then(next));
	const here = `process:${randomUUID()}`;
	const to = everywhere(io, here);
	io.on('connection', (screen) => {
		void screen.join(here);
		welcome(io, needs, screen);
	});
	const watch = watchSessions(io, needs);
	return {
		toOfficer: (officerId) => to([officerRoom(officerId)]),
		toOfficerHere: (officerId) => io.local.to(officerRoom(officerId)),
		toTeam: (teamId) => to([teamRoom(teamId), MANAGERS]),
		toTeamHere: (teamId) => io.local.to([teamRoom(teamId), MANAGERS]),
		toOfficersHere: () => io.local.to(OFFICERS),
		windows: windowSockets(io),
		isThere: (officerId) => isThere(io, officerId),
		connectedOfficers: () => connectedOfficers(io),
		async close() {
			watch.stop();
			entrance.close();
			// Closing the engine, unlike disconnecting the sockets, lets browsers come back by themselves.
			io.engine.close();
			await io.of('/').adapter.close();
			await io.of(WINDOW_SPACE).adapter.close();
		}
	};
}

/** The screens here first: they do not wait for what carries to the others. `here` is the room of all that are here. */
function everywhere(io: Io, here: string): (rooms: string[]) => Room {
	return (rooms) => ({
		emit(...said) {
			io.local.to(rooms).emit(...said);
			return io
				.to(rooms)
				.except(here)
				.emit(...said);
		}
	});
}

const officerRoom = (officerId: string) => `officer:${officerId}`;
const teamRoom = (teamId: string) => `team:${teamId}`;
/** Of every team. */
const MANAGERS = 'managers';
/** Whoever takes calls, of every team. */
const OFFICERS = 'officers';
const sessionRoom = (sessionId: string) => `session:${sessionId}`;

/** Why not, in a word the browser acts on: `signed-out` leads to the sign-in page, `not-now` to another try. */
async function admit({ auth, log }: SocketNeeds, screen: Screen): Promise<Error | undefined> {
	try {
		const signedIn = await auth.sessionOf(screen.request.headers.cookie ?? null);
		if (!signedIn) return new Error('signed-out');
		Object.assign(screen.data, signedIn);
		return undefined;
	} catch (failure) {
		log.failure({ event: 'socket', outcome: 'failed' }, failure);
		return new Error('not-now');
	}
}

function welcome(io: Io, needs: SocketNeeds, screen: Screen): void {
	const { officer, sessionId } = screen.data;
	const rooms = [sessionRoom(sessionId), officerRoom(officer.id)];
	if (hasAuthority(officer.role, 'officer')) rooms.push(OFFICERS);
	if (hasAuthority(officer.role, 'manager')) rooms.push(MANAGERS);
	else if (hasAuthority(officer.role, 'leader')) rooms.push(teamRoom(officer.teamId));
	void screen.join(rooms);
	const line = { event: 'socket', officerId: officer.id, role: officer.role };
	needs.log.info({ ...line, outcome: 'opened' });
	needs.onConnected?.(officer, screen, screensOf(io, officer.id));
	screen.on('disconnect', () => {
		needs.log.info({ ...line, outcome: 'closed' });
		needs.onDisconnected?.(officer, screensOf(io, officer.id));
	});
}

function watchSessions(io: Io, { auth, log }: SocketNeeds): { stop(): void } {
	const end = (sessionId: string) => {
		const screens = io.in(sessionRoom(sessionId));
		screens.emit('session:ended');
		screens.disconnectSockets(true);
	};
	const stopListening = auth.onSessionEnded(end);
	let timer: NodeJS.Timeout;
	const look = async () => {
		let soonest = LOOK_AGAIN_MS;
		try {
			const held = [...new Set([...io.of('/').sockets.values()].map(({ data }) => data.sessionId))];
			const left = await auth.timeLeft(held);
			held.filter((sessionId) => !left.has(sessionId)).forEach(end);
			soonest = Math.min(soonest, ...left.values());
		} catch (failure) {
			log.failure({ event: 'socket', outcome: 'failed' }, failure);
		}
		timer = setTimeout(() => void look(), soonest + 1).unref();
	};
	timer = setTimeout(() => void look(), LOOK_AGAIN_MS).unref();
	return {
		stop() {
			clearTimeout(timer);
			stopListening();
		}
	};
}

function connectedOfficers(io: Io): Officer[] {
	const screens = [...io.of('/').sockets.values()];
	return [...new Map(screens.map(({ data }) => [data.officer.id, data.officer])).values()];
}

/** The other processes are asked only where there is none here. */
async function isThere(io: Io, officerId: string): Promise<boolean> {
	if (screensOf(io, officerId) > 0) return true;
	return (await io.in(officerRoom(officerId)).fetchSockets()).length > 0;
}

function screensOf(io: Io, officerId: string): number {
	return io.of('/').adapter.rooms.get(officerRoom(officerId))?.size ?? 0;
}
