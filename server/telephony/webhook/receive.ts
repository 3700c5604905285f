/**
 * The door that switches post to: `POST /api/telephony/NAME`, and `/NAME/SECRET` for one that cannot sign. `POST /api/pop` is the door of the one called pop. A message is
 * answered when it is kept, and then will be heard. One that is refused is one line of the log, a count, and an answer
 * that says no more than why; nothing of it is kept.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { stopwatch, type Clock } from '../../clock.ts';
import { headersForPages } from '../../headers.ts';
import type { Log } from '../../log.ts';
import { checked, idOf } from './check.ts';
import { isTaken, type Counts, type MessageOutcome } from './counts.ts';
import type { Read } from './dialect.ts';
import { dialectOf } from './dialects.ts';
import { mapped, type MappedRead, type Mapping } from './mapping/mapped.ts';
import { capture } from './mapping/mappings.ts';
import { contentOf, readBody } from './posted.ts';
import type { WebhookSwitch } from './switch.ts';
import { struck } from './without-cards.ts';

export type Receiving = {
	webhooks: readonly WebhookSwitch[];
	counts: Counts;
	clock: Clock;
	log: Log;
	origin: string;
	mapping: Mapping;
};

const OURS = /^\/api\/telephony\/([a-z][a-z0-9-]{0,29})(?:\/([\w-]{1,200}))?\/?(?:\?.*)?$/;
const DOOR = '/api/telephony/';
/** Each may hold as much as one message may be long, from somebody nobody has checked yet. */
const MOST_AT_ONCE = 100;
/** So long is what still comes of a refused one let through, so that its sender reads the answer. */
const PATIENCE_MS = 2_000;

export type Answer = (request: IncomingMessage, response: ServerResponse) => boolean;

export function receiver(given: Receiving): Answer {
	let open = 0;
	return (request, response) => {
		const url = (request.url ?? '').replace(/^\/api\/pop(?=$|[/?])/, `${DOOR}pop`);
		if (!url.startsWith(DOOR)) return false;
		const took = stopwatch();
		const [, name = '', token = null] = OURS.exec(url) ?? [];
		const its = given.webhooks.find(({ source }) => source === `webhook:${name}`);
		open += 1;
		const outcome =
			open > MOST_AT_ONCE
				? Promise.resolve(refusedFor('too-many'))
				: receive(given, { request, url, token, its });
		outcome
			.then((received) => {
				answer({ request, response, became: received.became, origin: given.origin });
				tell(given, { source: its?.source ?? 'webhook', ...received, ms: took() });
			})
			.catch((cause: unknown) => {
				given.log.failure({ event: 'webhook', outcome: 'failed' }, cause);
				if (response.headersSent) response.destroy();
				else response.writeHead(500, { connection: 'close' }).end();
			})
			.finally(() => {
				open -= 1;
			});
		return true;
	};
}

type Asked = {
	request: IncomingMessage;
	url: string;
	token: string | null;
	its: WebhookSwitch | undefined;
};

/** What became of a message, and whether something was struck out of it. */
type Received = { became: MessageOutcome; isStruck: boolean };

async function receive(
	{ clock, origin, mapping }: Receiving,
	{ request, url, token, its }: Asked
): Promise<Received> {
	if (!its) return refusedFor('no-such-switch');
	if (request.method !== 'POST') return refusedFor('wrong-method');
	const { settings } = its;
	const posted = await readBody(request);
	if (!posted.ok) return refusedFor(posted.because);
	const { headers } = request;
	const { body } = posted;
	const sender = checked({ headers, body, url, token }, { settings, at: clock.now(), origin });
	if (!sender.ok) return refusedFor(sender.because);
	const read = contentOf(body, headers['content-type']);
	if (!read.ok) return refusedFor(read.because);
	const [secret = ''] = settings.secrets;
	const { content, isStruck } = struck(read.content, secret);
	const understood = await understand(content, { its, mapping });
	if (!understood.ok) return { became: understood.because, isStruck };
	const { said, count } = understood;
	const givenId = sender.messageId ?? understood.messageId;
	const messageId =
		givenId === null ? idOf(body, { settings, at: clock.now() }) : idWithoutCard(givenId, secret);
	const isNew = await its.take({ messageId, said, count });
	return { became: isNew ? 'heard' : 'repeated', isStruck };
}

const refusedFor = (became: MessageOutcome): Received => ({ became, isStruck: false });

const idWithoutCard = (id: string, secret: string) => String(struck(id, secret).content);

/** What a mapping that is off should have understood waits with its sender. */
async function understand(
	content: unknown,
	{ its, mapping }: { its: WebhookSwitch; mapping: Mapping }
): Promise<Read | MappedRead> {
	const { source, settings } = its;
	if (settings.dialect !== 'mapped') return dialectOf(settings.dialect)(content);
	await capture(mapping.sql, { source, content, at: mapping.clock.now() });
	return mapped(content, { ...mapping, source });
}

function tell(
	{ counts, log }: Receiving,
	{ source, became, isStruck, ms }: Received & { source: string; ms: number }
): void {
	counts.add(source, became);
	if (isStruck) counts.add(source, 'card-number');
	const line = { event: 'webhook', switch: source, ms };
	if (!isTaken(became)) log.warn({ ...line, outcome: 'refused', because: became });
	else if (isStruck) log.warn({ ...line, outcome: became, because: 'card-number' });
	else log.info({ ...line, outcome: became });
}

function answer({
	request,
	response,
	became,
	origin
}: {
	request: IncomingMessage;
	response: ServerResponse;
	became: MessageOutcome;
	origin: string;
}): void {
	const status = STATUS[became];
	const isWhole = request.readableEnded;
	response.writeHead(status, {
		...headersForPages(origin),
		...(isWhole ? {} : { connection: 'close' }),
		...(status === 204 ? {} : { 'content-type': 'application/json' })
	});
	response.end(status === 204 ? undefined : JSON.stringify({ refused: became }));
	if (!isWhole) {
		request.resume();
		setTimeout(() => request.destroy(), PATIENCE_MS).unref();
	}
}

const STATUS: Record<MessageOutcome, number> = {
	heard: 204,
	repeated: 204,
	'not-signed': 401,
	'wrong-signature': 401,
	'wrong-time': 401,
	'wrong-method': 405,
	'too-large': 413,
	'too-slow': 408,
	'too-many': 503,
	'not-json': 400,
	'not-understood': 422,
	'mapping-failed': 422,
	'mapping-off': 503,
	'no-such-switch': 404
};
