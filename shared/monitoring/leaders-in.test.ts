/** Whom an officer may ask when nobody answers: those who are in, may decide it, and were not asked already. */
import { expect, test } from 'vitest';
import { othersToAsk, teamToAsk, type AskedOf, type PersonIn } from './leaders-in.ts';

const person = (id: string, role: PersonIn['role'], teamId: string): PersonIn => ({
	id,
	name: id,
	role,
	teamId
});
const MARCUS = person('Marcus', 'leader', 'tax');
const HELEN = person('Helen', 'leader', 'benefits');
const JUDITH = person('Judith', 'manager', 'tax');
const ANIL = person('Anil', 'administrator', 'tax');
const ZARA = person('Zara', 'officer', 'tax');
const ALL = [MARCUS, JUDITH, HELEN, ANIL, ZARA];
const WAITING: AskedOf = { officerId: 'Zara', role: 'leader', teamId: 'tax', leaderId: null };

test.each<[why: string, isIn: PersonIn[], asked: Partial<AskedOf>, names: string[]]>([
	['those who wait already are not asked twice', ALL, {}, ['Helen']],
	['nobody else is in', [MARCUS, ZARA, ANIL], {}, []],
	[
		'who had it open is passed over, and a manager may be',
		ALL,
		{ leaderId: 'Marcus' },
		['Helen', 'Judith']
	],
	['a leader may not decide what is a manager’s', ALL, { role: 'manager' }, []],
	['nobody answers their own request', ALL, { officerId: 'Helen' }, []],
	['asked of another team, the own is another', ALL, { teamId: 'benefits' }, ['Marcus']]
])('%s', (_, isIn, asked, names) => {
	expect(othersToAsk(isIn, { ...WAITING, ...asked }).map(({ name }) => name)).toEqual(names);
});

test('it stands on the board of whoever is asked', () => {
	expect(teamToAsk(HELEN, 'tax')).toBe('benefits');
	expect(teamToAsk(JUDITH, 'tax')).toBe('tax');
	expect(teamToAsk(MARCUS, 'tax')).toBe('tax');
});
