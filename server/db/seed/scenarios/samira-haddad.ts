/** Demo customer 6: a person and her company on one number, whose debts are never in one plan. */
import { pence } from '../../../../shared/money/pence.ts';
import { day } from '../../../../shared/time/day.ts';
import { billed, councilTax } from '../recipes/council-tax.ts';
import { invoice, overpayment, rates } from '../recipes/other-debts.ts';
import { pounds, type Scenario } from '../scenario.ts';
import type { Timeline } from '../timeline.ts';

const COMPANY = 'harbour-lane-cafe';
const HERSELF = 'samira-haddad';
const NUMBER = '07700 900233';

export function samiraHaddad(time: Timeline): Scenario {
	return {
		customers: [
			{
				key: HERSELF,
				givenNames: 'Samira',
				familyName: 'Haddad',
				bornOn: day('1979-09-26'),
				phones: [{ number: NUMBER, confirmedOn: time.at('2026-07-08') }],
				addresses: [{ line1: '5 Quay Gardens', postcode: 'NM1 4PT' }],
				email: 'samira.haddad@example.com'
			},
			{
				key: COMPANY,
				kind: 'organisation',
				familyName: 'Harbour Lane Café Ltd',
				phones: [{ number: NUMBER }],
				addresses: [{ line1: '2 Harbour Lane', postcode: 'NM1 4PD', kind: 'business' }],
				email: 'accounts@harbourlane.example'
			}
		],
		debts: [...companyDebts(time), ...herDebts(time)]
	};
}

function companyDebts(time: Timeline) {
	const year = time.year(0);
	const facts = { capacity: 'company' as const };
	const orderedOn = time.within(year, {
		written: '2026-10-16',
		what: 'Harbour Lane Café, the order for rates'
	});
	const lostOn = time.within(year, {
		written: '2026-07-20',
		what: 'Harbour Lane Café, the day the whole balance fell due'
	});
	return [
		rates(time, {
			year,
			liable: COMPANY,
			reference: '40101277531',
			dues: billed(year, pounds('4488.50')),
			left: pounds('4608.50'),
			stage: 'LIABILITY_ORDER',
			stageOn: orderedOn,
			facts: { ...facts, wholeBalanceDueOn: lostOn }
		}),
		rates(time, {
			year,
			stream: 'bid',
			liable: COMPANY,
			reference: 'BID0001277',
			dues: [
				{
					on: time.within(year, { written: '2026-05-01', what: 'Harbour Lane Café, the levy' }),
					amount: pounds('318')
				}
			],
			left: pounds('318'),
			stage: 'DEMAND',
			stageOn: year.startsOn,
			facts
		}),
		invoice(time, {
			liable: COMPANY,
			reference: 'SI00887401',
			title: 'Trade waste',
			invoicedOn: time.at('2026-08-03'),
			left: pounds('540'),
			stage: 'REMINDER',
			stageOn: time.at('2026-09-21'),
			facts
		})
	];
}

/** The owner of a shared house is liable for its Council Tax (SI 1992/551 class C). */
function herDebts(time: Timeline) {
	const year = time.year(1);
	return [
		councilTax(time, {
			year,
			liable: HERSELF,
			reference: '7710226841',
			dues: billed(year, pounds('2114.50')),
			left: pounds('1932'),
			stage: 'LIABILITY_ORDER',
			stageOn: time.at('2026-08-21')
		}),
		overpayment(time, {
			liable: [{ customer: HERSELF, ground: 'landlord' }],
			reference: 'HBO208115',
			decidedOn: time.at('2026-04-22'),
			left: pence(76400),
			stage: 'INVOICE',
			stageOn: time.at('2026-04-22')
		})
	];
}
