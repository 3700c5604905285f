import { describe, expect, it } from 'vitest';
import { instant } from '../time/day.ts';
import { phoneAfter, type PhoneNews, type PhoneTrouble } from './phone.ts';

const THEN = instant('2026-11-19T09:00:00Z');
const NOW = instant('2026-11-19T10:00:00Z');

const news = (state: PhoneNews['state'], reason: string | null = null): PhoneNews => ({
	source: 'asterisk',
	state,
	reason,
	at: NOW
});
const trouble = (
	because: PhoneTrouble['because'],
	more: Partial<PhoneTrouble> = {}
): PhoneTrouble => ({ because, reason: null, source: 'asterisk', since: NOW, ...more });

const AWAY = trouble('unreachable', { since: THEN });

describe('a telephone', () => {
	it.each<[string, PhoneTrouble | null, PhoneNews, PhoneTrouble | null]>([
		['that is ready has nothing wrong', null, news('ready'), null],
		['that is not there', null, news('unreachable'), trouble('unreachable')],
		['that is still not there has not been since when it began', AWAY, news('unreachable'), AWAY],
		['that is back', AWAY, news('ready'), null],
		['that was turned off', null, news('doNotDisturb'), trouble('doNotDisturb')],
		['that is in no queue', null, news('offline'), trouble('signedOut')],
		[
			'that its queue paused for a call it missed',
			null,
			news('paused', 'Auto-Pause'),
			trouble('pausedBySwitch', { reason: 'Auto-Pause' })
		],
		['that was paused without a word', null, news('paused'), trouble('pausedBySwitch')],
		['that we paused for wrap-up', null, news('paused', 'Wrap-up'), null],
		['that its officer paused for lunch', null, news('paused', 'Lunch'), null],
		[
			'that we paused because it was away, and is back',
			AWAY,
			news('paused', 'Phone not ready'),
			null
		]
	])('%s', (_, before, heard, after) => {
		expect(phoneAfter(before, heard, 'Lunch')).toEqual(after);
	});

	it('of which another switch knows nothing wrong stays as its own switch says', () => {
		const other = { ...news('ready'), source: 'asterisk:2' };
		expect(phoneAfter(AWAY, other, null)).toBe(AWAY);
	});
});
