/** Debts and what belongs to them, as rows. Their balances are not among them: those come from entries. */
import type { Stream } from '../../../shared/debts/streams.ts';
import type { Cell, Rows } from './copy.ts';
import { customerId, debtId, idOf, partId, type SeedDebt } from './scenario.ts';

export const SOURCES: Record<Stream, string> = {
	'council-tax': 'revenues',
	'business-rates': 'revenues',
	bid: 'revenues',
	overpayment: 'benefits',
	invoice: 'invoicing',
	care: 'invoicing',
	rent: 'housing',
	'former-tenant': 'housing',
	parking: 'parking'
};

type Parts<Part> = {
	table: string;
	list: (debt: SeedDebt) => readonly Part[];
	columns: readonly string[];
	values: (part: Part, debt: SeedDebt) => readonly Cell[];
};

export function debtRows(debts: readonly SeedDebt[]): Rows[] {
	const rows = <Part>(parts: Parts<Part>) => partRows(debts, parts);
	return [
		debtsThemselves(debts),
		rows({
			table: 'dues',
			list: ({ dues }) => dues,
			columns: ['due_on', 'amount_pence'],
			values: ({ on, amount }) => [on, amount]
		}),
		rows({
			table: 'liabilities',
			list: ({ liable }) => liable,
			columns: ['customer_id', 'ground', 'from_on', 'to_on'],
			values: ({ customer, ground, fromOn, toOn }, debt) => [
				customerId(customer),
				ground,
				fromOn ?? debt.fromOn,
				toOn ?? null
			]
		}),
		rows({
			table: 'holds',
			list: ({ holds }) => holds,
			columns: ['customer_id', 'kind', 'from_on', 'until_on', 'reference'],
			values: ({ customer, kind, fromOn, untilOn, reference }, debt) => [
				customerId(customer ?? debt.liable[0]?.customer ?? ''),
				kind,
				fromOn,
				untilOn,
				reference ?? null
			]
		}),
		rows({
			table: 'stage_changes',
			list: ({ history }) => history,
			columns: ['stage', 'reached_on', 'cost_pence', 'source'],
			values: ({ stage, on, cost }, debt) => [stage, on, cost, SOURCES[debt.stream]]
		})
	];
}

function partRows<Part>(debts: readonly SeedDebt[], parts: Parts<Part>): Rows {
	return {
		table: parts.table,
		columns: ['id', 'debt_id', ...parts.columns],
		rows: debts.flatMap((debt) => {
			const whole = idOf(parts.table, debt.key);
			const id = debtId(debt);
			return parts
				.list(debt)
				.map((part, at) => [partId(whole, at), id, ...parts.values(part, debt)]);
		})
	};
}

function debtsThemselves(debts: readonly SeedDebt[]): Rows {
	return {
		table: 'debts',
		columns: [
			'id',
			'stream',
			'reference',
			'title',
			'from_on',
			'until_on',
			'stage',
			'stage_on',
			'facts',
			'source'
		],
		rows: debts.map((debt) => [
			debtId(debt),
			debt.stream,
			debt.reference,
			debt.title,
			debt.fromOn,
			debt.untilOn,
			debt.stage,
			debt.stageOn,
			JSON.stringify(debt.facts),
			SOURCES[debt.stream]
		])
	};
}
