/**
 * What the statements room asks of the database: the last that was kept, one begun since in another contact, and the
 * council's guideline figures.
 */
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { GuidelineFigures, GuidelineSet } from '../../shared/affordability/guidelines.ts';
import type { KeptStatement } from '../../shared/affordability/kept.ts';
import type { Channel, ContactEvent } from '../../shared/contacts/log/events.ts';
import type { VersionRecord } from '../../shared/contacts/shown/statements-view.ts';
import type { Day, Instant } from '../../shared/time/day.ts';
import { EVENT_JSON, withInstant } from '../contacts/heard/ring.ts';
import { contacts } from '../contacts/tables.ts';
import type { Database } from '../db/client.ts';
import type { Transaction } from '../db/transaction.ts';
import { user } from '../officers/tables.ts';
import { guidelineSets, statements } from './tables.ts';

export type LastKept = KeptStatement & { at: Instant };

/** Of one kind: with figures, or as answers to the three questions. */
export async function lastKept(
	tx: Transaction,
	{ customerId, isAnswers }: { customerId: string; isAnswers: boolean }
): Promise<LastKept | null> {
	const isOfKind = sql`(${statements.statement}->>'form' = 'three-questions') = ${isAnswers}`;
	const [row] = await tx
		.select({
			version: statements.version,
			reviewOn: statements.reviewOn,
			statement: statements.statement,
			at: statements.at
		})
		.from(statements)
		.where(and(eq(statements.customerId, customerId), isOfKind))
		.orderBy(desc(statements.version))
		.limit(1);
	return row ?? null;
}

/** Every version of a customer's, with who took it down and where. */
export function versionRecords(tx: Transaction, customerId: string): Promise<VersionRecord[]> {
	return tx
		.select({
			version: statements.version,
			reviewOn: statements.reviewOn,
			left: statements.leftPence,
			usable: statements.usablePence,
			at: statements.at,
			statement: statements.statement,
			channel: contacts.channel,
			officer: sql<string | null>`(select u.name from ${user} u where u.id = (select e.officer_id
				from contact_events e where e.contact_id = ${statements.contactId}
					and e.at <= ${statements.at} and e.officer_id is not null
				order by e.seq desc limit 1))`
		})
		.from(statements)
		.innerJoin(contacts, eq(contacts.id, statements.contactId))
		.where(eq(statements.customerId, customerId))
		.orderBy(asc(statements.version));
}

export type Elsewhere = { channel: Channel; events: readonly ContactEvent[] };

/** The latest other contact with this customer in which something of a statement was told, after a moment. */
export async function lastToldElsewhere(
	tx: Transaction,
	{ customerId, contactId, since }: { customerId: string; contactId: string; since: Instant }
): Promise<Elsewhere | null> {
	const [row] = await tx.execute<{ channel: Channel; events: ContactEvent[] }>(sql`
		with latest as (
			select k.id, k.channel from contacts k join contact_events e on e.contact_id = k.id
			where k.customer_id = ${customerId}::uuid and k.id <> ${contactId}::uuid
				and e.at > ${since}::timestamptz and e.type in ('statementLineSet', 'householdSet',
					'homeDescribed', 'guidelineReasonWritten', 'cashFlowOpened', 'cashFlowWeekSet',
					'cashFlowFigureSet', 'answersGiven', 'statementFromAdviser', 'statementFinished')
			order by e.at desc, k.id limit 1
		)
		select l.channel, (select jsonb_agg(${sql.raw(EVENT_JSON)} order by e.seq)
			from contact_events e where e.contact_id = l.id) as events
		from latest l`);
	return row ? { channel: row.channel, events: row.events.map(withInstant) } : null;
}

type Reading = Pick<Database['orm'], 'select'>;

export type GuidelinesSeen = {
	id: string;
	fromOn: Day;
	areas: GuidelineFigures;
	fileName: string;
	loadedBy: string;
	loadedAt: Instant;
};

/** What stands, the earliest first. */
export function guidelineSetsOf(orm: Reading): Promise<GuidelineSet[]> {
	return orm
		.select({ fromOn: guidelineSets.fromOn, areas: guidelineSets.areas })
		.from(guidelineSets)
		.where(isNull(guidelineSets.withdrawnAt));
}

export function seeGuidelines(orm: Reading): Promise<GuidelinesSeen[]> {
	return orm
		.select({
			id: guidelineSets.id,
			fromOn: guidelineSets.fromOn,
			areas: guidelineSets.areas,
			fileName: guidelineSets.fileName,
			loadedBy: user.name,
			loadedAt: guidelineSets.loadedAt
		})
		.from(guidelineSets)
		.innerJoin(user, eq(user.id, guidelineSets.loadedBy))
		.where(isNull(guidelineSets.withdrawnAt))
		.orderBy(asc(guidelineSets.fromOn));
}
