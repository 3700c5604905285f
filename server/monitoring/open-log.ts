/**
 * Open contacts as their logs have them, in SQL and folded, and the version of what is read in one snapshot: how many
 * transactions the database had completed in it, so that a later reading is never older, by whichever process it was
 * made and after whatever restart.
 */
import type { ContactEvent } from '../../shared/contacts/log/events.ts';
import { foldContact } from '../../shared/contacts/state/fold.ts';
import type { OpenContact } from '../../shared/monitoring/team-state.ts';
import { withInstant } from '../contacts/heard/ring.ts';

/** Of a row `now`, whose `seen` is the snapshot. */
export const SNAPSHOT = 'now as (select pg_current_snapshot() as seen)';
export const SNAPSHOT_VERSION = `pg_snapshot_xmax(seen)::text::bigint
		- (select count(*) from pg_snapshot_xip(seen))`;

export type OpenLog = { contactId: string; events: ContactEvent[] };

/** Every line without its words, of the open contacts `k` for which `which` holds. */
export function openLogs(which = 'true'): string {
	return `(select coalesce(jsonb_agg(jsonb_build_object('contactId', k.id, 'events',
			(select jsonb_agg(e.body || jsonb_build_object('type', e.type, 'seq', e.seq, 'at', e.at,
				'by', e.officer_id) order by e.seq)
			from contact_events e where e.contact_id = k.id)) order by k.started_at, k.id), '[]')
		from contacts k where k.closed_at is null and ${which}
			and exists (select from contact_events e where e.contact_id = k.id))`;
}

export function openContact({ contactId, events }: OpenLog): OpenContact {
	const lines = events.map(withInstant);
	const answers = lines.filter((line) => line.type === 'answered');
	return {
		contactId,
		contact: foldContact(lines),
		answeredAt: Object.fromEntries(answers.map(({ officerId, at }) => [officerId, at]))
	};
}
