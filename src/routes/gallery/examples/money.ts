/** Money received for the gallery: one sum that waits for a home, and one that was placed in this contact. */
import type { ComponentProps } from 'svelte';
import type MoneyCard from '$lib/income/MoneyCard.svelte';
import type { DebtView } from '#shared/contacts/shown/view.ts';
import { pence } from '#shared/money/pence.ts';
import { day, instant } from '#shared/time/day.ts';

type Shown = Pick<ComponentProps<typeof MoneyCard>, 'waiting' | 'placed' | 'problem'>;

export function moneyOf(debts: readonly DebtView[]): Shown {
	const [first, second] = debts;
	if (!first || !second) return { waiting: [], placed: [], problem: null };
	return {
		waiting: [
			{
				receiptId: 'waiting',
				amount: pence(50_00),
				on: day('2026-11-12'),
				quoted: 'CT 7710448268',
				homes: [{ debtId: first.debtId, score: 40, reasons: ['reference-one-slip'] }]
			}
		],
		placed: [
			{
				receiptId: 'placed',
				on: day('2026-11-02'),
				amount: pence(131_00),
				parts: [
					{ debtId: first.debtId, amount: pence(100_00) },
					{ debtId: second.debtId, amount: pence(31_00) }
				],
				at: instant('2026-11-19T10:52:00Z')
			}
		],
		problem: { receiptId: 'placed', because: 'not-sent' }
	};
}
