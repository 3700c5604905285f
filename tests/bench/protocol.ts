/** What the processes of the bench say to each other, and the one clock that they share. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** How the client process is told where to listen. */
export type ClientAsked = {
	origin: string;
	cookie: string | null;
};

/** How the least pipeline is told what to serve. */
export type FloorAsked = { databaseUrl: string; amiPort: number };

export type ClientSaid =
	| { kind: 'ready' }
	/** The first state of a contact is folded in. */
	| { kind: 'popped'; atUs: number }
	/** Its end was heard, and the officer put it away. */
	| { kind: 'cleared' };

export type FloorSaid = { kind: 'listening'; origin: string };

/** Microseconds of the machine's own clock, which every process reads alike. */
export function nowUs(): number {
	return Number(process.hrtime.bigint() / 1000n);
}

const PATIENCE_MS = 15_000;

/** The next thing a child says. It must be of this kind, and come soon. */
export async function nextFrom<Said extends { kind: string }, Kind extends Said['kind']>(
	child: ChildProcess,
	kind: Kind,
	patienceMs = PATIENCE_MS
): Promise<Extract<Said, { kind: Kind }>> {
	const signal = AbortSignal.timeout(patienceMs);
	const [said] = (await once(child, 'message', { signal })) as [Said];
	if (said.kind !== kind) throw new Error(`It should have said ${kind} and said ${said.kind}.`);
	return said as Extract<Said, { kind: Kind }>;
}
