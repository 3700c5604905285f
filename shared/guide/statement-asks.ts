/**
 * How each line of the statement is asked aloud: the screen shows the question of the line in hand. Then the three
 * questions and the five totals of policy P7's shorter forms, and a business's weeks.
 */
import type { FigureId, Side } from '../affordability/business/cash-flow.ts';
import type { GuidelineArea } from '../affordability/groups.ts';
import type { LineId } from '../affordability/lines.ts';

export const STATEMENT_ASKS: Record<LineId, string> = {
	salary: 'How much are you paid, after tax?',
	'partner-salary': 'And your partner, after tax?',
	'other-earnings': 'Do you earn anything else, or work for yourself?',
	'universal-credit': 'How much Universal Credit reaches you, after anything taken from it?',
	'jobseekers-income': 'Do you get Jobseeker’s Allowance that depends on your income?',
	'jobseekers-contribution': 'Do you get Jobseeker’s Allowance from your contributions?',
	'income-support': 'Do you get Income Support?',
	'working-tax-credit': 'Do you get Working Tax Credit?',
	'child-tax-credit': 'Do you get Child Tax Credit?',
	'child-benefit': 'How much Child Benefit do you get?',
	'employment-support': 'Do you get Employment and Support Allowance, or sick pay?',
	'disability-benefits': 'Do you get any disability benefit, for yourself or a child?',
	'carers-allowance': 'Do you get Carer’s Allowance?',
	'housing-benefit': 'Do you get Housing Benefit?',
	'council-tax-support': 'Do you get help with your Council Tax?',
	'other-benefits': 'Do you get any other benefit?',
	'state-pension': 'How much State Pension do you get?',
	'private-pension': 'Do you have a pension from work, or one of your own?',
	'pension-credit': 'Do you get Pension Credit?',
	'other-pensions': 'Do you get any other pension?',
	maintenance: 'Do you receive any child maintenance?',
	boarders: 'Does a lodger pay you anything?',
	'non-dependants': 'Do other adults at home pay you anything?',
	'student-finance': 'Do you get a student loan or a grant?',
	'other-income': 'Does any other money come in?',
	rent: 'How much is your rent?',
	'ground-rent': 'Do you pay ground rent or a service charge?',
	mortgage: 'How much is your mortgage?',
	endowment: 'Do you pay into an endowment for the mortgage?',
	'secured-loans': 'Do you have a loan secured on your home?',
	'council-tax': 'How much is your Council Tax instalment for this year?',
	'appliance-rental': 'Do you rent any appliances or furniture?',
	'tv-licence': 'How much is your TV licence?',
	'other-home': 'Are there other costs for your home?',
	gas: 'How much do you pay for gas?',
	electricity: 'How much do you pay for electricity?',
	'other-fuel': 'Do you buy oil, coal or another fuel?',
	'other-utilities': 'Are there other bills of this kind?',
	'water-supply': 'How much do you pay for water?',
	'water-waste': 'Is waste water a bill of its own?',
	childcare: 'How much do you pay for childcare?',
	'adult-care': 'Do you pay for care of an adult?',
	'child-maintenance': 'Do you pay child maintenance?',
	prescriptions: 'Do you pay for prescriptions or medicine?',
	dentistry: 'Do you pay for a dentist or an optician?',
	'other-care': 'Are there other costs for care or health?',
	'public-transport': 'How much do you spend on buses and trains?',
	'vehicle-purchase': 'Are you paying off a car or van?',
	'car-insurance': 'How much is your car insurance?',
	'road-tax': 'How much is your car tax?',
	'vehicle-upkeep': 'What do the MOT and repairs cost you in a year?',
	breakdown: 'Do you pay for breakdown cover?',
	fuel: 'How much do you spend on fuel and parking?',
	'other-transport': 'Are there other costs of getting about?',
	uniform: 'What does school uniform cost you in a year?',
	'school-trips': 'Do you pay for after-school clubs or trips?',
	'other-school': 'Are there other school costs?',
	'pension-payments': 'Do you pay into a pension yourself?',
	'life-insurance': 'Do you pay for life insurance?',
	'payment-protection': 'Do you pay to protect the mortgage payments?',
	'home-insurance': 'How much is your home insurance?',
	'health-insurance': 'Do you pay for health insurance?',
	'other-insurance': 'Do you pay for any other insurance?',
	courses: 'Do you pay for a course for your work?',
	union: 'Do you pay union fees?',
	'professional-fees': 'Do you pay professional fees?',
	'other-professional': 'Are there other costs of your work?',
	'other-essential': 'Is there anything else that you cannot do without?',
	phone: 'How much are your home phone, internet and television?',
	mobile: 'How much is your mobile?',
	hobbies: 'What do you spend on hobbies, sport or going out?',
	gifts: 'What do you spend on presents in a year?',
	'pocket-money': 'Do the children get pocket money?',
	newspapers: 'Do you buy newspapers, stationery or stamps?',
	'other-leisure': 'Is there anything else for phones or leisure?',
	groceries: 'How much do you spend on food and household shopping in a normal week?',
	baby: 'How much are nappies and baby things?',
	meals: 'What do school and work meals cost?',
	laundry: 'Do you pay for laundry or dry cleaning?',
	alcohol: 'Do you spend anything on alcohol?',
	smoking: 'Do you spend anything on smoking?',
	pets: 'Do you pay for a vet or for pet insurance?',
	repairs: 'What do repairs at home cost you?',
	'other-food': 'Is there anything else for the household?',
	clothing: 'What do you spend on clothes and shoes?',
	hairdressing: 'What do you spend on haircuts?',
	toiletries: 'What do you spend on toiletries?',
	'other-personal': 'Is there anything else for yourself?',
	savings: 'Do you manage to put anything aside?',
	'home-arrears': 'Do you pay anything towards rent or mortgage you are behind with?',
	'energy-arrears': 'Do you pay anything towards gas or electricity you are behind with?',
	fines: 'Are you paying off a court fine?',
	'maintenance-arrears': 'Do you pay anything towards child maintenance you are behind with?',
	hmrc: 'Do you pay anything towards tax you owe?',
	'other-creditors': 'What do you pay altogether towards cards, loans and other debts?',
	'total-income': 'What comes in altogether in a month?',
	'total-fixed': 'What do rent, bills, travel and care cost altogether in a month?',
	'total-flexible': 'What do you spend on food, phones, clothes and leisure in a month?',
	'total-creditors': 'What do you pay in a month to others you owe?',
	'total-savings': 'Do you manage to put anything aside in a month?'
};

export const REASON_ASKS: Record<GuidelineArea, string> = {
	communications: 'Is there a reason why phones and leisure come to a little more than usual?',
	food: 'Is there a reason why food comes to a little more than usual?',
	personal: 'Is there a reason why clothes and personal things come to a little more than usual?'
};

/** Of a business: two things of its bank, and two for each of thirteen weeks. */
export const CASH_FLOW_ASKS: Record<Extract<FigureId, 'opening' | 'overdraft'> | Side, string> = {
	opening: 'How much is in the bank as this week begins?',
	overdraft: 'Has the bank agreed an overdraft with you, and up to how much?',
	moneyIn: 'What do you expect to come in, week by week?',
	moneyOut: 'And what has to go out each week, with wages, rent, tax and stock?'
};

/** In the order of policy P7. */
export const THREE_QUESTIONS = {
	isAffordable: 'Is it affordable after rent, food and heating?',
	isChanging: 'Is anything about to change?',
	hasOtherArrears: 'Are you behind with anything else?'
} as const;

export type QuestionId = keyof typeof THREE_QUESTIONS;

/** Under every question about money. */
export const IF_UNSURE = 'If unsure: “A rough figure is fine. We can change it later.”';
