/**
 * The demo council's staff: two teams of officers with the extensions of the recordings, their leaders, two managers and
 * an administrator. Their passwords are written by the officers room, through better-auth's hashing.
 */
import type { Role } from '../../../shared/officers/roles.ts';

export type SeedTeam = { id: string; name: string };

export type SeedOfficer = {
	id: string;
	name: string;
	email: string;
	role: Role;
	extension: string | null;
	teamId: string;
};

export const TEAMS: readonly SeedTeam[] = [
	{ id: 'team-council-tax', name: 'Council Tax' },
	{ id: 'team-benefits-and-business', name: 'Benefits and business' }
];

const [COUNCIL_TAX, BENEFITS] = ['team-council-tax', 'team-benefits-and-business'] as const;

export const OFFICERS: readonly SeedOfficer[] = [
	officer('Priya Nair', '1001', COUNCIL_TAX),
	officer('Tom Reyes', '1002', COUNCIL_TAX),
	officer('Siân Prosser', '1003', BENEFITS),
	officer('Shanice Cole', '1004', COUNCIL_TAX),
	officer('Owen Fairley', '1005', BENEFITS),
	officer('Zara Malik', '1006', COUNCIL_TAX),
	officer('Ewan Brodie', '1007', BENEFITS),
	officer('Lucia Ferro', '1008', COUNCIL_TAX),
	officer('Dan Whitlow', '1009', COUNCIL_TAX),
	officer('Mei Harcourt', '1010', BENEFITS),
	officer('Callum Dyer', '1011', BENEFITS),
	officer('Asha Verma', '1012', COUNCIL_TAX),
	// At the desk, without a telephone.
	officer('Rob Tindall', null, BENEFITS),
	{ ...officer('Marcus Bello', '1021', COUNCIL_TAX), role: 'leader' },
	{ ...officer('Helen Adeyemi', '1022', BENEFITS), role: 'leader' },
	{ ...officer('Judith Crane', null, COUNCIL_TAX), role: 'manager' },
	// Whoever drafts policy never approves it.
	{ ...officer('Grace Lindqvist', null, BENEFITS), role: 'manager' },
	{ ...officer('Anil Desai', null, COUNCIL_TAX), role: 'administrator' }
];

function officer(name: string, extension: string | null, teamId: string): SeedOfficer {
	const first = plain(name.split(' ')[0] ?? name);
	return {
		id: `officer-${first}`,
		name,
		email: `${first}@northmere.example`,
		role: 'officer',
		extension,
		teamId
	};
}

/** An address has no accents: `sian@northmere.example`. */
function plain(word: string): string {
	return word
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '')
		.toLowerCase();
}
