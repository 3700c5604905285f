/**
 * ISO 20022 camt.053: a bank's statement of an account. Each booked credit is money received, a batch by its parts; a
 * debit is nobody's receipt, is counted, and is kept beside them: it may be a refund that was paid. A statement must add up: what it opened with, and its entries, to what it closes with.
 * Read of the shelf's description of the message and not yet of any one bank's own statements.
 */
import {
	formatPounds,
	minus,
	NO_PENCE,
	parsePounds,
	plus,
	sumOf,
	type Pence
} from '../../../shared/money/pence.ts';
import { readAmount, readDay, type Read } from '../../../shared/income/file-values.ts';
import type { ReceivedLine } from '../../../shared/income/received.ts';
import type { Day } from '../../../shared/time/day.ts';
import type { Advice } from './bacs.ts';
import {
	keepProblems,
	refuseTooMany,
	refused,
	unreadable,
	type Problem,
	type Reading
} from './problem.ts';
import { partAt, partsAt, readXml, textAt, type Part } from './xml.ts';

export type Statement = {
	lines: readonly { line: ReceivedLine; account: string }[];
	/** Money out, or that did not come, which is nobody's receipt. */
	leftOut: { count: number; total: Pence };
	/** Payments out of the account, where the file has them. */
	debits: readonly { line: ReceivedLine; account: string }[];
	/** Payments that the provider took back. */
	chargedBack: readonly Advice[];
};

const STATEMENT = 'Document/BkToCstmrStmt/Stmt';
const PARTS = new Set(['Acct', 'Bal', 'Ntry'].map((name) => `${STATEMENT}/${name}`));
const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.\d\d$/;

export async function readCamt(chunks: AsyncIterable<Uint8Array>): Promise<Reading<Statement>> {
	const reading = statementReading();
	await readXml(chunks, {
		whole: PARTS,
		begins: ({ name, namespace }) => {
			if (name === 'Document' && NAMESPACE.test(namespace)) return;
			throw unreadable({ line: 1, says: 'it is not a camt.053 statement' });
		},
		on: (part) => reading.take(part)
	});
	return reading.result();
}

type Open = { account: string; opening: Pence | null; closing: Pence | null; sum: Pence };

function statementReading() {
	const lines: { line: ReceivedLine; account: string }[] = [];
	const problems: Problem[] = [];
	const leftOut = { count: 0, total: NO_PENCE };
	const debits: { line: ReceivedLine; account: string }[] = [];
	let open: Open | null = null;

	function close(): void {
		if (open && problems.length === 0 && !addsUp(open)) keepProblems(problems, doesNotAddUp(open));
	}

	function takeEntry(part: Part, statement: Open): void {
		if (!isBooked(part)) return;
		const entry = readEntry(part);
		keepProblems(problems, ...entry.problems);
		if (entry.isOut) {
			statement.sum = minus(statement.sum, entry.amount);
			leftOut.count += 1;
			leftOut.total = plus(leftOut.total, entry.amount);
			for (const line of entry.lines) debits.push({ line, account: statement.account });
			return;
		}
		statement.sum = plus(statement.sum, entry.amount);
		refuseTooMany(lines);
		for (const line of entry.lines) lines.push({ line, account: statement.account });
	}

	return {
		take(part: Part): void {
			if (part.name === 'Acct') {
				close();
				open = { account: accountIn(part), opening: null, closing: null, sum: NO_PENCE };
			} else if (open && part.name === 'Bal') {
				takeBalance(part, open);
			} else if (open && part.name === 'Ntry') {
				takeEntry(part, open);
			}
		},
		result(): Reading<Statement> {
			close();
			if (open === null) problems.push({ line: null, says: 'there is no account in it' });
			return problems.length > 0
				? refused(problems)
				: { ok: true, value: { lines, leftOut, debits, chargedBack: [] } };
		}
	};
}

function takeBalance(part: Part, statement: Open): void {
	const code = textAt(part, 'Tp/CdOrPrtry/Cd');
	const amount = parsePounds(textAt(part, 'Amt'));
	if (amount === null) return;
	const balance = textAt(part, 'CdtDbtInd') === 'DBIT' ? minus(NO_PENCE, amount) : amount;
	if (code === 'OPBD' || code === 'PRCD') statement.opening = balance;
	if (code === 'CLBD') statement.closing = balance;
}

/** A statement without its balances cannot be checked, and is taken as it is. */
function addsUp({ opening, closing, sum }: Open): boolean {
	return opening === null || closing === null || plus(opening, sum) === closing;
}

function doesNotAddUp({ opening, closing, sum }: Open): Problem {
	const [opens, closes] = [opening ?? NO_PENCE, closing ?? NO_PENCE].map(formatPounds);
	return {
		line: null,
		says: `the statement does not add up: it opens with ${opens}, its entries come to ${formatPounds(sum)} and it closes with ${closes}`
	};
}

type Entry = { amount: Pence; isOut: boolean; lines: ReceivedLine[]; problems: Problem[] };

function readEntry(part: Part): Entry {
	const problems: Problem[] = [];
	const found = <Value>(read: Read<Value>, line: number): Value | null => {
		if (!read.ok) problems.push({ line, says: read.says });
		return read.ok ? read.value : null;
	};
	const amount = found(amountIn(partAt(part, 'Amt')), part.line) ?? NO_PENCE;
	const isOut = textAt(part, 'CdtDbtInd') !== 'CRDT';
	if (isOut) return { amount, isOut, lines: paymentsOut(part, amount), problems };
	const on = found(dayOf(part), part.line);
	const parts = partsAt(part, 'NtryDtls/TxDtls');
	const payments = parts.length > 0 ? parts : [part];
	const amounts = payments.map((one) => {
		const written = partAt(one, 'Amt') ?? partAt(one, 'AmtDtls/TxAmt/Amt');
		// Without an amount of its own the only part is the whole.
		return !written && payments.length === 1 ? amount : found(amountIn(written), one.line);
	});
	const sum = sumOf(amounts.map((each) => each ?? NO_PENCE));
	if (problems.length === 0 && sum !== amount) {
		const says = `the parts of this entry come to ${formatPounds(sum)} and the entry is ${formatPounds(amount)}`;
		problems.push({ line: part.line, says });
	}
	if (on === null || problems.length > 0) return { amount, isOut, lines: [], problems };
	const lines = payments.map((one, at) => lineOf(one, { entry: part, on, amount: amounts[at] }));
	return { amount, isOut, lines, problems };
}

/** What of a debit can be read: a run of payments by its parts. What cannot is only counted. */
function paymentsOut(part: Part, whole: Pence): ReceivedLine[] {
	const on = dayOf(part);
	if (!on.ok) return [];
	const parts = partsAt(part, 'NtryDtls/TxDtls');
	return (parts.length > 0 ? parts : [part]).flatMap((one) => {
		const written = partAt(one, 'Amt') ?? partAt(one, 'AmtDtls/TxAmt/Amt');
		const read = amountIn(written);
		const amount = read.ok ? read.value : !written && parts.length < 2 ? whole : null;
		return amount === null ? [] : [lineOf(one, { entry: part, on: on.value, amount })];
	});
}

function lineOf(
	payment: Part,
	{ entry, on, amount }: { entry: Part; on: Day; amount: Pence | null | undefined }
): ReceivedLine {
	const ids = [textAt(entry, 'AcctSvcrRef'), textAt(entry, 'NtryRef'), ...idsOf(payment)];
	return {
		...payerOf(payment),
		lineNumber: payment.line,
		amount: amount ?? NO_PENCE,
		on,
		channel: 'bank-transfer',
		reference: referenceOf(payment, entry),
		ids: ids.filter((id) => id !== '')
	};
}

/** What is pending or only told is not yet money. */
function isBooked(entry: Part): boolean {
	return (textAt(entry, 'Sts/Cd') || textAt(entry, 'Sts')) === 'BOOK';
}

function accountIn(account: Part): string {
	return textAt(account, 'Id/IBAN') || textAt(account, 'Id/Othr/Id');
}

function amountIn(written: Part | undefined): Read<Pence> {
	return readAmount(written?.text ?? '', written?.attributes.get('Ccy') ?? '');
}

function dayOf(entry: Part) {
	const written = ['BookgDt/Dt', 'BookgDt/DtTm', 'ValDt/Dt', 'ValDt/DtTm']
		.map((path) => textAt(entry, path))
		.find((text) => text !== '');
	return readDay(written ?? '');
}

/** What the payer was given to quote stands before what they wrote themselves. */
function referenceOf(payment: Part, entry: Part): string {
	const given = [
		...partsAt(payment, 'RmtInf/Strd/CdtrRefInf/Ref'),
		...partsAt(payment, 'RmtInf/Ustrd')
	].map(({ text }) => text);
	const others = [textAt(payment, 'Refs/EndToEndId'), textAt(entry, 'AddtlNtryInf')];
	const written = given.length > 0 ? given : others.filter((text) => text !== 'NOTPROVIDED');
	return written
		.filter((text) => text !== '')
		.join(' ')
		.slice(0, 140);
}

function payerOf(payment: Part): Pick<ReceivedLine, 'payerName' | 'payerAccount'> {
	const name =
		textAt(payment, 'RltdPties/Dbtr/Pty/Nm') || textAt(payment, 'RltdPties/Dbtr/Nm') || null;
	const account =
		textAt(payment, 'RltdPties/DbtrAcct/Id/IBAN') ||
		textAt(payment, 'RltdPties/DbtrAcct/Id/Othr/Id') ||
		null;
	return { payerName: name && name.slice(0, 140), payerAccount: account };
}

function idsOf(payment: Part): string[] {
	return ['Refs/AcctSvcrRef', 'Refs/TxId', 'Refs/EndToEndId'].map((path) => textAt(payment, path));
}
