/** Makes customers and debts of the recordings' callers: streams, stages and days for each. */
import { timesRate } from '../../../../shared/money/pence.ts';
import { addDays, addMonths, day, type Day } from '../../../../shared/time/day.ts';
import { billed, councilTax, instalments } from '../recipes/council-tax.ts';
import { fourWeekly, invoice, overpayment, parking, rates, rent } from '../recipes/other-debts.ts';
import { CALLERS, type Caller, type CallerDebt } from './recorded-callers.ts';
import { pounds, type Scenario, type SeedCustomer, type SeedDebt } from '../scenario.ts';
import type { Timeline } from '../timeline.ts';

export function callersOfTheRecordings(time: Timeline): Scenario {
	return {
		customers: CALLERS.map((who, at) => customerOf(time, { who, at })),
		debts: CALLERS.flatMap((who, at) => debtsOf(time, { who, at }))
	};
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

function debtsOf(time: Timeline, { who, at }: { who: Caller; at: number }): SeedDebt[] {
	return KINDS.filter((kind) => who.owes[kind] !== undefined).map((kind, nth) =>
		MAKERS[kind](time, { left: who.owes[kind] ?? '', who, number: 100 + at * 10 + nth, nth })
	);
}

type Wanted = { left: string; who: Caller; number: number; nth: number };

const MAKERS: Record<CallerDebt, (time: Timeline, wanted: Wanted) => SeedDebt> = {
	behind,
	order,
	care,
	parking: penalty,
	overpayment: (time, wanted) =>
		overpayment(time, {
			...owedBy(wanted),
			reference: `HBO218${wanted.number}`,
			decidedOn: ago(time, wanted, 140),
			stage: 'INVOICE',
			stageOn: ago(time, wanted, 140)
		}),
	invoice: (time, wanted) =>
		invoice(time, {
			...owedBy(wanted),
			reference: `SI00902${wanted.number}`,
			title: 'Garden waste and bulky collection',
			invoicedOn: ago(time, wanted, 75),
			stage: 'REMINDER',
			stageOn: ago(time, wanted, 20)
		}),
	rent: (time, wanted) =>
		rent(time, {
			...owedBy(wanted),
			reference: `RT00880${wanted.number}`,
			fromOn: ago(time, wanted, 900),
			stage: 'CONTACT',
			stageOn: ago(time, wanted, 25)
		}),
	rates: (time, wanted) =>
		rates(time, {
			...owedBy(wanted),
			year: time.year(0),
			reference: `40101290${wanted.number}`,
			dues: billed(time.year(0), timesRate(pounds(wanted.left), { numerator: 2 }, 'half-up')),
			stage: 'DEMAND',
			stageOn: time.year(0).startsOn,
			facts: { capacity: 'company' }
		})
};

const KINDS = Object.keys(MAKERS) as readonly CallerDebt[];

function owedBy({ who, left }: Wanted) {
	return { liable: keyOf(who), left: pounds(left) };
}

function ago(time: Timeline, { number }: Wanted, days: number): Day {
	return addDays(time.today, -days - (number % 17));
}

function order(time: Timeline, wanted: Wanted): SeedDebt {
	const year = time.year(1 + wanted.nth);
	return councilTax(time, {
		...owedBy(wanted),
		year,
		reference: `7710600${wanted.number}`,
		dues: billed(year, timesRate(pounds(wanted.left), { numerator: '1.25' }, 'half-up')),
		stage: 'LIABILITY_ORDER',
		stageOn: ago(time, wanted, 110)
	});
}

function care(time: Timeline, wanted: Wanted): SeedDebt {
	const each = timesRate(pounds(wanted.left), { numerator: 1, denominator: 2 }, 'half-up');
	return invoice(time, {
		...owedBy(wanted),
		stream: 'care',
		reference: `CA00051${wanted.number}`,
		title: 'Day centre charges',
		invoicedOn: ago(time, wanted, 90),
		dues: fourWeekly(each, { count: 2, lastDueOn: ago(time, wanted, 10) }),
		stage: 'INVOICE',
		stageOn: ago(time, wanted, 38),
		facts: { careCheckDone: true }
	});
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
