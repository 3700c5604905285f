/**
 * The imports' own route, because a file of a source is larger than anything else that is sent: `POST
 * /imports/council-tax` with the file as its body, read as it comes, or with a piece of it and a Content-Range; `GET
 * /imports/council-tax/arriving`, how much of one is here; and `GET /imports/ID/rejects.csv`. For an administrator alone,
 * and from our own pages alone.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { PIECE_BYTES, type ArrivingSeen, type PieceAnswer } from '../../shared/officers/imports.ts';
import { hasAuthority } from '../../shared/officers/authority.ts';
import {
	beginCsv,
	bytesOf,
	letThrough,
	nameOfFile,
	refusedFile,
	sendAnswer,
	type Answered
} from '../incoming-file.ts';
import { codeOf, sentenceOf } from '../sentence.ts';
import type { Arrivals } from './arriving.ts';
import { importExtract, type ExtractFile } from './import.ts';
import { mappingNamed } from './mapping/mappings.ts';
import type { ImportNeeds } from './needs.ts';
import type { Published } from './publishing/publish.ts';
import { rejectsCsv } from './rejects-file.ts';
import { sayImported } from './say-import.ts';

type Receiving = Omit<ImportNeeds, 'show'> & {
	arriving: Arrivals;
	tell(published: Published): Promise<void>;
};

const OURS = /^\/imports\/([\w-]{1,60})(\/rejects\.csv|\/arriving)?$/;
const RANGE = /^bytes (\d{1,15})-\d{1,15}\/(\d{1,15})$/;

export function receiver(
	given: Receiving
): (request: IncomingMessage, response: ServerResponse) => boolean {
	return (request, response) => {
		const asked = OURS.exec(request.url ?? '');
		if (!asked) return false;
		const [, name = '', what] = asked;
		const work =
			what === '/rejects.csv'
				? sendRejects(given, { request, response, importId: name })
				: what === '/arriving'
					? sayArriving(given, { request, response, name })
					: takeFile(given, { request, response, name });
		work.catch((cause: unknown) => {
			given.log.failure({ event: 'import', outcome: 'failed' }, cause);
			if (response.headersSent) response.destroy();
			else
				send(given, response, {
					status: 500,
					received: refusedFile('Something went wrong on our side.')
				});
		});
		return true;
	};
}

type Asked = { request: IncomingMessage; response: ServerResponse };

async function takeFile(
	given: Receiving,
	{ request, response, name }: Asked & { name: string }
): Promise<void> {
	if (request.method !== 'POST') {
		send(given, response, { status: 405, received: refusedFile('A file is sent here.') });
		return;
	}
	const isOurs = request.headers.origin === given.origin;
	const officerId = isOurs ? await administratorOf(given, request) : null;
	if (officerId === null) {
		send(given, response, { status: 403, received: refusedFile('Your role cannot do this.') });
		return;
	}
	const received = await take(given, { request, name, officerId });
	await letThrough(request);
	// A file that is refused is an answer like another.
	if (received) send(given, response, { status: 200, received });
	else response.destroy();
}

type Sent = { request: IncomingMessage; name: string; officerId: string };

async function take(
	given: Receiving,
	{ request, name, officerId }: Sent
): Promise<Answered | PieceAnswer | null> {
	const read = (file: ExtractFile) => takeWhole(given, { name, officerId, file });
	const range = RANGE.exec(request.headers['content-range'] ?? '');
	const fileName = nameOfFile(request, 'extract');
	if (!range) {
		const length = Number(request.headers['content-length']);
		return read({
			name: fileName,
			length: Number.isSafeInteger(length) ? length : null,
			bytes: bytesOf(request)
		});
	}
	const bytes = pieceOf(request);
	// It is waited for where its turn is, and must not be called unhandled until then.
	bytes.catch(() => undefined);
	const [from, length] = [Number(range[1]), Number(range[2])];
	const link = String(request.headers['x-file-link'] ?? '');
	return given.arriving.take(
		{ mapping: name, file: { name: fileName, length }, from, link, bytes },
		read
	);
}

/** Null where it did not come whole, or is larger than our pages send. */
async function pieceOf(request: IncomingMessage): Promise<Buffer | null> {
	const length = Number(request.headers['content-length']);
	if (!(length > 0 && length <= PIECE_BYTES)) return null;
	try {
		const pieces: Uint8Array[] = [];
		for await (const bytes of bytesOf(request)) pieces.push(bytes);
		const whole = Buffer.concat(pieces);
		return whole.length === length ? whole : null;
	} catch (error) {
		if (codeOf(error) === 'ECONNRESET') return null;
		throw error;
	}
}

async function takeWhole(
	given: Receiving,
	{ name, officerId, file }: { name: string; officerId: string; file: ExtractFile }
): Promise<Answered> {
	const { url, clock, dataDir, log } = given;
	const read = mappingNamed(name, dataDir);
	if (!read.ok) return { ok: false, says: read.because };
	try {
		const imported = await importExtract({ url, clock, mapping: read.mapping, file, officerId });
		log.info({ event: 'import', name, outcome: imported.state });
		if (imported.state === 'published') await given.tell(imported.published);
		const ok = imported.state === 'published' || imported.state === 'differs';
		// What differs is answered on the page, where the list of imports says it.
		const says = imported.state === 'differs' ? [] : sayImported(imported);
		return { ok, says };
	} catch (error) {
		const said = sentenceOf(error);
		if (said === null) throw error;
		return refusedFile(said);
	}
}

/** What a page asks before it sends a file that may be half here. */
async function sayArriving(
	given: Receiving,
	{ request, response, name }: Asked & { name: string }
): Promise<void> {
	const officerId = await administratorOf(given, request);
	if (officerId === null) {
		send(given, response, { status: 403, received: refusedFile('Your role cannot do this.') });
		return;
	}
	send(given, response, { status: 200, received: given.arriving.of(name) });
}

async function sendRejects(
	given: Receiving,
	{ request, response, importId }: Asked & { importId: string }
): Promise<void> {
	const officerId = await administratorOf(given, request);
	if (officerId === null || !z.uuid().safeParse(importId).success) {
		send(given, response, { status: 403, received: refusedFile('Your role cannot do this.') });
		return;
	}
	beginCsv(response, { origin: given.origin, name: 'rejects.csv' });
	await pipeline(Readable.from(rejectsCsv(given.database.sql, importId)), response);
}

/** Null where whoever asks is none. */
async function administratorOf(
	{ auth }: Receiving,
	request: IncomingMessage
): Promise<string | null> {
	const signedIn = await auth.sessionOf(request.headers.cookie ?? null);
	if (!signedIn || !hasAuthority(signedIn.officer.role, 'administrator')) return null;
	return signedIn.officer.id;
}

function send(
	{ origin }: Receiving,
	response: ServerResponse,
	{ status, received }: { status: number; received: Answered | PieceAnswer | ArrivingSeen | null }
): void {
	sendAnswer(response, { origin, status, answered: received });
}
