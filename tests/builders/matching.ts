/** Records of one person in several systems, and what the sample policy makes of each comparison. */
import type { Matchable } from '../../shared/customers/matching/match.ts';
import { samplePolicy } from '../../shared/law/northmere/policy.ts';
import { day } from '../../shared/time/day.ts';

export const WEIGHTS = samplePolicy(day('2026-11-19')).MA.value;

export function lives(line1: string, postcode = 'NM4 2QA') {
	return { line1, line2: null, postcode };
}

export const KELLY: Matchable = {
	source: 'revenues',
	kind: 'person',
	givenNames: 'Kelly Jane',
	isGivenCommon: true,
	familyName: 'Ashworth',
	formerNames: [],
	bornOn: day('1987-03-14'),
	nino: 'ZE123456A',
	e164: '+447700900301',
	email: 'kelly@example.com',
	address: lives('12 Lantern Row'),
	formerAddresses: [],
	accounts: ['council-tax 7710448261'],
	namesAccounts: []
};

/** As a parking system has her: the name and the address of the keeper. */
export const KEEPER: Matchable = {
	...KELLY,
	source: 'parking',
	bornOn: null,
	nino: null,
	e164: null,
	email: null,
	accounts: []
};
export const ELSEWHERE = lives('4 Mill Lane', 'NM9 1AA');

/** A benefit claim that knows little of its claimant, at an address left long ago. */
export const CLAIM: Matchable = {
	...KEEPER,
	source: 'benefits',
	address: ELSEWHERE,
	namesAccounts: ['council-tax 7710448261']
};
