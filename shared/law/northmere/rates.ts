/** SAMPLE. Northmere's rows for business rates and the business improvement levy. */
import { pence } from '../../money/pence.ts';
import type { PolicyVersions } from '../policy-values.ts';
import { byRole, IN_THE_PLAN, months, NOT_IN_A_PLAN, row, yearEnd } from './stream-row.ts';

export const RATES: Pick<PolicyVersions, 'NR1' | 'NR2' | 'NR3'> = {
	NR1: row('NR1', {
		...IN_THE_PLAN,
		title: 'Business rates or levy this year',
		inPlan: 'overdue',
		clearBy: {
			usual: byRole(yearEnd(0), yearEnd(3), yearEnd(6)),
			company: byRole(null, yearEnd(3), yearEnd(6))
		},
		stops: 'send a summons',
		doesNotStop: 'send your next bill'
	}),
	NR2: row('NR2', {
		...IN_THE_PLAN,
		title: 'Business rates or levy under an order, nothing collecting it',
		clearBy: {
			usual: byRole(months(6), months(12), months(24)),
			company: byRole(null, months(6), months(12))
		},
		least: { amount: pence(50_00), every: 'month', onlyTheOldest: false },
		stops: 'use enforcement agents'
	}),
	NR3: row('NR3', {
		...NOT_IN_A_PLAN,
		title: 'Business rates or levy with enforcement agents or in insolvency',
		outside: {
			why: 'It is with enforcement agents or before a court.',
			instead:
				'A team leader may recall it from the agents; before a court only a manager may agree anything.',
			mayAgree: 'leader'
		}
	})
};
