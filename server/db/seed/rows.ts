/** Scenarios as rows of tables, in the order that foreign keys ask for. Every movement becomes an entry set of two lines. */
import type { Stream } from '../../../shared/debts/streams.ts';
import { minus, NO_PENCE } from '../../../shared/money/pence.ts';
import { addDays, instantInLondon, type Day } from '../../../shared/time/day.ts';
import type { Rows } from './copy.ts';
import { customerId, idOf, type Scenario, type SeedCustomer, type SeedDebt } from './scenario.ts';

const SOURCES: Record<Stream, string> = {
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

const SOURCE_OF_PEOPLE = 'revenues';

/** Contact facts without a day of their own are as old as this. */
const KNOWN_FOR_DAYS = 2200;

export function rowsOf(scenarios: readonly Scenario[], today: Day): readonly Rows[] {
	const customers = scenarios.flatMap((scenario) => scenario.customers);
	const debts = scenarios.flatMap((scenario) => scenario.debts);
	return [
		...customerRows(customers, addDays(today, -KNOWN_FOR_DAYS)),
		...debtRows(debts),
		entryRows(debts),
		suspenseRows(scenarios)
	];
}

function customerRows(customers: readonly SeedCustomer[], since: Day): Rows[] {
	/** Every fact of one kind about every customer, with its id, its customer, its days and its source. */
	const facts = <Fact extends { fromOn?: Day; toOn?: Day }>(
		kind: string,
		of: {
			list: (customer: SeedCustomer) => readonly Fact[] | undefined;
			columns: string[];
			values: (fact: Fact) => Rows['rows'][number];
		}
	): Rows => ({
		table: kind,
		columns: ['id', 'customer_id', ...of.columns, 'from_on', 'to_on', 'source'],
		rows: customers.flatMap((customer) =>
			(of.list(customer) ?? []).map((fact, at) => [
				partId(idOf(kind, customer.key), at),
				customerId(customer.key),
				...of.values(fact),
				fact.fromOn ?? since,
				fact.toOn ?? null,
				SOURCE_OF_PEOPLE
			])
		)
	});
	return [
		peopleRows(customers),
		facts('customer_names', {
			list: ({ names }) => names,
			columns: ['kind', 'name'],
			values: ({ kind, name }) => [kind, name]
		}),
		facts('customer_phones', {
			list: ({ phones }) => phones,
			columns: ['e164', 'raw', 'confirmed_on'],
			values: ({ number, confirmedOn }) => [e164(number), number, confirmedOn ?? null]
		}),
		facts<{ email: string; fromOn?: Day; toOn?: Day }>('customer_emails', {
			list: ({ email }) => (email ? [{ email }] : []),
			columns: ['email'],
			values: ({ email }) => [email]
		}),
		facts('customer_addresses', {
			list: ({ addresses }) => addresses,
			columns: ['kind', 'line1', 'town', 'postcode'],
			values: ({ kind, line1, town, postcode }) => [
				kind ?? 'home',
				line1,
				town ?? 'Northmere',
				postcode
			]
		}),
		facts<NonNullable<SeedCustomer['needs']>[number] & { fromOn?: Day; toOn?: Day }>(
			'support_needs',
			{
				list: ({ needs }) => needs,
				columns: ['need', 'adjustment', 'consent'],
				values: ({ need, adjustment, consent }) => [need, adjustment, consent ?? 'given']
			}
		)
	];
}

function peopleRows(customers: readonly SeedCustomer[]): Rows {
	return {
		table: 'customers',
		columns: [
			'id',
			'kind',
			'given_names',
			'family_name',
			'born_on',
			'died_on',
			'is_restricted',
			'needs_extra_check',
			'is_safe_contact',
			'language',
			'source'
		],
		rows: customers.map((customer) => [
			customerId(customer.key),
			customer.kind ?? 'person',
			customer.givenNames ?? '',
			customer.familyName,
			customer.bornOn ?? null,
			customer.diedOn ?? null,
			customer.isRestricted ?? false,
			customer.needsExtraCheck ?? false,
			customer.isSafeContact ?? false,
			customer.language ?? null,
			SOURCE_OF_PEOPLE
		])
	};
}

function debtRows(debts: readonly SeedDebt[]): Rows[] {
	/** Every row of one kind that belongs to a debt, with its id and its debt. */
	const parts = <Part>(
		table: string,
		of: {
			list: (debt: SeedDebt) => readonly Part[];
			columns: string[];
			values: (part: Part, debt: SeedDebt) => Rows['rows'][number];
		}
	): Rows => ({
		table,
		columns: ['id', 'debt_id', ...of.columns],
		rows: debts.flatMap((debt) => {
			const whole = idOf(table, debt.key);
			const id = debtId(debt);
			return of.list(debt).map((part, at) => [partId(whole, at), id, ...of.values(part, debt)]);
		})
	});
	return [
		{
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
		},
		parts('dues', {
			list: ({ dues }) => dues,
			columns: ['due_on', 'amount_pence'],
			values: ({ on, amount }) => [on, amount]
		}),
		parts('liabilities', {
			list: ({ liable }) => liable,
			columns: ['customer_id', 'ground', 'from_on', 'to_on'],
			values: ({ customer, ground, fromOn, toOn }, debt) => [
				customerId(customer),
				ground,
				fromOn ?? debt.fromOn,
				toOn ?? null
			]
		}),
		parts('holds', {
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
		parts('stage_changes', {
			list: ({ history }) => history,
			columns: ['stage', 'reached_on', 'cost_pence', 'source'],
			values: ({ stage, on, cost }, debt) => [stage, on, cost, SOURCES[debt.stream]]
		})
	];
}

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

function entryRows(debts: readonly SeedDebt[]): Rows {
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
function suspenseRows(scenarios: readonly Scenario[]): Rows {
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

/** One of a numbered few that belong to the same thing; a thousand hashes cost more than the rest of the seed. */
function partId(whole: string, at: number): string {
	return `${whole.slice(0, -4)}${at.toString(16).padStart(4, '0')}`;
}

/** Most entries share a few hundred days, and a day in London is slow to work out. */
function nineInTheMorning(): (on: Day) => string {
	const known = new Map<Day, string>();
	return (on) => {
		const at = known.get(on) ?? instantInLondon(on, '09:00');
		known.set(on, at);
		return at;
	};
}

function debtId(debt: SeedDebt): string {
	return idOf('debt', debt.key);
}

/** Every number of the demo is British and written from its 0. */
function e164(number: string): string {
	return `+44${number.replaceAll(' ', '').slice(1)}`;
}
