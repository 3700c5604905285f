/** The callers who can be made to ring, and the simulated switch as an officer's screen asks it. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CALL_VERBS, type CallEvent } from '#shared/calls/events.ts';
import { NO_LINES, type Call, type Lines } from '#shared/calls/lines.ts';
import { applyCallEvent } from '#shared/calls/reduce.ts';
import { systemClock } from '#server/clock.ts';
import { openLog } from '#server/log.ts';
import { SCENARIOS } from '#server/telephony/simulator/scenarios.ts';
import { SimulatedSwitch } from '#server/telephony/simulator/switch.ts';
import { QUICK } from './simulated.ts';

const PACE = { ...QUICK, ringMs: 20_000, patienceMs: 20_000 };
const phone = new SimulatedSwitch({
	clock: systemClock,
	log: openLog(() => undefined),
	pace: PACE
});
let lines: Lines = NO_LINES;

beforeAll(async () => {
	phone.start((event: CallEvent) => (lines = applyCallEvent(lines, event)));
	await until(() => phone.state() === 'connected');
});
afterAll(() => phone.stop());

const PRESENTED: Record<string, string> = {
	withheld: 'withheld',
	unavailable: 'unavailable'
};

describe('a scenario', () => {
	it.each(SCENARIOS)('$id rings the chosen telephone, whoever’s it is', async ({ id, queue }) => {
		const agent = String(2001 + SCENARIOS.findIndex((each) => each.id === id));
		expect(await phone.ring(id, agent)).toEqual({ ok: true });
		await until(() => callOf(agent) !== undefined);
		const call = callOf(agent);
		const presentation = PRESENTED[id] ?? 'allowed';
		expect(call).toMatchObject({ queue, caller: { presentation } });
		expect(call?.caller.number === null).toBe(presentation !== 'allowed');
		expect(call?.recording).toBe('recording');
		expect(await phone.ring(id, agent)).toEqual({ ok: false, because: 'busy' });
	});

	it('has a name of its own', () => {
		expect(new Set(SCENARIOS.map(({ id }) => id)).size).toBe(SCENARIOS.length);
		expect(new Set(SCENARIOS.map(({ name }) => name)).size).toBe(SCENARIOS.length);
	});

	it('that nobody wrote is refused', async () => {
		const refused = { ok: false, because: 'no-such-scenario' };
		expect(await phone.ring('nobody', '1001')).toEqual(refused);
	});

	it('may be two calls from one number, which are two contacts', () => {
		const numbers = [...lines.calls.values()].map(({ caller }) => caller.number);
		const kellys = numbers.filter((number) => number === '+447700900142');
		expect(kellys.length).toBeGreaterThanOrEqual(3);
	});
});

it('does for an officer whatever a call may need', async () => {
	expect(phone.verbs).toEqual(CALL_VERBS);
	const agent = '3001';
	await phone.ring('kelly', agent);
	await until(() => callOf(agent) !== undefined);
	const contactId = callOf(agent)?.contactId ?? '';
	const of = { contactId, agent };
	const ok = { ok: true };
	expect(await phone.command({ verb: 'answer', ...of })).toEqual(ok);
	expect(await phone.command({ verb: 'hold', ...of })).toEqual(ok);
	expect(lines.calls.get(contactId)?.held).toHaveLength(1);
	expect(await phone.command({ verb: 'resume', ...of })).toEqual(ok);
	expect(await phone.command({ verb: 'pauseRecording', ...of })).toEqual(ok);
	expect(await phone.command({ verb: 'resumeRecording', ...of })).toEqual(ok);
	const attended = { verb: 'transfer', kind: 'attended', to: '3002', ...of } as const;
	expect(await phone.command(attended)).toEqual(ok);
	expect(lines.calls.get(contactId)?.consult).toMatchObject({ agent, to: '3002' });
	phone.simulator.press('3002', 'answer');
	expect(await phone.command({ verb: 'hangUp', ...of })).toEqual(ok);
	expect(lines.calls.get(contactId)?.connected).toEqual([agent, '3002']);
	expect(await phone.command({ verb: 'pause', agent, reason: 'lunch' })).toEqual(ok);
	expect(lines.agents.get(agent)).toEqual({ state: 'paused', reason: 'lunch' });
	expect(await phone.command({ verb: 'ready', agent })).toEqual(ok);
	expect(await phone.command({ verb: 'hangUp', contactId, agent: '3002' })).toEqual(ok);
	expect(lines.calls.get(contactId)?.transfers).toMatchObject([{ kind: 'attended', to: '3002' }]);
});

it('passes a customer on through a queue whose officers are asked first', async () => {
	const agent = '3101';
	await phone.ring('leon', agent);
	await until(() => callOf(agent) !== undefined);
	const of = { contactId: callOf(agent)?.contactId ?? '', agent };
	await phone.command({ verb: 'answer', ...of });
	await phone.command({ verb: 'transfer', kind: 'attended', to: '7001', ...of });
	expect(lines.calls.get(of.contactId)?.consult?.to).toBe('7001');
	const calls = phone.simulator.liveCalls();
	const asked = calls.find(({ consulting }) => consulting)?.consulting?.extension ?? '';
	expect(phone.simulator.press(asked, 'answer')).toBe(true);
	await phone.command({ verb: 'hangUp', ...of });
	const to = 'benefit-overpayments';
	await until(() => lines.calls.get(of.contactId)?.transfers[0]?.to === to);
});

function callOf(agent: string): Call | undefined {
	return [...lines.calls.values()].find(({ offers, ended }) =>
		offers.some((offer) => offer.agent === agent && !ended)
	);
}

async function until(isTrue: () => boolean): Promise<void> {
	for (let tries = 0; !isTrue(); tries += 1) {
		if (tries > 400) throw new Error('It did not happen within two seconds.');
		await wait(5);
	}
}
