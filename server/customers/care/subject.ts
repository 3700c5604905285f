/**
 * Whose care an officer sees and changes: the customer's, of a contact on their screen, once the customer has passed the
 * check themselves. Whoever speaks for them learns nothing of it and changes nothing, but may end their own authority.
 */
import type { ContactView } from '../../../shared/contacts/shown/view.ts';

export type Subject =
	| {
			ok: true;
			customerId: string;
			/** `unknown`: somebody is chosen, and nobody has passed the check. */
			speaks: 'customer' | 'representative' | 'unknown';
			/** The authority that a representative speaks by. */
			authorityId: string | null;
	  }
	| { ok: false; because: SubjectRefusal };

export type SubjectRefusal = 'nobody-chosen' | 'not-identified' | 'for-customer-only';

export function subjectIn(view: ContactView | undefined): Subject {
	if (!view) return { ok: false, because: 'nobody-chosen' };
	const { people, contact } = view;
	if (people.kind === 'known') {
		const { actingBy, person } = people;
		const { customerId } = person;
		if (!actingBy) return { ok: true, customerId, speaks: 'customer', authorityId: null };
		return { ok: true, customerId, speaks: 'representative', authorityId: actingBy.authorityId };
	}
	const { customerId } = contact;
	if (customerId === null) return { ok: false, because: 'nobody-chosen' };
	const isClosed = people.kind === 'gone' || people.kind === 'nobody';
	const isBarred = people.kind === 'matched' && CLOSED.has(people.because);
	return isClosed || isBarred
		? { ok: false, because: 'not-identified' }
		: { ok: true, customerId, speaks: 'unknown', authorityId: null };
}

const CLOSED: ReadonlySet<string> = new Set(['restricted', 'check-stopped', 'shared']);

/** Only what the customer themselves asks for. */
export function customersOwn(subject: Subject): Subject {
	if (!subject.ok || subject.speaks === 'customer') return subject;
	const isFor = subject.speaks === 'representative';
	return { ok: false, because: isFor ? 'for-customer-only' : 'not-identified' };
}
