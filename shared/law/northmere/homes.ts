/** SAMPLE. Northmere's rows for care charges and rent: debts that are never allowed to touch the care or the home first. */
import { pence } from '../../money/pence.ts';
import type { PolicyVersions } from '../policy-values.ts';
import { byRole, IN_THE_PLAN, months, NOT_IN_A_PLAN, row } from './stream-row.ts';

export const HOMES: Pick<PolicyVersions, 'CA1' | 'CA2' | 'RE1' | 'RE2' | 'RE3'> = {
	CA1: row('CA1', {
		...NOT_IN_A_PLAN,
		title: 'Care charges, social care check not done',
		outside: {
			why: 'The social care check is not finished: the assessment, who can decide, who pays, and the deferred payment offered.',
			instead: 'A payment is accepted if it is offered. Care goes on whatever is owed.',
			mayAgree: null
		}
	}),
	CA2: row('CA2', {
		...IN_THE_PLAN,
		title: 'Care charges, check done and the payer has authority',
		isNonPriority: true,
		clearBy: { usual: byRole(null, months(24), months(60)) },
		stops: 'send a letter of claim',
		doesNotStop: 'give the care: it is never affected'
	}),
	RE1: row('RE1', {
		...IN_THE_PLAN,
		title: 'Rent arrears, no order',
		clearBy: { usual: byRole(months(12), months(24), months(36)) },
		least: { amount: pence(5_00), every: 'week', onlyTheOldest: false },
		stops: 'serve a notice or make a possession claim',
		doesNotStop: 'charge the rent as it falls due'
	}),
	RE2: row('RE2', {
		...NOT_IN_A_PLAN,
		title: 'Rent under a possession order',
		outside: {
			why: 'A court has said what is paid and when.',
			instead: 'The court’s sum is a fixed cost in the statement. Keeping to it stops a warrant.',
			mayAgree: null
		}
	}),
	RE3: row('RE3', {
		...IN_THE_PLAN,
		title: 'Former tenant rent',
		isNonPriority: true,
		clearBy: { usual: byRole(months(24), months(36), months(60)) },
		stops: 'send a letter of claim'
	})
};
