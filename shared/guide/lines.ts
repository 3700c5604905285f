/**
 * Lines to say, and what is filled into them. A slot that says something of a customer may stand only in a step that
 * identity opens. Amounts are said as people say them, and counts in words.
 */
import { sayPounds, type Pence } from '../money/pence.ts';
import type { PayDays } from '../time/pay-days.ts';
import { sayEachTime } from '../time/spoken.ts';

/** Every slot, and whether it says anything of a customer. */
export const SLOTS = {
	council: { isPersonal: false },
	officer: { isPersonal: false },
	accounts: { isPersonal: true },
	overdue: { isPersonal: true },
	owed: { isPersonal: true },
	payment: { isPersonal: true },
	'pay-days': { isPersonal: true },
	'in-plan': { isPersonal: true }
} as const;

export type Slot = keyof typeof SLOTS;

export type Filling = Readonly<Partial<Record<Slot, string>>>;

const SLOT = /\{([a-z-]+)\}/g;

/** Throws where a line asks for what was not given: the guide's checker and the screen are ours to keep right. */
export function sayLine(line: string, filling: Filling): string {
	return line.replace(SLOT, (_, name: string) => {
		const words = filling[name as Slot];
		if (words === undefined) throw new Error(`The line's slot ${name} has no words.`);
		return words;
	});
}

export function slotsIn(line: string): string[] {
	return [...line.matchAll(SLOT)].map((match) => match[1] ?? '');
}

const COUNTS = [
	'no',
	'one',
	'two',
	'three',
	'four',
	'five',
	'six',
	'seven',
	'eight',
	'nine',
	'ten'
];

/** `five accounts`, `one account`, `14 accounts`. */
export function sayAccounts(count: number): string {
	return `${COUNTS[count] ?? String(count)} ${count === 1 ? 'account' : 'accounts'}`;
}

export type FilledFrom = {
	council: string;
	officerName: string;
	debts?: { count: number; overdue: Pence; owed: Pence } | undefined;
	/** What is offered, and how many accounts it is towards. */
	plan?: { amount: Pence; payDays: PayDays; accounts: number } | undefined;
};

export function fillingOf({ council, officerName, debts, plan }: FilledFrom): Filling {
	const first = officerName.split(' ')[0] ?? officerName;
	return {
		council,
		officer: first,
		...(debts && {
			accounts: sayAccounts(debts.count),
			overdue: debts.overdue > 0 ? sayPounds(debts.overdue) : 'Nothing',
			owed: sayPounds(debts.owed)
		}),
		...(plan && {
			payment: sayPounds(plan.amount),
			'pay-days': sayEachTime(plan.payDays).replace(/,$/, ''),
			'in-plan': sayAccounts(plan.accounts)
		})
	};
}
