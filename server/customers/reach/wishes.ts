/** What a customer asked of how we reach them, as JSON built in SQL: a `Wish`, and a `Reach` of all that are in force. */

/** Of a row `w` of their wishes; `jsonb`. */
export const WISH = `jsonb_build_object('channels', w.channels, 'times', w.times,
	'ringDays', w.ring_days, 'ringFrom', w.ring_from, 'ringUntil', w.ring_until,
	'notNumbers', w.not_numbers, 'noMessages', w.no_messages, 'notMentionedTo', w.not_mentioned_to,
	'isSafeContact', w.is_safe_contact, 'format', w.format, 'writeTo', w.write_to)`;

/** A column of the surrounding statement. */
export function reachJson(customer: string): string {
	return `json_build_object(
		'wishes', to_json(array(select ${WISH} from contact_wishes w
			where w.customer_id = ${customer} and w.ended_at is null order by w.set_at)),
		'numbers', to_json(array(select p.e164 from customer_phones p
			where p.customer_id = ${customer} and p.to_on is null
			group by p.e164 order by max(p.confirmed_on) desc nulls last, max(p.from_on) desc, p.e164)),
		'hasEmail', exists (select from customer_emails e where e.customer_id = ${customer}
			and e.to_on is null and e.source <> 'fairline'))`;
}
