/** Who may sign in, and what each role is called. An administrator has settings and imports, and no customers. */
export const ROLES = ['officer', 'leader', 'manager', 'administrator'] as const;

export type Role = (typeof ROLES)[number];

export function isRole(text: string): text is Role {
	return ROLES.some((role) => role === text);
}

export const ROLE_NAMES: Record<Role, string> = {
	officer: 'Officer',
	leader: 'Team leader',
	manager: 'Manager',
	administrator: 'Administrator'
};

/** The signed-in person, as pages, procedures and sockets know them. */
export type Officer = {
	id: string;
	name: string;
	role: Role;
	/** The telephone extension that rings for them, as the switch names it: `1001`. Null for those without a phone. */
	extension: string | null;
	teamId: string;
};
