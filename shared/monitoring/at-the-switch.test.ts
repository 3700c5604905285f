import { describe, expect, test } from 'vitest';
import { atTheSwitch, type AtTheSwitch } from './at-the-switch.ts';
import type { Presence } from './tile.ts';

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
});
