/** Every movement as an entry set of two lines that sum to nothing: what a debt gains, a fund gives. */
import { minus, NO_PENCE } from '../../../shared/money/pence.ts';
import { instantInLondon, type Day } from '../../../shared/time/day.ts';
import type { Rows } from '../copy.ts';
import {
	customerId,
	debtId,
	idOf,
	partId,
	type Scenario,
	type SeedDebt,
	type SeedSuspense
} from './scenario.ts';
import { SOURCES } from './sources.ts';
import type { Tally } from './tally.ts';

const ENTRY_COLUMNS = [
	'set_id',
	'debt_id',
	'fund',
	'amount_pence',
	'kind',
	'entered_on',
	'at',
	'source',
	'source_reference',
	'method',
	'payer_id'
];

export function entryRows(debts: readonly SeedDebt[]): Rows {
	const rows = debts.flatMap((debt) => {
		const [id, sets] = [debtId(debt), idOf('set', debt.key)];
		return debt.movements
			.filter(({ amount }) => amount !== 0)
			.flatMap((move, at) => {
				const setId = partId(sets, at);
				const isPaid = move.kind === 'payment' || move.kind === 'reversal';
				const payer = move.payer ?? (isPaid ? debt.liable[0]?.customer : undefined);
				const rest = [
					move.kind,
					move.on,
					move.at ?? nineOn(move.on),
					SOURCES[debt.stream],
					`${SOURCES[debt.stream]}:${debt.reference}:${at + 1}`,
					move.method ?? null,
					payer === undefined ? null : customerId(payer)
				];
				return [
					[setId, id, null, move.amount, ...rest],
					[setId, null, move.fund, minus(NO_PENCE, move.amount), ...rest]
				];
			});
	});
	return { table: 'entries', columns: ENTRY_COLUMNS, rows };
}

/** Numbered across the whole seed. */
export type Waiting = SeedSuspense & { at: number };

export function waitingIn(scenarios: readonly Scenario[], tally: Tally): Waiting[] {
	return scenarios
		.flatMap(({ suspense }) => suspense ?? [])
		.map((received) => ({ ...received, at: tally.next('suspense') - 1 }));
}

/** The bank has it and suspense owes it to somebody: what the payer quoted is all that is known. */
export function suspenseRows(waiting: readonly Waiting[]): Rows {
	const rows = waiting.flatMap((received) => {
		const setId = idOf('suspense', String(received.at));
		const rest = [
			'payment',
			received.on,
			nineOn(received.on),
			'bank',
			received.quoted,
			received.method,
			null
		];
		return [
			[setId, null, 'bank', received.amount, ...rest],
			[setId, null, 'suspense', minus(NO_PENCE, received.amount), ...rest]
		];
	});
	return { table: 'entries', columns: ENTRY_COLUMNS, rows };
}

/** The same money as receipts, of which all waits. */
export function suspenseReceiptRows(waiting: readonly Waiting[]): Rows {
	const rows = waiting.map(({ at, method, amount, on, quoted }) => [
		idOf('receipt', String(at)),
		idOf('receipt-line', String(at)),
		method,
		amount,
		on,
		quoted,
		quoted,
		'suspense',
		0,
		amount,
		idOf('suspense', String(at)),
		nineOn(on)
	]);
	return { table: 'receipts', columns: RECEIPT_COLUMNS, rows };
}

const RECEIPT_COLUMNS = [
	'id',
	'identity',
	'channel',
	'amount_pence',
	'received_on',
	'reference_given',
	'reference',
	'state',
	'placed_pence',
	'suspense_pence',
	'set_id',
	'at'
];
const NINES = new Map<Day, string>();

/** Most entries share a few hundred days, and a day in London is slow to work out. */
function nineOn(on: Day): string {
	const at = NINES.get(on) ?? instantInLondon(on, '09:00');
	NINES.set(on, at);
	return at;
}
