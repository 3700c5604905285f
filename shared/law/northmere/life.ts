/** SAMPLE. Northmere's rows L1 to L8, H1, C1, W1, RF, A1, I1, AU, R1, O1, E1, MA, JO and WU, DA, and its court costs COSTS and OC. */
import { NO_PENCE, pence } from '../../money/pence.ts';
import type { LifeRows, PolicyVersions } from '../policy-values.ts';
import { sample } from './sample.ts';

const OFFICE_DAY = [8, 20] as const;

const NOTHING_MORE = { answers: 0, isFresh: false, stronger: [] };

const evening = (weekdays: readonly number[]) => ({ weekdays, at: '19:00', sendBy: '18:00' });

export const LIFE: Pick<PolicyVersions, keyof LifeRows> = {
	L1: sample(
		'L1',
		'A payment is kept if 95% of it, or all but £2, is there five working days after it was due. A Direct Debit counts from the day after a return.',
		{ keptPercent: 95, keptWithin: pence(2_00), workingDays: 5 }
	),
	L2: sample(
		'L2',
		'At the first missed payment we write, offer a call on day 6 and give 14 days to put it right. Nothing else happens meanwhile.',
		{ callbackOnDay: 6, daysToPutRight: 14, retryOnce: ['0'] }
	),
	L3: sample(
		'L3',
		'If it is not put right a team leader looks at support, income and benefits before anything is called broken. It is never automatic.',
		{ looks: 'leader' }
	),
	L4: sample(
		'L4',
		'If it is broken we write and give seven days. Each debt goes on from the stage it had, and nothing is added backwards.',
		{ daysOfLetter: 7 }
	),
	L5: sample(
		'L5',
		'An officer may agree again once in twelve months on a new statement; the second time a team leader, the third a manager, with debt advice.',
		{ officerOncePerMonths: 12, second: 'leader', third: 'manager' }
	),
	L6: sample(
		'L6',
		'A break of one month a year is the officer’s to give, up to three the team leader’s.',
		{
			breakMonthsAYear: { officer: 1, leader: 3 }
		}
	),
	L7: sample(
		'L7',
		'A plan over twelve months is looked at every six months, on a benefit decision and on each bill.',
		{ everyMonths: 6, overMonths: 12 }
	),
	L8: sample(
		'L8',
		'A promise is for up to 14 days, 28 with a team leader, one at a time and never two running. It holds the next step until five working days after, but never a hearing.',
		{ days: { officer: 14, leader: 28 }, workingDaysHeld: 5 }
	),
	H1: sample(
		'H1',
		'How long recovery may be held, by reason: a dispute or a support review 28 days, a claim 28 and 28 more, a debt adviser 30 and 30 more, nothing left to pay with 90.',
		{
			lengths: {
				dispute: { days: { officer: 28 }, moreDays: {} },
				'application-pending': { days: { officer: 28 }, moreDays: { leader: 28 } },
				adviser: { days: { officer: 30 }, moreDays: { leader: 30 } },
				'support-review': { days: { officer: 28 }, moreDays: {} },
				deceased: { days: { officer: 28 }, moreDays: {} },
				'no-surplus': { days: { leader: 90 }, moreDays: {} }
			},
			newsEveryWeeks: 13
		}
	),
	C1: sample(
		'C1',
		'We get in touch about payment at most once a day, three times in a week and eight times in four weeks, Monday to Friday 8 to 8 and Saturday 9 to 1.',
		{
			most: [
				{ contacts: 1, days: 1 },
				{ contacts: 3, days: 7 },
				{ contacts: 8, days: 28 }
			],
			hours: [OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, [9, 13], null]
		}
	),
	W1: sample(
		'W1',
		'An officer may write off £50 alone, a team leader £1,000, a manager £5,000; above that the section 151 officer.',
		{
			most: { officer: pence(50_00), leader: pence(1000_00), manager: pence(5000_00) },
			sampledOneIn: 10
		}
	),
	RF: sample(
		'RF',
		'Whoever asks for a refund never approves it. A team leader approves up to £1,000, a manager £10,000; above that the section 151 officer. It goes back the way it came.',
		{ most: { officer: pence(0), leader: pence(1000_00), manager: pence(10_000_00) } }
	),
	A1: sample(
		'A1',
		'A team leader has three minutes to answer, then another is asked or the customer is called back. Silence is never a yes.',
		{ minutes: 3 }
	),
	I1: sample(
		'I1',
		'Three answers from what we hold, at least one that only this person should know; a fourth where the record asks for it; two wrong stop the check.',
		{ answers: 3, knownOnlyToThem: 1, moreOnExtraCheck: 1, wrongStops: 2 }
	),
	AU: sample(
		'AU',
		'An adviser’s, a landlord’s or an employee’s authority to speak for a customer stands for a year at most, a member’s for six months; one that the law gives stands until it is ended.',
		{
			months: {
				adviser: 12,
				attorney: null,
				appointee: null,
				executor: null,
				landlord: 12,
				member: 6,
				employee: 12
			}
		}
	),
	R1: sample(
		'R1',
		'A move asks one answer more. Bank details ask three once more, one of them the password they set or their last payment. A change waits ten minutes, in which it can be undone, before its systems are told; for four weeks after it the identity check asks one question more.',
		{
			asks: {
				address: { answers: 1, isFresh: true, stronger: [] },
				name: NOTHING_MORE,
				phone: NOTHING_MORE,
				email: NOTHING_MORE,
				household: NOTHING_MORE,
				bank: { answers: 3, isFresh: false, stronger: ['password', 'last-payment'] }
			},
			minutesToUndo: 10,
			recentDays: 28
		}
	),
	O1: sample(
		'O1',
		'Recovery runs at seven in the evening: council tax and rates on every working day, benefits on Tuesday and Thursday, invoices on Wednesday, rent on Monday and Thursday, parking on Friday. Each must be told by six.',
		{
			systems: {
				revenues: evening([1, 2, 3, 4, 5]),
				benefits: evening([2, 4]),
				invoicing: evening([3]),
				housing: evening([1, 4]),
				parking: evening([5])
			},
			other: evening([1, 2, 3, 4, 5])
		}
	),
	E1: sample(
		'E1',
		'A payment we recorded is the one an extract brings if it is for the same debt, amount and method within five days. One that no extract has brought after ten days is looked into. Figures of an extract more than three days old are said to be out of date.',
		{ daysApart: 5, daysWaiting: 10, daysFresh: 3 }
	),
	MA: sample(
		'MA',
		'Two records are one customer from 700 points of 1000, and a person looks from 540. A National Insurance number is enough where nothing contradicts it, and so is an account that the other system names, an email or a phone with the surname; a name and a date of birth alone are not.',
		{
			linkedFrom: 700,
			reviewFrom: 540,
			closeCall: 200,
			keys: { nino: 700, linkedAccount: 450, emailAndSurname: 500, phoneSurnameAndPostcode: 450 },
			contact: { phone: 340, email: 200 },
			name: {
				same: 420,
				alike: 360,
				initial: 350,
				'family-only': 200,
				'misspelt-given': 300,
				'other-family': 150,
				'other-given': -600,
				other: -600
			},
			address: { same: 350, nearly: 350, former: 290, postcode: 100, other: 0, unknown: 0 },
			born: { same: 270, slip: 120, other: -700, unknown: 0 }
		}
	),
	JO: sample(
		'JO',
		'A joint debt is in each person’s own plan with its whole balance, and is counted once. One plan does not release the other person.',
		{ says: 'This agreement is yours alone. The other person stays liable for it too.' }
	),
	BC: sample(
		'BC',
		'The barcode on an agreement is its payment reference alone. A counter network such as the Post Office or PayPoint gives the council a number of its own, which is drafted here with its length and check digit before anybody is sent there to pay.',
		{ counters: [] }
	),
	WU: sample(
		'WU',
		'After a call an officer has two minutes to write it up, and may add a minute up to five times. Being over time ends nothing.',
		{ minutes: 2, mostAdded: 5 }
	),
	DA: sample(
		'DA',
		'Who gives free and independent debt advice: an officer names one of these when a customer is put through or a call is booked.',
		{ advisers: ['National Debtline', 'StepChange Debt Charity', 'Citizens Advice Northmere'] }
	),
	COSTS: sample('COSTS', 'What the council asks the court to add when it sends a summons.', {
		councilTaxSummons: pence(87_50),
		ratesSummons: pence(120_00)
	}),
	OC: sample(
		'OC',
		'What the council asks the court to add when a liability order is made, beside the costs of the summons. Northmere asks for all of it with the summons.',
		{ councilTaxOrder: NO_PENCE, ratesOrder: NO_PENCE }
	)
};
