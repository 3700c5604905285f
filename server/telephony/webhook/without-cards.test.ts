import { expect, it } from 'vitest';
import { holdsCardNumber } from '#shared/customers/card-number.ts';
import { callerFrom } from '#shared/calls/number.ts';
import { struck } from './without-cards.ts';

const CARD = '5105105105105100';
const SECRET = 'a-secret';
const FIGURES = /999\d{9}/;

it.each<[string, unknown]>([
	['a text', `paid with 5105 1051 0510 5100 today`],
	['a number', Number(CARD)],
	['the name of a field', { [CARD]: 1 }],
	['a list in an object', { a: [{ b: '5105-1051-0510-5100' }] }],
	['wide figures', '５１０５１０５１０５１０５１００'],
	['JSON in a text', JSON.stringify({ note: CARD, id: Number(CARD) })]
])('%s loses the card’s number and nothing else', (_, content) => {
	const after = struck(content, SECRET);
	const text = JSON.stringify(after.content);
	expect(after.isStruck).toBe(true);
	expect(text).toMatch(FIGURES);
	expect(holdsCardNumber(text)).toBe(false);
});

it('leaves what holds none as it was', () => {
	const content = { id: 'b7f0a1de-5105-4051-8510-510000000000', n: 12, t: '1795296554.2', z: null };
	expect(struck(content, SECRET)).toEqual({ content, isStruck: false });
});

it('keeps JSON in a text JSON', () => {
	const { content } = struck(JSON.stringify({ id: Number(CARD) }), SECRET);
	expect(() => void JSON.parse(String(content))).not.toThrow();
});

it('strikes one number always by the same figures, another by others, and by another secret', () => {
	const of = (text: string, secret = SECRET) => struck(text, secret).content;
	expect(of(CARD)).toBe(of(CARD));
	expect(of(CARD)).not.toBe(of('4111111111111111'));
	expect(of(CARD)).not.toBe(of(CARD, 'another-secret'));
});

it('leaves figures that are no telephone’s', () => {
	for (const sent of [CARD, `+${CARD}`, `00${CARD}`]) {
		const number = String(struck(sent, SECRET).content);
		const caller = callerFrom({ number, name: '', said: null, isTrustedTrunk: false });
		expect([sent, caller.number]).toEqual([sent, null]);
	}
});
