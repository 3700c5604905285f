import { describe, expect, it, vi } from 'vitest';
import type { Presence, Tile } from '#shared/monitoring/tile.ts';
import { instant } from '#shared/time/day.ts';
import type { CallCommand, Commanded, Switch, SwitchState } from './port.ts';
import { tellingPresence } from './presence-told.ts';

const AT = instant('2026-11-19T10:00:00Z');

function tile(version: number, presence: Presence, officerId = 'priya'): Tile {
	const state = {
		chosen: 'available',
		presence,
		since: AT,
		contactId: null,
		step: null,
		pauseReason: null
	} as const;
	return { officerId, officerName: officerId, teamId: 'recovery', version, at: AT, state };
}

const CONNECTED = {
	type: 'source.connected',
	source: 'asterisk',
	sequence: 1,
	receivedAt: AT
} as const;

/** A switch that is asked and does it, or answers as it is told to. */
function asking(answer: () => Promise<Commanded> = () => Promise.resolve({ ok: true })) {
	const asked: string[] = [];
	const failures: unknown[] = [];
	let state: SwitchState = 'connected';
	const its: Switch = {
		source: 'asterisk',
		verbs: ['ready', 'pause'],
		queues: [],
		start: () => undefined,
		stop: () => Promise.resolve(),
		state: () => state,
		command(command: CallCommand) {
			const { verb } = command;
			asked.push(verb === 'pause' ? `pause ${command.agent} ${command.reason}` : verb);
			return answer();
		}
	};
	const told = tellingPresence({
		switches: [its],
		extensionOf: (officerId) => Promise.resolve(officerId === 'priya' ? '1001' : null),
		failed: (cause) => failures.push(cause)
	});
	return { told, asked, failures, is: (now: SwitchState) => (state = now) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('a switch', () => {
	it('is told once of what does not change, and nothing while a contact is in hand', async () => {
		const { told, asked } = asking();
		const presences = ['available', 'ringing', 'available', 'ringing', 'on-call'] as const;
		for (const [index, presence] of presences.entries()) told.tell(tile(index + 1, presence));
		await settled();
		expect(asked).toEqual(['ready']);
	});

	it('is told of the newest tile, in whatever order they come', async () => {
		const { told, asked } = asking();
		told.tell(tile(7, 'wrap-up'));
		told.tell(tile(6, 'available'));
		await settled();
		expect(asked).toEqual(['pause 1001 Wrap-up']);
	});

	it('is told one thing after the other, and of several that wait only the last', async () => {
		const first = Promise.withResolvers<Commanded>();
		const { told, asked } = asking(() => first.promise);
		told.tell(tile(1, 'wrap-up'));
		await settled();
		told.tell(tile(2, 'available'));
		told.tell(tile(3, 'paused'));
		await settled();
		expect(asked).toEqual(['pause 1001 Wrap-up']);
		first.resolve({ ok: true });
		await settled();
		expect(asked.slice(1)).toEqual(['pause 1001 Break', 'pause 1001 Break']);
	});

	it('that was never up is told when it is, and again each time its link is back', async () => {
		const { told, asked, is } = asking();
		is('connecting');
		told.tell(tile(1, 'wrap-up'));
		await settled();
		expect(asked).toEqual([]);
		is('connected');
		told.hear(CONNECTED);
		told.hear({ ...CONNECTED, type: 'source.lost' });
		told.hear({ ...CONNECTED, source: 'asterisk:2' });
		await settled();
		expect(asked).toEqual(['pause 1001 Wrap-up']);
		told.hear(CONNECTED);
		await settled();
		expect(asked).toHaveLength(2);
	});

	it('is told nothing of whoever has no telephone', async () => {
		const { told, asked } = asking();
		told.tell(tile(1, 'available', 'judith'));
		await settled();
		expect(asked).toEqual([]);
	});

	it('that cannot be told breaks nothing, and is told the next thing', async () => {
		const answer = vi.fn<() => Promise<Commanded>>();
		answer.mockRejectedValueOnce(new Error('The link broke.'));
		answer.mockResolvedValue({ ok: false, because: 'not-offered' });
		const { told, asked, failures } = asking(answer);
		told.tell(tile(1, 'wrap-up'));
		await settled();
		told.tell(tile(2, 'available'));
		await settled();
		expect(failures).toHaveLength(1);
		expect(asked).toEqual(['pause 1001 Wrap-up', 'ready']);
	});

	it('is told nothing more once the server stops', async () => {
		const { told, asked } = asking();
		await told.dispose?.();
		told.tell(tile(1, 'available'));
		await settled();
		expect(asked).toEqual([]);
	});
});
