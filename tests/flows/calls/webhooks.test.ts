/** What real requests to the door that switches post to make of calls, and what is refused there. */
import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { AT } from '../product.ts';
import {
	BEFORE,
	contactOf,
	eventsOf,
	NUMBER,
	post,
	SECRET,
	settled,
	test,
	TOKEN
} from './posting.ts';

function ringing(contactId: string, agent = '1001') {
	return {
		sequence: 0,
		events: [
			{ type: 'contact.started', contactId, caller: { number: '07700 900142' } },
			{ type: 'contact.queued', contactId, queue: 'council-tax' },
			{ type: 'agent.offered', contactId, agent, queue: 'council-tax' }
		]
	};
}

describe('a switch that posts', () => {
	test("rings on the officer's screen, and its end ends there", async ({ posted, database }) => {
		const contactId = randomUUID();
		expect(await post(posted, ringing(contactId))).toBe(204);
		const row = () => contactOf(database, contactId);
		await expect.poll(row).toMatchObject({
			source: 'webhook:own',
			caller_number: NUMBER,
			presentation: 'allowed',
			officer_ids: [posted.priyaId],
			closed_at: null
		});
		const [view] = await posted.app.contacts.mine(posted.priyaId);
		expect(view).toMatchObject({ people: { kind: 'likely' }, verbs: [] });
		await post(posted, { sequence: 2, type: 'contact.ended', contactId, by: 'caller' });
		await post(posted, { sequence: 1, type: 'agent.connected', contactId, agent: '1001' });
		await expect
			.poll(async () => (await eventsOf(database, contactId)).map(({ type }) => type))
			.toEqual(['contactStarted', 'queued', 'offered', 'answered', 'callEnded']);
	});

	test('is heard once, however often it posts a message', async ({ posted, database }) => {
		const contactId = randomUUID();
		const messageId = randomUUID();
		for (const secret of [SECRET, BEFORE]) {
			expect(await post(posted, ringing(contactId), { messageId, secret })).toBe(204);
		}
		await expect.poll(() => eventsOf(database, contactId)).toHaveLength(3);
		// The same news in another message says nothing new, and what has ended stays ended.
		await post(posted, { type: 'contact.ended', contactId });
		await expect.poll(() => eventsOf(database, contactId)).toHaveLength(4);
		await post(posted, { ...ringing(contactId), sequence: null });
		await post(posted, ringing(randomUUID()));
		await settled(posted);
		expect(await eventsOf(database, contactId)).toHaveLength(4);
		expect(posted.lines.filter((line) => line.includes('"outcome":"repeated"'))).toHaveLength(1);
	});

	test('never shows, keeps or says a number that is withheld', async ({ posted, database }) => {
		const contactId = randomUUID();
		const caller = { number: NUMBER, name: 'Kelly', presentation: 'withheld' };
		const events = [
			{ type: 'contact.started', contactId, caller },
			{ type: 'agent.offered', contactId, agent: '1002' }
		];
		expect(await post(posted, { events })).toBe(204);
		await expect
			.poll(() => contactOf(database, contactId))
			.toMatchObject({ presentation: 'withheld', caller_number: null, caller_name: null });
		const [kept] = await database.sql<{ said: string }[]>`
			select said from webhook_messages where contact_id = ${contactId}`;
		expect(kept?.said).not.toContain(NUMBER);
	});

	test('pops by the least a softphone can say', async ({ posted, database }) => {
		const callId = randomUUID();
		const said = { agent: '1001', number: '07700 900142', callId };
		expect(await post(posted, said, { path: '/api/pop' })).toBe(204);
		expect(await post(posted, { ...said, agent: '' }, { path: '/api/pop' })).toBe(422);
		await posted.app.webhooks.pop({ ...said, state: 'answered' });
		await posted.app.webhooks.pop({ ...said, state: 'ended' });
		await expect
			.poll(async () => (await eventsOf(database, callId)).map(({ type }) => type))
			.toEqual(['contactStarted', 'offered', 'answered', 'callEnded']);
		expect(await contactOf(database, callId)).toMatchObject({ caller_number: NUMBER });
	});

	test('of the push kind rings, is answered by one and stops for the others', async ({
		posted,
		database
	}) => {
		const callId = randomUUID();
		const push = (fields: Record<string, string>, path = `push/${TOKEN}`) =>
			post(posted, new URLSearchParams({ callId, direction: 'in', ...fields }).toString(), {
				path,
				headers: { 'content-type': 'application/x-www-form-urlencoded' }
			});
		expect(await push({ event: 'newCall' }, 'push/another-secret-that-is-long')).toBe(401);
		expect(await push({ event: 'newCall', from: 'anonymous', user: '1001' })).toBe(204);
		await push({ event: 'answer', answeringNumber: '1001' });
		await push({ event: 'hangup', cause: 'normalClearing' });
		await expect
			.poll(async () => (await eventsOf(database, callId)).map(({ type }) => type))
			.toEqual(['contactStarted', 'offered', 'answered', 'callEnded']);
		expect(await contactOf(database, callId)).toMatchObject({ presentation: 'withheld' });
	});
});

describe('a message that is not right', () => {
	const contactId = randomUUID();
	const fiveMinutesAgo = String(Date.parse(AT) / 1000 - 301);
	const aboutNumber = { type: 'contact.started', contactId, caller: { number: NUMBER } };

	test.for([
		[
			'with a wrong signature',
			aboutNumber,
			{ secret: SECRET.replace('MfK', 'NfK') },
			401,
			'wrong-signature'
		],
		['without a signature', aboutNumber, { headers: { 'webhook-id': '' } }, 401, 'not-signed'],
		['with an old time', aboutNumber, { timestamp: fiveMinutesAgo }, 401, 'wrong-time'],
		['of ten megabytes', NUMBER.repeat(800_000), {}, 413, 'too-large'],
		['of wrong JSON', `{"number":"${NUMBER}"`, {}, 400, 'not-json'],
		['nested a hundred thousand deep', '['.repeat(100_000), {}, 400, 'not-json'],
		[
			'of another kind of event',
			{ ...aboutNumber, type: 'contact.moved' },
			{},
			422,
			'not-understood'
		],
		['with a script for an id', { ...aboutNumber, contactId: '<b>' }, {}, 422, 'not-understood'],
		['to nobody', aboutNumber, { path: 'nobody' }, 404, 'no-such-switch'],
		['to a name that is none', aboutNumber, { path: 'NOBODY!' }, 404, 'no-such-switch']
	] as const)(
		'%s is refused in one line',
		async ([, content, how, status, because], { posted }) => {
			const before = posted.lines.length;
			expect(await post(posted, content, how)).toBe(status);
			const said = posted.lines.slice(before).filter((line) => line.includes('"webhook"'));
			expect(said).toHaveLength(1);
			expect(said[0]).toContain(`"because":"${because}"`);
			expect(said.join()).not.toContain('7700900142');
			expect(posted.app.log.refusals()).toMatch(new RegExp(`because="${because}"} [1-9]`));
			expect(posted.app.webhooks.metrics()).not.toContain(because);
		}
	);

	test('leaves nothing behind, and the calls as they were', async ({ posted, database }) => {
		await settled(posted);
		expect(await contactOf(database, contactId)).toBeUndefined();
		const kept = await database.sql`
			select 1 from webhook_messages where contact_id = ${contactId}`;
		expect(kept).toHaveLength(0);
	});
});

describe('a switch nobody wrote a dialect for', () => {
	const source = 'webhook:odd';
	const path = 'odd';
	const expression = `ring.loop
		? ($f := function($n) { $f($n + 1) }; $f(0))
		: {"events": [
			{"type": "contact.started", "contactId": ring.id, "caller": {"number": ring.cli}},
			{"type": "agent.offered", "contactId": ring.id, "agent": ring.ext}
		]}`;
	const ring = (id: string, more = {}) => ({ ring: { id, cli: NUMBER, ext: '1001', ...more } });

	test('is captured, mapped, tried and heard', async ({ posted, database }) => {
		const { webhooks } = posted.app;
		const contactId = randomUUID();
		expect(await post(posted, ring(contactId), { path })).toBe(503);
		expect(await webhooks.preview({ source, expression: '{"type": 1}' })).toMatchObject([
			{ isGood: false, events: null }
		]);
		const [previewed] = await webhooks.preview({ source, expression });
		expect(previewed).toMatchObject({ isGood: true });
		expect(previewed?.events).toContain('agent.offered');
		const save = (given: string) =>
			webhooks.save({ source, expression: given, officerId: posted.priyaId });
		expect(await save('{"type": 1}')).toEqual({ ok: false, because: 'does-not-fit' });
		expect(await save(expression)).toEqual({ ok: true });
		expect(await post(posted, ring(contactId), { path })).toBe(204);
		await expect
			.poll(() => contactOf(database, contactId))
			.toMatchObject({ source, caller_number: NUMBER, officer_ids: [posted.priyaId] });
	});

	test('has its mapping switched off when it fails three times', async ({ posted }) => {
		const before = posted.lines.length;
		const statuses: number[] = [];
		for (const loop of [true, true, true, false]) {
			statuses.push(await post(posted, ring(randomUUID(), { loop }), { path }));
		}
		expect(statuses).toEqual([422, 422, 422, 503]);
		expect(await posted.app.notReady()).toContain(source);
		const seen = await posted.app.webhooks.see();
		expect(seen.find((each) => each.source === source)?.mapping).toMatchObject({ isOff: true });
		const said = posted.lines.slice(before).filter((line) => line.includes('"webhook"'));
		expect(said.map((line) => /"because":"([\w-]+)"/.exec(line)?.[1])).toEqual([
			'mapping-failed',
			'mapping-failed',
			'mapping-failed',
			'mapping-off'
		]);
		expect(said.join()).not.toContain('7700900142');
	});

	test('is on again when an administrator says so, on the record', async ({ posted, database }) => {
		const { webhooks } = posted.app;
		const asked = { source, officerId: posted.priyaId };
		expect(await webhooks.switchOn({ ...asked, source: 'webhook:own' })).toEqual({
			ok: false,
			because: 'no-such-switch'
		});
		expect(await webhooks.switchOn(asked)).toEqual({ ok: true });
		expect(await posted.app.notReady()).not.toContain(source);
		expect(await post(posted, ring(randomUUID()), { path })).toBe(204);
		const acts = await database.sql<{ act: string }[]>`
			select act from audit where act like 'webhook.mapping%' order by id`;
		expect(acts.map(({ act }) => act)).toEqual([
			'webhook.mappingSaved',
			'webhook.mappingSwitchedOn'
		]);
	});
});
