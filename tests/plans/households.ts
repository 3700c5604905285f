/**
 * Random households as an officer may meet them: debts of every stream, stage and way of being collected, a statement
 * in any of its forms, and who would pay. Invented, from the same draw as the rest.
 */
import type { Frequency } from '../../shared/affordability/frequency.ts';
import type { LineId } from '../../shared/affordability/lines.ts';
import { FORMS, type Statement } from '../../shared/affordability/statement.ts';
import type { Sorting } from '../../shared/arrangements/terms/debt.ts';
import type { DebtRecord, Ground, HoldKind } from '../../shared/debts/debt.ts';
import type { Method } from '../../shared/debts/facts.ts';
import { ladderOf } from '../../shared/debts/ladder/ladder-codes.ts';
import { STAGES } from '../../shared/debts/ladder/stages.ts';
import { STREAMS, type Stream } from '../../shared/debts/streams.ts';
import { pence, type Pence } from '../../shared/money/pence.ts';
import { addDays, addMonths, day } from '../../shared/time/day.ts';
import { debtThat, monthlyDues } from '../builders/debts.ts';
import { DEMO_DAY, SORTING } from '../builders/plans.ts';
import type { Draw } from './random.ts';

export type HouseholdCase = {
	debts: readonly DebtRecord[];
	sorting: Sorting;
	statement: Statement | null;
};

const PAYERS = ['person', 'person', 'person', 'sole-trader', 'company'] as const;

export function householdFrom(draw: Draw): HouseholdCase {
	const payer = one(PAYERS, draw);
	const debts = Array.from({ length: 1 + draw(8) }, (_, index) => debtFrom(`${index}`, draw));
	const some = (among: number): string[] =>
		debts.flatMap(({ id }) => (draw(among) === 0 ? [id] : []));
	const sorting: Sorting = {
		...SORTING,
		payer,
		ended: some(4),
		notRight: some(12),
		leftOut: some(12),
		shouldNotBeThere: some(12),
		goodsTaken: some(12),
		hasSupportNeed: draw(4) === 0,
		hasCouncilTaxSupport: draw(4) === 0,
		isInMoratorium: draw(30) === 0
	};
	return { debts, sorting, statement: payer === 'company' ? null : statementFrom(draw) };
}

const GROUNDS: readonly Ground[] = ['sole', 'sole', 'sole', 'joint', 'couple', 'representative'];
const HOLDS: readonly HoldKind[] = [
	'dispute',
	'application-pending',
	'breathing-space',
	'deceased'
];
const METHODS: readonly Method['kind'][] = ['earnings-order', 'benefit-deduction', 'agents'];

function debtFrom(id: string, draw: Draw): DebtRecord {
	const isSummonsed = draw(6) === 0;
	const stream = isSummonsed ? 'council-tax' : one(STREAMS, draw);
	const stage = isSummonsed ? 'SUMMONS' : one(Object.keys(STAGES[ladderOf(stream)]), draw);
	const taxYear = 2023 + draw(4);
	const isHeld = draw(10) === 0;
	return debtThat({
		...{ id, stream, stage },
		owes: amountUpTo([60_00, 400_00, 2_000_00, 9_000_00], draw),
		fromOn: day(`${taxYear}-04-01`),
		untilOn: day(`${taxYear + 1}-03-31`),
		stageOn: addDays(DEMO_DAY, -draw(400)),
		dues: taxYear === 2026 ? duesFrom(draw) : [],
		holds: isHeld ? [{ kind: one(HOLDS, draw), fromOn: DEMO_DAY, untilOn: null }] : [],
		ground: one(GROUNDS, draw),
		others: draw(4) === 0 ? ['Another Person'] : [],
		facts: factsFrom({ stream, taxYear, draw })
	});
}

function duesFrom(draw: Draw): DebtRecord['dues'] {
	return monthlyDues(20_00 + draw(180_00), { from: '2026-04-01', count: 10 });
}

type Known = { stream: Stream; taxYear: number; draw: Draw };

function factsFrom({ stream, taxYear, draw }: Known): DebtRecord['facts'] {
	const isTax = stream === 'council-tax' || stream === 'business-rates' || stream === 'bid';
	return {
		...(isTax ? { taxYear } : {}),
		...(isTax && draw(2) === 0 ? { hearingOn: addDays(DEMO_DAY, 1 + draw(120)) } : {}),
		...(isTax && draw(3) === 0 ? { wholeBalanceDueOn: addDays(DEMO_DAY, draw(60) - 40) } : {}),
		...(draw(4) === 0 ? { method: methodFrom(draw) } : {}),
		...(draw(2) === 0 ? { courtSumPence: amountUpTo([10_00, 60_00], draw) } : {}),
		...(draw(2) === 0 ? { careCheckDone: true } : {}),
		...(draw(12) === 0 ? { capacity: 'company' as const } : {})
	};
}

function methodFrom(draw: Draw): Method {
	const kind = one(METHODS, draw);
	const sinceOn = addMonths(DEMO_DAY, -draw(12));
	if (kind === 'agents') return { kind, sinceOn, ...(draw(2) ? { visitedOn: DEMO_DAY } : {}) };
	return {
		kind,
		sinceOn,
		takesPence: amountUpTo([40_00], draw),
		every: one(['week', 'month'], draw)
	};
}

/** What is left is from a little under nothing to some hundreds of pounds, whatever the income. */
function statementFrom(draw: Draw): Statement {
	const form = one(FORMS, draw);
	const income = 600_00 + draw(2_400_00);
	const costs = Math.max(income + 100_00 - draw(900_00), 0);
	const isPart = form === 'five-totals';
	const told: [LineId, number][] = isPart
		? [
				['total-income', income],
				['total-fixed', Math.floor(costs / 2)],
				['total-flexible', Math.ceil(costs / 2)],
				['total-creditors', draw(3) * draw(40_00)],
				['total-savings', draw(2) * draw(40_00)]
			]
		: fullLines({ income, costs, draw });
	return {
		form,
		madeOn: DEMO_DAY,
		household: null,
		lines:
			form === 'three-questions'
				? []
				: told.map(([line, monthly]) => ({ line, ...often(monthly, draw), provenance: 'said' })),
		answers:
			form === 'three-questions' ? { affordable: true, change: null, otherArrears: false } : null
	};
}

/** Council Tax now, rent and the rest: what continues is the statement's own lines. */
function fullLines(given: { income: number; costs: number; draw: Draw }): [LineId, number][] {
	const { income, costs, draw } = given;
	const tax = Math.min(draw(2) * draw(220_00), costs);
	const rent = draw(costs - tax + 1);
	return [
		['salary', Math.floor(income / 2)],
		['universal-credit', Math.ceil(income / 2)],
		['council-tax', tax],
		['rent', rent],
		['groceries', costs - tax - rent],
		['savings', draw(2) * draw(40_00)],
		['fines', draw(3) * draw(30_00)],
		['other-creditors', draw(3) * draw(50_00)]
	];
}

const OFTEN: readonly (readonly [Frequency, number])[] = [
	['monthly', 1],
	['weekly', 12 / 52],
	['four-weekly', 12 / 13],
	['annual', 12]
];

function often(monthly: number, draw: Draw): { amount: Pence; frequency: Frequency } {
	const [frequency, share] = one(OFTEN, draw);
	return { amount: pence(Math.floor(monthly * share)), frequency };
}

function amountUpTo(most: readonly number[], draw: Draw): Pence {
	return pence(1 + draw(one(most, draw)));
}

export function one<Kind>(list: readonly Kind[], draw: Draw): Kind {
	const chosen = list[draw(list.length)];
	if (chosen === undefined) throw new Error('There is nothing to choose from.');
	return chosen;
}
