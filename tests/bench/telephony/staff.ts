/** Two hundred officers of the council for the load, each with a telephone, signed in by the form that a person fills. */
import postgres from 'postgres';
import { cookieOf } from '../sign-in.ts';
import type { Person } from './said.ts';

export const OFFICERS = 200;
const FIRST_EXTENSION = 2001;
/** Hashing a password takes two cores a while. */
const TOGETHER = 8;
/** The demo's officer whose password they all have. */
const LIKE = 'officer-priya';

export const extensions = Array.from({ length: OFFICERS }, (_, at) => String(FIRST_EXTENSION + at));

const nameOf = (extension: string) => `load${extension}`;
const idOf = (extension: string) => `officer-${nameOf(extension)}`;

export async function addStaff(databaseUrl: string): Promise<void> {
	const sql = postgres(databaseUrl, { max: 1 });
	const rows = extensions.map((extension) => ({
		id: idOf(extension),
		name: `Officer ${extension}`,
		email: `${nameOf(extension)}@northmere.example`,
		extension
	}));
	try {
		await sql`
			insert into auth_user (id, name, email, email_verified, role, extension, team_id)
			select r.id, r.name, r.email, true, 'officer', r.extension, u.team_id
			from jsonb_to_recordset(${sql.json(rows)}) as r(id text, name text, email text, extension text),
				auth_user u where u.id = ${LIKE}`;
		await sql`
			insert into auth_account (id, user_id, account_id, provider_id, password)
			select r.id, r.id, r.id, a.provider_id, a.password
			from jsonb_to_recordset(${sql.json(rows)}) as r(id text), auth_account a where a.user_id = ${LIKE}`;
	} finally {
		await sql.end();
	}
}

export async function signedIn(origin: string): Promise<Person[]> {
	const people: Person[] = [];
	const waiting = [...extensions];
	const worker = async () => {
		for (let each = waiting.shift(); each !== undefined; each = waiting.shift()) {
			const cookie = await cookieOf(origin, nameOf(each));
			people.push({ officerId: idOf(each), extension: each, cookie });
		}
	};
	await Promise.all(Array.from({ length: TOGETHER }, worker));
	return people;
}
