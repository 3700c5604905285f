/** A contact moves with its call, over a real connection to a switch: what the first officer may, and what the second sees. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { OfficerEvent } from '#shared/contacts/log/events.ts';
import type { Officer } from '#shared/officers/roles.ts';
import { startApp } from '#server/main.ts';
import { createCaller } from '#server/router.ts';
import type { RunningApp } from '#server/running.ts';
import { simulated, type Simulated } from '../../traces/simulated.ts';
import { test } from '../flow.ts';
import { customerWritten, officersWritten } from '../people.ts';
import { settingsFor } from '../product.ts';

const CALLER = { number: '+447700900777', name: '' };
const officer = (name: string, extension: string): Officer => ({
	id: name,
	name,
	role: 'officer',
	teamId: 'recovery',
	extension
});
const PRIYA = officer('priya', '1001');
const TOM = officer('tom', '1002');

let phone: Simulated;
let running: RunningApp;

beforeAll(async () => {
	phone = await simulated();
});

afterAll(async () => {
	await running?.dispose();
	await phone.stop();
});

const as = (who: Officer) =>
	createCaller({ officer: who, app: running.app, requestId: 'TEST-TEST' });
const onScreenOf = async (who: Officer) => (await as(who).contacts.mine())[0];

async function does(who: Officer, body: OfficerEvent, words?: Record<string, string>) {
	const contactId = (await onScreenOf(who))?.contactId ?? '';
	const event = { key: randomUUID(), body, ...(words ? { words } : {}) };
	return as(who).contacts.act({ contactId, events: [event] });
}

async function priyaHasThem(): Promise<string> {
	phone.simulator.ring({ extension: '1001', caller: CALLER, queue: 'council-tax', menu: null });
	await expect.poll(async () => (await onScreenOf(PRIYA))?.contact.offers).toHaveProperty('priya');
	phone.simulator.press('1001', 'answer');
	await expect.poll(async () => (await onScreenOf(PRIYA))?.contact.officerId).toBe('priya');
	return (await onScreenOf(PRIYA))?.contactId ?? '';
}

describe('a contact that is passed on with its call', () => {
	test('goes on at the same step with the second officer, and takes nothing more from the first', async ({
		databaseUrl,
		owner
	}) => {
		await officersWritten(owner);
		const environment = {
			TELEPHONY: 'asterisk',
			ASTERISK_PORT: String(phone.port),
			ASTERISK_USERNAME: 'fairline',
			ASTERISK_SECRET: 'fairline',
			ASTERISK_DIAL_CONTEXT: 'agents',
			ASTERISK_THREE_WAY: '*3'
		};
		const http = createServer();
		const origin = 'http://localhost:4998';
		running = await startApp(settingsFor({ databaseUrl, origin, http, lines: [], environment }));
		await expect.poll(() => running.app.notReady()).not.toContain('asterisk');

		const contactId = await priyaHasThem();
		await does(PRIYA, { type: 'stepEntered', step: 'debts' });
		await does(PRIYA, { type: 'noteWritten' }, { note: 'Rang about a summons' });
		await does(PRIYA, { type: 'handOverNoted' }, { note: 'Wants to pay on the 28th' });
		const on = { contactId, to: { officerId: 'tom' }, kind: 'blind' } as const;
		expect(await as(PRIYA).telephony.transfer(on)).toEqual({ ok: true });
		await expect.poll(async () => (await onScreenOf(TOM))?.contact.offers).toHaveProperty('tom');

		const late = await does(PRIYA, { type: 'noteWritten' }, { note: 'Too late' });
		expect(late).toEqual({ ok: false, because: 'not-yours' });
		const typed = await as(PRIYA).contacts.draft({ contactId, field: 'note', value: 'Too late' });
		expect(typed).toEqual({ ok: false, because: 'not-yours' });

		phone.simulator.press('1002', 'answer');
		await expect.poll(async () => (await onScreenOf(TOM))?.contact.officerId).toBe('tom');
		const theirs = (await onScreenOf(TOM))?.contact;
		expect(theirs).toMatchObject({
			step: 'debts',
			notes: 'Rang about a summons',
			handOver: { by: 'priya', note: 'Wants to pay on the 28th' }
		});
		expect((await does(TOM, { type: 'stepEntered', step: 'reason' })).ok).toBe(true);
		expect((await onScreenOf(PRIYA))?.people).toEqual({ kind: 'gone' });
		expect((await does(PRIYA, { type: 'stepEntered', step: 'greeting' })).ok).toBe(false);
		expect((await does(PRIYA, { type: 'wrappedUp' })).ok).toBe(true);
		phone.simulator.press('1002', 'hangUp');
		await expect.poll(async () => (await onScreenOf(TOM))?.contact.endedAt).not.toBeNull();
		expect((await does(TOM, { type: 'wrappedUp' })).ok).toBe(true);
	});

	test('is still the first one’s while they ask a colleague, who is seen to pick up', async () => {
		const contactId = await priyaHasThem();
		const on = { contactId, to: { officerId: 'tom' }, kind: 'attended' } as const;
		expect(await as(PRIYA).telephony.transfer(on)).toEqual({ ok: true });
		const asked = async () => (await onScreenOf(PRIYA))?.contact;
		await expect.poll(asked).toMatchObject({ consultingTo: '1002', isConsultAnswered: false });
		phone.simulator.press('1002', 'answer');
		await expect.poll(asked).toMatchObject({ isConsultAnswered: true });
		expect((await does(PRIYA, { type: 'stepEntered', step: 'debts' })).ok).toBe(true);
		await as(PRIYA).telephony.command({ contactId, verb: 'hangUp' });
		await expect.poll(async () => (await onScreenOf(TOM))?.contact.officerId).toBe('tom');
		expect((await onScreenOf(TOM))?.contact.step).toBe('debts');
		expect((await does(PRIYA, { type: 'stepEntered', step: 'reason' })).ok).toBe(false);
	});
});

describe('three on one line', () => {
	const finished = async (who: Officer) => {
		for (const { contactId } of await as(who).contacts.mine())
			await as(who).contacts.act({
				contactId,
				events: [{ key: randomUUID(), body: { type: 'wrappedUp' } }]
			});
	};

	test('one keeps the record, and whoever stays has it from then on', async () => {
		phone.simulator.press('1002', 'hangUp');
		for (const who of [PRIYA, TOM]) {
			await expect.poll(async () => (await onScreenOf(who))?.contact.endedAt ?? '').not.toBeNull();
			await finished(who);
		}
		const contactId = await priyaHasThem();
		const on = { contactId, to: { officerId: 'tom' }, kind: 'attended' } as const;
		expect(await as(PRIYA).telephony.transfer(on)).toEqual({ ok: true });
		await expect.poll(async () => (await onScreenOf(PRIYA))?.line?.consulted).toBe('tom');
		const asked = { contactId, verb: 'conference' } as const;
		expect(await as(PRIYA).telephony.command(asked)).toEqual({ ok: false, because: 'not-now' });
		phone.simulator.press('1002', 'answer');
		const contact = async () => (await onScreenOf(PRIYA))?.contact;
		await expect.poll(contact).toMatchObject({ isConsultAnswered: true });
		expect(await as(PRIYA).telephony.command(asked)).toEqual({ ok: true });
		await expect.poll(contact).toMatchObject({ consultingTo: null, heldBy: [] });

		expect((await onScreenOf(TOM))?.line?.onLine).toEqual([
			{ officerId: 'priya', name: 'priya', keepsRecord: true },
			{ officerId: 'tom', name: 'tom', keepsRecord: false }
		]);
		expect((await does(PRIYA, { type: 'stepEntered', step: 'debts' })).ok).toBe(true);
		const early = await does(TOM, { type: 'stepEntered', step: 'reason' });
		expect(early).toEqual({ ok: false, because: 'not-yours' });

		const leave = await as(PRIYA).telephony.command({ contactId, verb: 'hangUp' });
		expect(leave).toEqual({ ok: true });
		await expect.poll(async () => (await onScreenOf(TOM))?.contact.officerId).toBe('tom');
		expect((await onScreenOf(TOM))?.contact).toMatchObject({ step: 'debts', endedAt: null });
		expect((await does(TOM, { type: 'stepEntered', step: 'reason' })).ok).toBe(true);
		expect((await does(PRIYA, { type: 'stepEntered', step: 'reason' })).ok).toBe(false);
		phone.simulator.press('1002', 'hangUp');
		await expect.poll(async () => (await onScreenOf(TOM))?.contact.endedAt).not.toBeNull();
		await finished(PRIYA);
		await finished(TOM);
	});
});

describe('a phone that is not ready', () => {
	const tileOf = async (who: Officer) => (await as(who).monitoring.mine())?.state;
	const pausedAt = (who: Officer) => phone.simulator.phone(who.extension ?? '').paused;
	const calledFor = async (contactId: string) =>
		(await as(PRIYA).telephony.transferTargets({ contactId })).colleagues.map(({ name }) => name);

	test('is said to its officer and asked of by nobody, until it is back', async () => {
		for (const who of [PRIYA, TOM])
			await as(who).monitoring.setPresence({ chosen: 'available', reason: null });
		const contactId = await priyaHasThem();
		expect(await calledFor(contactId)).toEqual(['tom']);

		phone.simulator.phoneIs('1002', 'unplug');
		await expect.poll(async () => (await tileOf(TOM))?.phone?.because).toBe('unreachable');
		expect(await tileOf(TOM)).toMatchObject({ chosen: 'available', presence: 'available' });
		await expect.poll(() => pausedAt(TOM)).toBe('Phone not ready');
		expect(await calledFor(contactId)).toEqual([]);
		const on = { contactId, to: { officerId: 'tom' }, kind: 'blind' } as const;
		expect(await as(PRIYA).telephony.transfer(on)).toEqual({
			ok: false,
			because: 'phone-not-ready'
		});

		phone.simulator.phoneIs('1002', 'plugIn');
		await expect.poll(() => pausedAt(TOM)).toBeNull();
		await expect.poll(async () => (await tileOf(TOM))?.phone ?? null).toBeNull();
		expect(await calledFor(contactId)).toEqual(['tom']);
		phone.simulator.press('1001', 'hangUp');
	});

	test('that the phone system paused by itself takes calls again when its officer says so', async () => {
		phone.simulator.ask([
			['Action', 'QueuePause'],
			['Interface', 'PJSIP/1002'],
			['Paused', 'true'],
			['Reason', 'Auto-Pause']
		]);
		await expect
			.poll(async () => (await tileOf(TOM))?.phone)
			.toMatchObject({
				because: 'pausedBySwitch',
				reason: 'Auto-Pause'
			});
		expect(await as(TOM).telephony.phoneBack()).toEqual({ ok: true });
		await expect.poll(async () => (await tileOf(TOM))?.phone ?? null).toBeNull();
		expect(pausedAt(TOM)).toBeNull();
	});
});

describe('somebody an officer promised to ring', () => {
	test('is rung by the officer’s own phone first, and is due until they have been spoken to', async ({
		owner
	}) => {
		for (const { contactId } of await as(PRIYA).contacts.mine())
			await as(PRIYA).contacts.act({
				contactId,
				events: [{ key: randomUUID(), body: { type: 'wrappedUp' } }]
			});
		const number = '+447700900555';
		const customerId = await customerWritten(owner, { familyName: 'Ashworth', number });
		const [contact] = await owner<{ id: string }[]>`select id from contacts limit 1`;
		const callbackId = randomUUID();
		await owner`insert into callbacks ${owner({
			id: callbackId,
			contact_id: contact?.id ?? '',
			customer_id: customerId,
			due_at: '2026-11-19T10:00:00Z',
			owner_id: 'priya',
			note: 'Wants to talk'
		})}`;
		const ringBack = () => as(PRIYA).telephony.ringBack({ callbackId });
		expect(await as(TOM).telephony.ringBack({ callbackId })).toMatchObject({
			ok: false,
			because: 'not-due'
		});
		expect(await ringBack()).toEqual({ ok: true });
		await expect.poll(async () => (await onScreenOf(PRIYA))?.contact.direction).toBe('outbound');
		expect(await ringBack()).toMatchObject({ ok: false });
		await expect.poll(async () => (await onScreenOf(PRIYA))?.contact.officerId).toBe('priya');
		expect((await onScreenOf(PRIYA))?.caller?.number).toBe(number);
		expect((await as(PRIYA).monitoring.work()).callbacks).toEqual([]);
		phone.simulator.press('1001', 'hangUp');
	});

	test('is not rung where contact must be safe', async ({ owner }) => {
		await owner`update customers set is_safe_contact = true`;
		await owner`update callbacks set rung_on = null, rung_as = null`;
		await owner`delete from rung_calls`;
		const [due] = (await as(PRIYA).monitoring.work()).callbacks;
		const answer = await as(PRIYA).telephony.ringBack({ callbackId: due?.id ?? '' });
		expect(answer).toMatchObject({ ok: false, because: 'safe-contact' });
	});
});
