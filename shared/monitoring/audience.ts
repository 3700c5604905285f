/** Whose tile an officer may hold: their own, and a leader or manager the team's. */
import { hasAuthority } from '../officers/authority.ts';
import type { Officer } from '../officers/roles.ts';

export function mayHoldTile(
	officer: Pick<Officer, 'id' | 'role' | 'teamId'>,
	tile: { officerId: string; teamId: string }
): boolean {
	if (officer.id === tile.officerId) return true;
	return hasAuthority(officer.role, 'leader') && officer.teamId === tile.teamId;
}
