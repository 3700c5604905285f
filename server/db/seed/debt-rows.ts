/** Debts and what belongs to them, as rows. Their balances are not among them: those come from entries. */
import type { AgentStage } from '../../../shared/law/charges/agent-fees.ts';
import { METHODS } from '../../../shared/debts/moving/clashes.ts';
import type { Method } from '../../../shared/debts/facts.ts';
import { liableEver } from '../../../shared/debts/liability.ts';
import { plus } from '../../../shared/money/pence.ts';
import type { Cell, Rows } from '../copy.ts';
import { customerId, debtId, idOf, partId, type SeedDebt, type SeedLiability } from './scenario.ts';
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
			columns: [
				...['customer_id', 'record_id', 'ground', 'from_on', 'to_on', 'exception'],
				...['exception_from_on', 'exception_to_on', 'exception_source', 'stands']
			],
			values: liabilityCells
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
		...enforcementRows(debts)
	];
}

function liabilityCells(
	{ customer, ground, fromOn, toOn, exception }: SeedLiability,
	debt: SeedDebt
): readonly Cell[] {
	const source = SOURCES[debt.stream];
	return [
		...[customerId(customer), recordId(source, customer), ground],
		...[fromOn ?? debt.fromOn, toOn ?? null],
		...[exception?.why ?? null, exception?.fromOn ?? null, exception?.toOn ?? null],
		...[exception ? source : null, standing(debt).includes(customer)]
	];
}

/** Most debts have nobody who is excepted, and are everybody's. */
function standing({ liable, stream, fromOn }: SeedDebt): readonly string[] {
	if (liable.every(({ exception }) => exception === undefined))
		return liable.map(({ customer }) => customer);
	const liabilities = liable.map((one) => ({
		customerId: one.customer,
		ground: one.ground,
		fromOn: one.fromOn ?? fromOn,
		toOn: one.toOn ?? null,
		exception: one.exception ?? null
	}));
	return liableEver(liabilities, { stream });
}

/** Who has a debt, and which method runs against whom. */
function enforcementRows(debts: readonly SeedDebt[]): Rows[] {
	const rows = <Part>(parts: Parts<Part>) => partRows(debts, parts);
	return [
		rows({
			table: 'agent_cases',
			list: agentsOf,
			columns: ['agent', 'given_on', 'stage', 'fees_pence', 'fees_told_on', 'visited_on'],
			values: ({ sinceOn, feesPence, feesToldOn, visitedOn }) => [
				AGENTS,
				sinceOn,
				agentStage(visitedOn),
				feesPence ?? 0,
				feesToldOn ?? null,
				visitedOn ?? null
			]
		}),
		rows({
			table: 'steps',
			list: methodAgainst,
			columns: ['method', 'customer_id', 'from_on'],
			values: (customer, { stage, stageOn }) => [stage, customerId(customer), stageOn]
		})
	];
}

/** Invented, like everybody of Northmere. */
export const AGENTS = 'Pike and Harrow Enforcement';

export function agentStage(visitedOn: Method['visitedOn'] | undefined): AgentStage {
	return visitedOn ? 'enforcement' : 'compliance';
}

/** Agents go to everybody liable; any other method is taken from the first. */
export function methodAgainst({ stage, liable }: SeedDebt): readonly string[] {
	if (!METHODS.has(stage)) return [];
	const still = liable.filter(({ toOn }) => toOn === undefined);
	const all = [...new Set(still.map(({ customer }) => customer))];
	return stage === 'ENFORCEMENT_AGENT' ? all : all.slice(0, 1);
}

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
