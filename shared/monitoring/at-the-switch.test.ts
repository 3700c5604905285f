import { describe, expect, test } from 'vitest';
import { atTheSwitch, type AtTheSwitch } from './at-the-switch.ts';
import { instant } from '../time/day.ts';
import type { PhoneTrouble } from './phone.ts';
import type { Presence } from './tile.ts';

const AT = instant('2026-11-19T10:00:00Z');

const paused = (reason: string): AtTheSwitch => ({ verb: 'pause', reason });

describe('the switch is told of an officer', () => {
	test.each<readonly [Presence, string | null, AtTheSwitch | null]>([
		['available', null, { verb: 'ready' }],
		// A reason left over from the break before says nothing.
		['available', 'Lunch', { verb: 'ready' }],
		['wrap-up', null, paused('Wrap-up')],
		// A break chosen while they write up begins when they have.
		['wrap-up', 'Lunch', paused('Wrap-up')],
		['paused', null, paused('Break')],
		['paused', 'Lunch', paused('Lunch')],
		['offline', null, paused('Not taking calls')],
		['ringing', null, null],
		['on-call', null, null],
		['on-hold', null, null],
		['desk', null, null]
	])('who is %s, with %s as a reason', (presence, pauseReason, told) => {
		expect(atTheSwitch({ presence, pauseReason })).toEqual(told);
	});

	test.each<readonly [PhoneTrouble['because'], AtTheSwitch]>([
		['unreachable', paused('Phone not ready')],
		['doNotDisturb', paused('Phone not ready')],
		// These are the switch's own: it offers them nothing already.
		['pausedBySwitch', { verb: 'ready' }],
		['signedOut', { verb: 'ready' }]
	])('who is available and whose telephone is %s', (because, told) => {
		const phone = { because, reason: null, source: 'asterisk', since: AT };
		expect(atTheSwitch({ presence: 'available', pauseReason: null, phone })).toEqual(told);
		expect(atTheSwitch({ presence: 'on-call', pauseReason: null, phone })).toBeNull();
	});
});
