/** SAMPLE. Northmere's rows for council tax, from the first bill to the steps only a manager may take. */
import { pence } from '../../money/pence.ts';
import type { PolicyVersions } from '../policy-values.ts';
import { byRole, IN_THE_PLAN, months, NOT_IN_A_PLAN, row, yearEnd } from './stream-row.ts';

export const COUNCIL_TAX: Pick<
	PolicyVersions,
	'CT1' | 'CT2' | 'CT3' | 'CT4' | 'CT5' | 'CT6' | 'CT7' | 'CT8'
> = {
	CT1: row('CT1', {
		...IN_THE_PLAN,
		title: 'Council Tax this year, instalments running',
		inPlan: 'overdue',
		clearBy: { usual: byRole(yearEnd(0), yearEnd(0), yearEnd(0)) },
		stops: 'ask for the rest of the year at once',
		doesNotStop: 'send your next bill'
	}),
	CT2: row('CT2', {
		...IN_THE_PLAN,
		title: 'Council Tax this year, whole balance due, no summons',
		clearBy: { usual: byRole(yearEnd(0), yearEnd(6), yearEnd(12)) },
		stops: 'send a summons'
	}),
	CT3: row('CT3', {
		...IN_THE_PLAN,
		title: 'Council Tax, summons served',
		clearBy: {
			usual: byRole(yearEnd(0), yearEnd(0), yearEnd(0)),
			older: byRole(months(12), months(24), months(36))
		},
		least: { amount: pence(10_00), every: 'month', onlyTheOldest: false },
		stops: 'do what could follow the order',
		doesNotStop:
			'go to the hearing and ask for the order, unless it is all paid with the costs before then'
	}),
	CT4: row('CT4', {
		...IN_THE_PLAN,
		title: 'Council Tax under an order, nothing collecting it',
		clearBy: { usual: byRole(months(24), months(36), months(60)) },
		least: { amount: pence(10_00), every: 'month', onlyTheOldest: true },
		stops: 'take money from earnings or benefits or use enforcement agents'
	}),
	CT5: row('CT5', {
		...NOT_IN_A_PLAN,
		title: 'Council Tax under an order, taken from earnings or benefit',
		outside: {
			why: 'It is already being taken, and one debt is never collected twice.',
			instead: 'It goes on as it is. A team leader may end it for a better plan.',
			mayAgree: 'leader'
		}
	}),
	CT6: row('CT6', {
		...NOT_IN_A_PLAN,
		title: 'Council Tax under an order, with enforcement agents, no visit yet',
		outside: {
			why: 'It is with enforcement agents.',
			instead:
				'It is recalled the same day for a support need, Council Tax Support, a dispute, a hold, a wrong person or a payment in full; otherwise a team leader may recall it. Then it can be in a plan.',
			mayAgree: 'leader'
		}
	}),
	CT7: row('CT7', {
		...NOT_IN_A_PLAN,
		title: 'Council Tax under an order, agents have visited or listed goods',
		outside: {
			why: 'Enforcement agents have visited.',
			instead:
				'A team leader may recall it, and must where there is a support need. If goods have been taken a manager decides. Then it can be in a plan.',
			mayAgree: 'leader'
		}
	}),
	CT8: row('CT8', {
		...NOT_IN_A_PLAN,
		title: 'Council Tax: charging order, petition or committal',
		outside: {
			why: 'It is before a court.',
			instead: 'A payment is accepted. Only a manager may agree anything else.',
			mayAgree: 'manager'
		}
	})
};
