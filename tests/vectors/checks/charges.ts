/** Enforcement agents' fees and the instalments of a council tax bill. */
import {
	AGENT_FEES,
	agentFees,
	agentFeeTable,
	type AgentStage
} from '../../../shared/law/charges/agent-fees.ts';
import {
	billInstalments,
	instalmentCount,
	smallBillInstalments
} from '../../../shared/law/charges/bills.ts';
import { plus } from '../../../shared/money/pence.ts';
import { day } from '../../../shared/time/day.ts';
import { count, date, list, money, pounds, text, type Answer, type Case } from '../case.ts';

export function enforcementFees(one: Case): Answer {
	if (one['type'] === 'table_selection') {
		const table = agentFeeTable({ on: date(one, 'on_date') });
		return { got: table?.id.replace('FEES.', '') ?? null, expected: one['expected_table'] };
	}
	const table = AGENT_FEES.find((rule) => rule.id === `FEES.${text(one, 'fee_table')}`);
	if (!table) throw new Error('There is no such table of fees.');
	const fees = agentFees(table, {
		sums: list(one, 'sums_to_be_recovered').map(money),
		reached: text(one, 'highest_stage_reached') as AgentStage,
		creditorIsVatRegistered: one['creditor_vat_registered'] === true
	});
	const { compliance, enforcement, sale } = fees.byStage;
	return {
		got: [
			{ compliance: pounds(compliance), enforcement: pounds(enforcement), sale: pounds(sale) },
			pounds(fees.total),
			pounds(fees.vat)
		],
		expected: [one['expected'], one['expected_total_fees'], one['vat_added_to_debtor']]
	};
}

export function councilTaxInstalments(one: Case): Answer {
	if (one['type'] === 'council_tax_instalment_count') {
		const got = instalmentCount({
			issuedOn: date(one, 'demand_notice_issued'),
			yearStartsOn: date(one, 'relevant_year_starts'),
			twelveAskedFor: one['twelve_month_request'] === true
		});
		return { got, expected: one['expected_count'] };
	}
	const total = money(one['aggregate']);
	if (one['type'] === 'council_tax_small_balance_para3') {
		const got = smallBillInstalments(total, { issuedOn: day('2026-04-01') });
		return {
			got: [got.length, got.map(pounds)],
			expected: [one['expected_count'], one['expected']]
		};
	}
	const [first, ...others] = billInstalments(total, count(one, 'instalments'));
	if (first === undefined) throw new Error('A bill has no instalments.');
	return {
		got: [pounds(first), ...others.map(pounds), pounds(plus(first, ...others))],
		expected: [
			one['expected_first'],
			...others.map(() => one['expected_others']),
			one['expected_sum']
		]
	};
}
