/**
 * Who is told what, after the commit. A socket hears whole state with its version; every few seconds it hears the
 * versions it should hold, and asks for what it lacks.
 */
import { carried } from '../../shared/contacts/shown/carried-view.ts';
import type { ContactView } from '../../shared/contacts/shown/view.ts';
import { mayHoldTeam, mayHoldTile } from '../../shared/monitoring/audience.ts';
import { hasAuthority } from '../../shared/officers/authority.ts';
import type { Officer } from '../../shared/officers/roles.ts';
import type { Tile } from '../../shared/monitoring/tile.ts';
import type { Clock } from '../clock.ts';
import { openVersions } from '../contacts/queries.ts';
import type { Database } from '../db/client.ts';
import { tileVersions } from '../monitoring/queries.ts';
import { tellingBoards, type Boards } from './boards.ts';
import type { Sockets } from './sockets.ts';

export type Announcer = {
	contact(officerId: string, view: ContactView): void;
	/** To its officer, to the leaders of the team and to managers. */
	tile(tile: Tile): void;
	/** Something happened that no tile shows and a board may: a caller waits, a leader is asked. The queues too. */
	boards(): void;
	stop(): void;
};

const TELL_VERSIONS_EVERY_MS = 5000;

export function announcing(parts: {
	sockets: Sockets;
	database: Database;
	clock: Clock;
	build: string;
	/** A failure here is the database's: the next round tries again, and it is logged. */
	failed: (cause: unknown) => void;
}): Announcer {
	const { sockets } = parts;
	const boards = tellingBoards(parts);
	const timer = setInterval(() => {
		tellVersions({ ...parts, boards }).catch(parts.failed);
	}, TELL_VERSIONS_EVERY_MS);
	return {
		contact: (officerId, view) =>
			sockets.toOfficer(officerId).emit('contact:changed', carried(view)),
		tile(tile) {
			sockets.toOfficer(tile.officerId).emit('tile:changed', tile);
			sockets.toTeam(tile.teamId).emit('tile:changed', tile);
			boards.soon();
		},
		boards: () => boards.soon(),
		stop() {
			clearInterval(timer);
			boards.stop();
		}
	};
}

/** Each officer's open contacts and own tile; a leader's also the team's, and a manager's every team's. */
async function tellVersions({
	sockets,
	database,
	clock,
	build,
	boards
}: Pick<Parameters<typeof announcing>[0], 'sockets' | 'database' | 'clock' | 'build'> & {
	boards: Boards;
}) {
	const officers = sockets.connectedOfficers();
	if (officers.length === 0) return;
	// Before it is read: whatever is heard later is newer than this list.
	const at = clock.now();
	const [{ teams, queues }, contacts, tiles] = await Promise.all([
		boards.look(),
		openVersions(
			database.sql,
			officers.map((officer) => officer.id)
		),
		tileVersions(database.sql)
	]);
	for (const officer of officers) {
		sockets.toOfficerHere(officer.id).emit('versions:told', {
			at,
			build,
			contacts: Object.fromEntries(
				contacts
					.filter(({ officerId }) => officerId === officer.id)
					.map(({ contactId, version }) => [contactId, version])
			),
			tiles: Object.fromEntries(
				tiles
					.filter((tile) => mayHoldTile(officer, tile))
					.map(({ officerId, version }) => [officerId, version])
			),
			teams: teamsFor(officer, teams),
			queues: hasAuthority(officer.role, 'officer') ? queues : 0
		});
	}
}

function teamsFor(officer: Officer, versions: Readonly<Record<string, number>>) {
	return Object.fromEntries(
		Object.entries(versions).filter(([teamId]) => mayHoldTeam(officer, teamId))
	);
}
