import { describe, expect, it } from 'vitest';
import { day } from '../../time/day.ts';
import type { ChangeValues, TypedKind } from './kinds.ts';
import { readChange, type TypedChange } from './read.ts';

const TODAY = day('2026-11-19');

const MOVE = {
	line1: '3 Quay Street',
	town: 'Northmere',
	postcode: 'nm12ab',
	leaving: 'tenancy-ended',
	coming: 'tenant'
};
const BANK = { accountName: 'K Ashworth', sortCode: '08-99-99', accountNumber: '66374958' };

function typed(
	kind: TypedKind,
	fields: Record<string, string>,
	beside: Partial<TypedChange> = {}
): TypedChange {
	return { kind, fields, on: '', evidence: 'none', seen: '', saidBy: '', ...beside };
}

function read(change: TypedChange, before: ChangeValues = {}) {
	const answer = readChange(change, { today: TODAY, before });
	return answer.ok ? answer.change : answer.problems;
}

describe('what is typed is kept in one form', () => {
	it.each([
		['phone', { phone: '07700 900 321' }, { phone: '+447700900321' }],
		['phone', { phone: '+44 (0)1632 960 123' }, { phone: '+441632960123' }],
		['phone', { phone: '0033 1 42 68 53 00' }, { phone: '+33142685300' }],
		['email', { email: ' Kelly@Mail.Example ' }, { email: 'kelly@mail.example' }],
		['name', { familyName: 'Ashworth‐Hale', why: 'marriage' }, { familyName: 'Ashworth‐Hale' }],
		['household', { adults: '1', what: 'moved-out' }, { adults: '1' }],
		['address', MOVE, { postcode: 'NM1 2AB', line2: '' }],
		['bank', BANK, { sortCode: '089999', accountNumber: '66374958' }],
		['bank', { ...BANK, accountNumber: '123456' }, { accountNumber: '00123456' }]
	] as const)('%s %o', (kind, fields, values) => {
		expect(read(typed(kind, fields))).toMatchObject({ values, on: TODAY });
	});
});

describe('what cannot be is said of its field', () => {
	it.each([
		['phone', { phone: '0770 090' }, 'phone', /cannot be a telephone number/],
		['phone', { phone: 'not mine' }, 'phone', /cannot be/],
		['phone', { phone: '' }, 'phone', 'Enter: new number.'],
		['phone', { phone: '07700 900 3211 2' }, 'phone', /cannot be/],
		['email', { email: 'kelly@mail' }, 'email', /no email address/],
		['email', { email: 'a@b@c.example' }, 'email', /no email address/],
		['email', { email: 'a..b@mail.example' }, 'email', /no email address/],
		['address', { ...MOVE, postcode: 'NM4' }, 'postcode', /no postcode/],
		['address', { ...MOVE, line1: 'x'.repeat(121) }, 'line1', /too long/],
		['address', { ...MOVE, leaving: 'blown-away' }, 'leaving', /of the list/],
		['address', { ...MOVE, coming: '' }, 'coming', 'Choose: the home they come to.'],
		['household', { adults: '0', what: 'moved-out' }, 'adults', /from 1 to 30/],
		['household', { adults: '1.5', what: 'moved-out' }, 'adults', /whole number/],
		['bank', { ...BANK, sortCode: '0899' }, 'sortCode', /six figures/],
		['bank', { ...BANK, sortCode: '000000' }, 'sortCode', /No bank/],
		['bank', { ...BANK, accountNumber: '4111 1111 1111 1111' }, 'accountNumber', /eight figures/],
		['bank', { ...BANK, accountNumber: '00000000' }, 'accountNumber', /No account/]
	] as const)('%s %o', (kind, fields, field, because) => {
		const problems = read(typed(kind, fields)) as Record<string, string>;
		expect(Object.keys(problems)).toEqual([field]);
		expect(problems[field]).toMatch(because);
	});

	it('names everything that is wrong at once', () => {
		const problems = read(typed('address', {}, { on: '31 February' }));
		expect(Object.keys(problems).toSorted()).toEqual(
			['coming', 'leaving', 'line1', 'on', 'postcode', 'town'].toSorted()
		);
	});

	it('a change to what the record has already, however it is written', () => {
		const before = { line1: '3 Quay  street', postcode: 'NM1 2AB' };
		expect(read(typed('address', MOVE), before)).toEqual({
			line1: 'That is what the record has already.'
		});
		expect(read(typed('address', { ...MOVE, line1: '4 Quay Street' }), before)).toMatchObject({
			kind: 'address'
		});
	});

	it('what was seen without saying what', () => {
		const change = typed('phone', { phone: '07700 900321' }, { evidence: 'seen' });
		expect(read(change)).toEqual({ seen: 'Write what it is.' });
	});
});

describe('the day a change counts from', () => {
	it.each([
		['', '2026-11-19'],
		['16 November', '2026-11-16'],
		['1 December', '2026-12-01'],
		['20 Nov 2025', '2025-11-20'],
		['yesterday', '2026-11-18'],
		['2 January', '2027-01-02']
	])('typed as “%s” is %s', (on, from) => {
		expect(read(typed('phone', { phone: '07700 900321' }, { on }))).toMatchObject({ on: from });
	});

	it.each([
		['31 February', /no such day/],
		['soon', /no such day/],
		['1 May 2019', /six years/],
		['1 July 2027', /six months/]
	])('typed as “%s” is refused', (on, because) => {
		const problems = read(typed('phone', { phone: '07700 900321' }, { on })) as { on: string };
		expect(problems.on).toMatch(because);
	});
});
