/**
 * The pairs of records that matching could not decide: what a person sees of them, and what follows when they join them,
 * keep them apart or take that back. A restricted customer's are counted and not shown.
 */
import { and, eq, sql } from 'drizzle-orm';
import type { MatchReason } from '../../shared/customers/matching/match.ts';
import type {
	RecordSeen,
	Review,
	ReviewAnswer,
	Reviews
} from '../../shared/customers/matching/review.ts';
import { record } from '../audit/record.ts';
import type { Transaction } from '../db/transaction.ts';
import type { CustomerChanged } from './customer-changed.ts';
import { joinCustomers } from './links/join.ts';
import type { By } from './links/keep-apart.ts';
import { noteAttempts } from './restricted.ts';
import { undoChange } from './links/undo-change.ts';
import { linkReviews } from './tables.ts';

const MOST_OPEN = 20;
const MOST_DECIDED = 10;

type Reading = Pick<Transaction, 'execute'>;

export async function reviewsFor(tx: Reading): Promise<Reviews> {
	const [counts] = await tx.execute<{ open: number; restricted: number }>(sql`
		select count(*) filter (where not is_restricted)::int as open,
			count(*) filter (where is_restricted)::int as restricted
		from (select a.is_restricted or b.is_restricted as is_restricted ${FROM}
			where v.state = 'open' and a.id <> b.id) q`);
	const open = sql`v.state = 'open' and a.id <> b.id`;
	// A split is undone where it was made: what it kept apart is no question anybody was asked.
	const decided = sql`v.state <> 'open' and v.score > 0`;
	return {
		open: await seen(tx, sql`${open} ${SHOWN} order by v.score desc, v.id limit ${MOST_OPEN}`),
		openCount: counts?.open ?? 0,
		decided: await seen(
			tx,
			sql`${decided} ${SHOWN} order by v.decided_at desc, v.id limit ${MOST_DECIDED}`
		),
		restrictedCount: counts?.restricted ?? 0
	};
}

const FROM = sql`from link_reviews v
	join links la on la.record_id = v.record_id join customers a on a.id = la.customer_id
	join links lb on lb.record_id = v.other_record_id join customers b on b.id = lb.customer_id`;
const SHOWN = sql`and not a.is_restricted and not b.is_restricted`;

type Row = Omit<Review, 'records' | 'reasons'> & {
	reasons: readonly MatchReason[] | string;
	one: RecordSeen | string;
	other: RecordSeen | string;
};

async function seen(tx: Reading, which: ReturnType<typeof sql>): Promise<Review[]> {
	const rows = await tx.execute<Row>(sql`
		select v.id, v.state, v.score, v.reasons::text as reasons, u.name as "decidedBy",
			${sql.raw(seenSql('v.record_id', 'a'))}::text as one,
			${sql.raw(seenSql('v.other_record_id', 'b'))}::text as other
		${FROM} left join auth_user u on u.id = v.decided_by where ${which}`);
	return rows.map(({ one, other, reasons, id, state, score, decidedBy }) => ({
		...{ id, state, score, decidedBy },
		reasons: parsed(reasons),
		records: [parsed(one), parsed(other)]
	}));
}

export function parsed<Value>(text: Value | string): Value {
	return typeof text === 'string' ? (JSON.parse(text) as Value) : text;
}

/** As a `RecordSeen`; both are columns of the surrounding statement. */
export function seenSql(recordId: string, customer: string): string {
	return `(select json_build_object('source', r.source, 'key', r.key,
		'name', btrim(r.given_names || ' ' || r.family_name), 'bornOn', r.born_on,
		'address', nullif(concat_ws(', ', r.line1, r.line2, r.town, r.postcode), ''), 'phone', r.phone,
		'email', r.email, 'nino', right(r.nino, 4),
		'debtCount', (select count(distinct l.debt_id) from liabilities l where l.customer_id = ${customer}.id),
		'recordCount', (select count(*) from links k where k.customer_id = ${customer}.id))
		from records r where r.id = ${recordId})`;
}

export type Deciding = By & { reviewId: string };

/** `changed`: whom it changed, where it changed anybody. */
export type Decided =
	{ ok: true; changed: CustomerChanged | null } | Extract<ReviewAnswer, { ok: false }>;

export async function joinReviewed(tx: Transaction, asked: Deciding): Promise<Decided> {
	const { officerId, at } = asked;
	const found = await openReview(tx, asked);
	if (!found) return { ok: false, because: 'gone' };
	const { reasons } = found;
	const customerIds = [found.one, found.other] as const;
	const joined = await joinCustomers(tx, { customerIds, reasons, officerId, at });
	if (!joined.ok) return joined;
	const { changeId } = joined;
	await decide(tx, { ...asked, state: 'joined', changeId });
	return { ok: true, changed: { because: 'joined', customerIds } };
}

export async function keepReviewedApart(tx: Transaction, asked: Deciding): Promise<Decided> {
	if (!(await openReview(tx, asked))) return { ok: false, because: 'gone' };
	await decide(tx, { ...asked, state: 'apart', changeId: null });
	const { officerId, at, reviewId } = asked;
	await record(tx, { at, officerId, act: 'customers.keep-apart', subjectId: reviewId });
	return { ok: true, changed: null };
}

export async function undoReviewed(tx: Transaction, asked: Deciding): Promise<Decided> {
	const { reviewId, officerId, at } = asked;
	const [review] = await tx
		.select()
		.from(linkReviews)
		.where(eq(linkReviews.id, reviewId))
		.for('update');
	if (!review || review.state === 'open' || (await isRestricted(tx, asked)))
		return { ok: false, because: 'gone' };
	if (review.changeId !== null) return undoJoin(tx, { changeId: review.changeId, officerId, at });
	const open = { state: 'open', decidedBy: null, decidedAt: null } as const;
	await tx.update(linkReviews).set(open).where(eq(linkReviews.id, reviewId));
	await record(tx, { at, officerId, act: 'customers.undo-apart', subjectId: reviewId });
	return { ok: true, changed: null };
}

async function undoJoin(tx: Transaction, asked: By & { changeId: string }): Promise<Decided> {
	const undone = await undoChange(tx, asked);
	if (!undone.ok) return undone;
	return { ok: true, changed: { because: 'undone', customerIds: undone.customerIds } };
}

async function openReview(
	tx: Transaction,
	asked: Deciding
): Promise<{ one: string; other: string; reasons: readonly MatchReason[] } | null> {
	const [row] = await tx.execute<{ one: string; other: string; reasons: string }>(sql`
		select a.id as one, b.id as other, v.reasons::text as reasons ${FROM}
		where v.id = ${asked.reviewId}::uuid and v.state = 'open' ${SHOWN} for update of v`);
	if (!row) await isRestricted(tx, asked);
	return row ? { ...row, reasons: parsed<readonly MatchReason[]>(row.reasons) } : null;
}

/** Nobody decides about one here; that somebody tried is on the record. */
async function isRestricted(
	tx: Transaction,
	{ reviewId, officerId, at }: Deciding
): Promise<boolean> {
	const [row] = await tx.execute<{ one: string; other: string }>(sql`
		select a.id as one, b.id as other ${FROM}
		where v.id = ${reviewId}::uuid and (a.is_restricted or b.is_restricted)`);
	if (!row) return false;
	await noteAttempts(tx, [row.one, row.other], { officerId, at, way: 'records', isAllowed: false });
	return true;
}

async function decide(
	tx: Transaction,
	{
		reviewId,
		officerId,
		at,
		state,
		changeId
	}: Deciding & { state: 'joined' | 'apart'; changeId: string | null }
): Promise<void> {
	await tx
		.update(linkReviews)
		.set({ state, decidedBy: officerId, decidedAt: at, changeId })
		.where(and(eq(linkReviews.id, reviewId), eq(linkReviews.state, 'open')));
}
