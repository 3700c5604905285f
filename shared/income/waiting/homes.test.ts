import { describe, expect, it } from 'vitest';
import { pence } from '../../money/pence.ts';
import { likeliestHomes, type Candidate, type Waiting } from './homes.ts';

const KELLY: Candidate = {
	debtId: 'kelly-this-year',
	customerId: 'kelly',
	reference: '7710448262',
	balance: pence(826_00),
	instalments: [pence(118_00)],
	names: [{ givenNames: 'Kelly', familyName: 'Ashworth' }],
	paidBefore: false
};

const NOTHING: Waiting = { amount: pence(50_00), reference: '', payerName: null };

const why = (waiting: Partial<Waiting>, candidate: Partial<Candidate> = {}) =>
	likeliestHomes({ ...NOTHING, ...waiting }, [{ ...KELLY, ...candidate }])[0]?.reasons ?? [];

describe('money that waits', () => {
	it.each<[string, Partial<Waiting>, Partial<Candidate>, readonly string[]]>([
		['quotes it', { reference: 'CT 7710 448 262' }, {}, ['reference']],
		['quotes it with a digit wrong', { reference: '7710448263' }, {}, ['reference-one-slip']],
		['quotes it with two changed round', { reference: '7710484262' }, {}, ['reference-one-slip']],
		['quotes it short', { reference: 'CT 771044826' }, {}, ['reference-one-slip']],
		['came from who paid it before', {}, { paidBefore: true }, ['payer-before']],
		[
			'is an instalment from somebody of the name',
			{ amount: pence(118_00), payerName: 'ASHWORTH K' },
			{},
			['instalment', 'payer-name']
		],
		[
			'is the balance from somebody of the name',
			{ amount: pence(826_00), payerName: 'Mrs K Ashworth' },
			{},
			['balance', 'payer-name']
		],
		['is only an instalment', { amount: pence(118_00) }, {}, []],
		['is only from somebody of the name', { payerName: 'K ASHWORTH' }, {}, []],
		[
			'is from another of the family',
			{ amount: pence(118_00), payerName: 'MR D ASHWORTH' },
			{},
			[]
		],
		['quotes another account', { reference: '7710119900' }, {}, []],
		['quotes it, and nothing is owed', { reference: '7710448262' }, { balance: pence(0) }, []],
		[
			'is from somebody with an accent',
			{ amount: pence(118_00), payerName: 'ANGEL MUNOZ' },
			{ names: [{ givenNames: 'Ángel', familyName: 'Muñoz' }] },
			['instalment', 'payer-name']
		]
	])('that %s', (_name, waiting, candidate, reasons) => {
		expect(why(waiting, candidate)).toEqual(reasons);
	});

	it('quoting one debt, may be the instalment of another of theirs', () => {
		const homes = likeliestHomes(
			{ amount: pence(118_00), reference: 'HBO210877', payerName: null },
			[
				KELLY,
				{ ...KELLY, debtId: 'overpayment', reference: 'HBO210877', instalments: [] },
				{ ...KELLY, debtId: 'somebody else’s', customerId: 'dean' }
			]
		);
		expect(homes).toEqual([
			{ debtId: 'overpayment', score: 50, reasons: ['reference'] },
			{ debtId: 'kelly-this-year', score: 45, reasons: ['instalment', 'their-other-debt'] }
		]);
	});

	it('goes first where more speaks for it, and of two alike to the larger balance', () => {
		const homes = likeliestHomes(
			{ amount: pence(118_00), reference: '7710448261', payerName: 'K ASHWORTH' },
			[
				{ ...KELLY, debtId: 'small', reference: 'SI00903316', balance: pence(126_00) },
				{ ...KELLY, debtId: 'large', reference: 'HBO210877', balance: pence(1460_25) },
				{ ...KELLY, debtId: 'quoted', reference: '7710448261' }
			]
		);
		expect(homes.map(({ debtId }) => debtId)).toEqual(['quoted', 'large', 'small']);
	});
});
