import { describe, expect, it, test } from 'vitest';
import { instant } from '../../time/day.ts';
import { eventAt, type ContactEvent, type ContactEventBody } from '../log/events.ts';
import { foldContact } from './fold.ts';
import { HELP_REASONS } from '../log/help-events.ts';
import { helpReasonsOn } from '../help-offered.ts';
import { mayCome } from './help-state.ts';
import { officerEvent } from '../log/sent.ts';

const minutes = (after: number) => instant(new Date(Date.UTC(2026, 10, 19, 10, after)));

type Line = [by: string | null, body: ContactEventBody];

function logOf(lines: readonly Line[]): ContactEvent[] {
	return lines.map(([by, body], index) =>
		eventAt({ seq: index + 1, at: minutes(index), by }, body)
	);
}

const helpAfter = (...more: Line[]) => foldContact(logOf([...IN_HAND, ...more])).help;

const IN_HAND: Line[] = [
	[
		null,
		{
			type: 'contactStarted',
			channel: 'phone',
			direction: 'inbound',
			presentation: 'allowed',
			dialled: null
		}
	],
	[null, { type: 'answered', officerId: 'priya' }]
];
const ASKED: Line = ['priya', { type: 'helpAsked', reason: 'distressed-caller' }];
const COMES: Line = [
	'marcus',
	{ type: 'helpAnswered', leaderId: 'marcus', leaderName: 'Marcus Bello' }
];
const MARCUS = { id: 'marcus', name: 'Marcus Bello' };

describe('help', () => {
	it('is asked since when, by whom, and why in a word', () => {
		expect(helpAfter(ASKED)).toEqual({
			officerId: 'priya',
			reason: 'distressed-caller',
			askedAt: minutes(2),
			leader: null
		});
	});

	it('asked again while it is asked is asked once, since the first', () => {
		const again: Line = ['priya', { type: 'helpAsked', reason: 'other' }];
		expect(helpAfter(ASKED, again)).toEqual(helpAfter(ASKED));
		expect(helpAfter(ASKED, COMES, again)).toMatchObject({ leader: MARCUS, askedAt: minutes(2) });
	});

	it('is come to by whoever said so first', () => {
		const other: Line = ['judith', { type: 'helpAnswered', leaderId: 'judith', leaderName: 'J' }];
		expect(helpAfter(ASKED, COMES, other)?.leader).toEqual(MARCUS);
	});

	const ENDS: [string, ...Line[]][] = [
		['taken back', ['priya', { type: 'helpWithdrawn' }]],
		['the call ends', [null, { type: 'callEnded', endedBy: 'caller', abandoned: false }]],
		['a colleague has them', [null, { type: 'answered', officerId: 'tom' }]],
		['their leg is gone', [null, { type: 'released', officerId: 'priya' }]],
		['parked', [null, { type: 'parked' }]],
		['written up', ['priya', { type: 'wrappedUp' }]]
	];
	test.each(ENDS)('is over, answered or not: %s', (_why, ...lines) => {
		expect(helpAfter(ASKED, ...lines)).toBeNull();
		expect(helpAfter(ASKED, COMES, ...lines)).toBeNull();
	});

	const GOES_ON: [string, ...Line[]][] = [
		['held', [null, { type: 'held', officerId: 'priya' }]],
		['another step', ['priya', { type: 'stepEntered', step: 'debts' }]],
		['another customer', ['priya', { type: 'customerCleared' }]],
		['a colleague is asked first', [null, { type: 'consultStarted', to: '1002' }]],
		['the link is lost', [null, { type: 'linkLost' }]],
		['a colleague wrote theirs up', ['tom', { type: 'wrappedUp' }]]
	];
	test.each(GOES_ON)('goes on: %s', (_why, ...lines) => {
		expect(helpAfter(ASKED, ...lines)).not.toBeNull();
	});

	const NOTHING: [string, ...Line[]][] = [
		['by somebody who does not have them', ['tom', { type: 'helpAsked', reason: 'other' }]],
		['by nobody', [null, { type: 'helpAsked', reason: 'other' }]],
		['after the end', [null, { type: 'callEnded', endedBy: 'agent', abandoned: false }], ASKED],
		['an answer to nothing', COMES]
	];
	test.each(NOTHING)('is not asked %s', (_why, ...lines) => {
		expect(helpAfter(...lines)).toBeNull();
	});

	it('is asked again once it was taken back', () => {
		const back: Line = ['priya', { type: 'helpWithdrawn' }];
		const again: Line = ['priya', { type: 'helpAsked', reason: 'other' }];
		expect(helpAfter(ASKED, COMES, back, again)).toMatchObject({ reason: 'other', leader: null });
	});
});

describe('a leader', () => {
	const asked = { officerId: 'priya', leader: null };
	test.each([
		['comes where nobody does', asked, 'marcus', null],
		['says it twice', { ...asked, leader: MARCUS }, 'marcus', null],
		['is second', { ...asked, leader: MARCUS }, 'judith', 'somebody-comes'],
		['does not come to themselves', asked, 'priya', 'own-request'],
		['has nowhere to come', null, 'marcus', 'not-asked']
	])('%s', (_what, help, leaderId, because) => {
		expect(mayCome(help, leaderId)).toBe(because);
	});
});

describe('the reasons', () => {
	it('are five at most, and each is offered somewhere', () => {
		const offered = (['phone', 'desk', 'writing'] as const).map(helpReasonsOn);
		expect(new Set(offered.flat())).toEqual(new Set(HELP_REASONS));
		for (const reasons of offered) expect([1, 2, 3, 4, 5]).toContain(reasons.length);
	});

	it('say nothing of a customer who can read the screen', () => {
		expect(helpReasonsOn('desk').join()).not.toMatch(/caller/);
	});

	test.each([
		[{ type: 'helpAsked', reason: 'distressed-caller' }, true],
		[{ type: 'helpWithdrawn' }, true],
		[{ type: 'helpAsked' }, false],
		[{ type: 'helpAsked', reason: 'Kelly Ashworth shouts' }, false],
		[{ type: 'helpAnswered', leaderId: 'marcus', leaderName: 'Marcus Bello' }, false]
	])('are all that an officer may send: %j', (sent, isTaken) => {
		expect(officerEvent.safeParse(sent).success).toBe(isTaken);
	});
});
