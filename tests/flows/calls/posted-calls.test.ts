/** Calls of switches that post: whose screen they reach by what names, and that none is lost, doubled or left over. */
import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { fixedClock } from '#server/clock.ts';
import type { Database } from '#server/db/client.ts';
import { openLog } from '#server/log.ts';
import type { Hear } from '#server/telephony/port.ts';
import type { Said } from '#server/telephony/webhook/dialect.ts';
import { WebhookSwitch } from '#server/telephony/webhook/switch.ts';
import type { CallEvent } from '#shared/calls/events.ts';
import { instant } from '#shared/time/day.ts';
import { AT } from '../product.ts';
import {
	contactOf,
	eventsOf,
	NUMBER,
	officerOf,
	post,
	SECRET,
	settled,
	test,
	TOKEN,
	type Posted
} from './posting.ts';

const PRIYA_AT_GENESYS = '7f6b1c1e-2222-4c2b-9b1f-aaaaaaaaaaaa';
const TOM_AT_CONNECT = 'a1b2c3d4-3333-4444-8888-bbbbbbbbbbbb';

/** A whole conversation, as Genesys Cloud shows it: it rings for Priya. */
function genesysRings(id: string) {
	const queue = { id: 'q-1', name: 'Council tax' };
	const user = { id: PRIYA_AT_GENESYS, name: 'P. Shah' };
	return {
		topicName: `v2.users.${PRIYA_AT_GENESYS}.conversations.calls`,
		version: '2',
		eventBody: {
			id,
			recordingState: 'none',
			participants: [
				{
					id: 'c',
					purpose: 'customer',
					state: 'connected',
					direction: 'inbound',
					ani: `tel:${NUMBER}`
				},
				{ id: 'q', purpose: 'acd', state: 'connected', queue },
				{ id: 'a', purpose: 'agent', state: 'alerting', user, queue }
			]
		}
	};
}

/** A contact event of Amazon Connect, as EventBridge sends it. */
function connectEvent(contactId: string, eventType: string, id: string = randomUUID()) {
	const instance = 'arn:aws:connect:eu-west-2:111122223333:instance/i-1';
	return {
		version: '0',
		id,
		'detail-type': 'Amazon Connect Contact Event',
		source: 'aws.connect',
		time: AT,
		detail: {
			eventType,
			contactId,
			channel: 'VOICE',
			initiationMethod: 'INBOUND',
			agentInfo: { agentArn: `${instance}/agent/${TOM_AT_CONNECT}` }
		}
	};
}

const byToken = { path: `connect/${TOKEN}` };

async function namesOf({ app }: Posted, source: string) {
	const seen = await app.webhooks.see();
	return seen.find((each) => each.source === source)?.names ?? [];
}

async function give(posted: Posted, { source, officerId }: { source: string; officerId: string }) {
	const [named] = await namesOf(posted, source);
	const by = posted.priyaId;
	return posted.app.webhooks.giveName({ nameId: named?.id ?? '', officerId, by });
}

describe('an officer whom the switch calls by another name', () => {
	test('has the call of a Genesys snapshot once the name is theirs, one that rings already too', async ({
		posted,
		database
	}) => {
		const source = 'webhook:genesys';
		const [rings, next] = [randomUUID(), randomUUID()];
		expect(await post(posted, genesysRings(rings), { path: 'genesys' })).toBe(204);
		await expect
			.poll(() => contactOf(database, rings))
			.toMatchObject({ caller_number: NUMBER, officer_ids: [] });
		await expect
			.poll(() => namesOf(posted, source))
			.toMatchObject([{ name: PRIYA_AT_GENESYS, officerId: null }]);
		expect(await give(posted, { source, officerId: posted.priyaId })).toEqual({ ok: true });
		const officers = [posted.priyaId];
		await expect.poll(() => contactOf(database, rings)).toMatchObject({ officer_ids: officers });
		await post(posted, genesysRings(next), { path: 'genesys' });
		await expect.poll(() => contactOf(database, next)).toMatchObject({ officer_ids: officers });
		expect(posted.lines.join('\n')).not.toContain(PRIYA_AT_GENESYS);
	});

	test('has the call of a Connect event', async ({ posted, database }) => {
		const source = 'webhook:connect';
		const tomId = await officerOf(posted, '1002');
		await post(posted, connectEvent(randomUUID(), 'CONNECTED_TO_AGENT'), byToken);
		await expect.poll(() => namesOf(posted, source)).toHaveLength(1);
		expect(await give(posted, { source, officerId: tomId })).toEqual({ ok: true });
		const contactId = randomUUID();
		await post(posted, connectEvent(contactId, 'INITIATED'), byToken);
		await post(posted, connectEvent(contactId, 'CONNECTED_TO_AGENT'), byToken);
		await expect.poll(() => contactOf(database, contactId)).toMatchObject({ officer_ids: [tomId] });
		await post(posted, connectEvent(contactId, 'DISCONNECTED'), byToken);
		await expect.poll(() => typesOf(database, contactId)).toContain('callEnded');
	});

	test('is chosen and taken back on the record, and only for who takes calls', async ({
		posted,
		database
	}) => {
		const { webhooks } = posted.app;
		const by = posted.priyaId;
		const [named] = await namesOf(posted, 'webhook:genesys');
		const nameId = named?.id ?? '';
		const [alice] = await database.sql<{ id: string }[]>`
			select id from auth_user where role = 'administrator' limit 1`;
		const given = (officerId: string | null, id = nameId) =>
			webhooks.giveName({ nameId: id, officerId, by });
		expect(await given(alice?.id ?? '')).toEqual({ ok: false, because: 'no-such-officer' });
		expect(await given('nobody')).toEqual({ ok: false, because: 'no-such-officer' });
		expect(await given(null, randomUUID())).toEqual({ ok: false, because: 'no-such-name' });
		expect(await given(null)).toEqual({ ok: true });
		const rows = await database.sql`
			select act, officer_id as "by", detail from audit where subject_id = ${nameId} order by id`;
		const source = 'webhook:genesys';
		expect(rows).toEqual([
			{ act: 'webhook.nameGiven', by, detail: { source, officerId: by } },
			{ act: 'webhook.nameTakenBack', by, detail: { source, officerId: null } }
		]);
		const officersOfNext = async () => {
			const contactId = randomUUID();
			await post(posted, genesysRings(contactId), { path: 'genesys' });
			await settled(posted);
			return (await contactOf(database, contactId))?.['officer_ids'];
		};
		await expect.poll(officersOfNext).toEqual([]);
	});

	test('is one of a hundred at most that are kept of nobody, and none too long', async ({
		posted
	}) => {
		for (const part of [0, 1, 2]) {
			const events = Array.from({ length: 50 }, (_, index) => ({
				type: 'agent.stateChanged',
				agent: `Nobody ${part} ${index}`,
				state: 'ready'
			}));
			expect(await post(posted, { events })).toBe(204);
		}
		const long = { type: 'agent.stateChanged', agent: 'x'.repeat(81), state: 'ready' };
		expect(await post(posted, long)).toBe(422);
		await settled(posted);
		await expect.poll(async () => (await namesOf(posted, 'webhook:own')).length).toBe(100);
		expect(posted.lines.join('\n')).not.toContain('Nobody');
	});
});

describe('a caller who is told of after the call', () => {
	const rings = (contactId: string) => ({ type: 'agent.offered', contactId, agent: '1001' });
	const started = (contactId: string, caller: object) => ({
		type: 'contact.started',
		contactId,
		caller
	});

	test('is matched and shown', async ({ posted, database }) => {
		const contactId = randomUUID();
		await post(posted, rings(contactId));
		await expect
			.poll(() => contactOf(database, contactId))
			.toMatchObject({ presentation: 'unknown', caller_number: null });
		await post(posted, started(contactId, { number: NUMBER }));
		await expect
			.poll(() => contactOf(database, contactId))
			.toMatchObject({ presentation: 'allowed', caller_number: NUMBER });
		const views = await posted.app.contacts.mine(posted.priyaId);
		const row = await contactOf(database, contactId);
		const view = views.find((each) => each.contactId === row?.['id']);
		expect(view).toMatchObject({ people: { kind: 'likely' } });
	});

	test('stays unknown once they withheld their number, in whatever order that is told', async ({
		posted,
		database
	}) => {
		const contactId = randomUUID();
		const caller = { number: '', presentation: 'withheld' };
		await post(posted, rings(contactId));
		await post(posted, { type: 'contact.callerChanged', contactId, caller });
		await post(posted, started(contactId, { number: NUMBER, name: 'Kelly' }));
		await post(posted, { type: 'agent.connected', contactId, agent: '1001' });
		await expect.poll(() => typesOf(database, contactId)).toContain('answered');
		expect(await contactOf(database, contactId)).toMatchObject({
			presentation: 'withheld',
			caller_number: null,
			caller_name: null
		});
	});
});

describe('a process that dies', () => {
	const source = 'webhook:late';

	test('before it could say that it had heard leaves the message to be heard again', async ({
		posted,
		database
	}) => {
		const contactId = randomUUID();
		const dying = hearing(database, async (event) => {
			await posted.app.contacts.hear(event);
			throw new Error('It died when this was committed.');
		});
		await take(dying.its, { contactId, rings: '1001' });
		await expect.poll(() => typesOf(database, contactId)).toEqual(['contactStarted', 'offered']);
		await expect.poll(() => dying.lines.join()).toContain('"outcome":"failed"');
		await dying.its.stop();
		expect(await unheard(database, source)).toBe(1);
		const next = hearing(database, (event) => posted.app.contacts.hear(event));
		await expect.poll(() => unheard(database, source)).toBe(0);
		expect(next.heard.map(({ type }) => type)).toContain('agent.offered');
		expect(await typesOf(database, contactId)).toEqual(['contactStarted', 'offered']);
		await next.its.stop();
	});

	test('in mid-call leaves what it knew of the call: its end is heard', async ({
		posted,
		database
	}) => {
		const contactId = randomUUID();
		const first = hearing(database, (event) => posted.app.contacts.hear(event));
		await take(first.its, { contactId, rings: '1001' });
		await expect.poll(() => unheard(database, source)).toBe(0);
		await first.its.stop();
		const second = hearing(database, (event) => posted.app.contacts.hear(event));
		const of = { contactId, direction: 'inbound' } as const;
		await takeSaid(second.its, [{ type: 'contact.ended', ...of, by: 'caller' }]);
		await expect.poll(() => typesOf(database, contactId)).toContain('callEnded');
		expect(second.heard).toContainEqual(
			expect.objectContaining({ type: 'contact.ended', abandoned: true })
		);
		await second.its.stop();
	});

	test('and hears on after another took its switch marks nothing', async ({ database }) => {
		const contactId = randomUUID();
		const late = hearing(database, () => Promise.resolve(false));
		await take(late.its, { contactId, rings: '1001' });
		await expect.poll(() => late.heard.length).toBeGreaterThan(1);
		await late.its.stop();
		expect(await unheard(database, source)).toBe(1);
		await database.sql`delete from webhook_messages where source = ${source} and heard_at is null`;
	});

	test('or a provider whose message was lost leaves no call for ever', async ({
		posted,
		database
	}) => {
		const contactId = randomUUID();
		const { its, lines } = hearing(database, (event) => posted.app.contacts.hear(event));
		await take(its, { contactId, rings: '1001' });
		await expect.poll(() => unheard(database, source)).toBe(0);
		await its.sweep(minutesLater(14));
		expect(await typesOf(database, contactId)).toEqual(['contactStarted', 'offered']);
		await its.sweep(minutesLater(16));
		expect(await typesOf(database, contactId)).toEqual(['contactStarted', 'offered', 'offerEnded']);
		const of = { contactId, direction: 'inbound', agent: '1001', legId: contactId } as const;
		await takeSaid(its, [{ type: 'agent.connected', ...of }]);
		await expect.poll(() => typesOf(database, contactId)).toContain('answered');
		await its.sweep(minutesLater(239));
		expect(await typesOf(database, contactId)).not.toContain('callEnded');
		await its.sweep(minutesLater(240));
		const [ended] = await database.sql<{ body: object }[]>`
			select body from contact_events e join contacts c on c.id = e.contact_id
			where c.source_contact_id = ${contactId} and e.type = 'callEnded'`;
		expect(ended?.body).toMatchObject({ endedBy: 'unknown', abandoned: false });
		expect(lines.filter((line) => line.includes('webhook.silent'))).toHaveLength(1);
		await takeSaid(its, [{ type: 'leg.held', ...of }]);
		await takeSaid(its, [{ type: 'contact.ended', contactId, direction: 'inbound', by: 'caller' }]);
		await expect.poll(() => unheard(database, source)).toBe(0);
		expect((await typesOf(database, contactId)).at(-1)).toBe('callEnded');
		await its.stop();
		expect(lines.join()).not.toContain('"outcome":"failed"');
	});
});

describe('a card’s number in a message', () => {
	test('is struck out of it before anything is kept, once counted, and the call is heard', async ({
		posted,
		database
	}) => {
		const card = '5105 1051 0510 5100';
		const id = 'call:5105105105105100';
		const before = posted.lines.length;
		const caller = { number: card, name: `Card ${card}` };
		await post(posted, {
			events: [
				{ type: 'contact.started', contactId: id, caller },
				{ type: 'agent.offered', contactId: id, agent: card, queue: card },
				{ type: 'agent.offered', contactId: id, agent: '1001' }
			]
		});
		const said = { agent: '1001', number: card, callId: 5105105105105100 };
		expect(await post(posted, said, POP)).toBe(204);
		expect(await post(posted, { card }, { path: 'odd' })).toBe(503);
		expect(await post(posted, { ...said, callId: card.replaceAll(' ', '') }, POP)).toBe(204);
		await settled(posted);
		const all = await database.sql<{ id: string; number: string | null }[]>`
			select source_contact_id as id, caller_number as number from contacts
			where source in ('webhook:own', 'webhook:pop') and source_contact_id ~ '^(call:)?999[0-9]{9}$'`;
		expect(all.filter(({ number }) => number === null)).toHaveLength(2);
		const told = posted.lines.slice(before).filter((line) => line.includes('"webhook"'));
		expect(told).toHaveLength(4);
		expect(posted.app.log.refusals()).toMatch(/switch="webhook:pop",because="card-number"} 2/);
		const tables = await database.sql<{ name: string }[]>`
			select format('%I.%I', schemaname, tablename) as name from pg_tables
			where schemaname = 'public'`;
		for (const { name } of tables) {
			const rows = await database.sql.unsafe(
				`select 1 from ${name} t where t::text ~ '5105.?1051'`
			);
			expect([name, rows.length]).toEqual([name, 0]);
		}
		expect(posted.lines.join('\n')).not.toMatch(/5105.?1051/);
	});
});

const POP = { path: '/api/pop' };

function hearing({ sql }: Database, hear: Hear) {
	const lines: string[] = [];
	const heard: CallEvent[] = [];
	const log = openLog((line) => lines.push(line));
	const its = new WebhookSwitch({
		settings: {
			kind: 'webhook',
			name: 'webhook:late',
			dialect: 'fairline',
			check: 'signed',
			secrets: [SECRET]
		},
		clock: fixedClock(AT),
		log,
		sql
	});
	its.start((event) => {
		heard.push(event);
		return hear(event);
	});
	return { its, lines, heard };
}

function take(its: WebhookSwitch, { contactId, rings }: { contactId: string; rings: string }) {
	const of = { contactId, direction: 'inbound' } as const;
	const caller = { number: NUMBER, presentation: 'allowed', name: null } as const;
	return takeSaid(its, [
		{ type: 'contact.started', ...of, caller, dialled: null },
		{ type: 'agent.offered', ...of, agent: rings, legId: contactId, queue: null }
	]);
}

function takeSaid(its: WebhookSwitch, said: readonly Said[]) {
	return its.take({ messageId: randomUUID(), said, count: null });
}

async function unheard({ sql }: Database, source: string): Promise<number> {
	const [row] = await sql<[{ count: number }]>`
		select count(*)::int as count from webhook_messages
		where source = ${source} and heard_at is null`;
	return row.count;
}

async function typesOf(database: Database, contactId: string): Promise<string[]> {
	return (await eventsOf(database, contactId)).map(({ type }) => type);
}

const minutesLater = (minutes: number) => instant(new Date(Date.parse(AT) + minutes * 60_000));
