/**
 * Opens a file of money, of whatever kind, and knows it again: its kind is seen in its beginning, its digest is of its
 * bytes. Read once, from a stream.
 */
import { createHash } from 'node:crypto';
import { problemOf, refused, type Reading } from './files/problem.ts';
import { readCamt, type Statement } from './files/camt.ts';

export type FileRead = { digest: string } & { kind: 'camt.053'; statement: Statement };

export async function readFile(chunks: AsyncIterable<Uint8Array>): Promise<Reading<FileRead>> {
	const digest = createHash('sha256');
	try {
		const read = await readCamt(counted(chunks, (chunk) => digest.update(chunk)));
		if (!read.ok) return read;
		return {
			ok: true,
			value: { kind: 'camt.053', statement: read.value, digest: digest.digest('hex') }
		};
	} catch (error) {
		const problem = problemOf(error);
		if (problem === null) throw error;
		return refused([problem]);
	}
}

async function* counted(
	chunks: AsyncIterable<Uint8Array>,
	take: (chunk: Uint8Array) => void
): AsyncGenerator<Uint8Array> {
	for await (const chunk of chunks) {
		take(chunk);
		yield chunk;
	}
}
