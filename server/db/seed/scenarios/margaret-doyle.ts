/** Demo customer 10: care charges of somebody who forgets things, and a niece who may be told nothing. */
import { day } from '../../../../shared/time/day.ts';
import { billed, councilTax } from '../recipes/council-tax.ts';
import { fourWeekly, invoice } from '../recipes/other-debts.ts';
import { pounds, type Scenario } from '../scenario.ts';
import type { Timeline } from '../timeline.ts';

const KEY = 'margaret-doyle';

export function margaretDoyle(time: Timeline): Scenario {
	const year = time.year(0);
	return {
		customers: [
			{
				key: KEY,
				givenNames: 'Margaret',
				familyName: 'Doyle',
				bornOn: day('1945-06-17'),
				phones: [{ number: '01632 960321' }],
				addresses: [{ line1: '9 Orchard Way', postcode: 'NM6 8JL' }],
				authorities: [
					{
						kind: 'attorney',
						name: 'Patrick Doyle',
						scope: 'agree',
						evidence: 'registered-power',
						fromOn: time.at('2025-03-11')
					}
				]
			},
			{
				key: 'patrick-doyle',
				givenNames: 'Patrick',
				familyName: 'Doyle',
				bornOn: day('1971-11-02'),
				phones: [{ number: '07700 900529', confirmedOn: time.at('2026-08-19') }],
				addresses: [{ line1: '40 Kiln Road', postcode: 'NM4 1AS' }]
			}
		],
		debts: [
			invoice(time, {
				liable: KEY,
				stream: 'care',
				reference: 'CA00039062',
				title: 'Care charges',
				invoicedOn: time.at('2026-02-02'),
				dues: fourWeekly(pounds('214'), { count: 10, lastDueOn: time.at('2026-11-09') }),
				left: pounds('2140'),
				stage: 'INVOICE',
				stageOn: time.at('2026-10-12'),
				facts: { careCheckDone: false }
			}),
			councilTax(time, {
				year,
				liable: KEY,
				reference: '7710066218',
				dues: billed(year, pounds('1227')),
				left: pounds('0'),
				stage: 'DEMAND',
				stageOn: year.startsOn
			})
		]
	};
}
