import { describe, expect, test } from 'vitest';
import { NO_REACH, NO_WISH } from '../../customers/wishes/wish.ts';
import { samplePolicy } from '../../law/northmere/policy.ts';
import { day, instant } from '../../time/day.ts';
import { backDue } from './due.ts';
import { mayClaim, type LiveBack } from './claim.ts';
import { mayRingNow, type RingingAsked, type RungPerson } from './ringing.ts';

const NUMBER = '+447700900142';
const AT = instant('2026-11-19T10:00:00Z');
const policy = samplePolicy(day('2026-11-19'));
const PERSON: RungPerson = {
	isSafeContact: false,
	isRestricted: false,
	hasDied: false,
	isInMoratorium: false,
	isBereaved: false,
	reach: { ...NO_REACH, numbers: [NUMBER] },
	earlier: []
};
const ASKED: RingingAsked = { number: null, isAskedFor: false, mayOpenRestricted: false, at: AT };
const wishing = (wish: Partial<typeof NO_WISH>) => ({
	reach: { ...PERSON.reach, wishes: [{ ...NO_WISH, ...wish }] }
});
const times = (count: number, on: string) => Array.from({ length: count }, () => day(on));

describe('a customer who is to be rung', () => {
	test.each<[string, Partial<RungPerson>, Partial<RingingAsked>, string]>([
		['is rung on a number of theirs', {}, {}, NUMBER],
		[
			'not where contact must be safe',
			{ isSafeContact: true },
			{ isAskedFor: true },
			'safe-contact'
		],
		[
			'not by who may not open the record',
			{ isRestricted: true },
			{ isAskedFor: true },
			'restricted'
		],
		[
			'by a leader, of a restricted record',
			{ isRestricted: true },
			{ mayOpenRestricted: true },
			NUMBER
		],
		['never once they have died', { hasDied: true }, { isAskedFor: true }, 'died'],
		['not without a number', { reach: NO_REACH }, {}, 'no-number'],
		[
			'not who asked for letters only',
			wishing({ channels: ['post'] }),
			{ isAskedFor: true },
			'against-their-wish'
		],
		['not after their hours', wishing({ ringUntil: '10:00' }), {}, 'against-their-wish'],
		['not on a number they closed', wishing({ notNumbers: [NUMBER] }), {}, 'against-their-wish'],
		['not in a moratorium', { isInMoratorium: true }, {}, 'moratorium'],
		[
			'in a moratorium, where they asked',
			{ isInMoratorium: true },
			{ isAskedFor: true },
			`${NUMBER} despite moratorium`
		],
		['not in bereavement', { isBereaved: true }, {}, 'bereavement'],
		['not twice a day', { earlier: times(1, '2026-11-19') }, {}, 'too-often'],
		[
			'twice a day, where they asked',
			{ earlier: times(1, '2026-11-19') },
			{ isAskedFor: true },
			`${NUMBER} despite too-often`
		],
		['not a fourth time in a week', { earlier: times(3, '2026-11-13') }, {}, 'too-often'],
		['after three times the week before', { earlier: times(3, '2026-11-12') }, {}, NUMBER],
		['not a ninth time in four weeks', { earlier: times(8, '2026-10-23') }, {}, 'too-often'],
		['not before eight', {}, { at: instant('2026-11-19T07:59:59Z') }, 'hours'],
		['not at eight in the evening', {}, { at: instant('2026-11-19T20:00:00Z') }, 'hours'],
		['not on a Sunday', {}, { at: instant('2026-11-22T11:00:00Z') }, 'hours'],
		['not on Christmas Day', {}, { at: instant('2026-12-25T11:00:00Z') }, 'bank-holiday'],
		['by the clock of London, in summer', {}, { at: instant('2026-07-02T07:00:00Z') }, NUMBER]
	])('%s', (_, person, asked, says) => {
		const answer = mayRingNow({ ...PERSON, ...person }, { ...ASKED, ...asked }, policy);
		const said = answer.ok
			? `${answer.number}${answer.exempt ? ` despite ${answer.exempt}` : ''}`
			: answer.because;
		expect(said).toBe(says);
	});

	test('is refused in words, with the rule of the limit', () => {
		const answer = mayRingNow({ ...PERSON, earlier: times(3, '2026-11-18') }, ASKED, policy);
		expect(answer).toMatchObject({
			says: 'We have been in touch as often as we may: 3 times in 7 days.',
			cites: ['policy.C1']
		});
	});
});

describe('a call back is due', () => {
	test.each([
		[
			'at once within the hours',
			'2026-11-19T10:00:30Z',
			{},
			'2026-11-19T10:00:30.000Z',
			'2026-11-21T00:00:00.000Z'
		],
		[
			'in the morning, before them',
			'2026-11-19T06:00:00Z',
			{},
			'2026-11-19T08:00:00.000Z',
			'2026-11-21T00:00:00.000Z'
		],
		[
			'on Saturday morning, of a Friday evening',
			'2026-11-20T20:30:00Z',
			{},
			'2026-11-21T09:00:00.000Z',
			'2026-11-24T00:00:00.000Z'
		],
		[
			'on Monday, of a Saturday afternoon',
			'2026-11-21T13:00:00Z',
			{},
			'2026-11-23T08:00:00.000Z',
			'2026-11-25T00:00:00.000Z'
		],
		[
			'after Christmas Day',
			'2026-12-24T20:00:00Z',
			{},
			'2026-12-26T09:00:00.000Z',
			'2026-12-30T00:00:00.000Z'
		],
		[
			'from the hour they asked for',
			'2026-11-19T09:00:00Z',
			{ ringFrom: '14:00' },
			'2026-11-19T14:00:00.000Z',
			'2026-11-21T00:00:00.000Z'
		],
		[
			'the next day, after their hours',
			'2026-11-19T15:00:00Z',
			{ ringUntil: '12:00' },
			'2026-11-20T08:00:00.000Z',
			'2026-11-24T00:00:00.000Z'
		],
		[
			'on the day they asked for',
			'2026-11-19T09:00:00Z',
			{ ringDays: [2] },
			'2026-11-24T08:00:00.000Z',
			'2026-11-26T00:00:00.000Z'
		],
		[
			'never, where they asked for Sundays',
			'2026-11-19T09:00:00Z',
			{ ringDays: [7] },
			undefined,
			undefined
		],
		[
			'never, where they asked for letters',
			'2026-11-19T09:00:00Z',
			{ channels: ['post' as const] },
			undefined,
			undefined
		]
	])('%s', (_, at, wish, dueAt, expiresAt) => {
		const reach = { ...NO_REACH, wishes: [{ ...NO_WISH, ...wish }] };
		const due = backDue({ at: instant(at), number: NUMBER, reach }, policy.C1.value);
		expect([due?.dueAt, due?.expiresAt]).toEqual([dueAt, expiresAt]);
	});
});

describe('a call back is claimed', () => {
	const BACK: LiveBack = {
		state: 'due',
		claimedBy: null,
		dueAt: AT,
		expiresAt: instant('2026-11-21T00:00:00Z')
	};

	test.each<[string, Partial<LiveBack> | null, string]>([
		['by whoever is first', {}, 'ok'],
		['again by who has it', { state: 'claimed', claimedBy: 'priya' }, 'ok'],
		['not by a second officer', { state: 'claimed', claimedBy: 'tom' }, 'claimed'],
		['not before its time', { dueAt: instant('2026-11-19T10:00:01Z') }, 'not-yet'],
		['not after it', { expiresAt: AT }, 'over'],
		['not when it is done', { state: 'done' }, 'over'],
		['not when it has expired', { state: 'expired' }, 'over'],
		['not when it was only counted', { state: 'counted', dueAt: null }, 'over'],
		['not where there is none', null, 'over']
	])('%s', (_, change, says) => {
		const back = change === null ? undefined : { ...BACK, ...change };
		const claim = mayClaim(back, { officerId: 'priya', at: AT });
		expect(claim.ok ? 'ok' : claim.because).toBe(says);
	});
});
