/**
 * The passwords of the embedded database and the secret that signs sessions. They are made once and kept in the data
 * folder, readable by its owner alone.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf, sentence } from '../../sentence.ts';
import { clusterIn } from './folder.ts';

const Secrets = z.object({
	/** Of Postgres's own superuser, which only the launcher signs in as. */
	superuser: z.string().min(20),
	/** Of fairline_owner. */
	owner: z.string().min(20),
	/** Signs sessions where AUTH_SECRET is not set. */
	auth: z.string().min(32)
});

export type Secrets = z.infer<typeof Secrets>;

export function secretsIn(folder: string): Secrets {
	const file = join(folder, 'secrets.json');
	if (existsSync(file)) return read(file);
	if (existsSync(clusterIn(folder))) {
		throw sentence(
			`${file} is missing, and the database beside it opens with no other password: put it back, or delete ${folder} to begin afresh.`
		);
	}
	const made = { superuser: newSecret(), owner: newSecret(), auth: newSecret() };
	// Whole or not at all: half a file would lock us out of our own database.
	writeFileSync(`${file}.new`, JSON.stringify(made), { mode: 0o600 });
	renameSync(`${file}.new`, file);
	return made;
}

function read(file: string): Secrets {
	try {
		const secrets = Secrets.parse(JSON.parse(readFileSync(file, 'utf8')));
		chmodSync(file, 0o600);
		return secrets;
	} catch (error) {
		throw sentence(
			['EACCES', 'EPERM'].includes(codeOf(error))
				? `${file} belongs to another user: start as that user, or choose another folder with DATA_DIR.`
				: `${file} is damaged: put back a good copy, or delete its folder to begin afresh.`,
			error
		);
	}
}

function newSecret(): string {
	return randomBytes(32).toString('base64url');
}
