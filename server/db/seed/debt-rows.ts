/** Debts and what belongs to them, as rows. Their balances are not among them: those come from entries. */
import type { Method } from '../../../shared/debts/facts.ts';
import { plus } from '../../../shared/money/pence.ts';
import type { Cell, Rows } from '../copy.ts';
import { customerId, debtId, idOf, partId, type SeedDebt } from './scenario.ts';
import { recordId, SOURCES } from './sources.ts';

type Parts<Part> = {
	table: string;
	list: (debt: SeedDebt) => readonly Part[];
	columns: readonly string[];
	values: (part: Part, debt: SeedDebt) => readonly Cell[];
};

/** With `balances` each debt is written with its own, which only a fill that proves itself may do. */
export function debtRows(debts: readonly SeedDebt[], { balances }: { balances: boolean }): Rows[] {
	const rows = <Part>(parts: Parts<Part>) => partRows(debts, parts);
	return [
		debtsThemselves(debts, balances),
		rows({
			table: 'dues',
			list: ({ dues }) => dues,
			columns: ['due_on', 'amount_pence'],
			values: ({ on, amount }) => [on, amount]
		}),
		rows({
			table: 'liabilities',
			list: ({ liable }) => liable,
			columns: ['customer_id', 'record_id', 'ground', 'from_on', 'to_on'],
			values: ({ customer, ground, fromOn, toOn }, debt) => [
				customerId(customer),
				recordId(SOURCES[debt.stream], customer),
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
		}),
		rows({
			table: 'agent_cases',
			list: agentsOf,
			columns: ['agent', 'given_on', 'stage', 'fees_pence', 'fees_told_on', 'visited_on'],
			values: ({ sinceOn, feesPence, feesToldOn, visitedOn }) => [
				AGENTS,
				sinceOn,
				visitedOn ? 'enforcement' : 'compliance',
				feesPence ?? 0,
				feesToldOn ?? null,
				visitedOn ?? null
			]
		})
	];
}

/** Invented, like everybody of Northmere. */
const AGENTS = 'Pike and Harrow Enforcement';

function agentsOf({ facts: { method } }: SeedDebt): readonly Method[] {
	return method?.kind === 'agents' ? [method] : [];
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

function debtsThemselves(debts: readonly SeedDebt[], balances: boolean): Rows {
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
			'source',
			...(balances ? ['balance_pence'] : [])
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
			SOURCES[debt.stream],
			...(balances ? [plus(...debt.movements.map(({ amount }) => amount))] : [])
		])
	};
}
