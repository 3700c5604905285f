import { describe, expect, it } from 'vitest';
import { EVENTS, nextState, STATES, type LifeEvent } from './states.ts';

/** Each row in the order of the states; what begins with a dash is a refusal. */
const CELLS: Record<LifeEvent, string> = {
	asked:
		'awaiting-approval -waits-for-approval -is-agreed -is-agreed -is-broken -is-over -is-over -is-over',
	declined:
		'-above-authority-only proposed -is-agreed -is-agreed -is-broken -is-over -is-over -is-over',
	agreed: 'active -waits-for-approval -is-agreed -is-agreed -is-broken -is-over -is-over -is-over',
	approved:
		'-above-authority-only active -is-agreed -is-agreed -is-broken -is-over -is-over -is-over',
	missed:
		'-not-agreed-yet -waits-for-approval late -is-late-already -is-broken -is-over -is-over -is-over',
	'put-right':
		'-not-agreed-yet -waits-for-approval -nothing-is-missed active -is-broken -is-over -is-over -is-over',
	broken:
		'-not-agreed-yet -waits-for-approval -nothing-is-missed broken -is-broken -is-over -is-over -is-over',
	'paid-off':
		'-not-agreed-yet -waits-for-approval completed completed completed -is-over -is-over -is-over',
	reopened:
		'-not-agreed-yet -waits-for-approval -not-complete -not-complete -not-complete active -is-over -is-over',
	'break-given':
		'-not-agreed-yet -waits-for-approval active late -is-broken -is-over -is-over -is-over',
	varied: '-not-agreed-yet -waits-for-approval active late -is-broken -is-over -is-over -is-over',
	reviewed: '-not-agreed-yet -waits-for-approval active late -is-broken -is-over -is-over -is-over',
	cancelled: 'cancelled cancelled cancelled cancelled -is-broken -is-over -is-over -is-over',
	'terms-varied':
		'-not-agreed-yet -waits-for-approval superseded -is-late-already -is-broken -is-over -is-over -is-over',
	superseded:
		'-not-agreed-yet -waits-for-approval superseded superseded superseded -is-over -is-over -is-over'
};

describe('the life of an arrangement', () => {
	const cells = EVENTS.flatMap((event) =>
		STATES.map((state, at) => [state, event, CELLS[event].split(' ')[at] ?? ''] as const)
	);

	it.each(cells)('%s, %s: %s', (state, event, expected) => {
		const next = nextState(state, event);
		expect(next.ok ? next.to : `-${next.because}`).toBe(expected);
	});

	it('leaves no pair unanswered', () => {
		expect(cells).toHaveLength(STATES.length * EVENTS.length);
		expect(cells.every(([, , expected]) => expected !== '')).toBe(true);
	});
});
