/**
 * Whoever works through the money that waits places it, on one debt or split over several, and undoes it: by the same
 * entries as in a contact, on the record with who did it. Every screen that shows one of the debts is told.
 */
import { sql } from 'drizzle-orm';
import { moneyMoved } from '../../arrangements/check.ts';
import { isOfName } from '../../../shared/income/waiting/homes.ts';
import { checkSplit } from '../../../shared/income/placing.ts';
import { byDebt } from '../../../shared/income/returning/returning.ts';
import type { SuspenseRefusal } from '../../../shared/income/waiting/suspense.ts';
import { minus, NO_PENCE, pence, plus, type Pence } from '../../../shared/money/pence.ts';
import type { Instant } from '../../../shared/time/day.ts';
import { record } from '../../audit/record.ts';
import { figuresChanged } from '../../contacts/figures-changed.ts';
import type { Transaction } from '../../db/transaction.ts';
import {
	actBy,
	livePlacements,
	lockDebts,
	payerOfSet,
	placementsOf,
	receiptInHand
} from '../queries.ts';
import { digestOf } from '../receiving/receive.ts';
import { noteMoneyAttempt, restrictedOn } from '../restricted-accounts.ts';
import { shift, type Parts, type Receipt } from '../shift.ts';

type Asked = {
	receiptId: string;
	/** The browser's own, once a press of the button. */
	key: string;
	officerId: string;
	mayOpenRestricted: boolean;
	at: Instant;
};

export type SuspenseAnswer =
	{ ok: true; changed: readonly string[] } | { ok: false; because: SuspenseRefusal };

const refused = (because: SuspenseRefusal): SuspenseAnswer => ({ ok: false, because });
const DONE: SuspenseAnswer = { ok: true, changed: [] };

export async function placeWaiting(
	tx: Transaction,
	asked: Asked & { parts: Parts }
): Promise<SuspenseAnswer> {
	const { receiptId, parts, officerId, key, at } = asked;
	const debts = await accountsFor(tx, asked);
	const debtIds = parts.map(({ debtId }) => debtId);
	await noteMoneyAttempt(tx, await restrictedOn(tx, { debtIds }), asked);
	const receipt = await receiptInHand(tx, receiptId);
	if (!receipt) return refused('no-such-receipt');
	const body = digestOf(JSON.stringify(['place', officerId, parts]));
	const before = await actBy(tx, { receiptId, key });
	if (before) return before.asked === body ? DONE : refused('key-used');
	if (debts.length < new Set(parts.map(({ debtId }) => debtId)).size)
		return refused('no-such-account');
	const checked = checkSplit(parts, { waiting: receipt.suspensePence, debts });
	if (!checked.ok) return refused(checked.because);
	const total = plus(...parts.map(({ amount }) => amount));
	await shift(tx, {
		receipt,
		change: { ...NOTHING, debts: parts, suspense: minus(NO_PENCE, total) },
		act: 'placed',
		kind: 'payment',
		// It counts from the day it was received, whenever its home is found.
		on: receipt.receivedOn,
		at,
		payerId: payerAmong(receipt, debts),
		officerId,
		key,
		asked: body
	});
	return tell(tx, { asked, act: 'placed', parts, receipt });
}

/** What was placed by this press comes off again, and waits. */
export async function undoPlaced(
	tx: Transaction,
	asked: Asked & { placedBy: string }
): Promise<SuspenseAnswer> {
	const { receiptId, placedBy, officerId, key, at } = asked;
	await lockDebts(
		tx,
		(await livePlacements(tx, receiptId)).map(({ debtId }) => debtId)
	);
	const receipt = await receiptInHand(tx, receiptId);
	if (!receipt) return refused('no-such-receipt');
	const body = digestOf(JSON.stringify(['undo', officerId, placedBy]));
	const before = await actBy(tx, { receiptId, key });
	if (before) return before.asked === body ? DONE : refused('key-used');
	const placed = await placementsOf(tx, { receiptId, key: placedBy });
	const [first] = placed;
	if (!first) return refused('not-placed');
	const parts = byDebt(placed.map(({ debtId, amountPence }) => ({ debtId, amount: amountPence })));
	await shift(tx, {
		receipt,
		change: {
			...NOTHING,
			debts: parts.map((part) => ({ ...part, amount: minus(NO_PENCE, part.amount) })),
			suspense: plus(...parts.map(({ amount }) => amount))
		},
		act: 'undone',
		kind: 'reversal',
		on: receipt.receivedOn,
		at,
		payerId: await payerOfSet(tx, first.setId),
		officerId,
		key,
		asked: body
	});
	return tell(tx, { asked, act: 'undone', parts, receipt });
}

const NOTHING = { debts: [], suspense: NO_PENCE, refunded: NO_PENCE, returned: NO_PENCE };

type Account = {
	id: string;
	balance: Pence;
	liable: readonly { customerId: string; givenNames: string; familyName: string }[];
};

/** Those of them that this officer may know of, locked. */
async function accountsFor(
	tx: Transaction,
	{ parts, mayOpenRestricted }: { parts: Parts; mayOpenRestricted: boolean }
): Promise<readonly Account[]> {
	const ids = parts.map(({ debtId }) => debtId);
	await lockDebts(tx, ids);
	const rows = await tx.execute<{ id: string; balance: string; liable: string }>(sql`
		select d.id, d.balance_pence as balance, (select coalesce(jsonb_agg(jsonb_build_object(
				'customerId', c.id, 'givenNames', c.given_names, 'familyName', c.family_name)), '[]')
			from liabilities l join customers c on c.id = l.customer_id where l.debt_id = d.id)::text
			as liable
		from debts d
		where d.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
			and (${mayOpenRestricted} or not exists (select from liabilities l
				join customers c on c.id = l.customer_id where l.debt_id = d.id and c.is_restricted))`);
	return rows.map(({ id, balance, liable }) => ({
		id,
		balance: pence(Number(balance)),
		liable: JSON.parse(liable) as Account['liable']
	}));
}

/** The one liable whose name the bank has. Of anybody else's payment nobody's day and means are told. */
function payerAmong({ payerName }: Receipt, debts: readonly Account[]): string | null {
	if (payerName === null) return null;
	const named = debts.flatMap(({ liable }) => liable.filter((one) => isOfName(payerName, one)));
	const ids = new Set(named.map(({ customerId }) => customerId));
	const [only] = ids;
	return ids.size === 1 ? (only ?? null) : null;
}

async function tell(
	tx: Transaction,
	{ asked, act, parts, receipt }: Told
): Promise<SuspenseAnswer> {
	const { officerId, at } = asked;
	const debtIds = parts.map(({ debtId }) => debtId);
	const amount = plus(...parts.map((part) => part.amount));
	const detail = { amount, debts: debtIds };
	await record(tx, { at, officerId, act: `income.${act}`, subjectId: receipt.id, detail });
	const plans = await moneyMoved(tx, { debtIds, at });
	const concerned = [...debtIds, ...plans.debtIds];
	return { ok: true, changed: await figuresChanged(tx, { debtIds: concerned, at }) };
}

type Told = { asked: Asked; act: 'placed' | 'undone'; parts: Parts; receipt: Receipt };
