/** Every movement as an entry set of two lines that sum to nothing: what a debt gains, a fund gives. */
import { minus, NO_PENCE } from '../../../shared/money/pence.ts';
import { instantInLondon, type Day } from '../../../shared/time/day.ts';
import type { Rows } from './copy.ts';
import { SOURCES } from './debt-rows.ts';
import { customerId, debtId, idOf, partId, type Scenario, type SeedDebt } from './scenario.ts';

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
	const nineOn = nineInTheMorning();
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

/** The bank has it and suspense owes it to somebody: what the payer quoted is all that is known. */
export function suspenseRows(scenarios: readonly Scenario[]): Rows {
	const rows = scenarios
		.flatMap(({ suspense }) => suspense ?? [])
		.flatMap((received, at) => {
			const setId = idOf('suspense', String(at));
			const rest = [
				'payment',
				received.on,
				instantInLondon(received.on, '09:00'),
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
export function suspenseReceiptRows(scenarios: readonly Scenario[]): Rows {
	const rows = scenarios
		.flatMap(({ suspense }) => suspense ?? [])
		.map((received, at) => [
			idOf('receipt', String(at)),
			idOf('receipt-line', String(at)),
			received.method,
			received.amount,
			received.on,
			received.quoted,
			received.quoted,
			'suspense',
			0,
			received.amount,
			idOf('suspense', String(at)),
			instantInLondon(received.on, '09:00')
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

/** Most entries share a few hundred days, and a day in London is slow to work out. */
function nineInTheMorning(): (on: Day) => string {
	const known = new Map<Day, string>();
	return (on) => {
		const at = known.get(on) ?? instantInLondon(on, '09:00');
		known.set(on, at);
		return at;
	};
}
