/** Whose a name can be: whoever takes calls. Somebody who can no longer sign in is not offered, but keeps what is theirs. */
import { hasAuthority } from '#shared/officers/authority.ts';
import type { StaffMember } from '#shared/officers/staff.ts';

export function answersCalls({ role }: Pick<StaffMember, 'role'>): boolean {
	return hasAuthority(role, 'officer');
}
