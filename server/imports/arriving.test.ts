import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { arrivals, type Piece, type ReadFile } from './arriving.ts';

const digestOf = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');

/** Says back all that it read, or why it could not. */
const read: ReadFile = async ({ bytes }) => {
	const pieces: Uint8Array[] = [];
	try {
		for await (const piece of bytes) pieces.push(piece);
	} catch (error) {
		return { ok: false, says: [String(error)] };
	}
	return { ok: true, says: [Buffer.concat(pieces).toString()] };
};

function piece(text: string, at: Partial<Piece> = {}): Piece {
	const file = { name: 'tax.csv', length: 6 };
	return {
		mapping: 'council-tax',
		file,
		from: 0,
		link: '',
		bytes: Promise.resolve(Buffer.from(text)),
		...at
	};
}

const AFTER_ABC = digestOf(digestOf('abc'));
const SOON = { patienceMs: 60, stoppedMs: 20 };

describe('a file that comes in pieces', () => {
	test('is read as one, and answered with what became of it', async () => {
		const coming = arrivals();
		expect(await coming.take(piece('abc'), read)).toEqual({ isOver: false });
		expect(coming.of('council-tax')).toEqual({ at: 3, link: AFTER_ABC, length: 6 });
		const last = await coming.take(piece('def', { from: 3, link: AFTER_ABC }), read);
		expect(last).toEqual({ isOver: true, ok: true, says: ['abcdef'] });
		expect(coming.of('council-tax')).toBeNull();
	});

	test.for([
		['another file', { from: 3, link: digestOf('other') }],
		['another place', { from: 2, link: AFTER_ABC }],
		['another mapping', { from: 3, link: AFTER_ABC, mapping: 'parking' }]
	] as const)('takes no piece of %s', async ([, at]) => {
		const coming = arrivals();
		await coming.take(piece('abc'), read);
		const answer = await coming.take(piece('def', at), read);
		expect(answer).toMatchObject({ isOver: true, ok: false });
		expect(coming.of('council-tax')?.at).toBe(3);
	});

	test('that stopped makes way for another, and is given up in words', async () => {
		const ended = vi.fn();
		const coming = arrivals({ patienceMs: 60_000, stoppedMs: 20 });
		await coming.take(piece('abc'), async (file) => {
			const answered = await read(file);
			ended(answered.says);
			return answered;
		});
		expect(coming.stopped().size).toBe(0);
		await vi.waitFor(() => expect([...coming.stopped()]).toEqual([['council-tax', 3]]));
		expect(await coming.take(piece('xyz'), read)).toEqual({ isOver: false });
		expect(ended).toHaveBeenCalledWith([expect.stringMatching(/It stopped coming/)]);
		expect(coming.of('council-tax')?.link).toBe(digestOf(digestOf('xyz')));
	});

	test('that never goes on is given up by itself', async () => {
		const coming = arrivals(SOON);
		await coming.take(piece('abc'), read);
		await vi.waitFor(() => expect(coming.of('council-tax')).toBeNull());
		expect(await coming.take(piece('def', { from: 3, link: AFTER_ABC }), read)).toMatchObject({
			ok: false
		});
	});

	test('a piece that breaks off was never there', async () => {
		const coming = arrivals({ patienceMs: 60_000, stoppedMs: 20 });
		await coming.take(piece('abc'), read);
		const broken = piece('', { from: 3, link: AFTER_ABC, bytes: Promise.resolve(null) });
		expect(await coming.take(broken, read)).toBeNull();
		expect(coming.of('council-tax')?.at).toBe(3);
		await vi.waitFor(() => expect([...coming.stopped()]).toEqual([['council-tax', 3]]));
		const last = await coming.take(piece('def', { from: 3, link: AFTER_ABC }), read);
		expect(last).toMatchObject({ says: ['abcdef'] });
	});

	test('that is sent from two windows goes on from the first of them', async () => {
		const coming = arrivals();
		await coming.take(piece('abc'), read);
		const next = () => piece('def', { from: 3, link: AFTER_ABC });
		const [first, second] = await Promise.all([
			coming.take(next(), read),
			coming.take(next(), read)
		]);
		expect(first).toMatchObject({ ok: true, says: ['abcdef'] });
		expect(second).toMatchObject({ ok: false });
	});

	test('that is refused half way is answered at once, whoever sends the rest', async () => {
		const coming = arrivals();
		const refuse: ReadFile = async () => {
			await pause(1);
			return { ok: false, says: ['Line 1 holds a NUL byte.'] };
		};
		const big = piece('a'.repeat(100_000), { file: { name: 'x', length: 200_000 } });
		const answer = await coming.take(big, refuse);
		expect(answer).toEqual({ isOver: true, ok: false, says: ['Line 1 holds a NUL byte.'] });
		expect(coming.of('council-tax')).toBeNull();
	});
});
