/**
 * Cards and recordings over a real switch's protocol: the server alone asks it to pause and to go on, by what stands on
 * the contact and by whether its officer has a screen, and believes it only when it says so.
 */
import { afterAll, describe, expect } from 'vitest';
import { test as plain } from '../flow.ts';
import { besideASwitch, patientSwitch, soon } from './beside-a-switch.ts';

const simulator = patientSwitch();
afterAll(() => simulator.stop());

const test = plain.extend('beside', { scope: 'file' }, async ({ databaseUrl }, { onCleanup }) => {
	const beside = await besideASwitch(databaseUrl, {
		asterisk: { port: await simulator.listen() }
	});
	onCleanup(() => beside.close());
	return beside;
});

const PAYMENT = { type: 'stepEntered', step: 'payment' } as const;

describe('a recording', () => {
	test('is paused for the payment, and goes on when the step is left', async ({ beside }) => {
		const screen = await beside.screen();
		const { recording, contact, act, call } = await beside.answered(simulator);
		await act(PAYMENT);
		await expect.poll(recording, soon).toBe('paused');
		await act({ type: 'stepEntered', step: 'debts' });
		await expect.poll(recording, soon).toBe('recording');
		const gaps = (await contact())?.recordingGaps;
		expect(gaps).toEqual([
			{ kind: 'paused', from: expect.any(String) as string, to: expect.any(String) as string }
		]);
		simulator.hangUpCaller(call);
		screen.gone();
	});

	test('goes on when the browser dies in the payment, and is paused when it is back', async ({
		beside
	}) => {
		const screen = await beside.screen();
		const { recording, act, call } = await beside.answered(simulator);
		await act(PAYMENT);
		await expect.poll(recording, soon).toBe('paused');
		screen.gone();
		await expect.poll(recording, soon).toBe('recording');
		const again = await beside.screen();
		await expect.poll(recording, soon).toBe('paused');
		simulator.hangUpCaller(call);
		again.gone();
	});

	test('goes on when the customer is passed on in the payment', async ({ beside }) => {
		const screen = await beside.screen();
		const { recording, contact, act, call } = await beside.answered(simulator);
		await act(PAYMENT);
		await expect.poll(recording, soon).toBe('paused');
		const talking = simulator.liveCalls().find((each) => each.talking)?.talking;
		const isPassedOn = simulator.ask([
			['Action', 'BlindTransfer'],
			['Channel', talking?.channel.name ?? ''],
			['Exten', '7002'],
			['Context', 'agents']
		]);
		expect(isPassedOn).toBe(true);
		await expect.poll(recording, soon).toBe('recording');
		expect((await contact())?.officerId).toBeNull();
		simulator.hangUpCaller(call);
		screen.gone();
	});
});
