/** The one order that Kelly and Dean Ashworth both owe: a plan of each for it, and whoever else pays it down. */
import { moneyMoved } from '#server/arrangements/check.ts';
import { inTransaction } from '#server/db/transaction.ts';
import { enter, opposite } from '#server/debts/enter.ts';
import type { OfficerEvent } from '#shared/contacts/log/events.ts';
import { pence } from '#shared/money/pence.ts';
import { day, instantInLondon } from '#shared/time/day.ts';
import {
	commitAsShown,
	customerNamed,
	debtOf,
	identified,
	KELLYS_STATEMENT,
	offered,
	says,
	type Scene
} from '../agreeing.ts';

/** £1,184.37 of it. */
export const ORDER = '7710448261';
/** Dean's alone: the rent of a home that he left. */
export const FORMER = 'FT00518842';

/** He can pay £100 a month; `besides` is what he says before he offers it. */
export async function deanOffers(
	scene: Scene,
	besides: readonly OfficerEvent[] = []
): Promise<string> {
	const contactId = await identified(scene, { name: 'Dean Ashworth' });
	await says(scene, { contactId }, [...KELLYS_STATEMENT, ...besides, offered(100)]);
	return contactId;
}

/** What the contact offers is committed as it is shown. */
export async function agreed(
	scene: Scene,
	contactId: string
): Promise<{ id: string; reference: string }> {
	const answer = await commitAsShown(scene, { contactId });
	if (!answer.ok) throw new Error(`It was not agreed: ${answer.because}.`);
	const [plan] = await scene.owner`select id, payment_reference as reference from arrangements
		where contact_id = ${contactId}`;
	return { id: plan?.['id'] as string, reference: plan?.['reference'] as string };
}

/** By card at noon, onto the order. */
export async function paysOrder(
	{ product, owner }: Scene,
	{ payer, amount, on }: { payer: string; amount: number; on: string }
): Promise<void> {
	const debtId = await debtOf(owner, ORDER);
	const payerId = await customerNamed(owner, payer);
	const at = instantInLondon(day(on), '12:00');
	await inTransaction(product.app.db, async (tx) => {
		const lines = opposite({ debtId, fund: 'bank', amount: pence(-amount) });
		await enter(tx, { kind: 'payment', on: day(on), at, method: 'card', payerId, lines });
		await moneyMoved(tx, { debtIds: [debtId], at });
	});
}
