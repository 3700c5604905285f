/**
 * Proves the books: every set of entries sums to nothing, every debt's balance is the sum of its entries, all money
 * received is on a debt, in suspense or refunded, and every agreement and commit is whole. Looked at in one moment, so that a payment taken meanwhile is either wholly in or wholly out. What is wrong is named by id
 * and never mended.
 */
import { agreementFaults, sayFault, type AgreementFault } from '../arrangements/prove.ts';
import type { RawSql } from '../db/client.ts';
import { proveReceipts, sayReceipts, type ReceiptsProof } from '../income/prove.ts';
import { owedJointly, type Jointly } from './together.ts';
import { formatPounds, minus, pence, type Pence } from '../../shared/money/pence.ts';

export type UnevenSet = { setId: string; leftOver: Pence };

export type WrongBalance = { debtId: string; balance: Pence; entries: Pence };

export type Proof = {
	entryCount: number;
	setCount: number;
	debtCount: number;
	/** Together, debt by debt: what is owed and what is in credit. */
	owed: Pence;
	inCredit: Pence;
	/** What a total by person would count more than once. */
	jointly: Jointly;
	funds: readonly { fund: string; amount: Pence }[];
	unevenSets: readonly UnevenSet[];
	wrongBalances: readonly WrongBalance[];
	receipts: ReceiptsProof;
	/** Of agreements and commits, and of receipts. */
	faults: readonly AgreementFault[];
};

export async function prove(sql: RawSql): Promise<Proof> {
	return sql.begin('isolation level repeatable read read only', async (tx) => {
		const [totals] = await tx<[Totals]>`
			select
				(select count(*) from entries) as "entryCount",
				(select count(distinct set_id) from entries) as "setCount",
				count(*) as "debtCount",
				coalesce(sum(balance_pence) filter (where balance_pence > 0), 0)::bigint as owed,
				coalesce(-sum(balance_pence) filter (where balance_pence < 0), 0)::bigint as "inCredit"
			from debts`;
		const funds = await tx<{ fund: string; amount: Pence }[]>`
			select fund, sum(amount_pence)::bigint as amount
			from entries where fund is not null group by fund order by fund`;
		const unevenSets = await tx<UnevenSet[]>`
			select set_id as "setId", sum(amount_pence)::bigint as "leftOver"
			from entries group by set_id having sum(amount_pence) <> 0 order by set_id`;
		const wrongBalances = await tx<WrongBalance[]>`
			select d.id as "debtId", d.balance_pence as balance, coalesce(e.total, 0)::bigint as entries
			from debts d
			left join (
				select debt_id, sum(amount_pence) as total from entries group by debt_id
			) e on e.debt_id = d.id
			where d.balance_pence <> coalesce(e.total, 0)
			order by d.id`;
		const { faults: receiptFaults, ...receipts } = await proveReceipts(tx);
		const faults = [...(await agreementFaults(tx)), ...receiptFaults];
		return {
			...totals,
			jointly: await owedJointly(tx),
			owed: pence(totals.owed),
			inCredit: pence(totals.inCredit),
			funds: [...funds],
			unevenSets: [...unevenSets],
			wrongBalances: [...wrongBalances],
			receipts,
			faults
		};
	});
}

export function isProved(proof: Proof): boolean {
	const { unevenSets, wrongBalances, faults } = proof;
	return unevenSets.length === 0 && wrongBalances.length === 0 && faults.length === 0;
}

/** For a person at the terminal, line by line. */
export function sayProof(proof: Proof): readonly string[] {
	const count = (number: number) => number.toLocaleString('en-GB');
	return [
		`${count(proof.debtCount)} debts, ${count(proof.entryCount)} entries in ${count(proof.setCount)} sets.`,
		`Owed ${formatPounds(proof.owed)}, in credit ${formatPounds(proof.inCredit)}.`,
		`${count(proof.jointly.count)} joint debts of ${formatPounds(proof.jointly.owed)} are in it once.`,
		...proof.funds.map(({ fund, amount }) => `  ${fund}: ${formatPounds(amount)}`),
		sayReceipts(proof.receipts),
		...proof.unevenSets.map(
			({ setId, leftOver }) => `Wrong: the set ${setId} leaves ${formatPounds(leftOver)} over.`
		),
		...proof.wrongBalances.map(
			({ debtId, balance, entries }) =>
				`Wrong: the debt ${debtId} says ${formatPounds(balance)} and its entries ${formatPounds(entries)}, a difference of ${formatPounds(minus(balance, entries))}.`
		),
		...proof.faults.map(sayFault),
		isProved(proof) ? 'The books prove.' : 'The books do not prove.'
	];
}

type Totals = {
	entryCount: number;
	setCount: number;
	debtCount: number;
	owed: number;
	inCredit: number;
};
