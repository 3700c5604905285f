/**
 * The lines beside the Standard Financial Statement's own, one by one: sections, order and element names are those of the
 * public developer toolkit (moneyadviceservice/sfs-developer-toolkit at ab48c53); ours is the id beside each.
 */
import { expect, it } from 'vitest';
import { FREQUENCIES } from './frequency.ts';
import { GROUPS, type Section } from './groups.ts';
import { FULL_LINES } from './lines.ts';
import { PROVENANCES } from './provenance.ts';

const STANDARD: readonly (readonly [section: Section, group: string, lines: readonly string[]])[] =
	[
		['income', 'earnings', ['salary', 'partner-salary', 'other-earnings']],
		[
			'income',
			'benefits',
			[
				'universal-credit',
				'jobseekers-income',
				'jobseekers-contribution',
				'income-support',
				'working-tax-credit',
				'child-tax-credit',
				'child-benefit',
				'employment-support',
				'disability-benefits',
				'carers-allowance',
				'housing-benefit',
				'council-tax-support',
				'other-benefits'
			]
		],
		[
			'income',
			'pensions',
			['state-pension', 'private-pension', 'pension-credit', 'other-pensions']
		],
		[
			'income',
			'other-income',
			['maintenance', 'boarders', 'non-dependants', 'student-finance', 'other-income']
		],
		[
			'fixed',
			'home',
			[
				'rent',
				'ground-rent',
				'mortgage',
				'endowment',
				'secured-loans',
				'council-tax',
				'appliance-rental',
				'tv-licence',
				'other-home'
			]
		],
		['fixed', 'utilities', ['gas', 'electricity', 'other-fuel', 'other-utilities']],
		['fixed', 'water', ['water-supply', 'water-waste']],
		[
			'fixed',
			'care',
			['childcare', 'adult-care', 'child-maintenance', 'prescriptions', 'dentistry', 'other-care']
		],
		[
			'fixed',
			'transport',
			[
				'public-transport',
				'vehicle-purchase',
				'car-insurance',
				'road-tax',
				'vehicle-upkeep',
				'breakdown',
				'fuel',
				'other-transport'
			]
		],
		['fixed', 'school', ['uniform', 'school-trips', 'other-school']],
		[
			'fixed',
			'insurances',
			[
				'pension-payments',
				'life-insurance',
				'payment-protection',
				'home-insurance',
				'health-insurance',
				'other-insurance'
			]
		],
		['fixed', 'professional', ['courses', 'union', 'professional-fees', 'other-professional']],
		['fixed', 'other-essential', ['other-essential']],
		[
			'flexible',
			'communications',
			['phone', 'mobile', 'hobbies', 'gifts', 'pocket-money', 'newspapers', 'other-leisure']
		],
		[
			'flexible',
			'food',
			[
				'groceries',
				'baby',
				'meals',
				'laundry',
				'alcohol',
				'smoking',
				'pets',
				'repairs',
				'other-food'
			]
		],
		['flexible', 'personal', ['clothing', 'hairdressing', 'toiletries', 'other-personal']],
		['savings', 'savings', ['savings']],
		[
			'priority',
			'priority',
			['home-arrears', 'energy-arrears', 'fines', 'maintenance-arrears', 'hmrc']
		],
		['non-priority', 'non-priority', ['other-creditors']]
	];

it('the statement has exactly the standard’s sections and lines, in its order', () => {
	const ours = GROUPS.map(({ section, id, lines }) => [section, id, Object.keys(lines)]);
	expect(ours).toEqual(STANDARD);
	expect(FULL_LINES).toHaveLength(STANDARD.flatMap(([, , lines]) => lines).length);
});

it('every line has a name of its own and words to be asked by', () => {
	const names = FULL_LINES.map(({ label, group }) => `${group}: ${label}`);
	expect(new Set(names).size).toBe(FULL_LINES.length);
	expect(FULL_LINES.every(({ label }) => label.trim() !== '')).toBe(true);
});

it('a figure is from where it was said, a document, a bank or an adviser, at any frequency', () => {
	expect(PROVENANCES).toEqual(['said', 'document', 'bank', 'adviser']);
	expect(FREQUENCIES).toHaveLength(10);
});
