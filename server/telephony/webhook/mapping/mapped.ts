/**
 * A message made into call events by the mapping in force, which is data: the newest version that was saved. Three
 * failures one after another switch it off for every process, and then nothing is taken until an administrator switches
 * it on again or saves another: the provider keeps what it could not deliver. A message of no interest maps to nothing.
 */
import type { Clock } from '../../../clock.ts';
import type { RawSql } from '../../../db/client.ts';
import type { Said } from '../dialect.ts';
import { own } from '../dialects/own.ts';
import type { Read } from '../dialect.ts';
import { failed, inForce, recovered } from './mappings.ts';
import type { Sandbox } from './sandbox.ts';

export type MappedRead =
	Extract<Read, { ok: true }> | { ok: false; because: 'mapping-failed' | 'mapping-off' };

export type Mapping = { sql: RawSql; clock: Clock; sandbox: Sandbox };

export async function mapped(
	content: unknown,
	{ sql, clock, sandbox, source }: Mapping & { source: string }
): Promise<MappedRead> {
	const mapping = await inForce(sql, source);
	if (!mapping || mapping.isOff) return { ok: false, because: 'mapping-off' };
	const read = await tried({ expression: mapping.expression, content }, sandbox);
	if (read) {
		if (mapping.failures > 0) await recovered(sql, mapping.id);
		return read;
	}
	await failed(sql, { id: mapping.id, at: clock.now() });
	return { ok: false, because: 'mapping-failed' };
}

/** Null where it does not run, or comes to something that is no call event. */
export async function tried(
	asked: { expression: string; content: unknown },
	sandbox: Sandbox
): Promise<Extract<Read, { ok: true }> | null> {
	const ran = await sandbox.run(asked);
	if (!ran.ok) return null;
	const { result } = ran;
	if (result === null || (Array.isArray(result) && result.length === 0)) return NOTHING;
	const read = own(Array.isArray(result) ? { events: result } : result);
	return read.ok ? read : null;
}

const NOTHING = { ok: true, said: [] as readonly Said[], count: null, messageId: null } as const;
