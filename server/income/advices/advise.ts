/**
 * Does what a bank's advices ask, each once: a payment that came back is reversed by a set of entries, a death holds
 * every debt of that person, and what is left to do is on somebody's list. Where a death is known already nothing but
 * the payment changes: no second hold, no letter, no demand.
 */
import { randomUUID } from 'node:crypto';
import { quotedPlans, type QuotedPlan } from '../../arrangements/by-reference.ts';
import { moneyMoved } from '../../arrangements/check.ts';
import { actOn, isReturn, type AdviceAct, type ToDo } from '../../../shared/income/bank-codes.ts';
import { isOfName } from '../../../shared/income/waiting/homes.ts';
import { countedAlike } from '../../../shared/income/received.ts';
import { referencesIn } from '../../../shared/income/references/reference.ts';
import { retryOn } from '../../../shared/income/returning/retry.ts';
import { NO_PENCE, plus, type Pence } from '../../../shared/money/pence.ts';
import type { Day, Instant } from '../../../shared/time/day.ts';
import { record } from '../../audit/record.ts';
import { figuresChanged } from '../../contacts/figures-changed.ts';
import type { Transaction } from '../../db/transaction.ts';
import { policyOn } from '../../law/policy.ts';
import { bereave } from '../../debts/bereave.ts';
import { enter, opposite } from '../../debts/enter.ts';
import type { Advice } from '../files/bacs.ts';
import {
	advicesKnown,
	directDebitsOf,
	payDaysOf,
	waitingPayment,
	type DirectDebit
} from './advice-queries.ts';
import { holdReference, inForceAgain } from './close-advice.ts';
import { debtsOfReferences, lockDebtsOfAll } from '../queries.ts';
import { digestOf } from '../receiving/receive.ts';
import { returnReceipt, type Returned } from '../return-receipt.ts';
import { bankAdvices } from '../tables.ts';

export type Advised = {
	/** How many there were of each that somebody has to do, and of those that need nobody. */
	toDo: ReadonlyMap<ToDo | 'nothing', number>;
	reversed: { count: number; total: Pence };
	/** Of what came back: money that waited here, and is owed on nothing. */
	waited: { count: number; total: Pence };
	duplicates: readonly number[];
	changed: readonly string[];
};

type Advising = { fileId: string; officerId: string | null; at: Instant; today: Day };

export async function advise(
	tx: Transaction,
	{ advices, ...advising }: Advising & { advices: readonly Advice[] }
): Promise<Advised> {
	const contents = advices.map(({ lineNumber: _, ...said }) => JSON.stringify(said));
	const identities = countedAlike(contents).map(digestOf);
	const known = await advicesKnown(tx, identities);
	await lockDebtsOfAll(
		tx,
		advices.flatMap(({ reference }) => referencesIn(reference))
	);
	const touched = new Set<string>();
	const toDo = new Map<ToDo | 'nothing', number>();
	const reversed = { count: 0, total: NO_PENCE };
	const waited = { count: 0, total: NO_PENCE };
	for (const [at, advice] of advices.entries()) {
		const identity = identities[at] ?? '';
		if (known.has(identity)) continue;
		const done = await act(tx, { advice, identity, ...advising });
		toDo.set(done.toDo ?? 'nothing', (toDo.get(done.toDo ?? 'nothing') ?? 0) + 1);
		for (const debtId of done.debtIds) touched.add(debtId);
		if (done.from === null) continue;
		const back = done.from === 'debts' ? reversed : waited;
		back.count += 1;
		back.total = plus(back.total, advice.amount ?? NO_PENCE);
	}
	const plans = await moneyMoved(tx, { debtIds: [...touched], at: advising.at });
	return {
		toDo,
		reversed,
		waited,
		duplicates: advices
			.filter((_, at) => known.has(identities[at] ?? ''))
			.map(({ lineNumber }) => lineNumber),
		changed: await figuresChanged(tx, {
			debtIds: [...touched, ...plans.debtIds],
			at: advising.at
		})
	};
}

type One = Advising & { advice: Advice; identity: string };

type Done = {
	toDo: ToDo | null;
	debtIds: readonly string[];
	/** Where a payment that came back was; null where none did. */
	from: 'debts' | 'waiting' | null;
};

async function act(tx: Transaction, one: One): Promise<Done> {
	const { advice, today } = one;
	const plans = await quotedPlans(tx, referencesIn(advice.reference));
	const found = await directDebitFor(tx, { ...one, plans });
	// A plan's payment is its customer's; of a death only the bank's own name is believed.
	const ofPlan = isReturn(advice.kind) ? (plans[0]?.customerId ?? null) : null;
	const payment = isReturn(advice.kind) ? (found?.payment ?? null) : null;
	const waits = isReturn(advice.kind) && payment === null ? await waitingPayment(tx, advice) : null;
	const returned =
		found && payment
			? await reverse(tx, { one, found, payment })
			: waits && (await takeWaiting(tx, { one, receiptId: waits.receiptId }));
	const setId = returned?.setId ?? null;
	const customerId = found && (ofPlan ?? whose(found, advice));
	if (found && isReinstated(advice)) {
		const { reference } = advice;
		await inForceAgain(tx, { debtId: found.debtId, reference, at: one.at });
	}
	const { L2 } = await policyOn(tx, today);
	const timesReturned = (found?.timesReturned ?? 0) + 1;
	const wanted = actOn({ ...advice, timesReturned }, L2.value);
	const held =
		wanted === 'bereavement' && customerId ? await bereave(tx, { ...told(one), customerId }) : [];
	const toDo =
		waits && wanted !== 'bereavement'
			? null
			: toDoFor(wanted, { one, found, customerId, held, isReversed: setId !== null });
	await tx.insert(bankAdvices).values({
		id: randomUUID(),
		fileId: one.fileId,
		lineNumber: advice.lineNumber,
		identity: one.identity,
		kind: advice.kind,
		code: advice.code,
		onDay: advice.on,
		amountPence: advice.amount,
		reference: advice.reference,
		debtId: found?.debtId ?? null,
		customerId,
		setId,
		paymentSetId: payment?.setId ?? waits?.setId ?? null,
		toDo,
		retryOn: toDo === 'retry' && found ? await askedAgainOn(tx, { found, today }) : null,
		isHeld: held.length > 0,
		at: one.at
	});
	await record(tx, {
		at: one.at,
		officerId: one.officerId,
		act: `income.${advice.kind}`,
		...(customerId ? { customerId } : {}),
		...(found ? { subjectId: found.debtId } : {}),
		detail: { code: advice.code, amount: advice.amount, toDo, held: held.length }
	});
	const debtIds = [...(found ? [found.debtId] : []), ...(returned?.debtIds ?? []), ...held];
	const from = waits ? 'waiting' : 'debts';
	return { toDo, debtIds, from: setId === null ? null : from };
}

/** ADDACS R: an instruction that ended is in force again. */
function isReinstated({ kind, code }: Advice): boolean {
	return kind === 'addacs' && code === 'R';
}

async function askedAgainOn(
	tx: Transaction,
	{ found, today }: { found: DirectDebit; today: Day }
): Promise<Day> {
	const payDays = await payDaysOf(tx, { debtId: found.debtId, today });
	return retryOn({ today, payDays }, (await policyOn(tx, today)).P8.value);
}

/** The debt of the account, or of the plan, that the payment was on; without a payment, its newest. */
async function directDebitFor(
	tx: Transaction,
	{ advice, today, plans }: One & { plans: readonly QuotedPlan[] }
): Promise<DirectDebit | null> {
	const references = referencesIn(advice.reference);
	const debts = await debtsOfReferences(tx, { references, today });
	const ofPlans = plans.flatMap(({ debtIds }) => debtIds);
	const debtIds = [...[...debts.values()].flat().map(({ id }) => id), ...ofPlans];
	const found = await directDebitsOf(tx, { ...advice, debtIds });
	return found.find(({ payment }) => payment !== null) ?? found[0] ?? null;
}

/**
 * The one liable whose name the bank has, or the only one where it has none. A death is believed of nobody else: who
 * paid may be another than who owes, and a source's word for the payer is not the bank's.
 */
function whose({ liable }: DirectDebit, { payerName }: Advice): string | null {
	const named = payerName === null ? liable : liable.filter((one) => isOfName(payerName, one));
	const [only, ...others] = named;
	return only && others.length === 0 ? only.customerId : null;
}

/** The debt is owed again, and the bank no longer has it. A receipt of ours is returned, wherever it is by now. */
async function reverse(
	tx: Transaction,
	given: { one: One; found: DirectDebit; payment: NonNullable<DirectDebit['payment']> }
): Promise<Returned> {
	const { one, found, payment } = given;
	const { advice, at, today, officerId } = one;
	const { receiptId, payerId } = payment;
	const { debtId } = found;
	const amount = advice.amount ?? NO_PENCE;
	const method = methodOf(advice);
	const about = { debtId, amount, on: today, at, method, payerId, officerId };
	if (receiptId !== null) return returnReceipt(tx, { ...about, receiptId });
	const setId = await enter(tx, {
		kind: 'reversal',
		on: today,
		at,
		method,
		...(payerId ? { payerId } : {}),
		lines: opposite({ debtId, fund: 'bank', amount })
	});
	return { setId, debtIds: [debtId] };
}

/** It was on no debt, and nobody has to pay it again: it waits no more. */
async function takeWaiting(
	tx: Transaction,
	{ one, receiptId }: { one: One; receiptId: string }
): Promise<Returned> {
	const { advice, at, today, officerId } = one;
	return returnReceipt(tx, {
		receiptId,
		debtId: null,
		amount: advice.amount ?? NO_PENCE,
		on: today,
		at,
		method: methodOf(advice),
		payerId: null,
		officerId
	});
}

function methodOf({ kind, code }: Advice): string {
	return `${kind}-${code.toLowerCase()}`;
}

/** The bank's word: nobody was in touch. */
function told({ advice, at, today }: One) {
	return { reference: holdReference(advice.kind, advice.code), contactId: null, at, today };
}

/** What somebody has to do; null where nobody has. */
function toDoFor(
	wanted: AdviceAct,
	given: {
		one: One;
		found: DirectDebit | null;
		customerId: string | null;
		held: readonly string[];
		isReversed: boolean;
	}
): ToDo | null {
	const { one, found, customerId, held, isReversed } = given;
	if (!found) return 'no-such-account';
	if (isReturn(one.advice.kind) && !isReversed) return 'no-such-payment';
	if (wanted === 'nothing') return null;
	if (wanted === 'bereavement') {
		if (customerId === null) return 'whose';
		return held.length > 0 ? 'bereavement' : null;
	}
	return wanted === 'direct-debit-lost' && found.isArranged ? 'arrangement-at-risk' : wanted;
}
