import { describe, expect, it } from 'vitest';
import {
	CLAIM,
	ELSEWHERE,
	KEEPER,
	KELLY,
	WEIGHTS,
	lives
} from '../../../tests/builders/matching.ts';
import { day } from '../../time/day.ts';
import { matchOf, type Matchable, type Verdict } from './match.ts';

type Row = [string, Partial<Matchable>, Partial<Matchable>, Verdict];

const ROWS: Row[] = [
	['the same in both', KELLY, KELLY, 'linked'],
	['the keeper of a car at her address', KELLY, KEEPER, 'linked'],
	['her initial at her address', KELLY, { ...KEEPER, givenNames: 'K' }, 'linked'],
	[
		'her initial and date of birth',
		KELLY,
		{ ...KELLY, nino: null, e164: null, email: null, givenNames: 'K' },
		'linked'
	],
	// A household.
	['her husband at her address', KELLY, { ...KEEPER, givenNames: 'Dean' }, 'separate'],
	[
		'a husband on her phone and email',
		KELLY,
		{ ...KELLY, givenNames: 'Dean', bornOn: null, nino: null },
		'separate'
	],
	[
		'a father and a son of one name',
		{ ...KEEPER, givenNames: 'John', bornOn: day('1950-03-12') },
		{ ...KEEPER, givenNames: 'John', bornOn: day('1980-03-12') },
		'separate'
	],
	[
		'a father and a son of one name on one phone',
		{ ...KEEPER, givenNames: 'John', bornOn: day('1950-03-12'), e164: '+447700900302' },
		{ ...KEEPER, givenNames: 'John', bornOn: day('1979-11-02'), e164: '+447700900302' },
		'separate'
	],
	['twins', { ...KELLY, nino: null }, { ...KELLY, nino: null, givenNames: 'Laura' }, 'separate'],
	[
		'twins nearly of one name',
		{ ...KEEPER, bornOn: KELLY.bornOn, givenNames: 'Amina' },
		{ ...KEEPER, bornOn: KELLY.bornOn, givenNames: 'Amira' },
		'separate'
	],
	// Moves and marriages.
	[
		'a tenant who moved, on the same phone',
		KELLY,
		{ ...KELLY, address: ELSEWHERE, nino: null, email: null },
		'linked'
	],
	[
		'a tenant who moved, whose old address is known',
		{ ...KEEPER, address: ELSEWHERE, formerAddresses: [lives('12 Lantern Row')] },
		KEEPER,
		'linked'
	],
	[
		'one name and one date of birth at two addresses',
		{ ...KEEPER, bornOn: KELLY.bornOn },
		{ ...KEEPER, bornOn: KELLY.bornOn, address: ELSEWHERE },
		'review'
	],
	['one name at two addresses', KEEPER, { ...KEEPER, address: ELSEWHERE }, 'separate'],
	[
		'a maiden name with her date of birth at her address',
		KELLY,
		{ ...KEEPER, familyName: 'Barlow', bornOn: KELLY.bornOn },
		'linked'
	],
	[
		'a maiden name that we know',
		{ ...KELLY, formerNames: ['Barlow'] },
		{ ...KEEPER, familyName: 'Barlow' },
		'linked'
	],
	[
		'a maiden name under one National Insurance number',
		KELLY,
		{ ...KEEPER, familyName: 'Barlow', nino: KELLY.nino, address: ELSEWHERE },
		'linked'
	],
	// As people write.
	['a misspelt street', KELLY, { ...KEEPER, address: lives('12 Lantren Row') }, 'linked'],
	[
		'a first name with a slip that is nobody’s name',
		{ ...KEEPER, givenNames: 'Samina' },
		{ ...KEEPER, givenNames: 'Smaina', isGivenCommon: false },
		'linked'
	],
	[
		'two first names of one household',
		{ ...KEEPER, givenNames: 'Christine' },
		{ ...KEEPER, givenNames: 'Christina' },
		'review'
	],
	['a misspelt surname', KELLY, { ...KEEPER, familyName: 'Ashwroth' }, 'linked'],
	[
		'another house in the street',
		KELLY,
		{ ...KEEPER, address: lives('13 Lantern Row') },
		'separate'
	],
	[
		'Mohammed and Muhammad',
		{ ...KEEPER, givenNames: 'Mohammed', familyName: 'Khan' },
		{ ...KEEPER, givenNames: 'Muhammad', familyName: 'Khan' },
		'linked'
	],
	[
		'Md Hussain and Mohammad Hussein',
		{ ...KEEPER, givenNames: 'Md', familyName: 'Hussain', bornOn: KELLY.bornOn },
		{ ...KEEPER, givenNames: 'Mohammad', familyName: 'Hussein', bornOn: KELLY.bornOn },
		'linked'
	],
	[
		'the family name first',
		{ ...KEEPER, givenNames: 'Li Wen', familyName: 'Chang' },
		{ ...KEEPER, givenNames: 'Chang', familyName: 'Liwen' },
		'linked'
	],
	['day and month the wrong way round', KELLY, { ...KEEPER, bornOn: day('1987-03-15') }, 'linked'],
	// One source has one person once.
	['two accounts of one name in one source', KEEPER, { ...KEEPER, source: 'revenues' }, 'review'],
	[
		'two accounts of one name and one date of birth in one source',
		KELLY,
		{ ...KELLY, source: 'revenues', nino: null },
		'linked'
	],
	// National Insurance numbers.
	[
		'a National Insurance number and a name',
		KELLY,
		{ ...KEEPER, nino: KELLY.nino, address: null },
		'linked'
	],
	[
		'two people who claim one National Insurance number',
		KELLY,
		{ ...KELLY, givenNames: 'Dean', bornOn: day('1985-01-30') },
		'review'
	],
	[
		'one number, one name, two dates of birth',
		KELLY,
		{ ...KELLY, bornOn: day('1962-03-14') },
		'review'
	],
	['one person with two numbers', KELLY, { ...KELLY, nino: 'ZE999999B' }, 'review'],
	// Accounts of another system.
	['a claim that names her account', KELLY, CLAIM, 'linked'],
	[
		'a claim that names her account, under a maiden name',
		KELLY,
		{ ...CLAIM, familyName: 'Barlow' },
		'review'
	],
	['a claim that names her account, by an initial', KELLY, { ...CLAIM, givenNames: 'K' }, 'linked'],
	[
		'a claim that names another account',
		KELLY,
		{ ...CLAIM, namesAccounts: ['council-tax 7710448262'] },
		'separate'
	],
	[
		'a claim that names a claim of that number',
		KELLY,
		{ ...CLAIM, namesAccounts: ['overpayment 7710448261'] },
		'separate'
	],
	[
		'a partner’s claim that names the account they share',
		KELLY,
		{ ...CLAIM, givenNames: 'Dean' },
		'separate'
	],
	[
		'a stranger’s claim with a slip in the account',
		KELLY,
		{ ...CLAIM, givenNames: 'Zofia', familyName: 'Wojcik' },
		'separate'
	],
	[
		'a son’s claim that names his father’s account',
		{ ...KELLY, nino: null },
		{ ...CLAIM, bornOn: day('2006-03-14') },
		'separate'
	],
	[
		'a sister’s claim, her first name nearly alike',
		{ ...KELLY, givenNames: 'Christine' },
		{ ...CLAIM, givenNames: 'Christina' },
		'review'
	],
	[
		'a claim of another National Insurance number that names her account',
		KELLY,
		{ ...CLAIM, nino: 'ZE999999B' },
		'review'
	],
	[
		'two records that name one account and hold none',
		{ ...CLAIM, address: lives('12 Lantern Row') },
		CLAIM,
		'separate'
	],
	[
		'a firm that is named as the claimant’s account',
		KELLY,
		{ ...CLAIM, kind: 'organisation', givenNames: '', familyName: 'Kelly Ashworth' },
		'separate'
	],
	// Kinds.
	[
		'a firm with its owner’s name',
		KEEPER,
		{ ...KEEPER, kind: 'organisation', givenNames: '', familyName: 'Kelly Ashworth' },
		'separate'
	],
	[
		'a firm with and without what it is',
		{ ...KEEPER, kind: 'organisation', givenNames: '', familyName: 'Moyo Bakery Ltd' },
		{ ...KEEPER, kind: 'organisation', givenNames: '', familyName: 'Moyo Bakery Limited' },
		'linked'
	],
	[
		'two firms in one building',
		{ ...KEEPER, kind: 'organisation', givenNames: '', familyName: 'Moyo Bakery Ltd' },
		{ ...KEEPER, kind: 'organisation', givenNames: '', familyName: 'Rana Tyres Ltd' },
		'separate'
	],
	[
		'a letter and the same letter with a figure after it',
		{ ...KEEPER, givenNames: 'K', familyName: 'k' },
		{ ...KEEPER, givenNames: 'K', familyName: 'k 0' },
		'linked'
	],
	[
		'two firms of a short name, one with figures in it',
		{ ...KEEPER, kind: 'organisation', givenNames: '', familyName: 'pr' },
		{ ...KEEPER, kind: 'organisation', givenNames: '', familyName: 'p00r' },
		'review'
	],
	// Nothing to go by.
	['no first name in one', KELLY, { ...KEEPER, givenNames: '' }, 'review'],
	['names of nothing but marks', KELLY, { ...KEEPER, givenNames: '?', familyName: '!' }, 'separate']
];

describe('two records', () => {
	it.each(ROWS)('that are %s', (_, one, other, verdict) => {
		const pair = { one: { ...KELLY, ...one, source: 'revenues' }, other: { ...KELLY, ...other } };
		expect(matchOf(pair, WEIGHTS)).toMatchObject({ verdict });
		// Neither is the right one.
		expect(matchOf({ one: pair.other, other: pair.one }, WEIGHTS)).toMatchObject({ verdict });
	});

	it('say why, with what each weighs', () => {
		const { score, reasons } = matchOf({ one: KELLY, other: KEEPER }, WEIGHTS);
		expect(score).toBe(770);
		expect(reasons).toEqual([
			{ compared: 'name', weight: 420, words: 'Same name' },
			{ compared: 'address', weight: 350, words: 'Same address' }
		]);
	});
});
