/**
 * Each customer as every source system that knows them has them, and the link that says so. Who is who is known here,
 * so that every link is certain; a customer nobody bills is known to revenues alone.
 */
import type { MatchReason } from '../../../shared/customers/match.ts';
import { addDays, instantInLondon, type Day } from '../../../shared/time/day.ts';
import type { Cell, Rows } from './copy.ts';
import { e164 } from './people-rows.ts';
import { customerId, type SeedCustomer, type SeedDebt } from './scenario.ts';
import { KNOWS, recordId, SOURCES, type Source } from './sources.ts';
import type { Tally } from './tally.ts';

export type SeedRecord = {
	source: Source;
	/** The source's own id of its account holder: `R0000042`. */
	key: string;
	customer: SeedCustomer;
};

/** In the order of customers, so that the same set has the same keys. */
export function recordsOf(
	{ customers, debts }: { customers: readonly SeedCustomer[]; debts: readonly SeedDebt[] },
	tally: Tally
): SeedRecord[] {
	const known = new Map<string, Set<Source>>();
	for (const { stream, liable } of debts) {
		for (const { customer } of liable) {
			known.set(customer, (known.get(customer) ?? new Set()).add(SOURCES[stream]));
		}
	}
	return customers.flatMap((customer) =>
		[...(known.get(customer.key) ?? (['revenues'] as const))].map((source) => {
			const number = String(tally.next(source)).padStart(7, '0');
			return { source, key: `${KNOWS[source].series}${number}`, customer };
		})
	);
}

export function recordRows(
	records: readonly SeedRecord[],
	known: { since: Day; today: Day }
): Rows[] {
	const linkedAt = instantInLondon(addDays(known.today, -1), '04:00');
	return [
		{
			table: 'records',
			columns: RECORD_COLUMNS,
			rows: records.map((record) => recordRow(record, known))
		},
		{
			table: 'links',
			columns: ['record_id', 'customer_id', 'score', 'reasons', 'linked_at'],
			rows: records.map(({ source, customer }) => [
				recordId(source, customer.key),
				customerId(customer.key),
				1000,
				CERTAIN,
				linkedAt
			])
		}
	];
}

const REASONS: readonly MatchReason[] = [
	{ compared: 'linked-account', weight: 1000, words: 'Linked account' }
];
const CERTAIN = JSON.stringify(REASONS);

const RECORD_COLUMNS = [
	'id',
	'source',
	'key',
	'kind',
	'given_names',
	'family_name',
	'born_on',
	'nino',
	'phone',
	'e164',
	'email',
	'line1',
	'town',
	'postcode',
	'uprn',
	'first_on',
	'last_on'
];

function recordRow(
	{ source, key, customer }: SeedRecord,
	known: { since: Day; today: Day }
): Cell[] {
	const knows = KNOWS[source];
	const address = customer.addresses?.findLast(({ toOn }) => toOn === undefined);
	const number = customer.phones?.findLast(({ toOn }) => toOn === undefined)?.number;
	const phone = knows.phone && number ? number : null;
	return [
		recordId(source, customer.key),
		source,
		key,
		customer.kind ?? 'person',
		customer.givenNames ?? '',
		customer.familyName,
		(knows.bornOn && customer.bornOn) || null,
		(knows.nino && customer.nino) || null,
		phone,
		phone === null ? null : e164(phone),
		(knows.email && customer.email) || null,
		address?.line1 ?? null,
		address === undefined ? null : (address.town ?? 'Northmere'),
		address?.postcode ?? null,
		(knows.uprn && address?.uprn) || null,
		known.since,
		known.today
	];
}
