/**
 * What may happen to an arrangement in each state of its life, and what it is then: the whole of policy rows L1 to L7 as
 * one table. Every pair is answered, with the next state or with a refusal by name; nothing else changes a state.
 */

export const STATES = [
	'proposed',
	'awaiting-approval',
	'active',
	'late',
	'broken',
	'completed',
	'cancelled',
	'superseded'
] as const;

export type ArrangementState = (typeof STATES)[number];

export const EVENTS = [
	/** Above the officer's authority: a leader is asked. */
	'asked',
	/** The leader says no, or does not answer: that is never a yes. */
	'declined',
	'agreed',
	'approved',
	'missed',
	'put-right',
	'broken',
	/** Nothing of it is owed any more. */
	'paid-off',
	/** A payment came back after it was complete. */
	'reopened',
	'break-given',
	'varied',
	'reviewed',
	'cancelled',
	/** While it is kept to, on other terms within the dates that it had: another carries it on. */
	'terms-varied',
	'superseded'
] as const;

export type LifeEvent = (typeof EVENTS)[number];

export type LifeRefusal =
	| 'not-agreed-yet'
	| 'waits-for-approval'
	| 'is-agreed'
	| 'nothing-is-missed'
	| 'is-late-already'
	| 'is-broken'
	| 'is-over'
	| 'above-authority-only'
	| 'not-complete';

export type Next = { ok: true; to: ArrangementState } | { ok: false; because: LifeRefusal };

type Cell = ArrangementState | { no: LifeRefusal };

const no = (because: LifeRefusal): Cell => ({ no: because });

/** In the order of `STATES`. */
type Row = readonly [Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell];

const EARLY = [no('not-agreed-yet'), no('waits-for-approval')] as const;
const OVER = [no('is-over'), no('is-over'), no('is-over')] as const;
const AGREED = [no('is-agreed'), no('is-agreed'), no('is-broken'), ...OVER] as const;

const TABLE: Record<LifeEvent, Row> = {
	asked: ['awaiting-approval', no('waits-for-approval'), ...AGREED],
	declined: [no('above-authority-only'), 'proposed', ...AGREED],
	agreed: ['active', no('waits-for-approval'), ...AGREED],
	approved: [no('above-authority-only'), 'active', ...AGREED],
	missed: [...EARLY, 'late', no('is-late-already'), no('is-broken'), ...OVER],
	'put-right': [...EARLY, no('nothing-is-missed'), 'active', no('is-broken'), ...OVER],
	broken: [...EARLY, no('nothing-is-missed'), 'broken', no('is-broken'), ...OVER],
	'paid-off': [...EARLY, 'completed', 'completed', 'completed', ...OVER],
	reopened: [
		...EARLY,
		no('not-complete'),
		no('not-complete'),
		no('not-complete'),
		'active',
		no('is-over'),
		no('is-over')
	],
	'break-given': [...EARLY, 'active', 'late', no('is-broken'), ...OVER],
	varied: [...EARLY, 'active', 'late', no('is-broken'), ...OVER],
	reviewed: [...EARLY, 'active', 'late', no('is-broken'), ...OVER],
	cancelled: ['cancelled', 'cancelled', 'cancelled', 'cancelled', no('is-broken'), ...OVER],
	'terms-varied': [...EARLY, 'superseded', no('is-late-already'), no('is-broken'), ...OVER],
	superseded: [...EARLY, 'superseded', 'superseded', 'superseded', ...OVER]
};

export function nextState(from: ArrangementState, event: LifeEvent): Next {
	const cell = TABLE[event][STATES.indexOf(from)];
	if (cell === undefined) throw new Error(`There is no state ${from}.`);
	return typeof cell === 'string' ? { ok: true, to: cell } : { ok: false, because: cell.no };
}

/** While it is kept to or can be put right: it holds recovery on its debts, and they are in no other. */
export function isLive(state: ArrangementState): boolean {
	return state === 'active' || state === 'late';
}

export const STATE_NAMES: Record<ArrangementState, string> = {
	proposed: 'Proposed',
	'awaiting-approval': 'Waiting for approval',
	active: 'Active',
	late: 'Late',
	broken: 'Broken',
	completed: 'Completed',
	cancelled: 'Cancelled',
	superseded: 'Replaced by a new plan'
};

export const LIFE_REFUSALS: Record<LifeRefusal, string> = {
	'not-agreed-yet': 'It is not agreed yet.',
	'waits-for-approval': 'A team leader has not answered yet.',
	'is-agreed': 'It is agreed already.',
	'nothing-is-missed': 'No payment of it is missed.',
	'is-late-already': 'It is late already.',
	'is-broken': 'It is broken. A new plan can be agreed.',
	'is-over': 'It is over.',
	'above-authority-only': 'Nobody was asked to approve it.',
	'not-complete': 'It is not complete.'
};
