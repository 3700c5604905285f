/** Demo customer 8: an interpreter, a name the record has in another order, and three questions. */
import { pence } from '../../../../shared/money/pence.ts';
import { day } from '../../../../shared/time/day.ts';
import { councilTax, instalments } from '../recipes/council-tax.ts';
import { overpayment } from '../recipes/other-debts.ts';
import { pounds, type Scenario } from '../scenario.ts';
import type { Timeline } from '../timeline.ts';

const KEY = 'zhang-liwen';

export function zhangLiwen(time: Timeline): Scenario {
	const sinceOn = time.at('2026-05-18');
	return {
		customers: [
			{
				key: KEY,
				givenNames: 'Li Wen',
				familyName: 'Chang',
				bornOn: day('1958-08-12'),
				language: 'Mandarin',
				phones: [{ number: '01632 960733', confirmedOn: time.at('2026-03-26') }],
				addresses: [{ line1: '61 Alder Close', postcode: 'NM6 2QG' }]
			}
		],
		debts: [
			councilTax(time, {
				year: time.year(0),
				liable: KEY,
				reference: '7710480025',
				dues: instalments(time, {
					each: pounds('141'),
					count: 12,
					firstWritten: '2026-04-01',
					whose: 'Mrs Zhang'
				}),
				left: pounds('705'),
				stage: 'DEMAND',
				stageOn: time.year(0).startsOn
			}),
			overpayment(time, {
				liable: KEY,
				reference: 'HBO209958',
				decidedOn: time.at('2026-04-29'),
				was: pounds('777.60'),
				left: pounds('403.20'),
				stage: 'HB_DEDUCTION',
				stageOn: sinceOn,
				facts: {
					method: {
						kind: 'housing-benefit-deduction',
						sinceOn,
						takesPence: pence(1440),
						every: 'week'
					}
				}
			})
		]
	};
}
