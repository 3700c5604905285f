/**
 * Finds a browser for the journeys: the one of CHROME_PATH, one that is installed, else Debian's by apt when we are
 * root, else the one packed in @sparticuz/chromium. Nothing is downloaded from anywhere but the two registries.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const exec = promisify(execFile);

/** @typedef {{ ok: true, path: string, env: Record<string, string> } | { ok: false, because: string }} Found */

const INSTALLED = [
	'/usr/bin/chromium',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/usr/bin/microsoft-edge',
	'/usr/bin/chromium-browser',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
];

/** What every start of it needs here: no sandbox for root, no sound of its own on the network. */
export const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/**
 * @param {(line: string) => void} say
 * @returns {Promise<Found>}
 */
export async function findChromium(say) {
	const chosen = process.env['CHROME_PATH'];
	if (chosen) {
		if (await runs(chosen)) return found(chosen);
		return { ok: false, because: `CHROME_PATH is ${chosen}, which does not start as a browser.` };
	}
	const path = (await firstThatRuns(INSTALLED)) ?? (await installed(say));
	return path ? found(path) : unpacked(say);
}

/**
 * @param {readonly string[]} paths
 * @returns {Promise<string | null>}
 */
export async function firstThatRuns(paths) {
	for (const path of paths) if (await runs(path)) return path;
	return null;
}

/**
 * A path may be there and be only a note that the browser is to be had elsewhere.
 * @param {string} path
 */
async function runs(path) {
	if (!existsSync(path)) return false;
	// Windows' browsers answer no questions on the command line.
	if (path.endsWith('.exe')) return true;
	return startsAsBrowser(path);
}

/**
 * Debian's own, where we may install it.
 * @param {(line: string) => void} say
 */
async function installed(say) {
	const isRoot = process.getuid?.() === 0;
	if (!isRoot || !existsSync('/usr/bin/apt-get')) return null;
	say('No browser is installed here: installing Debian’s chromium by apt (about 80 MB) ...');
	const isDone =
		(await succeeds(['apt-get', 'update'], { limitSeconds: 120 })) &&
		(await succeeds(['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'], {
			limitSeconds: 300
		}));
	say(isDone ? 'Chromium is installed.' : 'apt could not install chromium.');
	return isDone ? firstThatRuns(INSTALLED) : null;
}

/**
 * @param {(line: string) => void} say
 * @returns {Promise<Found>}
 */
async function unpacked(say) {
	/** @type {Found} */
	const missing = {
		ok: false,
		because:
			'No browser was found: install Chromium, Google Chrome or Microsoft Edge, or name one in CHROME_PATH.'
	};
	if (process.platform !== 'linux' || process.arch !== 'x64') return missing;
	// Read as it is imported: it then brings the libraries a bare machine lacks.
	process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs22.x';
	process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x';
	const { default: packed } = await import('@sparticuz/chromium').catch(() => ({ default: null }));
	if (!packed) return missing;
	say('No browser is installed here: unpacking the one that came with npm ci.');
	const path = await packed.executablePath();
	const env = { LD_LIBRARY_PATH: join(tmpdir(), 'al2023', 'lib') };
	return (await startsAsBrowser(path, env)) ? { ok: true, path, env } : missing;
}

/**
 * @param {string} path
 * @returns {Found}
 */
function found(path) {
	return { ok: true, path, env: {} };
}

/**
 * @param {string} path
 * @param {Record<string, string>} [env]
 */
function startsAsBrowser(path, env) {
	return succeeds([path, '--version', '--no-sandbox'], { limitSeconds: 20, env });
}

/**
 * @param {readonly string[]} command
 * @param {{ limitSeconds: number, env?: Record<string, string> | undefined }} options
 */
async function succeeds([name = '', ...args], { limitSeconds, env = {} }) {
	try {
		await exec(name, args, {
			timeout: limitSeconds * 1000,
			maxBuffer: 64 * 1024 * 1024,
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', ...env }
		});
		return true;
	} catch {
		return false;
	}
}
