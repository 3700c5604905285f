/** Demo customers 1 and 2: a separated couple with one order between them, who ring about one payment for everything. */
import { day } from '../../../../shared/time/day.ts';
import { billed, councilTax, instalments } from '../recipes/council-tax.ts';
import { invoice, overpayment, parking, rent } from '../recipes/other-debts.ts';
import { payment } from '../recipes/owed.ts';
import { pounds, type Scenario, type SeedCustomer } from '../scenario.ts';
import type { Timeline } from '../timeline.ts';

/** The line of the house they shared: it means either of them. */
const OLD_HOUSE_LINE = '01632 960142';

export function kellyAndDeanAshworth(time: Timeline): Scenario {
	return {
		customers: [kelly(time), dean(time)],
		debts: [
			jointOrder(time),
			thisYear(time),
			overpayment(time, {
				liable: 'kelly-ashworth',
				reference: 'HBO210877',
				decidedOn: time.at('2026-06-03'),
				left: pounds('1460.25'),
				stage: 'INVOICE',
				stageOn: time.at('2026-06-03')
			}),
			invoice(time, {
				liable: 'kelly-ashworth',
				reference: 'SI00903316',
				title: 'Nursery fees',
				invoicedOn: time.at('2026-08-25'),
				left: pounds('126'),
				stage: 'REMINDER',
				stageOn: time.at('2026-10-20')
			}),
			parking(time, {
				liable: 'kelly-ashworth',
				reference: 'NM04715528',
				servedOn: time.at('2026-10-12'),
				dueOn: time.at('2026-12-08'),
				stage: 'NTO',
				stageOn: time.at('2026-11-11'),
				facts: { challengeUntilOn: time.at('2026-12-08') }
			}),
			rent(time, {
				liable: 'dean-ashworth',
				reference: 'FT00518842',
				fromOn: time.at('2021-06-07'),
				endedOn: time.at('2025-03-30'),
				left: pounds('612.40'),
				stage: 'FTA_LETTER',
				stageOn: time.at('2025-05-12')
			})
		]
	};
}

function kelly(time: Timeline): SeedCustomer {
	return {
		key: 'kelly-ashworth',
		givenNames: 'Kelly',
		familyName: 'Ashworth',
		bornOn: day('1987-03-14'),
		needsExtraCheck: true,
		phones: [
			{ number: '07700 900142', confirmedOn: time.at('2026-09-02') },
			{ number: OLD_HOUSE_LINE }
		],
		addresses: [{ line1: '14 Lantern Row', postcode: 'NM4 7QT' }],
		email: 'kelly.ashworth@example.com',
		needs: [
			{
				need: 'Slower pace, breaks, letters by email',
				adjustment: 'Speak slowly. Offer a break. Send letters by email.'
			}
		]
	};
}

function dean(time: Timeline): SeedCustomer {
	return {
		key: 'dean-ashworth',
		givenNames: 'Dean',
		familyName: 'Ashworth',
		bornOn: day('1985-06-08'),
		needsExtraCheck: true,
		phones: [{ number: OLD_HOUSE_LINE }],
		addresses: [
			{ line1: '14 Lantern Row', postcode: 'NM4 7QT', toOn: time.at('2026-08-16') },
			{
				line1: "Flat 2, 7 Cooper's Yard",
				postcode: 'NM1 3DA',
				fromOn: time.at('2026-08-16')
			}
		]
	};
}

function jointOrder(time: Timeline) {
	const year = time.year(1);
	return councilTax(time, {
		year,
		liable: [
			{ customer: 'kelly-ashworth', ground: 'joint' },
			{ customer: 'dean-ashworth', ground: 'joint' }
		],
		reference: '7710448261',
		dues: billed(year, pounds('1364.87')),
		left: pounds('1184.37'),
		also: [
			payment(pounds('40'), {
				on: time.at('2026-09-02'),
				method: 'card',
				payer: 'kelly-ashworth'
			})
		],
		stage: 'LIABILITY_ORDER',
		stageOn: time.at('2026-08-14')
	});
}

function thisYear(time: Timeline) {
	const year = time.year(0);
	const what = 'Kelly Ashworth, the reminder for this year';
	return councilTax(time, {
		year,
		liable: 'kelly-ashworth',
		reference: '7710448262',
		dues: instalments(time, {
			each: pounds('118'),
			count: 12,
			firstWritten: '2026-04-01',
			whose: 'Kelly Ashworth'
		}),
		left: pounds('826'),
		stage: 'REMINDER_1',
		stageOn: time.within(year, { written: '2026-11-09', what }),
		facts: { wholeBalanceDueOn: time.within(year, { written: '2026-11-23', what }) }
	});
}
