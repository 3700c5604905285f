/** The next day's extracts, which say only what changed, and the bank's statement of the day between. */
import { minus, NO_PENCE, plus } from '../../../../shared/money/pence.ts';
import type { Day } from '../../../../shared/time/day.ts';
import type { Chance } from '../generator/chance.ts';
import type { Part } from '../part.ts';
import type { SeedCustomer, SeedDebt } from '../scenario.ts';
import { SOURCES } from '../sources.ts';
import type { BankStatement } from './bank.ts';
import type { ExtractFile } from './files.ts';
import {
	againstIn,
	balanceOf,
	debtLine,
	movementsOf,
	nameOf,
	transactionLine,
	type KeyOf
} from './lines.ts';
import { movedOn, paidOn, type MovedOn, type Paid } from './next-day.ts';

type Next = {
	files: readonly ExtractFile[];
	bank: BankStatement;
	today: Day;
	chance: Chance;
};

export function sayNextDay({ debts, records, customers }: Part, next: Next): void {
	const { files, bank, today, chance } = next;
	const people = new Map(customers.map((customer) => [customer.key, customer]));
	const keys = new Map(
		records.map(({ source, customer, key }) => [`${source} ${customer.key}`, key])
	);
	for (const debt of debts) {
		const file = files.find(({ streams }) => streams.has(debt.stream));
		const payer = people.get(debt.liable[0]?.customer ?? '');
		if (!file || !payer) continue;
		const paid = paidOn(debt, chance);
		const moved = movedOn(debt, { chance, today });
		if (paid) bank.credit(creditOf(payer, paid));
		const known = paid?.isKnown ? paid : null;
		if (!known && !moved) continue;
		const keyOf: KeyOf = (customer) => keys.get(`${SOURCES[debt.stream]} ${customer}`) ?? null;
		sayChanges(file, debt, { paid: known, moved, today, payer: keyOf(payer.key), keyOf });
	}
}

function creditOf(payer: SeedCustomer, { amount, quoted }: Paid) {
	return {
		amount,
		quoted,
		payerName: `${payer.givenNames ?? ''} ${payer.familyName}`.trim(),
		payerAccount: `NM-${payer.key.slice(-12).toUpperCase()}`
	};
}

type Changes = {
	paid: Paid | null;
	moved: MovedOn | null;
	today: Day;
	payer: string | null;
	keyOf: KeyOf;
};

function sayChanges(file: ExtractFile, debt: SeedDebt, changes: Changes) {
	const { paid, moved, today, payer, keyOf } = changes;
	const cost = moved?.cost ?? NO_PENCE;
	const balance = plus(minus(balanceOf(debt), paid?.amount ?? NO_PENCE), cost);
	const { stage, stageOn } = moved ? { stage: moved.stage, stageOn: today } : debt;
	const against = againstIn({ ...debt, stage }, keyOf);
	file.line('debt', debtLine(debt, { stage, stageOn, balance, against }));
	let number = movementsOf(debt).length;
	if (paid) {
		const amount = minus(NO_PENCE, paid.amount);
		const said = { kind: 'payment', amount, on: today, method: 'bank-transfer', payer } as const;
		file.line('transaction', transactionLine(debt, { ...said, number: (number += 1) }));
	}
	if (!moved) return;
	file.line('stage', { ...nameOf(debt), stage, on: today, cost });
	if (cost === NO_PENCE) return;
	const costs = { kind: 'costs', amount: cost, on: today, payer: null } as const;
	file.line('transaction', transactionLine(debt, { ...costs, number: number + 1 }));
}
