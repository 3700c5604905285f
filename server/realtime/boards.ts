/**
 * The boards and queues that somebody looks at: read again soon after anything that may have changed them, many changes
 * at once, and told when they have, a board to its team's leaders and the queues to every officer. Nobody looking,
 * nothing is read.
 */
import { hasAuthority } from '../../shared/officers/authority.ts';
import { mayHoldTeam } from '../../shared/monitoring/audience.ts';
import type { TeamState } from '../../shared/monitoring/team-state.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { teamIdsIn } from '../monitoring/queries.ts';
import { teamState } from '../monitoring/team-state.ts';
import { lookingAtQueues } from './queues.ts';
import type { Sockets } from './sockets.ts';

export type Boards = {
	/** Something happened that a board may show. */
	soon(): void;
	/** Reads them now, tells what has changed, and answers their versions. */
	look(): Promise<BoardVersions>;
	stop(): void;
};

/** `teams` by team; 0 while nobody looks. */
export type BoardVersions = { teams: Readonly<Record<string, number>>; queues: number };

const SOON_MS = 250;

export function tellingBoards(parts: {
	sockets: Pick<Sockets, 'connectedOfficers' | 'toTeamHere' | 'toOfficersHere'>;
	database: Pick<Database, 'sql'>;
	clock: Clock;
	failed: (cause: unknown) => void;
}): Boards {
	const told = new Map<string, TeamState>();
	const lookAtQueues = lookingAtQueues(parts);
	let timer: NodeJS.Timeout | undefined;
	let looking: Promise<unknown> = Promise.resolve();

	async function lookNow(): Promise<BoardVersions> {
		const [teams, queues] = await Promise.all([lookAtTeams(), lookAtQueues()]);
		return { teams, queues };
	}

	async function lookAtTeams(): Promise<Record<string, number>> {
		const connected = parts.sockets.connectedOfficers();
		if (!connected.some(({ role }) => hasAuthority(role, 'leader'))) return {};
		const teams = await teamIdsIn(parts.database.sql);
		const teamIds = teams.filter((id) => connected.some((one) => mayHoldTeam(one, id)));
		await Promise.all(teamIds.map((teamId) => lookAt(teamId)));
		return Object.fromEntries(
			teamIds.map((teamId) => [teamId, told.get(teamId)?.version ?? 0] as const)
		);
	}

	async function lookAt(teamId: string): Promise<void> {
		const now = { at: parts.clock.now(), today: parts.clock.today() };
		const read = await teamState(parts.database.sql, { teamId, ...now });
		const before = told.get(teamId);
		if (before && JSON.stringify(before.state) === JSON.stringify(read.state)) return;
		told.set(teamId, read);
		parts.sockets.toTeamHere(teamId).emit('team:changed', read);
	}

	/** One at a time: a reading begun earlier is told earlier. */
	function look(): Promise<BoardVersions> {
		const next = looking.then(lookNow, lookNow);
		looking = next.catch(() => undefined);
		return next;
	}

	return {
		look,
		soon() {
			timer ??= setTimeout(() => {
				timer = undefined;
				look().catch(parts.failed);
			}, SOON_MS).unref();
		},
		stop: () => clearTimeout(timer)
	};
}
