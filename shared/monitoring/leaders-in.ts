/**
 * Whom an officer may ask besides those who were told: after three minutes policy A1 sends a request to another leader.
 * Whoever is in and may decide it, but not the one who asks, not those it waits for already, and not the one who had it
 * open and let it go.
 */
import type { AgreeingRole } from '../law/policy-rows.ts';
import type { Officer } from '../officers/roles.ts';
import { agreeingRoleOf } from '../outcomes/approval.ts';
import { isWithin } from '../outcomes/decide.ts';
import { mayHoldTeam } from './audience.ts';

export type PersonIn = Pick<Officer, 'id' | 'name' | 'role' | 'teamId'>;

export type AskedOf = {
	officerId: string;
	role: AgreeingRole;
	/** Whose leaders were told. */
	teamId: string;
	/** Who opened it; null where nobody did. */
	leaderId: string | null;
};

export function othersToAsk(isIn: readonly PersonIn[], asked: AskedOf): PersonIn[] {
	return isIn
		.filter((person) => {
			const own = agreeingRoleOf(person.role);
			if (own === null || !isWithin(asked.role, own)) return false;
			if (person.id === asked.officerId || person.id === asked.leaderId) return false;
			return asked.leaderId !== null || !mayHoldTeam(person, asked.teamId);
		})
		.map(({ id, name, role, teamId }) => ({ id, name, role, teamId }))
		.toSorted((one, other) => one.name.localeCompare(other.name));
}

/** Whose board it stands on then: the asking officer’s own team wherever they hold it. */
export function teamToAsk(person: PersonIn, officerTeamId: string): string {
	return mayHoldTeam(person, officerTeamId) ? officerTeamId : person.teamId;
}
