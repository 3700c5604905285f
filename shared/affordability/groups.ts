/**
 * The Standard Financial Statement's sections and lines, exactly: the code of conduct allows none to be changed, left
 * out or added (structure from the public developer toolkit, moneyadviceservice/sfs-developer-toolkit at ab48c53). The
 * labels are in the words an officer says. Last come the five totals of policy P7's shorter form.
 */

export type Section = 'income' | 'fixed' | 'flexible' | 'savings' | 'priority' | 'non-priority';

export const SECTION_NAMES: Record<Section, string> = {
	income: 'Income',
	fixed: 'Fixed costs',
	flexible: 'Flexible costs',
	savings: 'Savings',
	priority: 'Agreed payments to other priority creditors',
	'non-priority': 'Agreed payments to other creditors'
};

/** The three areas of flexible spending that have guideline figures. */
export const GUIDELINE_AREAS = ['communications', 'food', 'personal'] as const;

export type GuidelineArea = (typeof GUIDELINE_AREAS)[number];

export type Group = { id: string; section: Section; label: string; lines: Record<string, string> };

export const GROUPS = [
	{
		id: 'earnings',
		section: 'income',
		label: 'Earnings',
		lines: {
			salary: 'Wages, after tax',
			'partner-salary': 'Partner’s wages, after tax',
			'other-earnings': 'Other earnings, self-employment'
		}
	},
	{
		id: 'benefits',
		section: 'income',
		label: 'Benefits',
		lines: {
			'universal-credit': 'Universal Credit',
			'jobseekers-income': 'Jobseeker’s Allowance, income based',
			'jobseekers-contribution': 'Jobseeker’s Allowance, contribution based',
			'income-support': 'Income Support',
			'working-tax-credit': 'Working Tax Credit',
			'child-tax-credit': 'Child Tax Credit',
			'child-benefit': 'Child Benefit',
			'employment-support': 'Employment and Support Allowance, or Statutory Sick Pay',
			'disability-benefits': 'Disability benefits',
			'carers-allowance': 'Carer’s Allowance',
			'housing-benefit': 'Housing Benefit or Local Housing Allowance',
			'council-tax-support': 'Council Tax Support',
			'other-benefits': 'Other benefits'
		}
	},
	{
		id: 'pensions',
		section: 'income',
		label: 'Pensions',
		lines: {
			'state-pension': 'State Pension',
			'private-pension': 'Private or work pension',
			'pension-credit': 'Pension Credit',
			'other-pensions': 'Other pensions'
		}
	},
	{
		id: 'other-income',
		section: 'income',
		label: 'Other income',
		lines: {
			maintenance: 'Child maintenance',
			boarders: 'Boarders or lodgers',
			'non-dependants': 'Other adults’ contributions',
			'student-finance': 'Student loans and grants',
			'other-income': 'Other income'
		}
	},
	{
		id: 'home',
		section: 'fixed',
		label: 'Home and contents',
		lines: {
			rent: 'Rent',
			'ground-rent': 'Ground rent and service charges',
			mortgage: 'Mortgage',
			endowment: 'Mortgage endowment',
			'secured-loans': 'Secured loans',
			'council-tax': 'Council Tax now',
			'appliance-rental': 'Appliance and furniture rental',
			'tv-licence': 'TV licence',
			'other-home': 'Other home costs'
		}
	},
	{
		id: 'utilities',
		section: 'fixed',
		label: 'Gas and electricity',
		lines: {
			gas: 'Gas',
			electricity: 'Electricity',
			'other-fuel': 'Other fuel',
			'other-utilities': 'Other utilities'
		}
	},
	{
		id: 'water',
		section: 'fixed',
		label: 'Water',
		lines: { 'water-supply': 'Water supply', 'water-waste': 'Waste water' }
	},
	{
		id: 'care',
		section: 'fixed',
		label: 'Care and health',
		lines: {
			childcare: 'Childcare',
			'adult-care': 'Adult care',
			'child-maintenance': 'Child maintenance paid',
			prescriptions: 'Prescriptions and medicine',
			dentistry: 'Dentist and optician',
			'other-care': 'Other care and health'
		}
	},
	{
		id: 'transport',
		section: 'fixed',
		label: 'Transport',
		lines: {
			'public-transport': 'Public transport',
			'vehicle-purchase': 'Hire purchase of a vehicle',
			'car-insurance': 'Car insurance',
			'road-tax': 'Road tax',
			'vehicle-upkeep': 'MOT and upkeep',
			breakdown: 'Breakdown cover',
			fuel: 'Fuel and parking',
			'other-transport': 'Other transport'
		}
	},
	{
		id: 'school',
		section: 'fixed',
		label: 'School',
		lines: {
			uniform: 'School uniform',
			'school-trips': 'After-school clubs and trips',
			'other-school': 'Other school costs'
		}
	},
	{
		id: 'insurances',
		section: 'fixed',
		label: 'Pensions and insurances',
		lines: {
			'pension-payments': 'Pension payments',
			'life-insurance': 'Life insurance',
			'payment-protection': 'Mortgage payment protection',
			'home-insurance': 'Buildings and contents insurance',
			'health-insurance': 'Health insurance',
			'other-insurance': 'Other insurance'
		}
	},
	{
		id: 'professional',
		section: 'fixed',
		label: 'Professional costs',
		lines: {
			courses: 'Courses',
			union: 'Union fees',
			'professional-fees': 'Professional fees',
			'other-professional': 'Other professional costs'
		}
	},
	{
		id: 'other-essential',
		section: 'fixed',
		label: 'Other essential costs',
		lines: { 'other-essential': 'Other essential costs' }
	},
	{
		id: 'communications',
		section: 'flexible',
		label: 'Phone and leisure',
		lines: {
			phone: 'Phone, internet, TV',
			mobile: 'Mobile phone',
			hobbies: 'Hobbies, leisure and sport',
			gifts: 'Gifts',
			'pocket-money': 'Pocket money',
			newspapers: 'Newspapers, stationery and post',
			'other-leisure': 'Other phone and leisure'
		}
	},
	{
		id: 'food',
		section: 'flexible',
		label: 'Food and housekeeping',
		lines: {
			groceries: 'Food, household',
			baby: 'Nappies and baby things',
			meals: 'School and work meals',
			laundry: 'Laundry and dry cleaning',
			alcohol: 'Alcohol',
			smoking: 'Smoking',
			pets: 'Vet and pet insurance',
			repairs: 'House repairs',
			'other-food': 'Other housekeeping'
		}
	},
	{
		id: 'personal',
		section: 'flexible',
		label: 'Personal costs',
		lines: {
			clothing: 'Clothing and shoes',
			hairdressing: 'Hairdressing',
			toiletries: 'Toiletries',
			'other-personal': 'Other personal costs'
		}
	},
	{
		id: 'savings',
		section: 'savings',
		label: 'Savings',
		lines: { savings: 'Savings' }
	},
	{
		id: 'priority',
		section: 'priority',
		label: 'Other priority creditors',
		lines: {
			'home-arrears': 'Rent or mortgage arrears',
			'energy-arrears': 'Energy arrears',
			fines: 'Court fines',
			'maintenance-arrears': 'Child maintenance arrears',
			hmrc: 'HM Revenue and Customs'
		}
	},
	{
		id: 'non-priority',
		section: 'non-priority',
		label: 'Other creditors',
		lines: { 'other-creditors': 'Cards, loans and other creditors' }
	}
] as const satisfies readonly Group[];

export const FIVE_TOTALS = [
	{ id: 'total-income', section: 'income', label: 'All income' },
	{ id: 'total-fixed', section: 'fixed', label: 'All fixed costs' },
	{ id: 'total-flexible', section: 'flexible', label: 'All flexible costs' },
	{ id: 'total-creditors', section: 'priority', label: 'All agreed payments to other creditors' },
	{ id: 'total-savings', section: 'savings', label: 'Put aside each month' }
] as const;
