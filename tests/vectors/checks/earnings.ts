/** Attachment of earnings and direct earnings attachment. */
import {
	deductionOnSeveral,
	deductionsInTurn,
	earningsDeduction,
	type EarningsDeduction
} from '../../../shared/law/deductions/earnings-order.ts';
import {
	EARNINGS_ORDERS,
	type EarningsBasis,
	type EarningsTable
} from '../../../shared/law/deductions/earnings-tables.ts';
import {
	DIRECT_EARNINGS,
	directEarningsDeduction,
	type DirectEarningsBasis,
	type DirectEarningsRate
} from '../../../shared/law/deductions/direct-earnings.ts';
import type { Rule } from '../../../shared/law/rule.ts';
import { pence } from '../../../shared/money/pence.ts';
import { count, list, money, pounds, record, text, type Answer, type Case } from '../case.ts';

export function earningsOrder(one: Case): Answer {
	const table = tableOf(one);
	if (one['type'] === 'two_orders') return twoOrders(one, table);
	if (one['type'] === 'multiple_series') return severalSeries(one, table);
	const pay = {
		basis: basisOf(text(one, 'pay_basis')),
		net: money(one['net_earnings']),
		periods: count(one, 'periods_in_pay_interval')
	};
	const taken = present(earningsDeduction(table, pay));
	return {
		got: [pounds(taken.amount), bandOf(taken, table, pay.basis)],
		expected: [one['expected'], one['band']]
	};
}

export function directEarnings(one: Case): Answer {
	const [table] = DIRECT_EARNINGS;
	const taken = directEarningsDeduction(present(table), {
		rate: text(one, 'rate_table') as DirectEarningsRate,
		basis: text(one, 'table_kind') as DirectEarningsBasis,
		net: money(one['net_earnings']),
		periods: count(one, 'periods_in_pay_interval'),
		prior: money(one['prior_priority_deductions']),
		on: text(one, 'basis') === 'full_net' ? 'full-net' : 'residue'
	});
	return {
		got: [pounds(taken.amount), `${taken.percent}`, taken.isCapped],
		expected: [one['expected'], one['rate_percent'], one['protected_earnings_cap_applied']]
	};
}

function twoOrders(one: Case, table: Rule<EarningsTable>): Answer {
	const basis = basisOf(text(one, 'pay_basis'));
	const pay = { basis, net: money(one['net_earnings']), periods: 1 };
	const taken = present(deductionsInTurn(table, pay));
	const expected = [record(one['order1']), record(one['order2_on_residue'])];
	return {
		got: taken.map((order) => [pounds(order.amount), bandOf(order, table, basis)]),
		expected: expected.map((order) => [order['expected'], order['band']])
	};
}

function severalSeries(one: Case, table: Rule<EarningsTable>): Answer {
	const shortest = record(one['shortest_interval']);
	const taken = deductionOnSeveral(table, {
		basis: basisOf(text(shortest, 'basis')),
		net: money(shortest['net']),
		periods: 1,
		others: list(one, 'other_series_net').map(money)
	});
	return { got: pounds(present(taken).amount), expected: one['expected'] };
}

function tableOf(one: Case): Rule<EarningsTable> {
	return present(EARNINGS_ORDERS.find((rule) => rule.id === `AEO.${text(one, 'table')}`));
}

/** Whole weeks and whole months are read on their own table, other intervals by the day. */
function basisOf(name: string): EarningsBasis {
	if (name.startsWith('week')) return 'weekly';
	return name.startsWith('month') ? 'monthly' : 'daily';
}

function bandOf(
	{ parts }: EarningsDeduction,
	table: Rule<EarningsTable>,
	basis: EarningsBasis
): string {
	const [first, rest] = parts;
	if (!rest) return `${first?.percent}%`;
	const top = table.value.bands[basis]?.at(-1)?.upTo ?? pence(0);
	const limit = pounds(top).replace(/\.00$/, '');
	return `${first?.percent}% of first ${limit} + ${rest.percent}% of remainder`;
}

function present<Value>(value: Value | null | undefined): Value {
	if (value == null) throw new Error('There is no such table.');
	return value;
}
