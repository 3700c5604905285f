/** Debts for tests: a builder takes the facts that matter and fills in the rest. */
import type { DebtRecord } from '../../shared/debts/debt.ts';
import { pence } from '../../shared/money/pence.ts';
import { day } from '../../shared/time/day.ts';

type Given = Partial<Omit<DebtRecord, 'balance'>> & { id: string; owes: number };

/** Council tax under an order where nothing else is said. */
export function debtThat({ owes, ...given }: Given): DebtRecord {
	return {
		stream: 'council-tax',
		title: given.id,
		reference: given.id,
		fromOn: day('2025-04-01'),
		untilOn: day('2026-03-31'),
		stage: 'LIABILITY_ORDER',
		stageOn: day('2026-08-14'),
		balance: pence(owes),
		dues: [],
		holds: [],
		facts: {},
		ground: 'sole',
		others: [],
		lastPayment: null,
		...given
	};
}

/** What was charged for each month of the council's year 2026 to 2027, from a first month on. */
export function monthlyDues(amount: number, { from, count }: { from: string; count: number }) {
	const first = Number(from.slice(5, 7)) - 1 + Number(from.slice(0, 4)) * 12;
	return Array.from({ length: count }, (_, index) => {
		const month = first + index;
		const text = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
		return { on: day(text), amount: pence(amount) };
	});
}
