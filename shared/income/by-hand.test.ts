import { describe, expect, it } from 'vitest';
import { day } from '../time/day.ts';
import { isAsShown, mayCancel, readTyped, type Look, type Typed } from './by-hand.ts';
import { readReference } from './references/reference.ts';
import type { ReferenceKind } from './references/reference-kinds.ts';

const TODAY = day('2026-11-19');

const typed = (changed: Partial<Typed> = {}): Typed => ({
	amount: '50',
	on: TODAY,
	method: 'cash',
	reference: '7710448261',
	payer: '',
	note: '',
	...changed
});

describe('what is typed at the counter', () => {
	it('is read in pounds and pence, without the gaps around it', () => {
		const read = readTyped(typed({ amount: '£1,250.5', reference: ' ct 7710 448 261 ' }), TODAY);
		expect(read).toEqual({
			ok: true,
			taken: {
				amount: 1250_50,
				on: TODAY,
				method: 'cash',
				reference: 'ct 7710 448 261',
				payer: '',
				note: ''
			}
		});
	});

	it.each([
		['nothing', { amount: '' }, { amount: 'no-amount' }],
		['nothing at all', { amount: '0.00' }, { amount: 'no-amount' }],
		['less than nothing', { amount: '-5' }, { amount: 'no-amount' }],
		['words', { amount: 'fifty' }, { amount: 'no-amount' }],
		['a tenth of a penny', { amount: '5.001' }, { amount: 'no-amount' }],
		['fifteen digits', { amount: '123456789012345' }, { amount: 'too-much' }],
		['no day', { on: null }, { on: 'no-day' }],
		['tomorrow', { on: day('2026-11-20') }, { on: 'not-yet' }],
		['six weeks ago', { on: day('2026-10-08') }, { on: 'too-long-ago' }],
		['no reference', { reference: '  ' }, { reference: 'no-reference' }],
		['two references', { reference: '7710448261 HBO210877' }, { reference: 'several-references' }],
		[
			'a wrong ISO 11649 number',
			{ reference: 'RF19 5390 0754 7034' },
			{ reference: 'wrong-check-digits' }
		],
		['a letter of words', { note: 'a'.repeat(301) }, { note: 'too-long' }],
		['a card in the note', { note: 'card 4111 1111 1111 1111' }, { note: 'card-number' }],
		['a card as the reference', { reference: '5555-5555-5555-4444' }, { reference: 'card-number' }],
		['a card as the payer', { payer: 'K Ashworth 4111111111111111' }, { payer: 'card-number' }],
		['a card as the amount', { amount: '4111111111111111' }, { amount: 'card-number' }],
		[
			'everything wrong at once',
			{ amount: '', on: null, reference: '', note: '4111111111111111' },
			{ amount: 'no-amount', on: 'no-day', reference: 'no-reference', note: 'card-number' }
		]
	] as const)('%s is refused at its field', (_what, changed, faults) => {
		expect(readTyped(typed(changed), TODAY)).toEqual({ ok: false, faults });
	});

	it.each([
		['a reference that is nobody’s', 'JUMBLE SALE'],
		['a formula', '=HYPERLINK("http://example.com")'],
		['a statement of SQL', "'; drop table receipts; --"]
	])('may be kept with %s, and waits', (_what, reference) => {
		expect(readTyped(typed({ reference }), TODAY)).toMatchObject({ ok: true });
	});
});

describe('a reference that has a check digit', () => {
	const kind: ReferenceKind = {
		name: 'Library account',
		source: 'library',
		streams: ['invoice'],
		begins: 'LB',
		digits: 8,
		check: { by: 'mod-10' }
	};
	it.each([
		['LB79927398713', { is: 'nobodys' }],
		['LB 1234 5674', { is: 'ours', reference: 'LB12345674', name: 'Library account' }],
		['LB12345675', { is: 'wrong-check', name: 'Library account' }],
		['LB12345675 LB12345674', { is: 'ours', reference: 'LB12345674', name: 'Library account' }]
	] as const)('%s', (written, expected) => {
		expect(readReference(written, [kind])).toEqual(expected);
	});
});

describe('what was shown', () => {
	const look = {
		parts: [{ debtId: 'a', title: 'A', amount: 40_00 }],
		waiting: 10_00
	} as unknown as Look;
	it.each([
		['the same', [{ debtId: 'a', amount: 40_00 }], 10_00, true],
		['another amount', [{ debtId: 'a', amount: 39_00 }], 10_00, false],
		['another debt', [{ debtId: 'b', amount: 40_00 }], 10_00, false],
		['one fewer', [], 10_00, false],
		['more waiting', [{ debtId: 'a', amount: 40_00 }], 11_00, false]
	] as const)('%s', (_what, parts, waiting, same) => {
		const shown = { parts, waiting } as unknown as Parameters<typeof isAsShown>[1];
		expect(isAsShown(look, shown)).toBe(same);
	});
});

describe('taking back', () => {
	it.each([
		['whoever took it, today', 'siân', false, '2026-11-19', true],
		['whoever took it, tomorrow', 'siân', false, '2026-11-20', false],
		['a colleague', 'tom', false, '2026-11-19', false],
		['a team leader, later', 'marcus', true, '2026-12-01', true]
	] as const)('%s', (_who, officerId, isLeader, today, may) => {
		const taken = { takenBy: 'siân', takenOn: TODAY, today: day(today) };
		expect(mayCancel({ officerId, isLeader }, taken)).toBe(may);
	});
});
