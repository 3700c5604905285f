/** The statutory tables themselves, each as one case: what is published against what the product holds. */
import { TIMES_A_YEAR, type Frequency } from '../../../shared/affordability/frequency.ts';
import { AGENT_FEES } from '../../../shared/law/charges/agent-fees.ts';
import type { Band } from '../../../shared/law/deductions/bands.ts';
import { DIRECT_EARNINGS } from '../../../shared/law/deductions/direct-earnings.ts';
import { EARNINGS_ORDERS } from '../../../shared/law/deductions/earnings-tables.ts';
import { overpaymentRates } from '../../../shared/law/deductions/housing-benefit.ts';
import {
	STANDARD_ALLOWANCES,
	type Claimant
} from '../../../shared/law/deductions/universal-credit.ts';
import { ruleInForce, type Rule } from '../../../shared/law/rule.ts';
import { day } from '../../../shared/time/day.ts';
import { hyphened, pounds, record, type Answer, type Case } from '../case.ts';
import { dayInYear } from './benefits.ts';
import { holidayName } from './calendar.ts';

/** Every table of the file as a case: its section, its key and what is printed there. */
export function casesOf(file: Record<string, unknown>): Case[] {
	return Object.entries(file).flatMap(([section, tables]) =>
		typeof tables === 'object' && tables !== null
			? Object.entries(tables).map(([key, printed]) => ({
					id: `${section} ${key}`,
					section,
					key,
					printed: printed as unknown
				}))
			: []
	);
}

export function tables(one: Case): Answer {
	const check = SECTIONS[String(one['section'])];
	if (!check) throw new Error('There is no such section.');
	return check(String(one['key']), one['printed']);
}

const SECTIONS: Record<string, (key: string, printed: unknown) => Answer> = {
	aeo: (key, printed) => {
		const rule = found(EARNINGS_ORDERS, `AEO.${key}`);
		const table = record(printed);
		const { weekly, monthly, daily } = rule.value.bands;
		return {
			got: [dated(rule), ...[weekly, monthly, daily].map(rows), `${rule.value.percentOfTheRest}`],
			expected: [
				datedAsPrinted(table),
				...['weekly', 'monthly', 'daily'].map((column) => table[column]),
				table['top_excess']
			]
		};
	},
	dea: (key, printed) => {
		const bands = found(DIRECT_EARNINGS, 'DEA.2013').value.bands[key as 'standard' | 'higher'];
		const table = record(printed);
		return {
			got: [rows(bands.weekly), rows(bands.monthly)],
			expected: [table['weekly'], table['monthly']]
		};
	},
	enforcement_fees: (key, printed) => {
		const rule = found(AGENT_FEES, `FEES.${key}`);
		const table = record(printed);
		const { fees, threshold, tenthsOfPercent } = rule.value;
		const { compliance, enforcement, sale } = fees;
		return {
			got: [
				dated(rule),
				...[compliance, enforcement, sale, threshold].map(pounds),
				tenthsOfPercent
			],
			expected: [
				datedAsPrinted(table),
				...['compliance', 'enforcement', 'sale', 'threshold'].map((name) =>
					String(table[name]).replace('?', '')
				),
				Number(table['percent_over_threshold']) * 10
			]
		};
	},
	hb_personal_allowance_single_25: (key, printed) => {
		const rates = overpaymentRates({ on: dayInYear(key) });
		return { got: rates && pounds(rates.value.personalAllowance), expected: printed };
	},
	uc_standard_allowance: (key, printed) => {
		const rule = ruleInForce(STANDARD_ALLOWANCES, { on: dayInYear(key) });
		const claimants = Object.keys(record(printed));
		const held = claimants.map((name) => {
			const claimant = hyphened(name).replace('u25', 'under-25') as Claimant;
			const amount = rule?.value[claimant];
			return [name, amount == null ? null : pounds(amount)];
		});
		return { got: Object.fromEntries(held) as unknown, expected: printed };
	},
	frequency: (key, printed) => {
		const [numerator = 0, denominator = 1] = String(printed).split('/').map(Number);
		const times = TIMES_A_YEAR[hyphened(key) as Frequency];
		return { got: times * denominator, expected: TIMES_A_YEAR.monthly * numerator };
	},
	bank_holidays_england_wales: (key, printed) => ({
		got: holidayName(day(key)),
		expected: printed
	})
};

function found<Value>(rules: readonly Rule<Value>[], id: string): Rule<Value> {
	const rule = rules.find((one) => one.id === id);
	if (!rule) throw new Error(`There is no rule ${id}.`);
	return rule;
}

function dated({ from, to }: Rule): unknown[] {
	return [from, to];
}

function datedAsPrinted(table: Record<string, unknown>): unknown[] {
	return [table['effective_from'], table['effective_to']];
}

/** As printed: the limit in pounds and the rate, both as text; null above the last limit. */
function rows(bands: readonly Band[] | null): unknown {
	return (
		bands?.map(({ upTo, percent }) => [
			upTo === null ? null : pounds(upTo).replace(/\.00$/, ''),
			`${percent}`
		]) ?? null
	);
}
