/**
 * A file sent over a route of its own, because it may be larger than anything else that is sent: its name, its bytes as
 * they come, and an answer that is read even where the file was refused half way.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { headersForPages } from './headers.ts';

/** What is still coming of a file that was refused is let through so long, so that the answer is read. */
const PATIENCE_MS = 20_000;
const LONGEST_NAME = 120;

export type Answered = { ok: boolean; says: readonly string[] };

export const refusedFile = (because: string): Answered => ({ ok: false, says: [because] });

/** As the sender's machine calls it, and nothing that is not a letter. */
export function nameOfFile(request: IncomingMessage, otherwise: string): string {
	const given = String(request.headers['x-file-name'] ?? '');
	try {
		return decodeURIComponent(given).replace(/\p{C}/gu, '').slice(0, LONGEST_NAME) || otherwise;
	} catch {
		return otherwise;
	}
}

export function bytesOf(request: IncomingMessage): AsyncIterable<Uint8Array> {
	return request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
}

export async function letThrough(request: IncomingMessage): Promise<void> {
	if (request.readableEnded || request.destroyed) return;
	const ended = new Promise<void>((resolve) => {
		request.once('close', resolve);
		request.once('end', resolve);
	});
	request.resume();
	await Promise.race([ended, pause(PATIENCE_MS, undefined, { ref: false })]);
}

export function sendAnswer(
	response: ServerResponse,
	{ origin, status, answered }: { origin: string; status: number; answered: unknown }
): void {
	response.writeHead(status, {
		...headersForPages(origin),
		'content-type': 'application/json',
		connection: 'close'
	});
	response.end(JSON.stringify(answered));
}

/** Begins a CSV that the browser keeps as a file. */
export function beginCsv(
	response: ServerResponse,
	{ origin, name }: { origin: string; name: string }
): void {
	response.writeHead(200, {
		...headersForPages(origin),
		'content-type': 'text/csv; charset=utf-8',
		'content-disposition': `attachment; filename="${name}"`
	});
}
