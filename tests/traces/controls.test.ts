/** Verbs that the simulated switch does as a real one would, asked through our own adapter and confirmed by its events. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#server/clock.ts';
import { openLog } from '#server/log.ts';
import { SimulatedSwitch } from '#server/telephony/simulator/switch.ts';
import { applyCallEvent } from '#shared/calls/reduce.ts';
import { NO_LINES, type Lines } from '#shared/calls/lines.ts';
import { QUICK } from './simulated.ts';

let phones: SimulatedSwitch;
let lines: Lines = NO_LINES;

async function until(isTrue: () => boolean): Promise<void> {
	for (let tries = 0; !isTrue(); tries += 1) {
		if (tries > 400) throw new Error('It did not happen within two seconds.');
		await wait(5);
	}
}

const call = (contactId: string) => lines.calls.get(contactId);

beforeAll(async () => {
	phones = new SimulatedSwitch({
		clock: systemClock,
		log: openLog(() => undefined),
		pace: QUICK
	});
	phones.start((event) => {
		lines = applyCallEvent(lines, event);
	});
	await until(() => phones.state() === 'connected');
});

afterAll(() => phones.stop());

describe('a customer who is parked', () => {
	it('is left where anybody may pick them up, and is taken back', async () => {
		const contactId = phones.simulator.ring({
			extension: '1001',
			caller: { number: '+447700900142', name: '' },
			queue: 'council-tax',
			menu: null
		});
		await until(() => call(contactId)?.offers.some(({ ended }) => ended === null) ?? false);
		phones.simulator.press('1001', 'answer');
		await until(() => call(contactId)?.with.length === 1);
		const of = { contactId, agent: '1001' };
		expect(await phones.command({ verb: 'park', ...of })).toEqual({ ok: true });
		expect(call(contactId)).toMatchObject({ isParked: true, with: [] });
		expect(await phones.command({ verb: 'park', ...of })).toMatchObject({ ok: false });
		expect(await phones.command({ verb: 'unpark', ...of })).toEqual({ ok: true });
		await until(() => call(contactId)?.with.length === 1);
		expect(call(contactId)?.isParked).toBe(false);
		expect(await phones.command({ verb: 'unpark', ...of })).toMatchObject({ ok: false });
		expect(await phones.command({ verb: 'hangUp', ...of })).toEqual({ ok: true });
	});
});

describe('three on one line', () => {
	const of = async () => {
		const contactId = phones.simulator.ring({
			extension: '1001',
			caller: { number: '+447700900142', name: '' },
			queue: 'council-tax',
			menu: null
		});
		await until(() => call(contactId)?.offers.some(({ ended }) => ended === null) ?? false);
		phones.simulator.press('1001', 'answer');
		await until(() => call(contactId)?.with.length === 1);
		return { contactId, agent: '1001' };
	};
	const together = async () => {
		const asked = await of();
		await phones.command({ verb: 'transfer', ...asked, to: '1002', kind: 'attended' });
		const early = await phones.command({ verb: 'conference', ...asked });
		expect(early).toEqual({ ok: false, because: 'not-now' });
		phones.simulator.press('1002', 'answer');
		await until(() => call(asked.contactId)?.consult?.isAnswered ?? false);
		expect(await phones.command({ verb: 'conference', ...asked })).toEqual({ ok: true });
		return asked;
	};

	it('are the customer, who consulted and who was asked, and nobody was given away', async () => {
		const { contactId } = await together();
		await until(() => call(contactId)?.consult === null);
		// The helper channel between them is taken out meanwhile, which changes nothing for anybody.
		await wait(30);
		expect(call(contactId)).toMatchObject({
			conference: ['1001', '1002'],
			connected: ['1001', '1002'],
			held: [],
			transfers: []
		});
		phones.simulator.hangUpCaller(contactId);
		await until(() => call(contactId)?.ended?.by === 'caller');
		expect(call(contactId)?.conference).toEqual([]);
	});

	it.each([
		['1001', '1002'],
		['1002', '1001']
	])('are two when %s leaves: %s has the customer', async (leaving, staying) => {
		const { contactId } = await together();
		const asked = { verb: 'hangUp', contactId, agent: leaving } as const;
		expect(await phones.command(asked)).toEqual({ ok: true });
		expect(call(contactId)).toMatchObject({ conference: [], ended: null });
		expect(call(contactId)?.with.map(({ agent }) => agent)).toEqual([staying]);
		phones.simulator.press(staying, 'hangUp');
		await until(() => call(contactId)?.ended?.by === 'agent');
	});
});

describe('a customer who is rung', () => {
	const rung = (contactId: string, number = '+447700900142') =>
		phones.command({ verb: 'originate', contactId, agent: '1001', number });

	it('is a call out by our own id, with them once they have picked up', async () => {
		expect(await rung('ours-1')).toEqual({ ok: true });
		await until(() => call('ours-1')?.with.length === 1);
		expect(call('ours-1')).toMatchObject({
			direction: 'outbound',
			connected: ['1001'],
			caller: { number: '+447700900142' }
		});
		phones.simulator.press('1001', 'hangUp');
		await until(() => call('ours-1')?.ended?.by === 'agent');
	});

	it('is let go before they have picked up', async () => {
		expect(await rung('ours-2')).toEqual({ ok: true });
		await until(() => call('ours-2') !== undefined);
		expect(await rung('ours-3')).toMatchObject({ ok: false });
		const asked = { verb: 'hangUp', contactId: 'ours-2', agent: '1001' } as const;
		expect(await phones.command(asked)).toEqual({ ok: true });
		expect(call('ours-2')?.connected).toEqual([]);
	});

	it.each(['1001', '', 'sip:x', '+44\r\nAction: Originate', '+4477009001421234567'])(
		'never by %j',
		async (number) => {
			expect(await rung('ours-4', number)).toEqual({ ok: false, because: 'bad-target' });
		}
	);
});
