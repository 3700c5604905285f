/**
 * One method at a time under an order, none while deductions from benefits run or are asked for (SI 1992/613 reg 52(2),
 * read as reaching every order of the person until the council's legal team says otherwise), and none against one joint
 * taxpayer while one runs against another under the same order (reg 54(6)). A hard interlock.
 */
import { ANOTHER_TAXPAYER, ONE_METHOD } from '../../law/clocks/council-tax.ts';
import { ladderOf } from '../ladder/ladder-codes.ts';
import type { MoveRefusal, MovingCase } from './case.ts';

/** The steps of reg 52(2)(a): stages of the ladder that are methods under an order. */
export const METHODS: ReadonlySet<string> = new Set([
	'AEO',
	'BENEFIT_DEDUCTION',
	'ENFORCEMENT_AGENT',
	'CHARGING_ORDER',
	'BANKRUPTCY',
	'COMMITTAL',
	'INSOLVENCY'
]);

/** Committal follows agents who found too little: it is the one method that comes out of another. */
const FOLLOWS: ReadonlySet<string> = new Set(['ENFORCEMENT_AGENT COMMITTAL']);

const UNDER_ORDERS: ReadonlySet<string> = new Set(['CT', 'NDR', 'BID']);

export function clashOf({ debt, asked, now }: MovingCase): MoveRefusal | null {
	const { to, against } = asked;
	if (!UNDER_ORDERS.has(ladderOf(debt.stream)) || !METHODS.has(to)) return null;
	const others = debt.running.filter(({ method }) => !FOLLOWS.has(`${method} ${to}`));
	const [other] = others.filter((step) => step.against && !against.includes(step.against));
	if (other) return { because: 'step-against-another', rule: ANOTHER_TAXPAYER };
	if (others.length > 0) return { because: 'another-step-runs', rule: ONE_METHOD };
	return now.deductionsRun && to !== 'BENEFIT_DEDUCTION'
		? { because: 'deductions-run', rule: ONE_METHOD }
		: null;
}
