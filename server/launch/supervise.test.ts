import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { startServer } from './server-process.ts';
import { supervise } from './supervise.ts';

/** Real processes: each test writes the program that it lets the supervisor keep. */
const folder = mkdtempSync(join(tmpdir(), 'fairline-supervise-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function keep(name: string, program: string) {
	const script = join(folder, `${name}.mjs`);
	const record = join(folder, `${name}.log`);
	writeFileSync(script, program.replaceAll('RECORD', JSON.stringify(record)));
	writeFileSync(record, '');
	const output = openSync(record, 'a');
	const lines: string[] = [];
	const server = supervise({
		say: (line) => lines.push(line),
		logName: 'the log',
		start: (hear) => startServer({ script, environment: {}, output, hear })
	});
	const until = async (line: string) => {
		while (!lines.includes(line)) await pause(10);
	};
	return { server, lines, until, record: () => readFileSync(record, 'utf8') };
}

const LISTEN = "process.send({ kind: 'listening', lines: ['Ready', 'Sign in as'] });";
const STAY = 'setInterval(() => {}, 1000);';

test('a server that dies five times within a minute is given up, with where to look', async () => {
	const { server, lines, record } = keep('dying', "console.log('begun'); process.exit(7);");
	await expect(server.ended).rejects.toThrow(/five times within a minute.*the log say why\.$/);
	expect(record()).toBe('begun\n'.repeat(5));
	expect(lines).toEqual(Array(4).fill('The server stopped unexpectedly and is started again.'));
}, 15_000);

test('a server that was killed is started again, and its welcome is not read out twice', async () => {
	const { server, lines, until, record } = keep(
		'killed',
		`${LISTEN} ${STAY} console.log(process.pid);`
	);
	await until('Sign in as');
	while (record() === '') await pause(10);
	process.kill(Number(record()), 'SIGKILL');
	await until('The server is back.');
	await server.stop();
	await server.ended;
	expect(lines).toEqual([
		'Ready',
		'Sign in as',
		'The server stopped unexpectedly and is started again.',
		'The server is back.'
	]);
});

test('a server that needs a person is not started again, and its sentences are passed on', async () => {
	const { server, lines } = keep(
		'refusing',
		"process.send({ kind: 'refused', because: ['Do this.', 'And that.'] }, () => process.exit(1));"
	);
	await expect(server.ended).rejects.toThrow('Do this.\nAnd that.');
	expect(lines).toEqual([]);
});

test('stopping lets the server finish what it is doing', async () => {
	const { server, until, record } = keep(
		'finishing',
		`process.on('SIGTERM', () => setTimeout(() => { console.log('finished'); process.exit(0); }, 200));
		${LISTEN} ${STAY}`
	);
	await until('Ready');
	await server.stop();
	expect(record()).toBe('finished\n');
});

test('asked twice, it is killed', async () => {
	const { server, until } = keep('stubborn', `process.on('SIGTERM', () => {}); ${LISTEN} ${STAY}`);
	await until('Ready');
	const stopped = server.stop();
	server.kill();
	await stopped;
	await expect(server.ended).resolves.toBeUndefined();
});
