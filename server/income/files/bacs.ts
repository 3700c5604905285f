/**
 * Bacs advices as XML: ARUDD, each `ReturnedDebitItem` a payment that came back, and ADDACS, each `MessagingAdvice` an
 * instruction changed or ended. Their names and attributes are those of the files that service users publish; a reason
 * is one letter or digit, which the longer codes of ARUDD begin with. The totals of an ARUDD must be those of its items.
 */
import { readAmount, readDay, type Read } from '../../../shared/income/file-values.ts';
import type { AdviceKind } from '../../../shared/income/bank-codes.ts';
import type { Channel } from '../../../shared/income/received.ts';
import { formatPounds, parsePounds, sumOf, type Pence } from '../../../shared/money/pence.ts';
import type { Day } from '../../../shared/time/day.ts';
import {
	keepProblems,
	refuseTooMany,
	refused,
	unreadable,
	type Problem,
	type Reading
} from './problem.ts';
import { readXml, type Part } from './xml.ts';

export type Advice = {
	kind: AdviceKind;
	lineNumber: number;
	code: string;
	/** The day the payment was taken; of an ADDACS, the day it is in force from; of a charge-back, its own. */
	on: Day;
	/** Null for an ADDACS. */
	amount: Pence | null;
	reference: string;
	payerName: string | null;
	/** Of a charge-back: how it was paid, when where the provider says, and the provider's own id of it. */
	charged?: { channel: Channel; madeOn: Day | null; id: string };
};

type BacsAdvice = Advice & { kind: Exclude<AdviceKind, 'charge-back'> };

export type Advices = { kind: BacsAdvice['kind']; advices: readonly BacsAdvice[] };

const RECORD = 'BACSDocument/Data/ARUDD/Advice/OriginatingAccountRecords/OriginatingAccountRecord';
const PARTS = new Set([
	`${RECORD}/ReturnedDebitItem`,
	`${RECORD}/Totals`,
	'BACSDocument/Data/MessagingAdvices/MessagingAdvice'
]);

export async function readBacs(chunks: AsyncIterable<Uint8Array>): Promise<Reading<Advices>> {
	const advices: BacsAdvice[] = [];
	const problems: Problem[] = [];
	let record: Advice[] = [];
	await readXml(chunks, {
		whole: PARTS,
		begins: ({ name }) => {
			if (name === 'BACSDocument') return;
			throw unreadable({ line: 1, says: 'it is not a Bacs advice' });
		},
		on(part) {
			if (part.name === 'Totals') {
				keepProblems(problems, ...totalProblems(part, record));
				record = [];
				return;
			}
			const read = part.name === 'MessagingAdvice' ? addacsOf(part) : aruddOf(part);
			if (read.ok) {
				refuseTooMany(advices);
				advices.push(read.value);
				record.push(read.value);
			} else keepProblems(problems, { line: part.line, says: read.says });
		}
	});
	if (problems.length > 0) return refused(problems);
	const [first] = advices;
	if (!first) return refused([{ line: null, says: 'there is no ARUDD or ADDACS advice in it' }]);
	return { ok: true, value: { kind: first.kind, advices } };
}

function aruddOf({ attributes, parts, line }: Part): Read<BacsAdvice> {
	const amount = readAmount(attributes.get('valueOf') ?? '', attributes.get('currency') ?? '');
	if (!amount.ok) return amount;
	const on = readDay(attributes.get('originalProcessingDate') ?? '');
	if (!on.ok) return on;
	const code = codeIn(attributes.get('returnCode') ?? '');
	if (!code.ok) return code;
	const payer = parts.find(({ name }) => name === 'PayerAccount')?.attributes;
	return {
		ok: true,
		value: {
			kind: 'arudd',
			lineNumber: line,
			code: code.value,
			on: on.value,
			amount: amount.value,
			reference: attributes.get('ref') ?? payer?.get('ref') ?? '',
			payerName: payer?.get('name') ?? null
		}
	};
}

function addacsOf({ attributes, line }: Part): Read<BacsAdvice> {
	const on = readDay(attributes.get('effective-date') ?? '');
	if (!on.ok) return on;
	const code = codeIn(attributes.get('reason-code') ?? '');
	if (!code.ok) return code;
	return {
		ok: true,
		value: {
			kind: 'addacs',
			lineNumber: line,
			code: code.value,
			on: on.value,
			amount: null,
			reference: attributes.get('reference') ?? '',
			payerName: attributes.get('payer-name') ?? null
		}
	};
}

/** `0`, or the longer form of an ARUDD, `1012`, which begins with it. */
function codeIn(written: string): Read<string> {
	const [, code] = /^([0-9A-Z])(\d{3})?$/.exec(written.trim()) ?? [];
	return code
		? { ok: true, value: code }
		: { ok: false, says: `"${written.slice(0, 12)}" is no reason that Bacs gives` };
}

function totalProblems({ attributes, line }: Part, items: readonly Advice[]): Problem[] {
	const told = parsePounds(attributes.get('valueOf') ?? '');
	const sum = sumOf(items.flatMap(({ amount }) => (amount === null ? [] : [amount])));
	const isRight = told === sum && Number(attributes.get('numberOf')) === items.length;
	if (isRight) return [];
	const says = `the total is not that of its ${items.length} items, ${formatPounds(sum)}`;
	return [{ line, says }];
}
