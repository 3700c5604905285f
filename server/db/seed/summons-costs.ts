/** What Northmere added with its summonses, all the while that its books tell of. */
import { samplePolicy } from '../../../shared/law/northmere/policy.ts';
import { day } from '../../../shared/time/day.ts';

export const COURT_COSTS = samplePolicy(day('2024-04-01'));

export const SUMMONS_COSTS = COURT_COSTS.COSTS.value;
