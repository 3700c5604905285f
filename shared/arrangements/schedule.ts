/**
 * On which days the payments of an agreement are taken, and by what. A Direct Debit that falls on a day that is not a
 * working day is taken on the next one and read back as that day; any other payment keeps its day. Equal payments leave
 * the odd pennies to the last, unlike a council tax bill, whose first instalment has them.
 */
import { splitEqually, type SparePennies } from '../money/split.ts';
import type { Pence } from '../money/pence.ts';
import type { Day } from '../time/day.ts';
import { payDaysOf, type PayDays } from '../time/pay-days.ts';
import { directDebitDay } from '../time/working-days.ts';

export const METHODS = ['direct-debit', 'card', 'standing-order', 'bank-transfer', 'cash'] as const;

export type Method = (typeof METHODS)[number];

export const METHOD_NAMES: Record<Method, string> = {
	'direct-debit': 'Direct Debit',
	card: 'card',
	'standing-order': 'standing order',
	'bank-transfer': 'bank transfer',
	cash: 'cash'
};

export type TakenOn = { takenOn: Day; isProvisional: boolean };

export function takenOn(on: Day, method: Method): TakenOn {
	if (method !== 'direct-debit') return { takenOn: on, isProvisional: false };
	const { on: day, isProvisional } = directDebitDay(on);
	return { takenOn: day, isProvisional };
}

export type EqualPayments = {
	total: Pence;
	count: number;
	spare: SparePennies;
	payDays: PayDays;
	method: Method;
};

/** A sum in so many equal payments, where nothing else has to be met on the way. */
export function equalPayments({ total, count, spare, payDays, method }: EqualPayments) {
	const days = payDaysOf(payDays, count);
	const amounts = splitEqually(total, { count, spare });
	return days.flatMap((on, index) => {
		const amount = amounts[index];
		return amount === undefined ? [] : [{ on, ...takenOn(on, method), amount }];
	});
}
