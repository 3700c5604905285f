/** Customers and the dated facts about them, as rows. */
import { instantInLondon, type Day } from '../../../shared/time/day.ts';
import type { Cell, Rows } from '../copy.ts';
import { customerId, idOf, partId, type SeedCustomer, type SeedNeed } from './scenario.ts';

const SOURCE = 'revenues';

type Dated = { fromOn?: Day; toOn?: Day };

type Facts<Fact> = {
	table: string;
	list: (customer: SeedCustomer) => readonly Fact[] | undefined;
	columns: readonly string[];
	values: (fact: Fact) => readonly Cell[];
};

export function customerRows(customers: readonly SeedCustomer[], since: Day): Rows[] {
	const rows = <Fact extends Dated>(facts: Facts<Fact>) => factRows(customers, { since, ...facts });
	return [
		peopleRows(customers),
		rows({
			table: 'customer_names',
			list: ({ names }) => names,
			columns: ['kind', 'name'],
			values: ({ kind, name }) => [kind, name]
		}),
		rows({
			table: 'customer_phones',
			list: ({ phones }) => phones,
			columns: ['e164', 'raw', 'confirmed_on'],
			values: ({ number, confirmedOn }) => [e164(number), number, confirmedOn ?? null]
		}),
		rows<{ email: string } & Dated>({
			table: 'customer_emails',
			list: ({ email }) => (email ? [{ email }] : []),
			columns: ['email'],
			values: ({ email }) => [email]
		}),
		rows({
			table: 'customer_addresses',
			list: ({ addresses }) => addresses,
			columns: ['kind', 'line1', 'town', 'postcode', 'uprn'],
			values: ({ kind, line1, town, postcode, uprn }) => [
				kind ?? 'home',
				line1,
				town ?? 'Northmere',
				postcode,
				uprn ?? null
			]
		}),
		rows<SeedNeed & Dated>({
			table: 'support_needs',
			list: ({ needs }) => needs,
			columns: ['need', 'adjustment', 'consent'],
			values: ({ need, adjustment, consent }) => [need, adjustment, consent ?? 'given']
		}),
		authorityRows(customers)
	];
}

function authorityRows(customers: readonly SeedCustomer[]): Rows {
	return {
		table: 'authorities',
		columns: ['id', 'customer_id', 'kind', 'name', 'scope', 'evidence', 'from_on', 'recorded_at'],
		rows: customers.flatMap(({ key, authorities = [] }) =>
			authorities.map(({ kind, name, scope, evidence, fromOn }, at) => [
				partId(idOf('authorities', key), at),
				customerId(key),
				...[kind, name, scope, evidence, fromOn],
				instantInLondon(fromOn, '09:00')
			])
		)
	};
}

function factRows<Fact extends Dated>(
	customers: readonly SeedCustomer[],
	facts: Facts<Fact> & { since: Day }
): Rows {
	return {
		table: facts.table,
		columns: ['id', 'customer_id', ...facts.columns, 'from_on', 'to_on', 'source'],
		rows: customers.flatMap((customer) =>
			(facts.list(customer) ?? []).map((fact, at) => [
				partId(idOf(facts.table, customer.key), at),
				customerId(customer.key),
				...facts.values(fact),
				fact.fromOn ?? facts.since,
				fact.toOn ?? null,
				SOURCE
			])
		)
	};
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
			'nino',
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
			customer.nino ?? null,
			customer.diedOn ?? null,
			customer.isRestricted ?? false,
			customer.needsExtraCheck ?? false,
			customer.isSafeContact ?? false,
			customer.language ?? null,
			SOURCE
		])
	};
}

/** Every number of the demo is British and written from its 0. */
export function e164(number: string): string {
	return `+44${number.replaceAll(' ', '').slice(1)}`;
}
