/** Holds that protect one person, two, or some debts and not others. */
import { day } from '../../../../shared/time/day.ts';
import { billed, councilTax } from '../recipes/council-tax.ts';
import { invoice, overpayment, rates } from '../recipes/other-debts.ts';
import { pounds, type Scenario, type SeedDebt, type SeedHold } from '../scenario.ts';
import type { Timeline } from '../timeline.ts';

export function moratoriums(time: Timeline): readonly Scenario[] {
	return [ivyAndCarlBenn(time), noorAslam(time), ralphFenwick(time)];
}

/** Carl's debt relief order holds his side alone: Ivy still owes all of it. */
function ivyAndCarlBenn(time: Timeline): Scenario {
	const home = [{ line1: '33 Crosby Street', postcode: 'NM2 8DA' }];
	return {
		customers: [
			{
				key: 'ivy-benn',
				givenNames: 'Ivy',
				familyName: 'Benn',
				bornOn: day('1974-12-08'),
				phones: [{ number: '07700 900416', confirmedOn: time.at('2026-10-02') }],
				addresses: home
			},
			{
				key: 'carl-benn',
				givenNames: 'Carl',
				familyName: 'Benn',
				bornOn: day('1972-03-19'),
				phones: [{ number: '07700 900417' }],
				addresses: home
			}
		],
		debts: [
			councilTax(time, {
				year: time.year(1),
				liable: [
					{ customer: 'ivy-benn', ground: 'couple' },
					{ customer: 'carl-benn', ground: 'couple' }
				],
				reference: '7710355190',
				dues: billed(time.year(1), pounds('1518.50')),
				left: pounds('1466'),
				stage: 'LIABILITY_ORDER',
				stageOn: time.at('2026-06-19'),
				holds: [
					{
						kind: 'insolvency',
						customer: 'carl-benn',
						fromOn: time.at('2026-10-09'),
						untilOn: null,
						reference: 'Debt relief order'
					}
				]
			})
		]
	};
}

/** Crisis treatment ends on 10 December: protected for thirty days after it. */
function noorAslam(time: Timeline): Scenario {
	const crisis: SeedHold = {
		kind: 'mental-health-crisis',
		fromOn: time.at('2026-10-21'),
		untilOn: time.at('2027-01-09'),
		reference: 'Breathing space of 21 October'
	};
	return {
		customers: [
			{
				key: 'noor-aslam',
				givenNames: 'Noor',
				familyName: 'Aslam',
				bornOn: day('1991-05-14'),
				phones: [{ number: '07700 900486', confirmedOn: time.at('2026-04-15') }],
				addresses: [{ line1: '4 Chapel Rise', postcode: 'NM5 7PB' }]
			}
		],
		debts: [
			councilTax(time, {
				year: time.year(1),
				liable: 'noor-aslam',
				reference: '7710362288',
				dues: billed(time.year(1), pounds('1296')),
				left: pounds('948.20'),
				stage: 'LIABILITY_ORDER',
				stageOn: time.at('2026-07-24'),
				holds: [crisis]
			}),
			overpayment(time, {
				liable: 'noor-aslam',
				reference: 'HBO207733',
				decidedOn: time.at('2026-03-30'),
				left: pounds('517.90'),
				stage: 'INVOICE',
				stageOn: time.at('2026-03-30'),
				holds: [crisis]
			})
		]
	};
}

const RALPH = 'ralph-fenwick';

/** A VAT-registered sole trader: the business debts stay outside his breathing space, his Council Tax is in. */
function ralphFenwick(time: Timeline): Scenario {
	return {
		customers: [
			{
				key: RALPH,
				givenNames: 'Ralph',
				familyName: 'Fenwick',
				bornOn: day('1966-01-11'),
				names: [{ kind: 'trading', name: 'Fenwick Upholstery' }],
				phones: [{ number: '01632 960477', confirmedOn: time.at('2026-06-03') }],
				addresses: [
					{ line1: '19 Bellfounder Close', postcode: 'NM4 6HD' },
					{ line1: 'Unit 3, Ropewalk Works', postcode: 'NM1 8QS', kind: 'business' }
				]
			}
		],
		debts: [...businessDebts(time), hisCouncilTax(time)]
	};
}

function businessDebts(time: Timeline): SeedDebt[] {
	const year = time.year(0);
	const lostOn = time.within(year, {
		written: '2026-09-14',
		what: 'Fenwick Upholstery, the day the whole balance fell due'
	});
	return [
		rates(time, {
			year,
			liable: RALPH,
			reference: '40101281190',
			dues: billed(year, pounds('3161')),
			left: pounds('2107.33'),
			stage: 'FULL_BALANCE_DUE',
			stageOn: lostOn,
			facts: { wholeBalanceDueOn: lostOn }
		}),
		invoice(time, {
			liable: RALPH,
			reference: 'SI00891127',
			title: 'Trade waste',
			invoicedOn: time.at('2026-09-01'),
			left: pounds('262.40'),
			stage: 'REMINDER',
			stageOn: time.at('2026-10-19')
		})
	];
}

function hisCouncilTax(time: Timeline): SeedDebt {
	return councilTax(time, {
		year: time.year(1),
		liable: RALPH,
		reference: '7710340617',
		dues: billed(time.year(1), pounds('1884')),
		left: pounds('1203.10'),
		stage: 'LIABILITY_ORDER',
		stageOn: time.at('2026-08-07'),
		holds: [
			{
				kind: 'breathing-space',
				fromOn: time.at('2026-11-02'),
				untilOn: time.at('2026-12-31'),
				reference: 'Breathing space of 2 November'
			}
		]
	});
}
