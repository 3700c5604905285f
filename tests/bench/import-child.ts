/** The import as a council runs it, a process of its own: how long it took by its own row, and its peak of memory. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';

const TOP = join(import.meta.dirname, '..', '..');
const LOOK_EVERY_MS = 50;

export async function importInChild({
	url,
	file
}: {
	url: string;
	file: string;
}): Promise<{ ms: number; peakBytes: number }> {
	const child = spawn(
		process.execPath,
		['server/commands/import.ts', file, '--as', 'council-tax'],
		{
			cwd: TOP,
			stdio: ['ignore', 'pipe', 'inherit'],
			env: {
				...process.env,
				DATABASE_URL: url,
				AUTH_SECRET: 'b'.repeat(32),
				DEMO: '',
				DEMO_DAY: ''
			}
		}
	);
	let peakBytes = 0;
	const timer = setInterval(() => {
		peakBytes = Math.max(peakBytes, peakOf(child.pid));
	}, LOOK_EVERY_MS);
	const said: string[] = [];
	child.stdout.on('data', (piece: Buffer) => said.push(piece.toString()));
	const [code] = (await once(child, 'exit')) as [number | null];
	clearInterval(timer);
	if (code !== 0) throw new Error(`The import failed. It said: ${said.join('')}`);
	return { ms: await tookOf(url), peakBytes };
}

/** The kernel's own high-water mark; nothing where there is no such kernel. */
function peakOf(pid: number | undefined): number {
	try {
		const status = readFileSync(`/proc/${pid ?? 0}/status`, 'utf8');
		return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
	} catch {
		return 0;
	}
}

async function tookOf(url: string): Promise<number> {
	const sql = postgres(url, { max: 1 });
	const [took] = await sql<[{ ms: number }]>`
		select extract(epoch from published_at - started_at)::float8 * 1000 as ms
		from imports where state = 'published' order by started_at desc limit 1`;
	await sql.end();
	return took.ms;
}
