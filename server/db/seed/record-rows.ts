/**
 * Each customer as every source system that knows them has them, and the link that says so. Who is who is known here,
 * so that every link is certain; a customer nobody bills is known to revenues alone.
 */
import type { MatchReason } from '../../../shared/customers/matching/match.ts';
import type { Stream } from '../../../shared/debts/streams.ts';
import { addDays, instantInLondon, type Day } from '../../../shared/time/day.ts';
import type { Cell, Rows } from '../copy.ts';
import { e164 } from './people-rows.ts';
import { customerId, type SeedCustomer, type SeedDebt } from './scenario.ts';
import { KNOWS, recordId, SOURCES, type Source } from './sources.ts';
import type { Tally } from './tally.ts';

/** A customer as one source has them. */
export type SeedRecord = {
	source: Source;
	/** The source's own id of its account holder: `R0000042`. */
	key: string;
	/** Who it truly is. */
	customer: SeedCustomer;
	kind: 'person' | 'organisation';
	givenNames: string;
	familyName: string;
	bornOn: Day | null;
	nino: string | null;
	phone: string | null;
	email: string | null;
	line1: string | null;
	town: string | null;
	postcode: string | null;
	uprn: string | null;
	/** The account or the claim of the same person in another system, as this one has it. */
	councilTaxAccount: string | null;
	benefitClaim: string | null;
	diedOn: Day | null;
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
	const namesOf = accountsIn(debts);
	return customers.flatMap((customer) =>
		[...(known.get(customer.key) ?? (['revenues'] as const))].map((source) => {
			const number = String(tally.next(source)).padStart(7, '0');
			const key = `${KNOWS[source].series}${number}`;
			return { ...recordOf(customer, { source, key }), ...namesOf(customer.key, source) };
		})
	);
}

type Named = Pick<SeedRecord, 'councilTaxAccount' | 'benefitClaim'>;

/** A claim is for a home with a council tax account, and a tenancy's rent is paid by a claim. */
function accountsIn(debts: readonly SeedDebt[]): (customer: string, source: Source) => Named {
	const last = (stream: Stream, customer: string) =>
		debts.findLast(
			(debt) => debt.stream === stream && debt.liable.some((one) => one.customer === customer)
		)?.reference ?? null;
	return (customer, source) => ({
		councilTaxAccount: source === 'benefits' ? last('council-tax', customer) : null,
		benefitClaim: source === 'housing' ? last('overpayment', customer) : null
	});
}

function recordOf(
	customer: SeedCustomer,
	{ source, key }: { source: Source; key: string }
): Omit<SeedRecord, keyof Named> {
	const knows = KNOWS[source];
	const address = customer.addresses?.findLast(({ toOn }) => toOn === undefined);
	const number = customer.phones?.findLast(({ toOn }) => toOn === undefined)?.number;
	return {
		source,
		key,
		customer,
		kind: customer.kind ?? 'person',
		givenNames: customer.givenNames ?? '',
		familyName: customer.familyName,
		bornOn: (knows.bornOn && customer.bornOn) || null,
		nino: (knows.nino && customer.nino) || null,
		phone: (knows.phone && number) || null,
		email: (knows.email && customer.email) || null,
		line1: address?.line1 ?? null,
		town: address === undefined ? null : (address.town ?? 'Northmere'),
		postcode: address?.postcode ?? null,
		uprn: (knows.uprn && address?.uprn) || null,
		diedOn: (knows.bornOn && customer.diedOn) || null
	};
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
	'council_tax_account',
	'benefit_claim',
	'died_on',
	'first_on',
	'last_on'
];

function recordRow(record: SeedRecord, known: { since: Day; today: Day }): Cell[] {
	const { source, key, kind, givenNames, familyName, bornOn, nino, phone, email } = record;
	return [
		recordId(source, record.customer.key),
		source,
		key,
		kind,
		givenNames,
		familyName,
		bornOn,
		nino,
		phone,
		phone === null ? null : e164(phone),
		email,
		record.line1,
		record.town,
		record.postcode,
		record.uprn,
		record.councilTaxAccount,
		record.benefitClaim,
		record.diedOn,
		known.since,
		known.today
	];
}
