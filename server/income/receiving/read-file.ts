/**
 * Opens a file of money, of whatever kind, and knows it again: its kind is seen in its beginning, its digest is of its
 * bytes. Read once, from a stream.
 */
import { createHash } from 'node:crypto';
import type { Acknowledged } from '../../../shared/income/acknowledgements.ts';
import { isAcknowledgements, readAcknowledgements } from '../files/acknowledgements.ts';
import { readBacs, type Advices } from '../files/bacs.ts';
import { readCamt, type Statement } from '../files/camt.ts';
import { readProvider } from '../files/provider.ts';
import { mappingFor, providerMappings, type ProviderMapping } from '../files/provider-mapping.ts';
import { problemOf, refused, unreadable, type Reading } from '../files/problem.ts';

export type FileRead =
	| { kind: 'acknowledgements'; digest: string; acknowledged: readonly Acknowledged[] }
	| { kind: 'camt.053' | 'provider'; digest: string; statement: Statement }
	| { kind: 'arudd' | 'addacs'; digest: string; advices: Advices['advices'] };

type Chunks = AsyncIterable<Uint8Array>;

/** `dataDir`: where a council's own mappings are. */
export async function readFile(chunks: Chunks, dataDir: string): Promise<Reading<FileRead>> {
	const hash = createHash('sha256');
	const digest = () => hash.digest('hex');
	const source = chunks[Symbol.asyncIterator]();
	try {
		const { head, rest } = await beginningOf(source);
		const counted = counting(rest, (chunk) => hash.update(chunk));
		if (head.includes('<BACSDocument')) {
			const read = await readBacs(counted);
			return read.ok ? { ok: true, value: { ...read.value, digest: digest() } } : read;
		}
		const [heading = ''] = head.split(/\r?\n/);
		if (isAcknowledgements(heading)) {
			const read = await readAcknowledgements(counted);
			if (!read.ok) return read;
			const kind = 'acknowledgements';
			return { ok: true, value: { kind, acknowledged: read.value, digest: digest() } };
		}
		const mapping = isXml(head) ? null : mappingOf(head, dataDir);
		const read = await (mapping ? readProvider(counted, mapping) : readCamt(counted));
		if (!read.ok) return read;
		const kind = mapping ? 'provider' : 'camt.053';
		return { ok: true, value: { kind, statement: read.value, digest: digest() } };
	} catch (error) {
		const problem = problemOf(error);
		if (problem === null) throw error;
		return refused([problem]);
	} finally {
		// Whoever sends it may still be sending: the rest is let go of.
		await source.return?.();
	}
}

function isXml(head: string): boolean {
	return head.trim() === '' || /^[^\w"]{0,4}\s*</.test(head);
}

function mappingOf(head: string, dataDir: string): ProviderMapping {
	const [heading = ''] = head.split(/\r?\n/);
	const mapping = mappingFor(heading, providerMappings(dataDir));
	if (mapping) return mapping;
	throw unreadable({
		line: 1,
		says: 'it is no statement or advice, and no mapping has these names over its columns'
	});
}

const ENOUGH_TO_KNOW = 2000;

/** As much of it as says what it is, and all of it once more. */
async function beginningOf(
	source: AsyncIterator<Uint8Array>
): Promise<{ head: string; rest: Chunks }> {
	const seen: Uint8Array[] = [];
	let length = 0;
	while (length < ENOUGH_TO_KNOW) {
		const next = await source.next();
		if (next.done) break;
		seen.push(next.value);
		length += next.value.length;
	}
	const rest = async function* () {
		yield* seen;
		for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
	};
	const head = Buffer.concat(seen).subarray(0, ENOUGH_TO_KNOW).toString('latin1');
	return { head, rest: rest() };
}

async function* counting(
	chunks: Chunks,
	take: (chunk: Uint8Array) => void
): AsyncGenerator<Uint8Array> {
	for await (const chunk of chunks) {
		take(chunk);
		yield chunk;
	}
}
