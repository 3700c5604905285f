/** Whose tiles and team a person may hold: their own tile, a leader their team, a manager every team. */
import { hasAuthority } from '../officers/authority.ts';
import type { Officer } from '../officers/roles.ts';

type Person = Pick<Officer, 'id' | 'role' | 'teamId'>;

export function mayHoldTeam(person: Pick<Person, 'role' | 'teamId'>, teamId: string): boolean {
	if (hasAuthority(person.role, 'manager')) return true;
	return hasAuthority(person.role, 'leader') && person.teamId === teamId;
}

export function mayHoldTile(person: Person, tile: { officerId: string; teamId: string }): boolean {
	return person.id === tile.officerId || mayHoldTeam(person, tile.teamId);
}
