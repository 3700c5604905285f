import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keptOnly, lacking, taken, type Held } from './held.ts';

type Item = { version: number };

const messages = fc.array(fc.record({ id: fc.constantFrom('a', 'b'), version: fc.nat(9) }));

it('ends the same whatever the order the messages arrive in', () => {
	fc.assert(
		fc.property(messages, fc.infiniteStream(fc.nat()), (sent, order) => {
			const shuffled = sent
				.map((message) => ({ message, place: order.next().value as number }))
				.sort((a, b) => a.place - b.place)
				.map(({ message }) => message);
			expect(allTaken(shuffled)).toEqual(allTaken(sent));
		})
	);
});

function allTaken(sent: readonly { id: string; version: number }[]): Held<Item> {
	return sent.reduce<Held<Item>>((held, { id, version }) => taken(held, id, { version }), {});
}

it('asks for what it lacks: the newer and the never seen', () => {
	const held = { a: { version: 3 }, b: { version: 2 } };
	expect(lacking(held, { a: 3, b: 5, c: 1 })).toEqual(['b', 'c']);
});

it('lets go of what it should not hold any more', () => {
	const held = { a: { version: 3 }, b: { version: 2 } };
	const named = { ids: ['b', 'c'], isHeardSince: () => false };
	expect(keptOnly(held, named)).toEqual({ b: { version: 2 } });
});

it('keeps what rang while it was being told what to hold', () => {
	const held = { a: { version: 3, at: '10:00:01' }, b: { version: 1, at: '10:00:03' } };
	const named = { ids: [], isHeardSince: ({ at }: { at: string }) => at >= '10:00:02' };
	expect(keptOnly(held, named)).toEqual({ b: { version: 1, at: '10:00:03' } });
});
