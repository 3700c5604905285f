/** People whose records stand on an edge: a penny from a threshold, a day from a limit, a minute from another year. */
import { minus, NO_PENCE, type Pence } from '../../../../shared/money/pence.ts';
import { instantInLondon } from '../../../../shared/time/day.ts';
import { billed, councilTax } from '../recipes/council-tax.ts';
import { invoice } from '../recipes/other-debts.ts';
import { payment } from '../recipes/owed.ts';
import { pounds, type Scenario, type SeedCustomer } from '../scenario.ts';
import { taxYearOf, type TaxYear, type Timeline } from '../timeline.ts';

export function edges(time: Timeline): readonly Scenario[] {
	return [
		tomaszLis(time),
		bellaFrost(time),
		order(time, {
			who: person('Hugo Marsh', { number: '07700 900433', line1: '2 Quarry Bank' }),
			reference: '7710371406',
			bill: pounds('801'),
			left: pounds('734')
		}),
		order(time, {
			who: person('Erin Cole', { number: '07700 900561', line1: '1 The Maltings' }),
			reference: '7710388001',
			bill: pounds('5124'),
			left: pounds('4999.99')
		}),
		order(time, {
			who: person('Evan Cole', { number: '07700 900562', line1: '8 The Maltings' }),
			reference: '7710388002',
			bill: pounds('5124'),
			left: pounds('5000')
		}),
		petraYoung(time),
		idrisKhan(time)
	];
}

function person(name: string, { number, line1 }: { number: string; line1: string }): SeedCustomer {
	const [givenNames = '', familyName = ''] = name.split(' ');
	return {
		key: name.toLowerCase().replace(' ', '-'),
		givenNames,
		familyName,
		phones: [{ number }],
		addresses: [{ line1, postcode: 'NM3 8TU' }]
	};
}

function order(
	time: Timeline,
	given: { who: SeedCustomer; reference: string; bill: Pence; left: Pence; year?: TaxYear }
): Scenario {
	const year = given.year ?? time.year(1);
	return {
		customers: [given.who],
		debts: [
			councilTax(time, {
				year,
				liable: given.who.key,
				reference: given.reference,
				dues: billed(year, given.bill),
				left: given.left,
				stage: 'LIABILITY_ORDER',
				stageOn: time.at('2026-07-31')
			})
		]
	};
}

/** A self-employed plasterer, for the full statement and the thirteen weeks of a business. */
function tomaszLis(time: Timeline): Scenario {
	const who = person('Tomasz Lis', { number: '07700 900540', line1: '71 Tenter Lane' });
	const { customers, debts } = order(time, {
		who,
		reference: '7710366650',
		bill: pounds('1398.50'),
		left: pounds('1310')
	});
	const waste = invoice(time, {
		liable: who.key,
		reference: 'SI00894402',
		title: 'Waste collection',
		invoicedOn: time.at('2026-09-22'),
		left: pounds('95'),
		stage: 'INVOICE',
		stageOn: time.at('2026-09-22')
	});
	return { customers, debts: [...debts, waste] };
}

/** In credit on one account and owing on another: refunded, or moved only with her agreement. */
function bellaFrost(time: Timeline): Scenario {
	const who = person('Bella Frost', { number: '07700 900592', line1: '15 Priory Gardens' });
	const year = time.year(1);
	return {
		customers: [who],
		debts: [
			councilTax(time, {
				year,
				liable: who.key,
				reference: '7710350073',
				dues: billed(year, pounds('1416')),
				left: minus(NO_PENCE, pounds('212.40')),
				also: [
					{
						kind: 'reduction',
						amount: minus(NO_PENCE, pounds('212.40')),
						fund: 'income',
						on: time.at('2026-09-10')
					}
				],
				stage: 'DEMAND',
				stageOn: year.startsOn
			}),
			invoice(time, {
				liable: who.key,
				reference: 'SI00899713',
				title: 'Allotment rent',
				invoicedOn: time.at('2026-08-28'),
				left: pounds('188'),
				stage: 'REMINDER',
				stageOn: time.at('2026-10-14')
			})
		]
	};
}

/** Six years run from the day the sum became due (reg 34(3)): the last day to apply is six days away. */
function petraYoung(time: Timeline): Scenario {
	const who = person('Petra Young', { number: '07700 900627', line1: '3 Ferry Steps' });
	const dueOn = time.at('2020-11-26');
	const year = taxYearOf(dueOn);
	return {
		customers: [who],
		debts: [
			councilTax(time, {
				year,
				liable: who.key,
				reference: '7710188440',
				dues: [{ on: dueOn, amount: pounds('1043.20') }],
				billedOn: year.startsOn,
				left: pounds('1043.20'),
				stage: 'FINAL_NOTICE',
				stageOn: time.at('2026-11-04'),
				adds: {},
				facts: { wholeBalanceDueOn: dueOn }
			})
		]
	};
}

/** Received in the last minute of a tax year, an hour earlier by the clock of the computer that took it. */
function idrisKhan(time: Timeline): Scenario {
	const who = person('Idris Khan', { number: '07700 900649', line1: '58 Weavers Row' });
	const year = time.year(1);
	const on = year.endsOn;
	return {
		customers: [who],
		debts: [
			councilTax(time, {
				year,
				liable: who.key,
				reference: '7710344019',
				dues: billed(year, pounds('1188')),
				left: pounds('246.50'),
				also: [
					{
						...payment(pounds('120'), { on, method: 'card', payer: who.key }),
						at: instantInLondon(on, '23:59')
					}
				],
				stage: 'FINAL_NOTICE',
				stageOn: time.at('2026-11-11'),
				adds: {}
			})
		]
	};
}
