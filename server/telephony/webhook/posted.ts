/**
 * A posted message as far as its bytes go: no more than we read, no slower than we wait, in UTF-8, and JSON or a form.
 * Nothing else of it is looked at before who sent it has been checked.
 */
import type { IncomingMessage } from 'node:http';
import { bytesOf } from '../../incoming-file.ts';
import { codeOf } from '../../sentence.ts';

export const LARGEST_BYTES = 256 * 1024;
const LONGEST_MS = 10_000;

export type BodyRead =
	{ ok: true; body: Buffer } | { ok: false; because: 'too-large' | 'too-slow' };

export async function readBody(request: IncomingMessage): Promise<BodyRead> {
	if (Number(request.headers['content-length'] ?? 0) > LARGEST_BYTES) return TOO_LARGE;
	const pieces: Uint8Array[] = [];
	let length = 0;
	const timer = setTimeout(() => request.destroy(), LONGEST_MS);
	try {
		for await (const bytes of bytesOf(request)) {
			length += bytes.length;
			if (length > LARGEST_BYTES) return TOO_LARGE;
			pieces.push(bytes);
		}
	} catch (error) {
		if (!GONE.has(codeOf(error))) throw error;
		return { ok: false, because: 'too-slow' };
	} finally {
		clearTimeout(timer);
	}
	return { ok: true, body: Buffer.concat(pieces) };
}

export type ContentRead =
	{ ok: true; content: unknown; isForm: boolean } | { ok: false; because: 'not-json' };

/** A form is the record of its fields; one that is named twice is the list of its values. */
export function contentOf(body: Buffer, contentType: string | undefined): ContentRead {
	const isForm = /^application\/x-www-form-urlencoded\b/i.test(contentType ?? '');
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
		return { ok: true, content: isForm ? fieldsOf(text) : JSON.parse(text), isForm };
	} catch {
		return { ok: false, because: 'not-json' };
	}
}

function fieldsOf(text: string): Record<string, string | string[]> {
	const fields = new Map<string, string[]>();
	for (const [name, value] of new URLSearchParams(text)) {
		fields.set(name, [...(fields.get(name) ?? []), value]);
	}
	return Object.fromEntries(
		[...fields].map(([name, all]) => [name, all.length > 1 ? all : (all[0] ?? '')])
	);
}

const TOO_LARGE: BodyRead = { ok: false, because: 'too-large' };
const GONE: ReadonlySet<string> = new Set(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE']);
