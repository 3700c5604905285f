/** The first day a court may hear a summons served on a day: clear days count neither that of service nor that of the hearing (SI 1992/613 reg 35(2A)). */
import { SUMMONS } from '../../law/clocks/council-tax.ts';
import { addDays, type Day } from '../../time/day.ts';

export function firstHearing(servedOn: Day): Day {
	return addDays(servedOn, SUMMONS.value.daysBeforeHearing + 1);
}
