import { expect, it } from 'vitest';
import { NOTHING_GIVEN } from '../../../tests/builders/givens.ts';
import { day, instant } from '../../time/day.ts';
import { carried, wholeView } from './carried-view.ts';
import { eventAt, type ContactEventBody } from '../log/events.ts';
import { foldContact } from '../state/fold.ts';
import { officerView } from './projection.ts';

const AT = instant('2026-11-19T10:00:00Z');

const CALL: readonly ContactEventBody[] = [
	{
		type: 'contactStarted',
		channel: 'phone',
		direction: 'inbound',
		presentation: 'withheld',
		dialled: '01632960100'
	},
	{ type: 'queued', queue: 'council-tax' },
	{ type: 'offered', officerId: 'priya', queue: 'council-tax' },
	{ type: 'answered', officerId: 'priya' },
	{ type: 'held', officerId: 'priya' },
	{ type: 'retrieved', officerId: 'priya' },
	{ type: 'stepEntered', step: 'identity' },
	{ type: 'callEnded', endedBy: 'caller', abandoned: false }
];

function viewAfter(count: number) {
	const events = CALL.slice(0, count).map((body, index) =>
		eventAt({ seq: index + 1, at: AT, by: null }, body)
	);
	return officerView(
		{
			contactId: 'c1',
			contact: foldContact(events),
			caller: { number: null, presentation: 'withheld', name: null },
			drafts: {},
			count: 0,
			people: []
		},
		{
			officerId: 'priya',
			mayOpenRestricted: false,
			verbs: [],
			givens: NOTHING_GIVEN,
			at: AT,
			today: day('2026-11-19')
		}
	);
}

it.each(CALL.map(({ type }, index) => [type, index + 1]))(
	'after %s a screen holds what was sent, whole',
	(_, count) => {
		const view = viewAfter(count);
		const sent: unknown = JSON.parse(JSON.stringify(carried(view)));
		expect(wholeView(sent as ReturnType<typeof carried>)).toEqual(view);
	}
);

it('of a call that rings nothing is sent of a conversation that has not begun', () => {
	const sent = Object.keys(carried(viewAfter(3)).contact);
	for (const part of ['person', 'statement', 'offer', 'outcomes']) expect(sent).not.toContain(part);
});
