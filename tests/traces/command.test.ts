/** The command itself: one document on standard output and nothing else, or one sentence on the other and a failure. */
import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TRACES } from './recordings.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = mkdtempSync(join(tmpdir(), 'fairline-replay-'));

function replay(...args: string[]): Promise<{ code: number; out: string; said: string }> {
	const asked = [join(ROOT, 'server/commands/replay.ts'), ...args, '--json'];
	return new Promise((resolve) => {
		execFile(process.execPath, asked, { timeout: 20_000 }, (error, out, said) => {
			resolve({ code: Number(error?.code ?? 0), out, said });
		});
	});
}

function written(name: string, bytes: Buffer | string): string {
	const file = join(FOLDER, name);
	writeFileSync(file, bytes);
	return file;
}

it.concurrent.each(TRACES.filter(({ name }) => /^(d1|d7)-/.test(name)))(
	'says what $name came to',
	async ({ file, expected, isTrustedTrunk }) => {
		const { code, out, said } = await replay(file, ...(isTrustedTrunk ? ['--trusted-trunk'] : []));
		expect([code, said, JSON.parse(out)]).toEqual([0, '', expected]);
	}
);

it.concurrent(
	'takes several files as the connections of one recording, cut in mid-message',
	async () => {
		const trace = TRACES.find(({ name }) => name.startsWith('b2-'));
		const bytes = trace?.recording.bytes ?? Buffer.alloc(0);
		const cut = bytes.indexOf('Event: AgentConnect') + 40;
		const whole = bytes.indexOf('\r\n\r\n', cut) + 4;
		const first = written('call.ami', bytes.subarray(0, cut));
		const second = written('call.conn2.ami', bytes.subarray(whole));
		const { code, out } = await replay(first, second);
		expect([code, JSON.parse(out)]).toEqual([0, trace?.expected]);
	}
);

it.concurrent.each([
	['a file that is not there', () => join(FOLDER, 'none.ami'), 'There is no file'],
	['a folder', () => FOLDER, 'cannot be read'],
	['an empty file', () => written('empty.ami', ''), 'no message of a switch'],
	['something else', () => written('else.ami', '{"contacts":[]}'), 'no message of a switch'],
	['an option there is not', () => '--loud', 'Usage: npm run replay']
])('says what is wrong with %s', async (_, file, words) => {
	const { code, out, said } = await replay(file());
	expect([code, out]).toEqual([1, '']);
	expect(said).toContain(words);
	expect(said.trim().split('\n')).toHaveLength(1);
});
