/** What a source's extract says of one debt, and of one account holder, in the words of an extract's lines. */
import type { Said } from '../../../imports/mapping/extract-writer.ts';
import type { TRANSACTION_KINDS } from '../../../imports/mapping/fields.ts';
import { plus, type Pence } from '../../../../shared/money/pence.ts';
import type { Day } from '../../../../shared/time/day.ts';
import { AGENTS, agentStage, methodAgainst } from '../debt-rows.ts';
import type { SeedRecord } from '../record-rows.ts';
import type { SeedDebt, SeedMovement } from '../scenario.ts';
import { SOURCES } from '../sources.ts';

/** The source's own id of an account holder; null where it has no such one. */
export type KeyOf = (customer: string) => string | null;

export type LinesOf = {
	debt: Said<'debt'>;
	liabilities: readonly Said<'liability'>[];
	dues: readonly Said<'due'>[];
	transactions: readonly Said<'transaction'>[];
	holds: readonly Said<'hold'>[];
	stages: readonly Said<'stage'>[];
};

export function personLine(record: SeedRecord): Said<'person'> {
	const { key, kind, givenNames, familyName, bornOn, nino } = record;
	const { phone, email, line1, town, postcode, uprn } = record;
	const { councilTaxAccount, benefitClaim, diedOn } = record;
	return {
		key,
		kind,
		givenNames,
		familyName,
		bornOn,
		nino,
		phone,
		email,
		line1,
		town,
		postcode,
		uprn,
		councilTaxAccount,
		benefitClaim,
		diedOn
	};
}

export function linesOf(debt: SeedDebt, keyOf: KeyOf): LinesOf {
	const it = nameOf(debt);
	const keyed = <Line extends { customer: string }>(lines: readonly Line[]) =>
		lines.flatMap((line) => {
			const key = keyOf(line.customer);
			return key === null ? [] : [{ key, line }];
		});
	const now = { stage: debt.stage, stageOn: debt.stageOn, balance: balanceOf(debt) };
	return {
		debt: debtLine(debt, { ...now, against: againstIn(debt, keyOf) }),
		liabilities: keyed(debt.liable).map(({ key, line }) => ({
			...it,
			key,
			ground: line.ground,
			fromOn: line.fromOn ?? debt.fromOn,
			toOn: line.toOn,
			exception: line.exception?.why,
			exceptionFromOn: line.exception?.fromOn,
			exceptionToOn: line.exception?.toOn
		})),
		dues: debt.dues.map(({ on, amount }) => ({ ...it, on, amount })),
		transactions: movementsOf(debt).map((move, at) =>
			transactionLine(debt, { ...move, number: at + 1, payer: payerOf(debt, move, keyOf) })
		),
		holds: keyed(
			debt.holds.map((hold) => ({
				...hold,
				customer: hold.customer ?? debt.liable[0]?.customer ?? ''
			}))
		).map(({ key, line: { kind, fromOn, untilOn, reference } }) => {
			if (kind === 'anothers') throw new Error('No source holds a debt for somebody unnamed.');
			return { ...it, key, kind, fromOn, untilOn, marker: reference };
		}),
		stages: debt.history.map(({ stage, on, cost }) => ({ ...it, stage, on, cost }))
	};
}

/** What of a debt changes from day to day. */
export function debtLine(
	debt: SeedDebt,
	{ against, ...now }: { stage: string; stageOn: Day; balance: Pence; against: string | null }
): Said<'debt'> {
	const { facts, stream, fromOn, untilOn } = debt;
	const { method, collected } = facts;
	return {
		...nameOf(debt),
		...now,
		stream,
		fromOn,
		untilOn,
		taxYear: facts.taxYear,
		wholeBalanceDueOn: facts.wholeBalanceDueOn,
		hearingOn: facts.hearingOn,
		challengeUntilOn: facts.challengeUntilOn,
		method: method?.kind,
		methodSinceOn: method?.sinceOn,
		methodTakes: method?.takesPence,
		methodEvery: method?.every,
		methodBenefit: method?.benefit,
		methodAgainst: against,
		collectedBy: collected?.by,
		collectedTakes: collected?.takesPence,
		collectedEvery: collected?.every,
		collectedOn: collected?.nextOn,
		collectedFrom: collected?.from,
		agent: method?.kind === 'agents' ? AGENTS : null,
		agentStage: method?.kind === 'agents' ? agentStage(method.visitedOn) : null,
		agentFees: method?.feesPence,
		agentFeesToldOn: method?.feesToldOn,
		agentVisitedOn: method?.visitedOn,
		courtSum: facts.courtSumPence,
		careCheckDone: facts.careCheckDone,
		capacity: facts.capacity
	};
}

/** Said only where more than one could be meant. */
export function againstIn(debt: SeedDebt, keyOf: KeyOf): string | null {
	const [first, ...others] = methodAgainst(debt);
	return first === undefined || others.length > 0 ? null : keyOf(first);
}

export type Transaction = Pick<SeedMovement, 'amount' | 'on'> & {
	kind: (typeof TRANSACTION_KINDS)[number];
	/** 1 for the debt's first. */
	number: number;
	method?: string | undefined;
	payer: string | null;
};

/** Its id is what the entry of it has as its reference: the same transaction, whichever way it comes. */
export function transactionLine(debt: SeedDebt, transaction: Transaction): Said<'transaction'> {
	const { number, on, kind, amount, method, payer } = transaction;
	const id = `${SOURCES[debt.stream]}:${debt.reference}:${number}`;
	return { ...nameOf(debt), id, on, kind, amount, method, payer };
}

export function nameOf({ reference, title }: SeedDebt): { reference: string; title: string } {
	return { reference, title };
}

export function balanceOf({ movements }: SeedDebt): Pence {
	return plus(...movements.map(({ amount }) => amount));
}

/** Those that are entries; nothing is none. */
export function movementsOf({ movements }: SeedDebt) {
	return movements
		.filter(({ amount }) => amount !== 0)
		.map((move) => ({ ...move, kind: saidAs(move.kind) }));
}

/** Fees and interest are costs to a source. */
function saidAs(kind: SeedMovement['kind']): Transaction['kind'] {
	if (kind === 'transfer') throw new Error('A source transfers nothing.');
	return kind === 'fees' || kind === 'interest' ? 'costs' : kind;
}

function payerOf(debt: SeedDebt, move: SeedMovement, keyOf: KeyOf): string | null {
	const isPaid = move.kind === 'payment' || move.kind === 'reversal';
	const payer = move.payer ?? (isPaid ? debt.liable[0]?.customer : undefined);
	return payer === undefined ? null : keyOf(payer);
}
