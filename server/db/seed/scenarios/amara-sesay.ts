/** Demo customer 4: a care leaver and student summonsed for a bill that should be nothing, who may be at risk. */
import { day } from '../../../../shared/time/day.ts';
import { councilTax, instalments } from '../recipes/council-tax.ts';
import { rent } from '../recipes/other-debts.ts';
import { pounds, type Scenario } from '../scenario.ts';
import type { Timeline } from '../timeline.ts';

const KEY = 'amara-sesay';

export function amaraSesay(time: Timeline): Scenario {
	const year = time.year(0);
	const movedIn = time.within(year, {
		written: '2026-08-01',
		what: 'Amara Sesay, the start of the tenancy'
	});
	return {
		customers: [
			{
				key: KEY,
				givenNames: 'Amara',
				familyName: 'Sesay',
				bornOn: day('2004-05-03'),
				phones: [{ number: '07700 900398', fromOn: movedIn }],
				addresses: [{ line1: "Flat 6, Tanner's Court", postcode: 'NM3 1RD', fromOn: movedIn }]
			}
		],
		debts: [
			councilTax(time, {
				year,
				fromOn: movedIn,
				liable: KEY,
				reference: '7710552870',
				dues: instalments(time, {
					each: pounds('86'),
					count: 8,
					firstWritten: '2026-08-01',
					whose: 'Amara Sesay'
				}),
				left: pounds('775.50'),
				stage: 'SUMMONS',
				stageOn: time.at('2026-11-12'),
				facts: {
					wholeBalanceDueOn: time.within(year, {
						written: '2026-09-24',
						what: 'Amara Sesay, the day the whole balance fell due'
					}),
					hearingOn: time.at('2026-12-10')
				}
			}),
			rent(time, {
				liable: KEY,
				reference: 'RT00871206',
				fromOn: movedIn,
				left: pounds('430'),
				stage: 'MISSED',
				stageOn: time.at('2026-10-05')
			})
		]
	};
}
