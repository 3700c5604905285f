/**
 * The programs that a live test runs beside us, from Debian's own packages: there already, or installed where we may.
 * Where they cannot be had the answer is a sentence that says so.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export type Needed = {
	programs: readonly string[];
	packages: readonly string[];
};

const INSTALL_MS = 180_000;

/** Null where they are all here now. */
export function whyMissing({ programs, packages }: Needed): string | null {
	if (programs.every(isHere)) return null;
	const command = `apt-get install --no-install-recommends ${packages.join(' ')}`;
	const said = `they need the programs ${programs.join(', ')}`;
	if (!isHere('apt-get')) return `${said}, which Debian's packages bring (${command}).`;
	if (process.getuid?.() !== 0) return `${said}: as root, ${command}.`;
	// What is known of the packages may be old or nothing at all.
	if (!install(packages)) {
		aptGet(['update']);
		install(packages);
	}
	return programs.every(isHere) ? null : `${said}, and "${command}" did not bring them.`;
}

function install(packages: readonly string[]): boolean {
	return aptGet(['install', '-y', '--no-install-recommends', ...packages]);
}

function aptGet(args: readonly string[]): boolean {
	const { status } = spawnSync('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=120', ...args], {
		stdio: 'ignore',
		timeout: INSTALL_MS,
		// None of them is started as a service of the machine.
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
	});
	return status === 0;
}

function isHere(program: string): boolean {
	const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
	return folders.some((folder) => {
		try {
			accessSync(join(folder, program), constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});
}
