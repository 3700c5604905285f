/**
 * Whom Postgres runs as, and where that user may go. Postgres refuses to run as root, so that root starts it as the
 * owner of the cluster, or as nobody; that user must be able to enter every folder on the way to its files.
 */
import { statSync, type Stats } from 'node:fs';
import { dirname, parse } from 'node:path';

/** Null: Postgres runs as whoever runs us. */
export type DatabaseUser = Readonly<{ uid: number; gid: number }> | null;

const NOBODY = { uid: 65_534, gid: 65_534 };

/** An existing cluster keeps its owner: it may have been made before, by somebody who was not root. */
export function databaseUser(cluster: string): DatabaseUser {
	if (process.getuid?.() !== 0) return null;
	const owner = statSync(cluster, { throwIfNoEntry: false });
	return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY;
}

/** The first thing on the way to `path`, itself included, that the user may not enter; null when the way is free. */
export function blockedAt(path: string, user: DatabaseUser): string | null {
	if (user === null) return null;
	return wayTo(path).find((step) => !mayEnter(statSync(step), user)) ?? null;
}

/** Every folder from the root down to what exists of `path`. */
function wayTo(path: string): string[] {
	const steps: string[] = [];
	for (let step = path; step !== parse(path).root; step = dirname(step)) steps.unshift(step);
	return steps.filter((step) => statSync(step, { throwIfNoEntry: false }));
}

function mayEnter(step: Stats, user: NonNullable<DatabaseUser>): boolean {
	const readAndEnter = step.isDirectory() ? 0o1 : 0o4;
	if (step.uid === user.uid) return (step.mode & (readAndEnter << 6)) !== 0;
	if (step.gid === user.gid) return (step.mode & (readAndEnter << 3)) !== 0;
	return (step.mode & readAndEnter) !== 0;
}
