/**
 * The imports' own route, because a file of a source is larger than anything else that is sent: `POST
 * /imports/council-tax` with the file as its body, read as it comes, and `GET /imports/ID/rejects.csv`. For an
 * administrator alone, and from our own pages alone.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
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
import { sentenceOf } from '../sentence.ts';
import { importExtract } from './import.ts';
import { mappingNamed } from './mapping/mappings.ts';
import type { ImportNeeds } from './needs.ts';
import type { Published } from './publishing/publish.ts';
import { rejectsCsv } from './rejects-file.ts';
import { sayImported } from './say-import.ts';

type Receiving = Omit<ImportNeeds, 'show'> & { tell(published: Published): Promise<void> };

const OURS = /^\/imports\/([\w-]{1,60})(\/rejects\.csv)?$/;

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
	send(given, response, { status: 200, received });
}

async function take(
	given: Receiving,
	{ request, name, officerId }: { request: IncomingMessage; name: string; officerId: string }
): Promise<Answered> {
	const { url, clock, dataDir, log } = given;
	const read = mappingNamed(name, dataDir);
	if (!read.ok) return { ok: false, says: read.because };
	const length = Number(request.headers['content-length']);
	const file = {
		name: nameOfFile(request, 'extract'),
		length: Number.isSafeInteger(length) ? length : null,
		bytes: bytesOf(request)
	};
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
	{ status, received }: { status: number; received: Answered }
): void {
	sendAnswer(response, { origin, status, answered: received });
}
