import { describe, expect, it } from 'vitest';
import { instant } from '../../time/day.ts';
import { eventAt, type ContactEventBody } from './events.ts';
import { applyEvent, foldContact } from '../state/fold.ts';
import { isNews } from './news.ts';

const STARTED: ContactEventBody = {
	type: 'contactStarted',
	channel: 'phone',
	direction: 'inbound',
	presentation: 'allowed',
	dialled: null
};
const QUEUED: ContactEventBody = { type: 'queued', queue: 'council-tax' };
const OFFERED: ContactEventBody = { type: 'offered', officerId: 'priya', queue: 'council-tax' };
const ANSWERED: ContactEventBody = { type: 'answered', officerId: 'priya' };
const HELD: ContactEventBody = { type: 'held', officerId: 'priya' };
const ENDED: ContactEventBody = { type: 'callEnded', endedBy: 'caller', abandoned: false };

function after(...bodies: ContactEventBody[]) {
	const at = instant('2026-11-19T10:00:00Z');
	return foldContact(bodies.map((body, index) => eventAt({ seq: index + 1, at, by: null }, body)));
}

describe('a call told again from the beginning', () => {
	const contact = after(STARTED, QUEUED, OFFERED, ANSWERED, HELD);
	it.each([STARTED, QUEUED, OFFERED, ANSWERED, HELD])('$type is not written twice', (body) => {
		expect(isNews(contact, body)).toBe(false);
	});

	it('is news where it moved on meanwhile', () => {
		expect(isNews(contact, { type: 'retrieved', officerId: 'priya' })).toBe(true);
		expect(isNews(contact, { type: 'queued', queue: 'benefit-overpayments' })).toBe(true);
		expect(isNews(contact, ENDED)).toBe(true);
	});
});

it('an ended call hears nothing more, not even that the link was lost', () => {
	expect(isNews(after(STARTED, ANSWERED, ENDED), { type: 'linkLost' })).toBe(false);
});

it('a caller who forbids their number is heard though the call has ended, and once', () => {
	const withdrawn: ContactEventBody = { type: 'callerWithdrawn' };
	expect(isNews(after(STARTED, ANSWERED, ENDED), withdrawn)).toBe(true);
	expect(isNews(after(STARTED, ANSWERED, withdrawn, ENDED), withdrawn)).toBe(false);
});

it('of a call never heard of, or closed, only its beginning is news', () => {
	expect(isNews(undefined, STARTED)).toBe(true);
	expect(isNews(undefined, ANSWERED)).toBe(false);
});

it('a resume without a hold, as a transfer makes, says nothing', () => {
	expect(isNews(after(STARTED, ANSWERED), { type: 'retrieved', officerId: 'priya' })).toBe(false);
});

it('who ended it is kept, and is not confused with who wrote the line', () => {
	expect(after(STARTED, ANSWERED, ENDED).endedBy).toBe('caller');
});

describe('who calls, told after the call', () => {
	const unknown = { ...STARTED, presentation: 'unknown' } as const;
	const known = { type: 'callerKnown', presentation: 'allowed' } as const;

	it.each<[string, ContactEventBody, boolean]>([
		['by its beginning', STARTED, true],
		['by a change', known, true],
		['as withheld', { ...STARTED, presentation: 'withheld' }, true],
		['as unknown as before', unknown, false]
	])('%s', (_, body, news) => {
		expect(isNews(after(unknown, OFFERED), body)).toBe(news);
	});

	it('begins no call, changes no ended one, and is never told of one who withheld', () => {
		expect(isNews(undefined, known)).toBe(false);
		expect(isNews(after(unknown, ENDED), known)).toBe(false);
		expect(isNews(after(unknown, { type: 'callerWithdrawn' }), STARTED)).toBe(false);
	});

	it('leaves the call as old as it is', () => {
		const [begun, told] = ['2026-11-19T10:00:00Z', '2026-11-19T10:00:09Z'].map(instant);
		const contact = foldContact([
			eventAt({ seq: 1, at: begun ?? instant(''), by: null }, unknown),
			eventAt({ seq: 2, at: told ?? instant(''), by: null }, { ...STARTED, dialled: '1234' })
		]);
		expect(contact).toMatchObject({ startedAt: begun, presentation: 'allowed', dialled: '1234' });
	});
});

it('what is heard again after a crash is no news, and changes nothing where it cannot be known', () => {
	const bodies: ContactEventBody[] = [
		STARTED,
		OFFERED,
		ANSWERED,
		{ type: 'consultStarted', to: '1002' },
		{ type: 'consultEnded' },
		{ type: 'transferred', kind: 'blind', to: '1002' },
		{ type: 'released', officerId: 'priya' },
		{ type: 'offered', officerId: 'tom', queue: null },
		{ type: 'offerEnded', officerId: 'tom', because: 'noAnswer' },
		{ type: 'parked' },
		{ type: 'unparked' },
		{ type: 'answered', officerId: 'tom' },
		{ type: 'menuChosen', choice: 'council-tax' }
	];
	const once = after(...bodies);
	const again = bodies.reduce((contact, body) => {
		if (!isNews(contact, body)) return contact;
		const at = instant('2026-11-19T10:00:00Z');
		return applyEvent(contact, eventAt({ seq: contact.version + 1, at, by: null }, body));
	}, once);
	const { officerId, isPassedOn, isParked, consultingTo, endedAt } = again;
	expect({ officerId, isPassedOn, isParked, consultingTo, endedAt }).toEqual({
		officerId: 'tom',
		isPassedOn: false,
		isParked: false,
		consultingTo: null,
		endedAt: null
	});
});
