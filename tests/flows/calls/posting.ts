/** The product with switches that post to it, and real requests to their door. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import type { Database } from '#server/db/client.ts';
import { startApp } from '#server/main.ts';
import type { RunningApp } from '#server/running.ts';
import { signed } from '#server/telephony/webhook/standard-signature.ts';
import { northmere } from '../flow.ts';
import { AT, settingsFor } from '../product.ts';

export const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
export const BEFORE = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
export const TOKEN = 'a-secret-of-thirty-characters-';
export const NUMBER = '+447700900142';

export const test = northmere.extend(
	'posted',
	{ scope: 'file' },
	async ({ databaseUrl }, { onCleanup }) => {
		const posted = await openPosted(databaseUrl);
		onCleanup(() => posted.close());
		return posted;
	}
);

async function openPosted(databaseUrl: string) {
	const lines: string[] = [];
	const http = createServer();
	await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
	const origin = `http://localhost:${(http.address() as AddressInfo).port}`;
	const environment = {
		DEMO: '0',
		TELEPHONY: 'webhook:own,webhook:push,webhook:odd,webhook:pop,webhook:genesys,webhook:connect',
		WEBHOOK_OWN_SECRET: `${SECRET},${BEFORE}`,
		WEBHOOK_PUSH_DIALECT: 'zammad',
		WEBHOOK_PUSH_SECRET: TOKEN,
		WEBHOOK_ODD_DIALECT: 'mapped',
		WEBHOOK_ODD_SECRET: SECRET,
		WEBHOOK_POP_SECRET: SECRET,
		WEBHOOK_GENESYS_DIALECT: 'genesys',
		WEBHOOK_GENESYS_SECRET: SECRET,
		WEBHOOK_CONNECT_DIALECT: 'connect',
		WEBHOOK_CONNECT_SECRET: TOKEN
	};
	const settings = settingsFor({ databaseUrl, origin, http, lines, environment });
	const running = await startApp(settings);
	answerWith(http, running);
	const priyaId = await officerOf(running, '1001');
	return {
		...running,
		lines,
		origin,
		priyaId,
		async close() {
			await running.dispose();
			http.closeAllConnections();
			await new Promise((resolve) => http.close(resolve));
		}
	};
}

function answerWith(http: Server, { app }: RunningApp): void {
	http.on('request', (request, response) => {
		if (!app.webhooks.answer(request, response)) response.writeHead(404).end();
	});
}

export async function officerOf(
	{ app }: Pick<RunningApp, 'app'>,
	extension: string
): Promise<string> {
	const [row] = await app.db.sql<{ id: string }[]>`
		select id from auth_user where extension = ${extension}`;
	if (!row) throw new Error('Nobody in Northmere has that extension.');
	return row.id;
}

export type Posted = Awaited<ReturnType<typeof openPosted>>;

const now = () => String(Date.parse(AT) / 1000);

const DOORS = '/api/telephony/';

export async function post(
	{ origin }: Pick<Posted, 'origin'>,
	content: unknown,
	{
		path = 'own',
		messageId = randomUUID(),
		timestamp = now(),
		secret = SECRET,
		headers = {},
		body = typeof content === 'string' ? content : JSON.stringify(content)
	} = {}
): Promise<number> {
	const answer = await fetch(`${origin}${path.startsWith('/') ? path : `${DOORS}${path}`}`, {
		method: 'POST',
		body,
		headers: {
			'content-type': 'application/json',
			'webhook-id': messageId,
			'webhook-timestamp': timestamp,
			'webhook-signature': signed({ secret, messageId, timestamp, body }),
			...headers
		}
	});
	await answer.text();
	return answer.status;
}

/** Everything posted before it has been heard. */
export async function settled({ app }: Posted): Promise<void> {
	await expect
		.poll(async () => {
			const [row] = await app.db.sql<{ count: number }[]>`
				select count(*)::int as count from webhook_messages where heard_at is null`;
			return row?.count;
		})
		.toBe(0);
}

type Row = Record<string, unknown>;

export async function contactOf({ sql }: Database, contactId: string): Promise<Row | undefined> {
	const [row] = await sql<Row[]>`select * from contacts where source_contact_id = ${contactId}`;
	return row;
}

export async function eventsOf({ sql }: Database, contactId: string): Promise<{ type: string }[]> {
	return sql<{ type: string }[]>`
		select e.type from contact_events e join contacts c on c.id = e.contact_id
		where c.source_contact_id = ${contactId} order by e.seq`;
}
