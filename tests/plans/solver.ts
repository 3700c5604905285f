/**
 * Policy P5's rules as an integer program, for a solver that knows nothing of the planner: a whole number of pence for
 * each debt on each pay-day, a court's sum or the minimum while it is owed, every date kept, and the same payment every
 * pay-day until nothing is left that could take it. The split by need and rank is not here: the checker alone proves it.
 */
import loadSolver from 'highs';
import type { Filling } from '../../shared/arrangements/filling/shortage.ts';

const solver = await loadSolver();

export type Asked = {
	filling: Filling;
	/** How many pay-days there are at all. */
	payDays: number;
	/** Null where it is asked for. */
	payment: number | null;
	/** A sooner date for some of the debts. */
	sooner?: readonly (number | null)[];
};

/** The least payment for which there is a schedule; null where there is none. */
export function leastBySolver(filling: Filling, payDays: number): number | null {
	const found = solved({ filling, payDays, payment: null }, 'Minimize\n p');
	return found && Math.round(found('p'));
}

/** The fewest pay-days of any schedule with this payment; null where there is none. */
export function fewestBySolver(asked: Asked): number | null {
	const used = upTo(asked.payDays).map((payDay) => `u${payDay}`);
	const found = solved(asked, fewestIn(asked));
	return found && used.filter((name) => found(name) > 0.5).length;
}

/** Which of the sooner dates can be kept, where one is worth more than all that come after it. */
export function datesBySolver(asked: Asked): boolean[] {
	const sooner = asked.sooner ?? [];
	const worth = sooner.map((date, debt) =>
		date === null ? '0 p' : `${2 ** (31 - debt)} k${debt}`
	);
	const found = solved(asked, `Maximize\n ${worth.join(' + ')}`);
	return sooner.map((date, debt) => date !== null && found !== null && found(`k${debt}`) > 0.5);
}

/** Whether it is done within so many seconds, of the fewest pay-days of any schedule. */
export function isSolved(asked: Asked, seconds: number): boolean {
	const program = programOf(asked, fewestIn(asked));
	const { Status } = solver.solve(program, { ...EXACT, time_limit: seconds });
	return Status === 'Optimal';
}

const EXACT = { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 } as const;

function fewestIn({ payDays }: Asked): string {
	const used = upTo(payDays).map((payDay) => `u${payDay}`);
	return `Minimize\n ${used.join(' + ')}`;
}

type Found = (name: string) => number;

function solved(asked: Asked, objective: string): Found | null {
	const { Status, Columns } = solver.solve(programOf(asked, objective), EXACT);
	if (Status === 'Infeasible') return null;
	if (Status !== 'Optimal') throw new Error(`The solver stopped: ${Status}.`);
	return (name) => Columns[name]?.Primal ?? Number.NaN;
}

/** In the LP format: x is a part, r what is still owed after it, c that it is clear, f that nothing can take more. */
function programOf(asked: Asked, objective: string): string {
	const { filling, payDays, payment } = asked;
	const debts = [...filling.owed.keys()];
	const all = Math.max(sum(filling.owed), payment ?? 0);
	const names = (letter: string): string[] =>
		debts.flatMap((debt) => upTo(payDays).map((payDay) => `${letter}${debt}_${payDay}`));
	const perPayDay = (letter: string): string[] => upTo(payDays).map((payDay) => letter + payDay);
	const promises = debts.map((debt) => `k${debt}`);
	return [
		objective,
		'Subject To',
		...debts.flatMap((debt) => rulesOfDebt(asked, debt)),
		...upTo(payDays).flatMap((payDay) => rulesOfPayDay(asked, { payDay, all })),
		'Bounds',
		payment === null ? ` 1 <= p <= ${all}` : ` p = ${payment}`,
		'Generals',
		` p ${names('x').join(' ')}`,
		'Binaries',
		` ${[...names('c'), ...perPayDay('f'), ...perPayDay('u'), ...promises].join(' ')}`,
		'End'
	].join('\n');
}

function rulesOfDebt({ filling, payDays, sooner }: Asked, debt: number): string[] {
	const [owed, least, courtSum, within] = [
		filling.owed[debt] ?? 0,
		filling.least[debt] ?? 0,
		filling.courtSum[debt] ?? 0,
		filling.within[debt] ?? Infinity
	];
	const always = Math.min(courtSum || least, owed);
	const rest = (payDay: number): string => `r${debt}_${payDay}`;
	const rules = upTo(payDays).flatMap((payDay) => {
		const [part, clear] = [`x${debt}_${payDay}`, `c${debt}_${payDay}`];
		const before = payDay === 0 ? `= ${owed}` : `- ${rest(payDay - 1)} = 0`;
		return [
			` ${rest(payDay)} + ${part} ${before}`,
			` ${rest(payDay)} + ${owed} ${clear} <= ${owed}`,
			...(always > 0 ? [` ${part} + ${always} ${clear} >= ${always}`] : []),
			...(courtSum > 0 ? [` ${part} <= ${courtSum}`] : []),
			...(courtSum === 0 && payDay === within - 1 ? [` ${rest(payDay)} <= 0`] : [])
		];
	});
	const date = sooner?.[debt] ?? null;
	if (date === 0) rules.push(` k${debt} <= 0`);
	else if (date !== null) rules.push(` ${rest(date - 1)} + ${owed} k${debt} <= ${owed}`);
	return rules;
}

function rulesOfPayDay(
	{ filling }: Asked,
	{ payDay, all }: { payDay: number; all: number }
): string[] {
	const debts = [...filling.owed.keys()];
	const listed = (letter: string, at: number, of = debts): string =>
		of.map((debt) => `${letter}${debt}_${at}`).join(' + ');
	const ordinary = debts.filter((debt) => filling.courtSum[debt] === 0);
	const paid = listed('x', payDay);
	return [
		` ${paid} - p <= 0`,
		` ${paid} - p + ${all} f${payDay} >= 0`,
		...(ordinary.length > 0
			? [` ${listed('r', payDay, ordinary)} + ${all} f${payDay} <= ${all}`]
			: []),
		payDay === 0 ? ' u0 >= 1' : ` ${listed('r', payDay - 1)} - ${all} u${payDay} <= 0`
	];
}

function upTo(count: number): number[] {
	return Array.from({ length: count }, (_, index) => index);
}

function sum(amounts: readonly number[]): number {
	return amounts.reduce((total, amount) => total + amount, 0);
}
