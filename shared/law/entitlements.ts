/**
 * Discounts, exemptions, support and reliefs that a person who owes may be entitled to and not have: what each is
 * called, by what law, and what is asked for as proof. Most provisions are from memory, and say so.
 */
import { day } from '../time/day.ts';
import { ENGLAND, type Rule } from './rule.ts';

export const ENTITLEMENTS = [
	'single-person-discount',
	'council-tax-support',
	'student-exemption',
	'care-leaver-relief',
	'disregarded-adult',
	'disabled-band-reduction',
	'hardship-relief',
	'pension-credit',
	'attendance-allowance',
	'benefit-check',
	'underlying-entitlement',
	'small-business-relief'
] as const;

export type Entitlement = (typeof ENTITLEMENTS)[number];

export type EntitlementValue = {
	name: string;
	/** Whose law and books it is: a claim is sent there. */
	given: 'council-tax' | 'benefits' | 'rates' | 'dwp';
	proof: string;
	/** How much of each day's bill it takes off, where the law fixes it. */
	percentOff?: number;
};

const LGFA = {
	instrument: 'LGFA 1992',
	from: day('1993-04-01'),
	to: null,
	nations: ENGLAND,
	address: 'https://www.legislation.gov.uk/ukpga/1992/14',
	confidence: 'unconfirmed'
} as const;

export const ENTITLEMENT_RULES: Record<Entitlement, Rule<EntitlementValue>> = {
	'single-person-discount': {
		...LGFA,
		id: 'CLAIM.single-person',
		value: {
			name: 'Single person discount',
			given: 'council-tax',
			proof: 'A declaration.',
			percentOff: 25
		},
		provision: 'section 11',
		plain:
			'A quarter off for each day on which one adult lives there. The day somebody leaves counts.'
	},
	'council-tax-support': {
		...LGFA,
		id: 'CLAIM.council-tax-support',
		value: {
			name: 'Council Tax Support',
			given: 'benefits',
			proof: 'The award notice of a benefit, or proof of income.'
		},
		provision: 'section 13A(1) and (2), and the council’s scheme',
		plain: 'Help with the bill for people on a low income, by the council’s own scheme.'
	},
	'student-exemption': {
		...LGFA,
		id: 'CLAIM.student',
		value: {
			name: 'Student exemption',
			given: 'council-tax',
			proof: 'A certificate from the college.'
		},
		instrument: 'SI 1992/558',
		provision: 'article 3, class N',
		address: 'https://www.legislation.gov.uk/uksi/1992/558',
		plain: 'No Council Tax for days on which only full-time students live there.'
	},
	'care-leaver-relief': {
		...LGFA,
		id: 'CLAIM.care-leaver',
		value: {
			name: 'Care leaver relief',
			given: 'council-tax',
			proof: 'A letter from the leaving care team.'
		},
		provision: 'section 13A(1)(c)',
		plain: 'Many councils reduce the bill to nothing for young people who were in care.'
	},
	'disregarded-adult': {
		...LGFA,
		id: 'CLAIM.disregard',
		value: {
			name: 'An adult who is not counted',
			given: 'council-tax',
			proof: 'What shows it: a certificate, a contract or a benefit letter.'
		},
		provision: 'Schedule 1',
		plain: 'Apprentices, carers and some others are not counted among the adults.'
	},
	'disabled-band-reduction': {
		...LGFA,
		id: 'CLAIM.disabled-band',
		value: {
			name: 'Disabled band reduction',
			given: 'council-tax',
			proof: 'Which room is used and why.'
		},
		instrument: 'SI 1992/554',
		provision: 'regulation 3',
		address: 'https://www.legislation.gov.uk/uksi/1992/554',
		plain:
			'The bill of the band below, where a disabled person needs an extra room or a wheelchair.'
	},
	'hardship-relief': {
		...LGFA,
		id: 'CLAIM.hardship',
		value: {
			name: 'Hardship relief',
			given: 'council-tax',
			proof: 'A full statement and what caused it.'
		},
		provision: 'section 13A(1)(c)',
		plain: 'The council may reduce what anybody owes when they cannot pay.'
	},
	'pension-credit': {
		...LGFA,
		id: 'CLAIM.pension-credit',
		value: { name: 'Pension Credit', given: 'dwp', proof: 'Claimed from the Pension Service.' },
		instrument: 'State Pension Credit Act 2002',
		provision: 'section 1',
		address: 'https://www.legislation.gov.uk/ukpga/2002/16',
		plain: 'Extra money over pension age, which also opens other help.'
	},
	'attendance-allowance': {
		...LGFA,
		id: 'CLAIM.attendance-allowance',
		value: {
			name: 'Attendance Allowance',
			given: 'dwp',
			proof: 'Claimed from the Department for Work and Pensions.'
		},
		instrument: 'Social Security Contributions and Benefits Act 1992',
		provision: 'section 64',
		address: 'https://www.legislation.gov.uk/ukpga/1992/4/section/64',
		plain: 'For people over pension age who need help with personal care.'
	},
	'benefit-check': {
		...LGFA,
		id: 'CLAIM.benefit-check',
		value: {
			name: 'Benefit check',
			given: 'dwp',
			proof: 'None: a calculator or an adviser goes through it.'
		},
		instrument: 'Welfare Reform Act 2012',
		provision: 'Part 1',
		address: 'https://www.legislation.gov.uk/ukpga/2012/5',
		plain: 'Whether Universal Credit or another benefit is due and not claimed.'
	},
	'underlying-entitlement': {
		...LGFA,
		id: 'CLAIM.underlying-entitlement',
		value: {
			name: 'Underlying entitlement',
			given: 'benefits',
			proof: 'Income and household for the weeks that were overpaid.'
		},
		instrument: 'SI 2006/213',
		provision: 'regulation 104',
		address: 'https://www.legislation.gov.uk/uksi/2006/213/regulation/104',
		plain: 'Housing Benefit that should have been paid for the same weeks reduces an overpayment.'
	},
	'small-business-relief': {
		...LGFA,
		id: 'CLAIM.small-business',
		value: {
			name: 'Small business rate relief',
			given: 'rates',
			proof: 'A declaration that it is the only premises.'
		},
		instrument: 'LGFA 1988',
		provision: 'section 43',
		address: 'https://www.legislation.gov.uk/ukpga/1988/41/section/43',
		confidence: 'confirmed',
		plain:
			'Nothing to pay on only premises with a rateable value up to £12,000; less relief up to £15,000.'
	}
};

/** As people call it; of one that an older log has and we do not know, that it is a claim. */
export function nameOfClaim(entitlement: string): string {
	const known = ENTITLEMENTS.find((one) => one === entitlement);
	return known ? ENTITLEMENT_RULES[known].value.name : 'A claim';
}
