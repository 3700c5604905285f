/**
 * The imports' own route, because a file of a source is larger than anything else that is sent: `POST
 * /imports/council-tax` with the file as its body, read as it comes, and `GET /imports/ID/rejects.csv`. For an
 * administrator alone, and from our own pages alone.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { hasAuthority } from '../../shared/officers/authority.ts';
import { headersForPages } from '../headers.ts';
import { sentenceOf } from '../sentence.ts';
import { importExtract } from './import.ts';
import { mappingNamed } from './mapping/mappings.ts';
import type { ImportNeeds } from './needs.ts';
import type { Published } from './publishing/publish.ts';
import { rejectsCsv } from './rejects-file.ts';
import { sayImported } from './say-import.ts';

type Receiving = Omit<ImportNeeds, 'show'> & { tell(published: Published): Promise<void> };

export type Received = { ok: boolean; says: readonly string[] };

const OURS = /^\/imports\/([\w-]{1,60})(\/rejects\.csv)?$/;
/** What is still coming of a file that was refused is let through so long, so that the answer is read. */
const PATIENCE_MS = 20_000;
const LONGEST_NAME = 120;

export function receiver(
	given: Receiving
): (request: IncomingMessage, response: ServerResponse) => boolean {
	return (request, response) => {
		const asked = OURS.exec(request.url ?? '');
		if (!asked) return false;
		const [, name = '', isRejects] = asked;
		const work = isRejects
			? sendRejects(given, { request, response, importId: name })
			: takeFile(given, { request, response, name });
		work.catch((cause: unknown) => {
			given.log.failure({ event: 'import', outcome: 'failed' }, cause);
			if (response.headersSent) response.destroy();
			else
				send(given, response, {
					status: 500,
					received: refused('Something went wrong on our side.')
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
		send(given, response, { status: 405, received: refused('A file is sent here.') });
		return;
	}
	const isOurs = request.headers.origin === given.origin;
	if (!isOurs || !(await isAdministrator(given, request))) {
		send(given, response, { status: 403, received: refused('Your role cannot do this.') });
		return;
	}
	const received = await take(given, { request, name });
	await letThrough(request);
	// A file that is refused is an answer like another.
	send(given, response, { status: 200, received });
}

async function take(
	given: Receiving,
	{ request, name }: { request: IncomingMessage; name: string }
): Promise<Received> {
	const { url, clock, dataDir, log } = given;
	const read = mappingNamed(name, dataDir);
	if (!read.ok) return { ok: false, says: read.because };
	const length = Number(request.headers['content-length']);
	const file = {
		name: fileName(request),
		length: Number.isSafeInteger(length) ? length : null,
		bytes: request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>
	};
	try {
		const imported = await importExtract({ url, clock, mapping: read.mapping, file });
		log.info({ event: 'import', name, outcome: imported.state });
		if (imported.state === 'published') await given.tell(imported.published);
		const ok = imported.state === 'published' || imported.state === 'differs';
		// What differs is answered on the page, where the list of imports says it.
		const says = imported.state === 'differs' ? [] : sayImported(imported);
		return { ok, says };
	} catch (error) {
		const said = sentenceOf(error);
		if (said === null) throw error;
		return refused(said);
	}
}

async function sendRejects(
	given: Receiving,
	{ request, response, importId }: Asked & { importId: string }
): Promise<void> {
	if (!(await isAdministrator(given, request)) || !z.uuid().safeParse(importId).success) {
		send(given, response, { status: 403, received: refused('Your role cannot do this.') });
		return;
	}
	response.writeHead(200, {
		...headersForPages(given.origin),
		'content-type': 'text/csv; charset=utf-8',
		'content-disposition': 'attachment; filename="rejects.csv"'
	});
	await pipeline(Readable.from(rejectsCsv(given.database.sql, importId)), response);
}

async function isAdministrator({ auth }: Receiving, request: IncomingMessage): Promise<boolean> {
	const signedIn = await auth.sessionOf(request.headers.cookie ?? null);
	return signedIn !== null && hasAuthority(signedIn.officer.role, 'administrator');
}

/** As the administrator's machine calls it, and nothing that is not a letter. */
function fileName(request: IncomingMessage): string {
	const given = String(request.headers['x-file-name'] ?? '');
	try {
		return decodeURIComponent(given).replace(/\p{C}/gu, '').slice(0, LONGEST_NAME) || 'extract';
	} catch {
		return 'extract';
	}
}

async function letThrough(request: IncomingMessage): Promise<void> {
	if (request.readableEnded || request.destroyed) return;
	const ended = new Promise<void>((resolve) => {
		request.once('close', resolve);
		request.once('end', resolve);
	});
	request.resume();
	await Promise.race([ended, pause(PATIENCE_MS, undefined, { ref: false })]);
}

const refused = (because: string): Received => ({ ok: false, says: [because] });

function send(
	{ origin }: Receiving,
	response: ServerResponse,
	{ status, received }: { status: number; received: Received }
): void {
	response.writeHead(status, {
		...headersForPages(origin),
		'content-type': 'application/json',
		connection: 'close'
	});
	response.end(JSON.stringify(received));
}
