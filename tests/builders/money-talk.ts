/** Contacts in which money has been talked about, for tests: the lines of a log, folded by the real fold. */
import type { ContactEventBody } from '../../shared/contacts/log/events.ts';
import { eventAt } from '../../shared/contacts/log/events.ts';
import { foldContact, type Contact } from '../../shared/contacts/state/fold.ts';
import type { Known } from '../../shared/contacts/plan-request.ts';
import type { DebtRecord } from '../../shared/debts/debt.ts';
import type { Frequency } from '../../shared/affordability/frequency.ts';
import type { LineId } from '../../shared/affordability/lines.ts';
import type { Form } from '../../shared/affordability/statement.ts';
import { pence } from '../../shared/money/pence.ts';
import { day, instant } from '../../shared/time/day.ts';
import { DEMO_DAY, POLICY } from './plans.ts';

const AT = instant('2026-11-19T10:00:00Z');

export function contactThat(...lines: readonly ContactEventBody[]): Contact {
	return foldContact(
		lines.map((body, index) => eventAt({ seq: index + 1, at: AT, by: null }, body))
	);
}

type Told = Partial<Record<LineId, number | readonly [amount: number, frequency: Frequency]>>;

/** A statement told and finished; by the month where nothing else is said. */
export function statementTold(form: Form, told: Told): ContactEventBody[] {
	const lines = Object.entries(told).map(([line, said]): ContactEventBody => {
		const [amount, frequency] = typeof said === 'number' ? ([said, 'monthly'] as const) : said;
		return {
			type: 'statementLineSet',
			line: line as LineId,
			amount: pence(amount),
			frequency,
			provenance: 'said'
		};
	});
	return [{ type: 'statementFormChosen', form }, ...lines, { type: 'statementFinished' }];
}

export function offerMade(amount: number): ContactEventBody {
	return {
		type: 'offerMade',
		amount: pence(amount),
		rhythm: 'monthly',
		firstOn: day('2026-12-01'),
		method: 'direct-debit',
		nextPayDay: null,
		offeredBy: 'customer'
	};
}

export function knownWith(debts: readonly DebtRecord[], change: Partial<Known> = {}): Known {
	const person = { kind: 'person', bornOn: day('1987-03-14'), supportNeeds: [] } as const;
	return { person, debts, policy: POLICY, today: DEMO_DAY, ...change };
}

/** What Kelly Ashworth tells: left £160.62. */
export const KELLY_TELLS: Told = {
	salary: 1286_40,
	'universal-credit': 412_73,
	'child-benefit': [43_20, 'weekly'],
	maintenance: [30_00, 'weekly'],
	rent: 695_00,
	'council-tax': 118_00,
	gas: 62_00,
	electricity: 71_00,
	'water-supply': 34_50,
	'tv-licence': 14_54,
	childcare: 95_00,
	'car-insurance': 44_00,
	fuel: [18_00, 'weekly'],
	phone: 86_00,
	groceries: [101_00, 'weekly'],
	clothing: 64_00,
	'energy-arrears': 36_00,
	savings: 20_00
};
