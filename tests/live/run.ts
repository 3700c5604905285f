/**
 * The live calls as a stage of `npm test`: brings the programs they need, runs them, and says the count on its last
 * line. Where the programs cannot be had they are left out with one line; with NEEDS=all that is a failure.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { vitestCount } from '../run/counts.js';
import { whyMissing } from './programs.ts';

const because = whyMissing({
	programs: ['sipp', 'kamailio', 'baresip'],
	packages: ['sip-tester', 'kamailio', 'kamailio-extra-modules', 'baresip-core']
});

if (because === null) runCalls();
else if (process.env['NEEDS'] === 'all') finish(because, { passed: 0, failed: 1 });
else finish(`Skipped: calls through real programs: ${because}`, { passed: 0, failed: 0 });

function runCalls(): void {
	const folder = mkdtempSync(join(tmpdir(), 'fairline-live-'));
	const report = join(folder, 'report.json');
	const { status } = spawnSync(
		'vitest',
		['run', '--project', 'live', '--reporter=default', '--reporter=json', `--outputFile=${report}`],
		{
			stdio: 'inherit',
			env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}${delimiter}/usr/sbin` }
		}
	);
	const count = status === null ? { passed: 0, failed: 1 } : countIn(report);
	rmSync(folder, { recursive: true, force: true });
	finish('', count);
}

function countIn(report: string): { passed: number; failed: number } {
	try {
		return vitestCount(readFileSync(report, 'utf8'));
	} catch {
		return { passed: 0, failed: 1 };
	}
}

function finish(line: string, { passed, failed }: { passed: number; failed: number }): void {
	if (line) console.log(line);
	console.log(`${passed} passed, ${failed} failed`);
	process.exitCode = failed > 0 ? 1 : 0;
}
