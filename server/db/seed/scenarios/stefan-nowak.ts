/** Demo customer 9: a number that has since become somebody else's. Hannah Brook, who has it now, owes nothing. */
import { day } from '../../../../shared/time/day.ts';
import { billed, councilTax } from '../recipes/council-tax.ts';
import { overpayment } from '../recipes/other-debts.ts';
import { pounds, type Scenario } from '../scenario.ts';
import type { Timeline } from '../timeline.ts';

const KEY = 'stefan-nowak';

export function stefanNowak(time: Timeline): Scenario {
	return {
		customers: [
			{
				key: KEY,
				givenNames: 'Stefan',
				familyName: 'Nowak',
				bornOn: day('1988-01-30'),
				phones: [{ number: '07700 900188', confirmedOn: time.at('2025-09-15') }],
				addresses: [{ line1: '9 Signal Terrace', postcode: 'NM2 6TE' }]
			}
		],
		debts: [
			councilTax(time, {
				year: time.year(3),
				liable: KEY,
				reference: '7710317720',
				dues: billed(time.year(3), pounds('1104')),
				left: pounds('912.60'),
				stage: 'LIABILITY_ORDER',
				stageOn: time.at('2024-02-16')
			}),
			councilTax(time, {
				year: time.year(2),
				liable: KEY,
				reference: '7710317721',
				dues: billed(time.year(2), pounds('1158')),
				left: pounds('977.60'),
				stage: 'LIABILITY_ORDER',
				stageOn: time.at('2025-02-14')
			}),
			overpayment(time, {
				liable: KEY,
				reference: 'HBO201337',
				decidedOn: time.at('2025-06-04'),
				left: pounds('3310'),
				stage: 'INVOICE',
				stageOn: time.at('2025-06-04')
			})
		]
	};
}
