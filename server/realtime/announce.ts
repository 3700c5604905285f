/**
 * Who is told what, after the commit. A socket hears whole state with its version; every few seconds it hears the
 * versions it should hold, and asks for what it lacks.
 */
import type { ContactView } from '../../shared/contacts/view.ts';
import { mayHoldTile } from '../../shared/monitoring/audience.ts';
import type { ApprovalNotice } from '../../shared/outcomes/approval-view.ts';
import type { Tile } from '../../shared/monitoring/tile.ts';
import type { Clock } from '../clock.ts';
import { openVersions } from '../contacts/queries.ts';
import type { Database } from '../db/client.ts';
import { tileVersions } from '../monitoring/queries.ts';
import type { Sockets } from './sockets.ts';

export type Announcer = {
	contact(officerId: string, view: ContactView): void;
	/** To its officer and to the leaders of the team. */
	tile(tile: Tile): void;
	/** To the leaders of the officer's team. */
	approval(notice: ApprovalNotice): void;
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
	const timer = setInterval(() => {
		tellVersions(parts).catch(parts.failed);
	}, TELL_VERSIONS_EVERY_MS);
	return {
		contact: (officerId, view) => sockets.toOfficer(officerId).emit('contact:changed', view),
		tile(tile) {
			sockets.toOfficer(tile.officerId).emit('tile:changed', tile);
			sockets.toTeam(tile.teamId).emit('tile:changed', tile);
		},
		approval: (notice) => sockets.toTeam(notice.teamId).emit('approval:changed', notice),
		stop: () => clearInterval(timer)
	};
}

/** Each officer's open contacts and own tile; a leader's also the team's, and a manager's every team's. */
async function tellVersions({
	sockets,
	database,
	clock,
	build
}: Pick<Parameters<typeof announcing>[0], 'sockets' | 'database' | 'clock' | 'build'>) {
	const officers = sockets.connectedOfficers();
	if (officers.length === 0) return;
	const [contacts, tiles] = await Promise.all([
		openVersions(
			database.sql,
			officers.map((officer) => officer.id)
		),
		tileVersions(database.sql)
	]);
	for (const officer of officers) {
		sockets.toOfficer(officer.id).emit('versions:told', {
			at: clock.now(),
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
			)
		});
	}
}
