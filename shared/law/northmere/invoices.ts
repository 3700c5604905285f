/** SAMPLE. Northmere's rows for housing benefit overpayments and invoices. */
import { pence } from '../../money/pence.ts';
import type { PolicyVersions } from '../policy-values.ts';
import { AS_ORDERED, byRole, IN_THE_PLAN, months, NOT_IN_A_PLAN, row } from './stream-row.ts';

const NON_PRIORITY = { ...IN_THE_PLAN, isNonPriority: true } as const;

export const INVOICES: Pick<PolicyVersions, 'HB1' | 'HB2' | 'HB3' | 'HB4' | 'IN1' | 'IN2' | 'IN3'> =
	{
		HB1: row('HB1', {
			...NOT_IN_A_PLAN,
			title: 'Overpayment decided less than a month ago, or challenged',
			outside: {
				why: 'The decision can still be challenged, or is being looked at again.',
				instead: 'It is held meanwhile. A payment is accepted if the customer offers one.',
				mayAgree: null
			}
		}),
		HB2: row('HB2', {
			...NOT_IN_A_PLAN,
			title: 'Overpayment taken from benefit or wages',
			outside: {
				why: 'It is already being taken, and is counted in the statement.',
				instead:
					'An officer may halve the rate for six months on a full statement. A team leader may go lower.',
				mayAgree: 'officer'
			}
		}),
		HB3: row('HB3', {
			...NON_PRIORITY,
			title: 'Overpayment invoice',
			clearBy: { usual: byRole(months(24), months(36), months(60)) },
			least: { amount: pence(5_00), every: 'month', onlyTheOldest: false },
			stops: 'take money from earnings or go to court'
		}),
		HB4: row('HB4', {
			...NON_PRIORITY,
			title: 'Overpayment under a county court order',
			inPlan: 'as-ordered',
			clearBy: { usual: byRole(null, AS_ORDERED, AS_ORDERED) },
			stops: 'enforce the court’s order'
		}),
		IN1: row('IN1', {
			...NON_PRIORITY,
			title: 'Invoice or reminder',
			clearBy: { usual: byRole(months(12), months(24), months(36)) },
			stops: 'send a letter of claim'
		}),
		IN2: row('IN2', {
			...NON_PRIORITY,
			title: 'Letter of claim',
			clearBy: { usual: byRole(months(12), months(24), months(36)) },
			stops: 'make a court claim',
			doesNotStop:
				'wait 30 days after the letter and 30 after a reply in any case, and give 14 days’ warning before any claim'
		}),
		IN3: row('IN3', {
			...NON_PRIORITY,
			title: 'County court judgment',
			inPlan: 'as-ordered',
			clearBy: { usual: byRole(null, AS_ORDERED, AS_ORDERED) }
		})
	};
