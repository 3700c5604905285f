/** What the notes of whose a number is are called in the database, for statements that read them. */

/** The source of a number that is a customer's by a note alone: its last day is the note's. */
export const NOTED = 'noted';

/** Of a row `p` of their numbers that has a note. */
export const NUMBER_NOTE = `json_build_object('belongs', p.belongs, 'untilOn', p.belongs_until,
	'notedOn', (p.noted_at at time zone 'Europe/London')::date, 'by', (select u.name from auth_user u where u.id = p.noted_by))`;
