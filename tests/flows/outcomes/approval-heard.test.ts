/** What is asked reaches the screens of those who may answer it, and of nobody else; and the versions tell of it. */
import { PDFDocument } from 'pdf-lib';
import { io } from 'socket.io-client';
import { describe, expect, onTestFinished } from 'vitest';
import { addOfficer } from '#server/officers/accounts.ts';
import { createCaller } from '#server/router.ts';
import type { TeamState } from '#shared/monitoring/team-state.ts';
import type { Role } from '#shared/officers/roles.ts';
import { kellyOffers } from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import { emailOf, northmereProduct as test, PASSWORD, type Product } from '../product.ts';

type Heard = { teams: TeamState[]; versions: Record<string, number>[] };

async function listenAs(product: Product, name: string): Promise<Heard> {
	const cookie = await product.signIn(name);
	const screen = io(product.origin, {
		transports: ['websocket'],
		reconnection: false,
		forceNew: true,
		extraHeaders: { origin: product.origin, cookie }
	});
	onTestFinished(() => void screen.disconnect());
	const heard: Heard = { teams: [], versions: [] };
	screen.on('team:changed', (team: TeamState) => heard.teams.push(team));
	screen.on('versions:told', ({ teams }: { teams: Record<string, number> }) =>
		heard.versions.push(teams)
	);
	await new Promise((resolve) => screen.on('connect', () => resolve(null)));
	return heard;
}

async function elsewhere(product: Product, name: string, role: Role): Promise<void> {
	const officer = { name, role, email: emailOf(name), teamId: 'benefits', extension: null };
	await addOfficer(product.app.auth, { officer, password: PASSWORD });
}

const approvalsIn = ({ teams }: Heard) =>
	teams.flatMap(({ state }) => state.approvals.map(({ approvalId }) => approvalId));

describe('what is asked', () => {
	test('is heard by the team’s leader and every manager, and by no other', async ({
		product,
		owner
	}) => {
		await owner`insert into teams (id, name) values ('benefits', 'Benefits')`;
		await elsewhere(product, 'helen', 'leader');
		await elsewhere(product, 'joan', 'manager');
		const [ruth, joan, helen, daniel] = await Promise.all(
			['ruth', 'joan', 'helen', 'daniel'].map((name) => listenAs(product, name))
		);
		if (!ruth || !joan || !helen || !daniel) throw new Error('Somebody does not listen.');
		const contactId = await kellyOffers({ product, owner }, { pounds: 110 });
		const answer = await asked(product).approvals.ask({ contactId, reason: 'Hours cut.' });
		if (!answer.ok) throw new Error(answer.because);
		await expect.poll(() => approvalsIn(ruth)).toContain(answer.approvalId);
		await expect.poll(() => approvalsIn(joan)).toContain(answer.approvalId);

		const last = ruth.teams.at(-1);
		const told = () => ruth.versions.at(-1)?.['revenues'] ?? 0;
		await expect.poll(told, { timeout: 12_000 }).toBeGreaterThanOrEqual(last?.version ?? 0);
		expect(Object.keys(ruth.versions.at(-1) ?? {})).toEqual(['revenues']);
		expect(Object.keys(joan.versions.at(-1) ?? {})).toContain('revenues');
		expect(Object.keys(helen.versions.at(-1) ?? {})).toEqual(['benefits']);
		expect(daniel.versions.at(-1)).toEqual({});
		expect(approvalsIn(helen)).toEqual([]);
		expect(helen.teams.every(({ teamId }) => teamId === 'benefits')).toBe(true);
		expect(daniel.teams).toEqual([]);

		await asked(product).approvals.withdraw({ contactId });
		await expect.poll(() => ruth.teams.at(-1)?.state.approvals).toEqual([]);
	}, 30_000);
});

describe('where nobody answers', () => {
	test('another leader who is in is asked, on their own board, and the first sees it end', async ({
		product,
		owner
	}) => {
		await elsewhere(product, 'nia', 'leader');
		const contactId = await kellyOffers({ product, owner }, { pounds: 110 });
		const officer = asked(product);
		expect(await officer.approvals.others({ contactId })).toEqual([]);
		const first = await officer.approvals.ask({ contactId, reason: 'Hours cut.' });
		if (!first.ok) throw new Error(first.because);
		expect(await officer.approvals.others({ contactId })).toEqual([]);

		const [ruth, nia] = await Promise.all(['ruth', 'nia'].map((name) => listenAs(product, name)));
		if (!ruth || !nia) throw new Error('Somebody does not listen.');
		const others = await officer.approvals.others({ contactId });
		expect(others.map(({ name }) => name)).toEqual(['nia']);
		const leaderId = others[0]?.id ?? '';
		const nobody = { contactId, leaderId: 'nobody', reason: 'Hours cut.' };
		expect(await officer.approvals.askAnother(nobody)).toEqual({ ok: false, because: 'not-in' });
		const second = await officer.approvals.askAnother({ ...nobody, leaderId });
		if (!second.ok) throw new Error(second.because);
		await expect.poll(() => approvalsIn(nia)).toContain(second.approvalId);
		await expect.poll(() => ruth.teams.at(-1)?.state.approvals).toEqual([]);
		const view = await officer.contacts.view({ contactId });
		expect(view?.contact.outcomes.approval).toMatchObject({
			approvalId: second.approvalId,
			state: 'waiting',
			of: 'nia',
			asked: 'Hours cut.'
		});

		const leader = createCaller({
			officer: { id: leaderId, name: 'nia', role: 'leader', teamId: 'benefits', extension: null },
			app: product.app,
			requestId: 'TEST-TEST'
		});
		expect(await leader.approvals.open({ approvalId: second.approvalId })).toMatchObject({
			ok: true
		});
		const decision = { answer: 'grant' as const, conditions: [], note: '' };
		expect(
			await leader.approvals.answer({ approvalId: second.approvalId, decision })
		).toMatchObject({ ok: true });
		expect(await officer.approvals.others({ contactId })).toEqual([]);

		const before = await owner`select count(*)::int as letters from letters`;
		const drafted = await officer.outcomes.preview({ contactId });
		if (!drafted.ok) throw new Error(drafted.because);
		const pdf = await PDFDocument.load(Buffer.from(drafted.pdf, 'base64'));
		expect(pdf.getPageCount()).toBeGreaterThan(0);
		expect(await owner`select count(*)::int as letters from letters`).toEqual(before);
	}, 30_000);
});
