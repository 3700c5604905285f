/** Demo customer 12: a council employee's own record, which only named roles may open. */
import { day } from '../../../../shared/time/day.ts';
import { councilTax, instalments } from '../recipes/council-tax.ts';
import { pounds, type Scenario } from '../scenario.ts';
import type { Timeline } from '../timeline.ts';

const KEY = 'darren-pike';

export function darrenPike(time: Timeline): Scenario {
	const year = time.year(0);
	const within = (written: string) =>
		time.within(year, { written, what: 'Darren Pike, the reminder' });
	return {
		customers: [
			{
				key: KEY,
				givenNames: 'Darren',
				familyName: 'Pike',
				bornOn: day('1993-04-27'),
				isRestricted: true,
				phones: [{ number: '07700 900774', confirmedOn: time.at('2026-07-30') }],
				addresses: [{ line1: '12 Gasworks Lane', postcode: 'NM2 2BN' }]
			}
		],
		debts: [
			councilTax(time, {
				year,
				liable: KEY,
				reference: '7710407742',
				dues: instalments(time, {
					each: pounds('71.50'),
					count: 12,
					firstWritten: '2026-04-01',
					whose: 'Darren Pike'
				}),
				left: pounds('572'),
				stage: 'REMINDER_1',
				stageOn: within('2026-11-17'),
				facts: { wholeBalanceDueOn: within('2026-12-01') }
			})
		]
	};
}
