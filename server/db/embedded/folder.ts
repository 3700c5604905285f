/**
 * Which folder the embedded database, its passwords and the log are kept in. Normally the one that was asked for; a
 * clone under a folder only root may enter keeps its data under /var/lib instead, because the database's user must be
 * able to reach it. The choice depends on nothing but the folder asked for, so every command makes the same one.
 */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { codeOf, sentence } from '../../sentence.ts';
import { blockedAt, databaseUser } from './user.ts';

export type DataFolder = Readonly<{
	folder: string;
	/** What to tell the person when it is not the folder they would look in. */
	note: string | null;
}>;

/** Makes the folder when it is missing. Throws a sentence when it cannot be used. */
export function dataFolder({ wanted, given }: { wanted: string; given: boolean }): DataFolder {
	const blocked = blockedAt(wanted, databaseUser(clusterIn(wanted)));
	if (blocked === null) return { folder: usable(wanted), note: null };
	if (given) {
		throw sentence(
			`The database's user may not enter ${blocked}, so the data cannot be kept in ${wanted}: choose another folder with DATA_DIR, such as DATA_DIR=/var/lib/fairline.`
		);
	}
	const folder = elsewhere(wanted);
	return {
		folder,
		note: `The data is kept in ${folder}, because the database's user may not enter ${blocked}.`
	};
}

export function clusterIn(folder: string): string {
	return join(folder, 'postgres');
}

function elsewhere(wanted: string): string {
	const mark = createHash('sha256').update(wanted).digest('hex').slice(0, 8);
	const name = `fairline-${basename(dirname(wanted))}-${mark}`;
	const places = ['/var/lib', tmpdir()].map((place) => join(place, name));
	const kept = places.find((place) => existsSync(clusterIn(place)));
	if (kept) return usable(kept);
	try {
		return usable(join('/var/lib', name));
	} catch {
		return usable(join(tmpdir(), name));
	}
}

/** Tried by writing, because permissions, read-only disks and full ones all show only then. */
function usable(folder: string): string {
	const probe = join(folder, `.writable-${process.pid}`);
	try {
		if (!existsSync(folder)) {
			mkdirSync(folder, { recursive: true });
			// Whatever the umask: others may pass through to what is theirs, and see nothing on the way.
			chmodSync(folder, 0o711);
		}
		writeFileSync(probe, '');
		rmSync(probe);
		return folder;
	} catch (error) {
		throw sentence(
			`The data folder ${folder} cannot be written (${REASONS[codeOf(error)] ?? codeOf(error)}): choose another with DATA_DIR, or mend that.`,
			error
		);
	}
}

const REASONS: Record<string, string> = {
	EACCES: 'it belongs to another user',
	EPERM: 'the system does not permit it',
	EROFS: 'its disk is read-only',
	ENOENT: 'it cannot be made there',
	ENOSPC: 'its disk is full',
	EDQUOT: 'its disk quota is used up',
	ENOTDIR: 'something on the way is not a folder',
	EEXIST: 'it is not a folder'
};
