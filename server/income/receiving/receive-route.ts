/**
 * The route of files of money: `POST /receipts` with the file as its body, read as it comes, and
 * `GET /receipts/ID/lines.csv` with each line that was refused or left out. For team leaders and administrators, and
 * from our own pages alone. Nobody learns of a customer by it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { hasAuthority } from '../../../shared/officers/authority.ts';
import type { Officer } from '../../../shared/officers/roles.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/client.ts';
import { inertCsv } from '../../inert-csv.ts';
import {
	beginCsv,
	bytesOf,
	letThrough,
	nameOfFile,
	refusedFile,
	sendAnswer,
	type Answered
} from '../../incoming-file.ts';
import type { Log } from '../../log.ts';
import type { Auth } from '../../officers/auth.ts';
import { linesOfFile } from '../queries.ts';
import { receiveFile } from './receive-file.ts';
import { sayProblem } from '../files/problem.ts';
import { sayReceived } from './say-received.ts';

export type Route = {
	database: Database;
	clock: Clock;
	log: Log;
	auth: Auth;
	origin: string;
	dataDir: string;
	tell: (contactIds: readonly string[]) => void;
};

const OURS = /^\/receipts(?:\/([\w-]{36})\/lines\.csv)?$/;

export function receiptRoute(
	given: Route
): (request: IncomingMessage, response: ServerResponse) => boolean {
	return (request, response) => {
		const asked = OURS.exec(request.url ?? '');
		if (!asked) return false;
		const [, sentId] = asked;
		const work = sentId
			? sendLines(given, { request, response, sentId })
			: takeFile(given, { request, response });
		work.catch((cause: unknown) => {
			given.log.failure({ event: 'receive', outcome: 'failed' }, cause);
			if (response.headersSent) response.destroy();
			else answer(given, response, [500, refusedFile('Something went wrong on our side.')]);
		});
		return true;
	};
}

type Asked = { request: IncomingMessage; response: ServerResponse };

async function takeFile(given: Route, { request, response }: Asked): Promise<void> {
	if (request.method !== 'POST')
		return answer(given, response, [405, refusedFile('A file is sent here.')]);
	const sender = await senderOf(given, request);
	if (request.headers.origin !== given.origin || !sender)
		return answer(given, response, [403, refusedFile('Your role cannot do this.')]);
	const answered = await take(given, { request, sender });
	await letThrough(request);
	// A file that is refused is an answer like another.
	answer(given, response, [200, answered]);
}

async function take(
	given: Route,
	{ request, sender }: { request: IncomingMessage; sender: Officer }
): Promise<Answered> {
	const { log, ...receiving } = given;
	const name = nameOfFile(request, 'file');
	const received = await receiveFile(bytesOf(request), {
		...receiving,
		name,
		officerId: sender.id
	});
	log.info({
		event: 'receive',
		outcome: received.ok ? 'ok' : 'refused',
		officerId: sender.id,
		...(received.ok ? { name: received.value.kind } : {})
	});
	if (received.ok) return { ok: true, says: sayReceived(received.value) };
	const [first] = received.problems;
	const why = first ? `: ${sayProblem(first)}` : '';
	return refusedFile(`It was not taken in, and nothing of it was done${why}.`);
}

async function sendLines(
	given: Route,
	{ request, response, sentId }: Asked & { sentId: string }
): Promise<void> {
	const isAllowed = (await senderOf(given, request)) && z.uuid().safeParse(sentId).success;
	if (!isAllowed) return answer(given, response, [403, refusedFile('Your role cannot do this.')]);
	const lines = await linesOfFile(given.database.orm, sentId);
	beginCsv(response, { origin: given.origin, name: 'lines.csv' });
	const rows = lines.map(({ line, says }) => [line ?? '', says]);
	response.end(inertCsv([['Line', 'Why it was not taken'], ...rows]));
}

async function senderOf({ auth }: Route, request: IncomingMessage): Promise<Officer | null> {
	const signedIn = await auth.sessionOf(request.headers.cookie ?? null);
	if (signedIn === null) return null;
	return hasAuthority(signedIn.officer.role, 'files') ? signedIn.officer : null;
}

function answer(
	{ origin }: Route,
	response: ServerResponse,
	[status, answered]: readonly [number, Answered]
): void {
	sendAnswer(response, { origin, status, answered });
}
