/** Runs one stage: says that it begins and how it ended, shows what it printed only when it failed, and counts. */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { countOf } from './counts.js';
import { REPORTS } from './stages.js';

const TOP = join(import.meta.dirname, '..', '..');
const BIN = join(TOP, 'node_modules', '.bin');
/** Longer than any stage takes on a slow machine; a stage that hangs fails instead of holding up the rest. */
const LIMIT_MINUTES = 15;

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
	process.once(signal, () => {
		for (const child of running) end(child);
		process.exit(1);
	});
}

/**
 * @typedef {{ name: string, passed: number, failed: number }} Result
 */

/**
 * @param {import('./stages.js').Stage} stage
 * @param {Record<string, string>} [env]
 * @returns {Promise<Result>}
 */
export async function runStage(stage, env = {}) {
	const report = join(TOP, REPORTS, `${stage.name}.json`);
	rmSync(report, { force: true });
	console.log(`       ${stage.name} ...`);
	const begun = performance.now();
	const seconds = () => ((performance.now() - begun) / 1000).toFixed(1);
	const waiting = setInterval(() => {
		console.log(`       ${stage.name} ... ${Math.round(Number(seconds()))} s so far`);
	}, 30_000);
	let output = '';
	let succeeded = true;
	for (const command of stage.commands) {
		const ended = await run(command, env);
		output += ended.output;
		succeeded &&= ended.succeeded;
		if (!succeeded) break;
	}
	clearInterval(waiting);
	const { passed, failed } = countOf(stage.counts, { report, output, succeeded });
	const skipped = /^Skipped: .+$/m.exec(output);
	if (skipped) console.log(`       ${skipped[0]}`);
	if (failed > 0 || stage.showsFigures) console.log(`\n${output.trimEnd()}\n`);
	const tests = stage.counts === 'itself' ? '' : `, ${passed} passed, ${failed} failed`;
	console.log(`${failed > 0 ? 'FAILED' : 'ok    '} ${stage.name} (${seconds()} s${tests})`);
	return { name: stage.name, passed, failed };
}

/**
 * @param {readonly string[]} command
 * @param {Record<string, string>} env
 * @returns {Promise<{ output: string, succeeded: boolean }>}
 */
function run([name = '', ...args], env) {
	return new Promise((resolve) => {
		const child = spawn(name, args, {
			cwd: TOP,
			// A group of its own, so that what it started can be ended with it.
			detached: true,
			stdio: ['ignore', 'pipe', 'pipe'],
			env: {
				...process.env,
				// Playwright has its own way to be told, and complains of two.
				...(name === 'playwright' ? {} : { NO_COLOR: '1' }),
				...env,
				// Each server or command that a test starts reads a thousand modules: Node keeps what it made of them.
				NODE_COMPILE_CACHE: join(TOP, 'test-results', 'compiled'),
				PATH: `${BIN}${delimiter}${process.env['PATH'] ?? ''}`
			}
		});
		running.add(child);
		/** @type {string[]} */
		const output = [];
		child.stdout.on('data', (text) => output.push(String(text)));
		child.stderr.on('data', (text) => output.push(String(text)));
		const limit = setTimeout(() => {
			output.push(`\n${name} took longer than ${LIMIT_MINUTES} minutes and was ended.\n`);
			end(child);
		}, LIMIT_MINUTES * 60_000);
		/** @param {boolean} succeeded */
		const finish = (succeeded) => {
			clearTimeout(limit);
			running.delete(child);
			resolve({ output: output.join(''), succeeded });
		};
		child.on('error', (error) => {
			output.push(`${name} could not be started (${error.message}): run "npm ci" first.\n`);
			finish(false);
		});
		child.on('close', (code) => finish(code === 0));
	});
}

/** @param {import('node:child_process').ChildProcess} child */
function end(child) {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, 'SIGKILL');
	} catch {
		// It had already ended.
	}
}
