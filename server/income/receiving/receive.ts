/**
 * Takes money in: every line that has not come in before becomes a receipt and one set of entries, on the debts that
 * its reference names and the rest in suspense. Decided by the rule one after another, written all at once, in one
 * transaction: a file is in or it is not.
 */
import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { plansOfReferences } from '../../arrangements/by-reference.ts';
import { moneyMoved } from '../../arrangements/check.ts';
import {
	placeByPlan,
	type Ledger,
	type PlanNow
} from '../../../shared/arrangements/paying/by-reference.ts';
import { isPlanReference } from '../../../shared/income/references/plan-reference.ts';
import { place, type AccountDebt, type Placed } from '../../../shared/income/placing.ts';
import { withoutCounters } from '../../../shared/income/references/counter-barcodes.ts';
import { contentOf, countedAlike, type ReceivedLine } from '../../../shared/income/received.ts';
import { normalised, referencesIn } from '../../../shared/income/references/reference.ts';
import { minus, NO_PENCE, sumOf, type Pence } from '../../../shared/money/pence.ts';
import type { Day, Instant } from '../../../shared/time/day.ts';
import { figuresChanged } from '../../contacts/figures-changed.ts';
import { copyRows, type Cell } from '../../db/copy.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { EntryLine } from '../../debts/enter.ts';
import { enterMany } from '../../debts/enter-many.ts';
import { tellPayments, type PlanPayment } from '../../letters/tell-payments.ts';
import { policyOn } from '../../law/policy.ts';
import { debtsOfReferences } from '../queries.ts';

export type Incoming = {
	/** With the account it came into, whose name is no part of a line. */
	lines: readonly { line: ReceivedLine; account: string }[];
	/** Null for what is typed by hand. */
	fileId: string | null;
	officerId: string | null;
	at: Instant;
	today: Day;
};

export type Taken = {
	count: number;
	total: Pence;
	placed: Pence;
	waiting: Pence;
	waitingCount: number;
	/** Lines that had come in before. */
	duplicates: readonly number[];
	/** Open contacts that must be shown again. */
	changed: readonly string[];
};

/** One line as it will be written. */
export type Decided = {
	id: string;
	setId: string;
	identity: string;
	line: ReceivedLine;
	/** As it was written, a counter's barcode read as the reference in it. */
	quotes: string;
	placed: Placed;
	/** The plan that split it, and whose it is. */
	plan: Pick<PlanNow, 'arrangementId' | 'customerId'> | null;
};

export async function receive(tx: Transaction, incoming: Incoming): Promise<Taken> {
	const identities = identitiesOf(incoming.lines);
	const known = await knownAmong(tx, identities);
	const fresh = incoming.lines.flatMap(({ line }, at) => {
		const identity = identities[at] ?? '';
		return known.has(identity) ? [] : [{ line, identity }];
	});
	const receipts = await decide(tx, { fresh, today: incoming.today });
	await write(tx, { receipts, incoming });
	const debtIds = receipts.flatMap(({ placed }) => placed.parts.map(({ debtId }) => debtId));
	const plans = await moneyMoved(tx, { debtIds, at: incoming.at });
	const waiting = receipts.map(({ placed }) => placed.waiting);
	const total = sumOf(receipts.map(({ line }) => line.amount));
	return {
		count: receipts.length,
		total,
		placed: minus(total, sumOf(waiting)),
		waiting: sumOf(waiting),
		waitingCount: waiting.filter((left) => left > NO_PENCE).length,
		duplicates: incoming.lines
			.filter((_, at) => known.has(identities[at] ?? ''))
			.map(({ line }) => line.lineNumber),
		changed: await figuresChanged(tx, {
			debtIds: [...debtIds, ...plans.debtIds],
			at: incoming.at
		})
	};
}

function identitiesOf(lines: Incoming['lines']): readonly string[] {
	const contents = lines.map(({ line, account }) => contentOf(line, account));
	return countedAlike(contents).map(digestOf);
}

export function digestOf(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

async function knownAmong(
	tx: Transaction,
	identities: readonly string[]
): Promise<ReadonlySet<string>> {
	if (identities.length === 0) return new Set();
	const rows = await tx.execute<{ identity: string }>(sql`
		select identity from receipts join jsonb_array_elements_text(${JSON.stringify(identities)}::jsonb)
			as asked on asked = identity`);
	return new Set(rows.map(({ identity }) => identity));
}

/** Locks the debts they may be for. */
export async function decide(
	tx: Transaction,
	{ fresh, today }: { fresh: readonly { line: ReceivedLine; identity: string }[]; today: Day }
): Promise<Decided[]> {
	const { counters } = (await policyOn(tx, today)).BC.value;
	const written = fresh.map(({ line }) => withoutCounters(line.reference, counters));
	const quoted = written.map(referencesIn);
	const all = [...new Set(quoted.flat())];
	const ofPlans = all.filter(isPlanReference);
	const accounts = all.filter((reference) => !isPlanReference(reference));
	const plans = await plansOfReferences(tx, { plans: ofPlans, accounts, today });
	const debts = await debtsOfReferences(tx, { references: accounts, today });
	const ledger: Ledger = { owed: new Map(), brought: new Map() };
	return fresh.map(({ line, identity }, at) => {
		const named = { quoted: quoted[at] ?? [], plans, debts, ledger };
		const ids = { id: randomUUID(), setId: randomUUID(), quotes: written[at] ?? '' };
		return { ...ids, identity, line, ...placedBy(line.amount, named) };
	});
}

type Named = {
	quoted: readonly string[];
	plans: ReadonlyMap<string, PlanNow>;
	debts: ReadonlyMap<string, AccountDebt[]>;
	ledger: Ledger;
};

/** A plan that is quoted says more than an account of it; with an account of another it is for a person to look at. */
function placedBy(
	amount: Pence,
	{ quoted, plans, debts, ledger }: Named
): Pick<Decided, 'placed' | 'plan'> {
	const accounts = quoted.flatMap((reference) => debts.get(reference) ?? []);
	const [reference, ...others] = quoted.filter((one) => plans.has(one));
	const plan = reference === undefined ? undefined : plans.get(reference);
	if (!plan) return { placed: place(amount, { debts: accounts, owed: ledger.owed }), plan: null };
	const inPlan = new Set(plan.debts.map(({ debtId }) => debtId));
	if (others.length > 0 || accounts.some(({ id }) => !inPlan.has(id)))
		return { placed: { ground: null, parts: [], waiting: amount, rules: [] }, plan: null };
	const { arrangementId, customerId } = plan;
	return { placed: placeByPlan(amount, { plan, ledger }), plan: { arrangementId, customerId } };
}

export async function write(
	tx: Transaction,
	{
		receipts,
		incoming
	}: { receipts: readonly Decided[]; incoming: Omit<Incoming, 'lines' | 'today'> }
): Promise<void> {
	if (receipts.length === 0) return;
	const { at, officerId } = incoming;
	await copyRows(tx.connection, {
		table: 'receipts',
		columns: RECEIPT_COLUMNS,
		rows: receipts.map((receipt) => receiptRow(receipt, incoming))
	});
	await copyRows(tx.connection, {
		table: 'placements',
		columns: ['id', 'receipt_id', 'debt_id', 'amount_pence', 'set_id', 'ground', 'rules'],
		rows: receipts.flatMap(placementRows)
	});
	await enterMany(
		tx,
		receipts.map((receipt) => ({
			setId: receipt.setId,
			kind: 'payment',
			on: receipt.line.on,
			at,
			method: receipt.line.channel,
			...(officerId === null ? {} : { officerId }),
			...(receipt.plan ? { payerId: receipt.plan.customerId } : {}),
			lines: linesOf(receipt)
		}))
	);
	await tellPayments(tx, { payments: receipts.flatMap(planPayments), at });
}

function planPayments({ plan, placed, line, setId }: Decided): PlanPayment[] {
	if (!plan) return [];
	const { arrangementId } = plan;
	return placed.parts.map((part) => ({ arrangementId, ...part, on: line.on, setId }));
}

const RECEIPT_COLUMNS = [
	'id',
	'file_id',
	'line_number',
	'identity',
	'channel',
	'amount_pence',
	'received_on',
	'reference_given',
	'reference',
	'payer_name',
	'payer_digest',
	'state',
	'placed_pence',
	'suspense_pence',
	'set_id',
	'at',
	'officer_id',
	'arrangement_id'
];

function receiptRow(
	{ id, setId, identity, line, quotes, placed, plan }: Decided,
	incoming: Omit<Incoming, 'lines' | 'today'>
): Cell[] {
	const { waiting } = placed;
	return [
		id,
		incoming.fileId,
		incoming.fileId === null ? null : line.lineNumber,
		identity,
		line.channel,
		line.amount,
		line.on,
		line.reference,
		normalised(quotes),
		line.payerName,
		line.payerAccount === null ? null : digestOf(line.payerAccount),
		waiting > NO_PENCE ? 'suspense' : 'placed',
		minus(line.amount, waiting),
		waiting,
		setId,
		incoming.at,
		incoming.officerId,
		plan?.arrangementId ?? null
	];
}

function placementRows({ id, setId, placed }: Decided): Cell[][] {
	return placed.parts.map(({ debtId, amount }) => [
		randomUUID(),
		id,
		debtId,
		amount,
		setId,
		placed.ground,
		JSON.stringify(placed.rules)
	]);
}

/** The bank has all of it; what is not on a debt is owed to somebody. */
function linesOf({ line, placed }: Decided): EntryLine[] {
	const { parts, waiting } = placed;
	return [
		{ fund: 'bank', amount: line.amount },
		...parts.map(({ debtId, amount }) => ({ debtId, amount: minus(NO_PENCE, amount) })),
		...(waiting > NO_PENCE ? [{ fund: 'suspense' as const, amount: minus(NO_PENCE, waiting) }] : [])
	];
}
