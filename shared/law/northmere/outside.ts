/** SAMPLE. Northmere's rows for what is never in a plan: parking penalties, holds, and what another person owes. */
import type { PolicyVersions } from '../policy-values.ts';
import { NOT_IN_A_PLAN, row } from './stream-row.ts';

export const OUTSIDE: Pick<PolicyVersions, 'PC1' | 'PC2' | 'PC3' | 'HO' | 'OT'> = {
	PC1: row('PC1', {
		...NOT_IN_A_PLAN,
		title: 'Parking penalty that can still be challenged',
		outside: {
			why: 'A penalty is paid or challenged, and paying ends the challenge.',
			instead: 'Pay it or challenge it by the date.',
			mayAgree: null
		}
	}),
	PC2: row('PC2', {
		...NOT_IN_A_PLAN,
		title: 'Parking penalty, charge certificate or order for recovery',
		outside: {
			why: 'It is at the traffic enforcement centre or about to be.',
			instead:
				'Pay it, or promise to within 14 days. A team leader may agree up to three payments and hold the next step. A witness statement can be filed by the date.',
			mayAgree: 'leader'
		}
	}),
	PC3: row('PC3', {
		...NOT_IN_A_PLAN,
		title: 'Parking penalty under a warrant, with agents',
		outside: {
			why: 'It is with enforcement agents under a warrant.',
			instead:
				'The agents agree their own plan. It is recalled for a support need. A late witness statement pauses it.',
			mayAgree: null
		}
	}),
	HO: row('HO', {
		...NOT_IN_A_PLAN,
		title: 'Held, or in a moratorium, insolvency or an estate',
		outside: {
			why: 'It is held: nothing is asked for.',
			instead: 'Nothing needs to be paid while it is held.',
			mayAgree: null
		}
	}),
	OT: row('OT', {
		...NOT_IN_A_PLAN,
		title: 'Owed by another person or company, or in another capacity',
		outside: {
			why: 'Somebody else owes it, or the same person in another capacity.',
			instead: 'It has a plan of its own with whoever owes it.',
			mayAgree: null
		}
	})
};
