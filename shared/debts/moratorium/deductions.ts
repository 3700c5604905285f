/** What a moratorium does to money that is being taken already. A new deduction is never asked for in one. */
import { DEDUCTIONS } from '../../law/clocks/breathing-space.ts';
import type { Rule } from '../../law/rule.ts';
import type { Method } from '../facts.ts';

/** Null for what takes no money by itself: agents, a charge on a home. */
export function deductionDuring(method: Method): Rule<{ goesOn: boolean | null }> | null {
	switch (method.kind) {
		case 'benefit-deduction':
			return method.benefit === 'other' ? DEDUCTIONS.otherBenefit : DEDUCTIONS.universalCredit;
		case 'housing-benefit-deduction':
			return DEDUCTIONS.housingBenefit;
		case 'earnings-order':
			return DEDUCTIONS.earnings;
		default:
			return null;
	}
}
