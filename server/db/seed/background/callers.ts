/**
 * The people behind the numbers of the Asterisk recordings (`tests/traces`), each with debts on several streams. One
 * number is a household's; the call from abroad (+1 202 555 0143) and the advice line are known to nobody.
 */
import { timesRate } from '../../../../shared/money/pence.ts';
import { addDays, addMonths, day, type Day } from '../../../../shared/time/day.ts';
import { billed, councilTax, instalments } from '../recipes/council-tax.ts';
import { fourWeekly, invoice, overpayment, parking, rates, rent } from '../recipes/other-debts.ts';
import { pounds, type Scenario, type SeedCustomer, type SeedDebt } from '../scenario.ts';
import type { Timeline } from '../timeline.ts';

type Kind = 'order' | 'behind' | 'overpayment' | 'invoice' | 'care' | 'rent' | 'parking' | 'rates';

type Caller = {
	name: string;
	number: string;
	/** How many months ago identity passed on the number; null when it never did. */
	confirmedMonthsAgo: number | null;
	/** Each kind of debt and what is left of it; of `behind`, one instalment. */
	owes: readonly (readonly [Kind, string])[];
};

const CALLERS: readonly Caller[] = [
	caller('Bridget Amos', '07700 900123', 4, [
		['order', '1034.60'],
		['behind', '96'],
		['overpayment', '412.75'],
		['parking', '70'],
		['invoice', '58.40']
	]),
	// One line, two people of one household.
	caller('Folake Adebayo', '01632 960456', 5, [
		['behind', '132'],
		['invoice', '214.50']
	]),
	caller('Samuel Adebayo', '01632 960456', 9, [
		['order', '688.15'],
		['overpayment', '153.20']
	]),
	caller('Peter Gannon', '01632 960777', 7, [
		['rent', '386.20'],
		['overpayment', '1120.45'],
		['behind', '104']
	]),
	caller('Yusra Haidari', '07700 900234', 2, [
		['order', '540.90'],
		['parking', '105']
	]),
	caller('Colin Thwaite', '07700 900235', 16, [
		['overpayment', '894.30'],
		['rent', '212.60']
	]),
	caller('Maeve Connolly', '07700 900345', 1, [
		['behind', '118'],
		['overpayment', '77.85']
	]),
	caller('Desmond Achebe', '07700 900456', 11, [
		['order', '1310.20'],
		['invoice', '96']
	]),
	caller('Rosa Lindqvist', '07700 900457', 3, [
		['overpayment', '640.10'],
		['behind', '88']
	]),
	caller('Hugh Penrose', '07700 900567', 8, [
		['order', '455.35'],
		['order', '622.80'],
		['parking', '70']
	]),
	caller('Imran Saddiq', '07700 900568', 6, [
		['behind', '145'],
		['rent', '505.75']
	]),
	caller('Lowri Jenkins', '07700 900569', 10, [
		['invoice', '132.60'],
		['overpayment', '288.40']
	]),
	caller('Agnes Whitmore', '07700 900601', 2, [
		['care', '228'],
		['behind', '74']
	]),
	caller('Viktor Balan', '01632 960602', 5, [
		['overpayment', '1864.95'],
		['order', '371.15']
	]),
	caller('Tessa Goodfellow', '07700 900611', 7, [
		['behind', '121'],
		['parking', '70']
	]),
	caller('Amadou Diallo', '07700 900701', 3, [
		['order', '928.05'],
		['rent', '164.30']
	]),
	caller('Sheila Rourke', '07700 900801', 12, [
		['overpayment', '349.60'],
		['behind', '99']
	]),
	caller('Noel Fairhurst', '07700 900811', null, [
		['invoice', '480'],
		['order', '790.45']
	]),
	caller('Kamila Dudek', '07700 900821', 9, [
		['behind', '110'],
		['overpayment', '205.15']
	]),
	caller('Bryn Maddox', '07700 900831', 4, [
		['parking', '105'],
		['order', '1522.70']
	]),
	caller('Joy Mensah', '07700 900832', 6, [
		['rent', '298.90'],
		['overpayment', '133.35']
	]),
	caller('Ropewalk Joinery Ltd', '01632 960841', 8, [
		['rates', '2310'],
		['invoice', '365.20']
	]),
	caller('Graham Sutter', '07700 900851', 5, [
		['order', '615.25'],
		['invoice', '44']
	]),
	caller('Elif Kaplan', '07700 900861', 1, [
		['behind', '127'],
		['parking', '70']
	]),
	// The two that the recordings call back.
	caller('Ruby Castell', '07700 900901', 2, [
		['behind', '92'],
		['overpayment', '176.80']
	]),
	caller('Owen Lascelles', '07700 900902', 14, [
		['order', '834.45'],
		['parking', '70']
	])
];

export function callersOfTheRecordings(time: Timeline): Scenario {
	return {
		customers: CALLERS.map((who, at) => customerOf(time, { who, at })),
		debts: CALLERS.flatMap((who, at) =>
			who.owes.map(([kind, left], nth) =>
				debtOf(time, { kind, left, who, number: 100 + at * 10 + nth, nth })
			)
		)
	};
}

function caller(
	name: string,
	number: string,
	confirmedMonthsAgo: number | null,
	owes: Caller['owes']
): Caller {
	return { name, number, confirmedMonthsAgo, owes };
}

function customerOf(time: Timeline, { who, at }: { who: Caller; at: number }): SeedCustomer {
	const isCompany = who.name.endsWith('Ltd');
	const [first = '', last = ''] = who.name.split(' ');
	const ago = who.confirmedMonthsAgo;
	return {
		key: keyOf(who),
		kind: isCompany ? 'organisation' : 'person',
		givenNames: isCompany ? '' : first,
		familyName: isCompany ? who.name : last,
		...(isCompany ? {} : { bornOn: addDays(day('1958-02-11'), at * 411) }),
		phones: [
			{
				number: who.number,
				...(ago === null ? {} : { confirmedOn: addDays(addMonths(time.today, -ago), -at) })
			}
		],
		addresses: [
			{
				line1: `${12 + at * 3} ${at % 2 === 0 ? 'Tollgate Road' : 'Bridewell Street'}`,
				postcode: at % 2 === 0 ? 'NM2 5RS' : 'NM3 7EJ',
				kind: isCompany ? 'business' : 'home'
			}
		],
		...(at === 12
			? { needs: [{ need: 'Hard of hearing', adjustment: 'Speak clearly. Confirm in writing.' }] }
			: {})
	};
}

type Wanted = { kind: Kind; left: string; who: Caller; number: number; nth: number };

function debtOf(time: Timeline, wanted: Wanted): SeedDebt {
	const { kind, who, number } = wanted;
	const liable = keyOf(who);
	const left = pounds(wanted.left);
	const ago = (days: number): Day => addDays(time.today, -days - (number % 17));
	const year = time.year(1 + wanted.nth);
	switch (kind) {
		case 'order':
			return councilTax(time, {
				year,
				liable,
				reference: `7710600${number}`,
				dues: billed(year, timesRate(left, { numerator: '1.25' }, 'half-up')),
				left,
				stage: 'LIABILITY_ORDER',
				stageOn: ago(110)
			});
		case 'behind':
			return behind(time, wanted);
		case 'overpayment':
			return overpayment(time, {
				liable,
				reference: `HBO218${number}`,
				decidedOn: ago(140),
				left,
				stage: 'INVOICE',
				stageOn: ago(140)
			});
		case 'invoice':
			return invoice(time, {
				liable,
				reference: `SI00902${number}`,
				title: 'Garden waste and bulky collection',
				invoicedOn: ago(75),
				left,
				stage: 'REMINDER',
				stageOn: ago(20)
			});
		case 'care':
			return invoice(time, {
				liable,
				stream: 'care',
				reference: `CA00051${number}`,
				title: 'Day centre charges',
				invoicedOn: ago(90),
				dues: fourWeekly(timesRate(left, { numerator: 1, denominator: 2 }, 'half-up'), {
					count: 2,
					lastDueOn: ago(10)
				}),
				left,
				stage: 'INVOICE',
				stageOn: ago(38),
				facts: { careCheckDone: true }
			});
		case 'rent':
			return rent(time, {
				liable,
				reference: `RT00880${number}`,
				fromOn: ago(900),
				left,
				stage: 'CONTACT',
				stageOn: ago(25)
			});
		case 'parking':
			return penalty(time, wanted);
		case 'rates':
			return rates(time, {
				year: time.year(0),
				liable,
				reference: `40101290${number}`,
				dues: billed(time.year(0), timesRate(left, { numerator: 2 }, 'half-up')),
				left,
				stage: 'DEMAND',
				stageOn: time.year(0).startsOn,
				facts: { capacity: 'company' }
			});
	}
}

/** Two instalments of this year missed, and the reminder out. */
function behind(time: Timeline, { left, who, number }: Wanted): SeedDebt {
	const each = pounds(left);
	const year = time.year(0);
	const within = (written: string) =>
		time.within(year, { written, what: `${who.name}, the reminder` });
	return councilTax(time, {
		year,
		liable: keyOf(who),
		reference: `7710601${number}`,
		dues: instalments(time, {
			each,
			count: 12,
			firstWritten: '2026-04-01',
			whose: who.name
		}),
		left: timesRate(each, { numerator: 6 }, 'half-up'),
		stage: 'REMINDER_1',
		stageOn: within('2026-11-11'),
		facts: { wholeBalanceDueOn: within('2026-11-25') }
	});
}

function penalty(time: Timeline, { left, who, number }: Wanted): SeedDebt {
	const certified = left === '105';
	const challengeUntilOn = time.at('2026-12-05');
	return parking(time, {
		liable: keyOf(who),
		reference: `NM04711${number}`,
		servedOn: time.at(certified ? '2026-08-20' : '2026-10-08'),
		dueOn: certified ? time.at('2026-11-05') : challengeUntilOn,
		stage: certified ? 'CHARGE_CERTIFICATE' : 'NTO',
		stageOn: time.at(certified ? '2026-11-06' : '2026-11-08'),
		facts: certified ? {} : { challengeUntilOn }
	});
}

function keyOf(who: Caller): string {
	return who.name.toLowerCase().replaceAll(' ', '-');
}
