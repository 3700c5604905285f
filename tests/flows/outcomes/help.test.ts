/** Help asked by an officer's own key: heard by those who may come, and by nobody else; and over with the contact. */
import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { describe, expect, onTestFinished } from 'vitest';
import { addOfficer } from '#server/officers/accounts.ts';
import { createCaller } from '#server/router.ts';
import type { OfficerEvent } from '#shared/contacts/log/events.ts';
import { wholeView } from '#shared/contacts/shown/carried-view.ts';
import type { ContactView } from '#shared/contacts/shown/view.ts';
import type { TeamState } from '#shared/monitoring/team-state.ts';
import type { Role } from '#shared/officers/roles.ts';
import type { ServerToClient } from '#shared/realtime/events.ts';
import { asked, contactWith } from '../contact-written.ts';
import { AT, emailOf, PASSWORD, test, type Product } from '../product.ts';

const ASK: OfficerEvent = { type: 'helpAsked', reason: 'distressed-caller' };

const act = (product: Product, contactId: string, ...bodies: OfficerEvent[]) =>
	asked(product).contacts.act({
		contactId,
		events: bodies.map((body) => ({ key: randomUUID(), body }))
	});

async function elsewhere(product: Product, name: string, role: Role) {
	const officer = { name, role, teamId: 'benefits', extension: null };
	const given = { officer: { ...officer, email: emailOf(name) }, password: PASSWORD };
	const id = await addOfficer(product.app.auth, given);
	return createCaller({ officer: { id, ...officer }, app: product.app, requestId: 'TEST-TEST' });
}

async function screenOf(product: Product, name: string): Promise<Socket<ServerToClient>> {
	const cookie = await product.signIn(name);
	const screen: Socket<ServerToClient> = io(product.origin, {
		transports: ['websocket'],
		reconnection: false,
		forceNew: true,
		extraHeaders: { origin: product.origin, cookie }
	});
	onTestFinished(() => void screen.disconnect());
	await new Promise((resolve) => screen.on('connect', () => resolve(null)));
	return screen;
}

async function teamsHeardBy(product: Product, name: string): Promise<TeamState[]> {
	const heard: TeamState[] = [];
	(await screenOf(product, name)).on('team:changed', (team) => heard.push(team));
	return heard;
}

const helpIn = (teams: readonly TeamState[], contactId: string) =>
	teams
		.findLast(({ teamId }) => teamId === 'revenues')
		?.state.calls.find((call) => call.contactId === contactId)?.help;

const helpOf = async (product: Product, contactId: string) =>
	(await asked(product).contacts.view({ contactId }))?.contact.help ?? null;

const eventsOf = (product: Product, contactId: string, type: string) =>
	product.app.db.sql<{ officer_id: string }[]>`select officer_id from contact_events
		where contact_id = ${contactId} and type = ${type}`;

describe('help asked', () => {
	test('is heard by the team’s leaders and managers, and says nothing of the customer', async ({
		product,
		owner
	}) => {
		await owner`insert into teams (id, name) values ('benefits', 'Benefits')`;
		const helen = await elsewhere(product, 'helen', 'leader');
		const [ruths, marcuss, helens, daniels] = await Promise.all(
			['ruth', 'marcus', 'helen', 'daniel'].map((name) => teamsHeardBy(product, name))
		);
		if (!ruths || !marcuss || !helens || !daniels) throw new Error('Somebody does not listen.');
		const contactId = await contactWith({ product, owner }, { number: '+447700900142' });
		await act(product, contactId, ASK);
		const isAsked = { reason: 'distressed-caller', askedAt: AT, leader: null };
		await expect.poll(() => helpIn(ruths, contactId)).toEqual(isAsked);
		await expect.poll(() => helpIn(marcuss, contactId)).toEqual(isAsked);
		expect(JSON.stringify(ruths)).not.toMatch(/900142/);

		// Asked again it is asked once; a leader of another team neither sees nor answers it.
		await act(product, contactId, { type: 'helpAsked', reason: 'other' });
		expect(await helpOf(product, contactId)).toMatchObject({ reason: 'distressed-caller' });
		expect(await helen.monitoring.answerHelp({ contactId })).toEqual({
			ok: false,
			because: 'not-asked'
		});
		expect(JSON.stringify(await helen.monitoring.teams())).not.toContain(contactId);
		expect([JSON.stringify(helens).includes(contactId), daniels]).toEqual([false, []]);
	});

	test('is answered by one leader, which the officer’s screen hears at once', async ({
		product,
		owner
	}) => {
		const contactId = await contactWith({ product, owner }, {});
		await act(product, contactId, ASK);
		const screen = await screenOf(product, 'priya');
		const views: ContactView[] = [];
		screen.on('contact:changed', (view) => views.push(wholeView(view)));
		const ruth = asked(product, 'ruth');
		expect(await ruth.monitoring.answerHelp({ contactId })).toEqual({ ok: true });
		await expect.poll(() => views.at(-1)?.contact.help?.leader?.name).toBe('Ruth Ellison');
		expect(await ruth.monitoring.answerHelp({ contactId })).toEqual({ ok: true });
		expect(await asked(product, 'marcus').monitoring.answerHelp({ contactId })).toEqual({
			ok: false,
			because: 'somebody-comes'
		});
		const lines = await eventsOf(product, contactId, 'helpAnswered');
		expect(lines.map(({ officer_id }) => officer_id)).toEqual([product.people['ruth']?.id]);
	});

	test('by two at once is answered once', async ({ product, owner }) => {
		const contactId = await contactWith({ product, owner }, {});
		await act(product, contactId, ASK);
		const answers = await Promise.all(
			['ruth', 'marcus'].map((name) => asked(product, name).monitoring.answerHelp({ contactId }))
		);
		expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
		expect(await eventsOf(product, contactId, 'helpAnswered')).toHaveLength(1);
	});

	test('is taken back by the officer, and nobody comes any more', async ({ product, owner }) => {
		const contactId = await contactWith({ product, owner }, {});
		await act(product, contactId, ASK);
		await act(product, contactId, { type: 'helpWithdrawn' });
		expect(await asked(product, 'ruth').monitoring.answerHelp({ contactId })).toEqual({
			ok: false,
			because: 'not-asked'
		});
		const [team] = await asked(product, 'ruth').monitoring.teams();
		expect(helpIn(team ? [team] : [], contactId)).toBeNull();
	});

	test('ends by itself when the visit does', async ({ product, owner }) => {
		const contactId = await contactWith({ product, owner }, { channel: 'desk' });
		await act(product, contactId, { type: 'helpAsked', reason: 'come-over' });
		await asked(product, 'ruth').monitoring.answerHelp({ contactId });
		expect((await helpOf(product, contactId))?.leader?.name).toBe('Ruth Ellison');
		await act(product, contactId, { type: 'conversationEnded' });
		expect(await helpOf(product, contactId)).toBeNull();
		expect(await asked(product, 'ruth').monitoring.answerHelp({ contactId })).toEqual({
			ok: false,
			because: 'not-asked'
		});
	});

	test('by a leader on a call of their own is another’s to answer', async ({ product, owner }) => {
		const contactId = await contactWith({ product, owner }, { who: 'ruth' });
		const key = randomUUID();
		await asked(product, 'ruth').contacts.act({ contactId, events: [{ key, body: ASK }] });
		expect(await asked(product, 'ruth').monitoring.answerHelp({ contactId })).toEqual({
			ok: false,
			because: 'own-request'
		});
		expect(await asked(product, 'marcus').monitoring.answerHelp({ contactId })).toEqual({
			ok: true
		});
	});
});
