/** Frequencies, the statement's sum, payment schedules, appropriation and identifiers. */
import { convert, TIMES_A_YEAR, type Frequency } from '../../../shared/affordability/frequency.ts';
import { leftOf } from '../../../shared/affordability/means.ts';
import type { LineId } from '../../../shared/affordability/lines.ts';
import type { Statement } from '../../../shared/affordability/statement.ts';
import { savingsCap, totalsOf } from '../../../shared/affordability/totals.ts';
import { fill } from '../../../shared/arrangements/filling/fill.ts';
import { equalPayments, type Method } from '../../../shared/arrangements/schedule.ts';
import { holdsCardNumber } from '../../../shared/customers/card-number.ts';
import { isNino, isUprn, normalNino } from '../../../shared/customers/identifiers.ts';
import { appropriate } from '../../../shared/income/appropriation.ts';
import { samplePolicy } from '../../../shared/law/northmere/policy.ts';
import { NO_PENCE, pence, plus } from '../../../shared/money/pence.ts';
import type { SparePennies } from '../../../shared/money/split.ts';
import { day } from '../../../shared/time/day.ts';
import type { Rhythm } from '../../../shared/time/pay-days.ts';
import {
	count,
	date,
	hyphened,
	list,
	money,
	pounds,
	record,
	text,
	type Answer,
	type Case
} from '../case.ts';

/** A case converts its frequency to a month, or a month to what it says. */
export function frequencies(one: Case): Answer {
	const from = hyphened(text(one, 'frequency')) as Frequency;
	const to = hyphened(text(one, 'to')) as Frequency;
	const [numerator, denominator] = text(one, 'multiplier').split('/').map(Number);
	const isSameRate =
		TIMES_A_YEAR[from] * (denominator ?? 1) === TIMES_A_YEAR[to] * (numerator ?? 1);
	return {
		got: [pounds(convert(money(one['amount']), { from, to })), isSameRate],
		expected: [one['expected'], true]
	};
}

export function budget(one: Case): Answer {
	const policy = samplePolicy(day('2026-11-19')).P1.value;
	const line = (id: LineId, key: string): Statement['lines'][number] => ({
		line: id,
		amount: money(one[key]),
		frequency: 'monthly',
		provenance: 'said'
	});
	const totals = totalsOf(
		{
			form: 'five-totals',
			madeOn: day('2026-11-19'),
			household: null,
			answers: null,
			lines: [
				line('total-income', 'monthly_income'),
				line('total-fixed', 'fixed_costs'),
				line('total-flexible', 'flexible_costs'),
				line('total-savings', 'requested_savings')
			]
		},
		policy
	);
	const left = leftOf(totals, { holdsNonPriority: true });
	return {
		got: [totals.surplus, savingsCap(totals.surplus, policy), totals.savings, left].map(pounds),
		expected: [
			one['expected_surplus'],
			one['savings_cap'],
			one['savings_allowed'],
			one['available_for_priority_creditors']
		]
	};
}

const SPARE: Record<string, SparePennies> = { last: 'last', first: 'first', spread: 'one-each' };

export function schedules(one: Case): Answer {
	if (one['type'] === 'fixed_amount_final_balance') return fixedAmount(one);
	const spare = SPARE[text(one, 'remainder_on')];
	if (!spare) throw new Error('There is no such way with odd pennies.');
	const payments = equalPayments({
		total: money(one['total']),
		count: count(one, 'count'),
		spare,
		payDays: {
			rhythm: hyphened(text(one, 'frequency')) as Rhythm,
			firstOn: date(one, 'first_date')
		},
		method: hyphened(text(one, 'method')) as Method
	});
	const got = payments.map(({ on, takenOn, amount }, index) => ({
		n: index + 1,
		nominal: on,
		due: takenOn,
		amount: pounds(amount)
	}));
	return {
		got: [got, payments.at(-1)?.takenOn],
		expected: [one['expected'], one['final_payment_date']]
	};
}

/** The same payment until the last, which is what is left: a plan of one debt. */
function fixedAmount(one: Case): Answer {
	const filling = { owed: [money(one['total'])], least: [0], courtSum: [0], within: [Infinity] };
	const payments = fill(filling, money(one['regular_amount'])).map(([part]) => pence(part ?? 0));
	return {
		got: [payments.length, pounds(payments.at(-1) ?? NO_PENCE), pounds(plus(...payments))],
		expected: [one['expected_count'], one['expected_final'], one['expected_sum']]
	};
}

export function appropriations(one: Case): Answer {
	const debts = list(one, 'debts').map((debt) => {
		const { id, type, stage, year, balance, instalment_due } = record(debt);
		return {
			id: String(id),
			balance: money(balance),
			instalmentDue: instalment_due == null ? null : money(instalment_due),
			isOrderedTax: type === 'council_tax' && stage === 'liability_order',
			year: Number(year)
		};
	});
	const names = typeof one['payer_states'] === 'string' ? one['payer_states'] : null;
	const { placed, unplaced } = appropriate(money(one['payment']), { names, debts });
	const waiting = unplaced > 0 ? [['UNALLOCATED', pounds(unplaced)]] : [];
	return {
		got: [...placed.map(({ id, amount }) => [id, pounds(amount)]), ...waiting],
		expected: one['expected']
	};
}

export function identifiers(one: Case): Answer {
	const input = text(one, 'input');
	if (one['type'] === 'nino')
		return {
			got: [normalNino(input), isNino(input)],
			expected: [one['normalised'], one['expected_valid_format']]
		};
	if (one['type'] === 'uprn') return { got: isUprn(input), expected: one['expected_valid_format'] };
	if (one['type'] !== 'pan_detector') throw new Error('There is no such identifier.');
	return { got: holdsCardNumber(input), expected: one['expected_redact'] };
}
