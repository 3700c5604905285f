/** Demo customer 5: a couple, one of whom has died and nobody has told the council; their daughter rings. */
import { day } from '../../../../shared/time/day.ts';
import { councilTax, instalments } from '../recipes/council-tax.ts';
import { fourWeekly, invoice, overpayment } from '../recipes/other-debts.ts';
import { pounds, type Scenario, type SeedCustomer } from '../scenario.ts';
import type { Timeline } from '../timeline.ts';

export function jeanAndRonaldTully(time: Timeline): Scenario {
	return {
		customers: [tully('jean', 'Jean', '1947-02-21'), tully('ronald', 'Ronald', '1945-04-09')],
		debts: [
			councilTax(time, {
				year: time.year(0),
				liable: [
					{ customer: 'jean-tully', ground: 'joint' },
					{ customer: 'ronald-tully', ground: 'joint' }
				],
				reference: '7710109336',
				dues: instalments(time, {
					each: pounds('153'),
					count: 12,
					firstWritten: '2026-04-15',
					whose: 'Jean and Ronald Tully'
				}),
				left: pounds('612'),
				paidBy: 'direct-debit',
				stage: 'DEMAND',
				stageOn: time.year(0).startsOn
			}),
			invoice(time, {
				liable: 'ronald-tully',
				stream: 'care',
				reference: 'CA00044718',
				title: 'Home care charges',
				invoicedOn: time.at('2026-08-17'),
				dues: fourWeekly(pounds('436.80'), { count: 3, lastDueOn: time.at('2026-11-09') }),
				left: pounds('1310.40'),
				stage: 'INVOICE',
				stageOn: time.at('2026-10-12'),
				facts: { careCheckDone: false }
			}),
			overpayment(time, {
				liable: 'ronald-tully',
				reference: 'HBO211602',
				decidedOn: time.at('2026-07-14'),
				left: pounds('212'),
				stage: 'INVOICE',
				stageOn: time.at('2026-07-14')
			})
		]
	};
}

function tully(first: string, givenNames: string, bornOn: string): SeedCustomer {
	return {
		key: `${first}-tully`,
		givenNames,
		familyName: 'Tully',
		bornOn: day(bornOn),
		phones: [{ number: '01632 960418' }],
		addresses: [{ line1: '22 Mill Lane', postcode: 'NM5 2HH' }]
	};
}
