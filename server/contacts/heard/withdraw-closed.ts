/**
 * A caller who forbids their number is heard though everybody is done with the call: the number leaves the contact, and
 * its log says so. It is nobody's screen any more, so nothing is shown. Only of somebody who rang: whoever we dialled
 * did not send us a number.
 */
import type { Instant } from '../../../shared/time/day.ts';
import type { RawSql } from '../../db/client.ts';

const WITHDRAWN = `
with listener as (
	select term from switch_terms where source = $1::text for share
), theirs as (
	select k.id, k.caller_number as number from contacts k
	where k.source = $1::text and k.source_contact_id = $2::text and k.presentation <> 'withheld'
		and coalesce((select term from listener), 0) = $3::bigint
		and exists (select from contact_events e where e.contact_id = k.id
			and e.type = 'contactStarted' and e.body ->> 'direction' = 'inbound')
	for update
), moved as (
	update contacts k set presentation = 'withheld', caller_number = null, caller_name = null,
		version = k.version + 1
	from theirs where k.id = theirs.id returning k.id, k.version
), appended as (
	insert into contact_events (contact_id, seq, type, at, body)
	select id, version, 'callerWithdrawn', $4::timestamptz, '{}' from moved
)
select coalesce((select term from listener), 0) = $3::bigint as "isOurs",
	(select id from theirs) as "contactId", (select number from theirs) as number`;

type Withdrawn = {
	/** False where somebody else listens to its switch by now: nothing is written. */
	isOurs: boolean;
	/** Null where there is no such call, or nothing of it to withdraw. */
	contactId: string | null;
	number: string | null;
};

export async function withdrawClosed(
	sql: RawSql,
	call: { source: string; sourceContactId: string; term: number; at: Instant }
): Promise<Withdrawn> {
	const { source, sourceContactId, term, at } = call;
	const asked = [source, sourceContactId, term, at];
	const [withdrawn] = await sql.unsafe<Withdrawn[]>(WITHDRAWN, asked);
	return withdrawn ?? { isOurs: false, contactId: null, number: null };
}
