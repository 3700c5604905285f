/**
 * Callers whom nobody took, over a real connection to a switch: who is rung back and who is only counted, by whom, how
 * often, and until they have been spoken to.
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest';
import type { Officer } from '#shared/officers/roles.ts';
import { dayInLondon, instant } from '#shared/time/day.ts';
import { startApp } from '#server/main.ts';
import { createCaller } from '#server/router.ts';
import type { RunningApp } from '#server/running.ts';
import { endLeft } from '#server/telephony/backs/end-left.ts';
import { noteLeft } from '#server/telephony/backs/note-left.ts';
import type { Caller } from '#server/telephony/simulator/call.ts';
import { simulated, type Simulated } from '../../traces/simulated.ts';
import { test } from '../flow.ts';
import { customerWritten, officersWritten } from '../people.ts';
import { AT, settingsFor } from '../product.ts';

const officer = (name: string, extension: string): Officer => ({
	id: name,
	name,
	role: 'officer',
	teamId: 'recovery',
	extension
});
const PRIYA = officer('priya', '1001');
const TOM = officer('tom', '1002');
const KNOWN = '+447700900142';
const UNKNOWN = '+447700900617';

let phone: Simulated;
let running: RunningApp;
/** Moved on by hand. */
let minutes = 0;
const now = () => instant(new Date(Date.parse(AT) + minutes * 60_000));
const clock = { now, today: () => dayInLondon(now()) };

beforeAll(async () => {
	// Long enough to put the telephone down before they pick up.
	phone = await simulated({ customerMs: 300 });
});

afterAll(async () => {
	await running?.dispose();
	await phone.stop();
});

const as = (who: Officer) =>
	createCaller({ officer: who, app: running.app, requestId: 'TEST-TEST' });
const workOf = (who: Officer) => as(who).monitoring.work();
const onScreenOf = async (who: Officer) => (await as(who).contacts.mine()).at(-1);
const looked = async () => {
	const parts = { database: running.app.db, clock };
	await noteLeft(parts);
	await endLeft(parts);
};

/** They ring, wait without anybody taking them, and go. */
async function givesUp(caller: Caller): Promise<void> {
	minutes += 1;
	const before = await countedCalls();
	phone.simulator.ring({
		extension: '1001',
		caller,
		queue: 'council-tax',
		menu: null,
		patienceMs: 40
	});
	await expect.poll(countedCalls).toBe(before + 1);
}

let countedCalls: () => Promise<number>;

describe('a caller whom nobody took', () => {
	beforeAll(() => void (minutes = 0));
	beforeEach(() => void (minutes += 30));

	test('is rung back by one officer where they asked, and is done when they have been spoken to', async ({
		databaseUrl,
		owner
	}) => {
		countedCalls = async () => {
			await looked();
			const [row] = await owner<{ count: number }[]>`select count(*)::int from left_calls`;
			return row?.count ?? 0;
		};
		await officersWritten(owner);
		const environment = {
			TELEPHONY: 'asterisk',
			ASTERISK_PORT: String(phone.port),
			ASTERISK_USERNAME: 'fairline',
			ASTERISK_SECRET: 'fairline',
			ASTERISK_DIAL_CONTEXT: 'agents'
		};
		const origin = 'http://localhost:4997';
		const http = createServer();
		const settings = settingsFor({ databaseUrl, origin, http, lines: [], environment });
		running = await startApp({ ...settings, clock });
		await expect.poll(() => running.app.notReady()).not.toContain('asterisk');

		await givesUp({ number: UNKNOWN, name: '', agreesToBack: true });
		const [left] = (await workOf(TOM)).left;
		expect(left).toMatchObject({ number: UNKNOWN, queue: 'council-tax', hasAgreed: true });
		const leftCallId = left?.id ?? '';

		minutes += 1;
		const both = await Promise.all(
			[PRIYA, TOM].map((who) => as(who).telephony.ringLeft({ leftCallId }))
		);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect(both.find(({ ok }) => !ok)).toMatchObject({
			because: 'claimed',
			says: 'Somebody else has this call already.'
		});
		const rang = both[0]?.ok ? PRIYA : TOM;
		const other = rang === PRIYA ? TOM : PRIYA;
		expect((await workOf(other)).left).toEqual([]);
		expect((await workOf(rang)).left).toMatchObject([{ isMine: true }]);

		await expect.poll(async () => (await onScreenOf(rang))?.contact.officerId).toBe(rang.id);
		const view = await onScreenOf(rang);
		expect(view).toMatchObject({ contact: { direction: 'outbound' }, caller: { number: UNKNOWN } });
		await looked();
		expect((await workOf(rang)).left).toEqual([]);
		expect(await owner`select state from left_calls`).toMatchObject([{ state: 'done' }]);
		expect(await as(other).telephony.ringLeft({ leftCallId })).toMatchObject({ because: 'over' });
		expect(await owner`select state, rung_for, is_asked_for from rung_calls`).toMatchObject([
			{ state: 'rung', rung_for: 'left', is_asked_for: true }
		]);
		phone.simulator.press(rang.extension ?? '', 'hangUp');
	});

	test.for<[string, Caller, string]>([
		['who did not ask and is not known', { number: '+447700900618', name: '' }, 'unknown-number'],
		[
			'who withheld the number and asked',
			{ number: '+447700900619', name: '', isWithheld: true, agreesToBack: true },
			'withheld'
		],
		['without a number', { number: 'unavailable', name: '', agreesToBack: true }, 'no-number']
	])(
		'%s is counted and not rung, and their number is not kept',
		async ([, caller, because], { owner }) => {
			await givesUp(caller);
			const [row] = await owner`select * from left_calls order by left_at desc limit 1`;
			expect(row).toMatchObject({ state: 'counted', because, number: null, due_at: null });
			expect((await workOf(PRIYA)).left).toEqual([]);
			const leftCallId = String(row?.['contact_id']);
			expect(await as(PRIYA).telephony.ringLeft({ leftCallId })).toMatchObject({ because: 'over' });
		}
	);

	test('is told of to the officer whose telephone it rang, with why they are not rung', async () => {
		await givesUp({ number: '+447700900618', name: '' });
		const { missed } = await workOf(PRIYA);
		const view = await onScreenOf(PRIYA);
		expect(view?.contact.offersEnded).toEqual({ priya: 'callerGone' });
		expect(view?.contact.offersEndedAt).toEqual({ priya: now() });
		const mine = missed.find(({ id }) => id === view?.contactId);
		expect(mine?.cannot).toMatch(/^They did not ask to be rung back/);
	});

	test('who is known is rung once, and not again the same day: the limit is the rule', async ({
		owner
	}) => {
		const customerId = await customerWritten(owner, { familyName: 'Ashworth', number: KNOWN });
		await givesUp({ number: KNOWN, name: '' });
		// Twice left waiting is once to be rung.
		await givesUp({ number: KNOWN, name: '' });
		const rows = await owner`select state, because from left_calls where left_at > ${AT}
			order by left_at desc limit 2`;
		expect(rows).toMatchObject([
			{ state: 'counted', because: 'rung-already' },
			{ state: 'due', because: 'confirmed' }
		]);
		const [left] = (await workOf(PRIYA)).left;
		const ring = () => as(PRIYA).telephony.ringLeft({ leftCallId: left?.id ?? '' });
		expect(await ring()).toEqual({ ok: true });
		await expect.poll(async () => (await onScreenOf(PRIYA))?.contact.direction).toBe('outbound');
		phone.simulator.press('1001', 'hangUp');
		await expect.poll(async () => (await onScreenOf(PRIYA))?.contact.endedAt).not.toBeNull();

		minutes += 5;
		expect(await ring()).toMatchObject({
			because: 'too-often',
			says: 'We have been in touch as often as we may: once in a day.',
			cites: ['policy.C1']
		});
		const counted =
			await owner`select customer_id, is_asked_for from rung_calls where state = 'rung'
			and number = ${KNOWN}`;
		expect(counted).toMatchObject([{ customer_id: customerId, is_asked_for: false }]);
		// Let go, it is anybody's; to them the same limit holds.
		expect(await as(PRIYA).telephony.releaseLeft({ leftCallId: left?.id ?? '' })).toEqual({
			ok: true
		});
		expect(await as(TOM).telephony.ringLeft({ leftCallId: left?.id ?? '' })).toMatchObject({
			because: 'too-often'
		});
		expect(await owner`select from left_calls where state = 'claimed'`).toHaveLength(0);
	});

	test('is over at the end of its time, and withdrawn where the number turns out withheld', async ({
		owner
	}) => {
		await givesUp({ number: UNKNOWN, name: '', agreesToBack: true });
		const live = () => owner`select state, because, number from left_calls
			where contact_id in (select contact_id from left_calls order by left_at desc limit 1)`;
		await owner`update contacts set presentation = 'withheld', caller_number = null
			where id in (select contact_id from left_calls where state = 'due' and number = ${UNKNOWN})`;
		await looked();
		expect(await live()).toMatchObject([{ state: 'counted', because: 'withheld', number: null }]);
		await givesUp({ number: UNKNOWN, name: '', agreesToBack: true });
		minutes += 60 * 24 * 4;
		await looked();
		expect(await live()).toMatchObject([{ state: 'expired', number: UNKNOWN }]);
		await owner`update contacts set presentation = 'withheld', caller_number = null
			where id in (select contact_id from left_calls where number = ${UNKNOWN})`;
		await looked();
		expect(await live()).toMatchObject([{ state: 'expired', because: 'withheld', number: null }]);
	});

	test('who is offered a call by a missed payment did not ask for it, and the limit holds', async ({
		owner
	}) => {
		const [customer] = await owner<{ id: string }[]>`select id from customers limit 1`;
		const [contact] = await owner<{ id: string }[]>`select id from contacts limit 1`;
		const promised = async (note: string) => {
			const id = randomUUID();
			await owner`insert into callbacks ${owner({
				id,
				contact_id: contact?.id ?? '',
				customer_id: customer?.id ?? '',
				due_at: now(),
				owner_id: 'priya',
				note
			})}`;
			return id;
		};
		await owner`insert into rung_calls ${owner({
			id: randomUUID(),
			rung_for: 'offered',
			subject_id: randomUUID(),
			customer_id: customer?.id ?? '',
			number: KNOWN,
			officer_id: 'priya',
			is_asked_for: false,
			on_day: clock.today(),
			at: now(),
			state: 'rung'
		})}`;
		minutes += 1;
		const callbackId = await promised('Asked for');
		expect(await as(PRIYA).telephony.ringBack({ callbackId })).toEqual({ ok: true });
		const [written] = await owner`select detail from audit where act = 'customer.rung'
			and subject_id = ${callbackId}`;
		expect(written?.['detail']).toMatchObject({ exempt: 'too-often', rules: ['policy.C1'] });
	});
});
