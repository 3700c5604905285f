/** Conditions that several questions about calls back share, as SQL. */

/** Of a row `l` of those left waiting: somebody has spoken to them since, whoever rang whom. */
export const SPOKEN_SINCE = `exists (select from contact_events e join contacts k on k.id = e.contact_id
	where e.type = 'answered' and e.at > l.left_at
		and (k.caller_number = l.number or k.customer_id = l.customer_id))`;

/** Of a promised call back `b`: due, and nobody spoken to on the call it was rung with last. */
export const STILL_PROMISED = `b.state = 'due' and not exists (select from contacts k
	join contact_events e on e.contact_id = k.id and e.type = 'answered'
	where k.source = b.rung_on and k.source_contact_id = b.rung_as)`;
