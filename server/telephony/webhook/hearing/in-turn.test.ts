import { describe, expect, it } from 'vitest';
import type { Said } from '../dialect.ts';
import { inTurn, PATIENCE_MS, type Waiting } from './in-turn.ts';

const OF = { contactId: 'call-1', direction: 'inbound' } as const;
const CALLER = { number: null, presentation: 'unknown', name: null } as const;
const SAID: readonly Said[] = [
	{ type: 'contact.started', ...OF, caller: CALLER, dialled: null },
	{ type: 'agent.offered', ...OF, agent: '1001', legId: 'leg', queue: null }
];

function waiting(
	number: number,
	sequence: number | null,
	{ of = 'call-1', waited = 0 } = {}
): Waiting {
	return { number, waited, sequence, countedBy: sequence === null ? null : of, said: SAID };
}

const numbers = (messages: readonly Waiting[], expected: [string, number][] = []) =>
	inTurn(messages, new Map(expected)).ready.map(({ message }) => message.number);

describe('messages that wait', () => {
	it.each([
		['uncounted are heard as they came', [waiting(1, null), waiting(2, null)], [1, 2]],
		['counted are heard by their count', [waiting(1, 1), waiting(2, 0)], [2, 1]],
		['of two calls do not wait for each other', [waiting(1, 1), waiting(2, 0, { of: 'b' })], [2]],
		['that overtook wait', [waiting(1, 2), waiting(2, 0)], [2]],
		['wait no longer than half a second', [waiting(1, 2, { waited: PATIENCE_MS })], [1]],
		[
			'that waited are still heard in order',
			[waiting(1, 3, { waited: PATIENCE_MS }), waiting(2, 2, { waited: PATIENCE_MS })],
			[2, 1]
		],
		['behind one that waits wait too', [waiting(1, 3, { waited: PATIENCE_MS }), waiting(2, 2)], []],
		['with the same count are both heard', [waiting(1, 0), waiting(2, 0)], [1, 2]],
		['none are none', [], []]
	])('%s', (_, messages, heard) => {
		expect(numbers(messages)).toEqual(heard);
	});

	it('go on from what was heard before', () => {
		expect(numbers([waiting(1, 4)], [['call-1', 4]])).toEqual([1]);
	});

	it('that come too late say who calls, and no more what the call does', () => {
		const { ready, next } = inTurn([waiting(1, 1)], new Map([['call-1', 3]]));
		expect(ready[0]?.said.map(({ type }) => type)).toEqual(['contact.started']);
		expect(next.get('call-1')).toBe(3);
	});

	it('are looked at again when the first has waited long enough', () => {
		const messages = [waiting(1, 2, { waited: 100 }), waiting(2, 5, { of: 'b', waited: 350 })];
		expect(inTurn(messages, new Map()).againInMs).toBe(150);
		expect(inTurn([waiting(1, 0)], new Map()).againInMs).toBeNull();
	});
});
