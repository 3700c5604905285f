import { describe, expect, it } from 'vitest';
import { ID } from '../../tests/builders/outcomes.ts';
import { pence } from '../money/pence.ts';
import type { StagedOutcome } from '../outcomes/outcome.ts';
import { day, instant } from '../time/day.ts';
import { eventAt, type ContactEventBody } from './log/events.ts';
import { foldContact } from './state/fold.ts';
import { NO_OUTCOMES } from './state/outcome-state.ts';
import { nextActions, summaryOf } from './wrap-up.ts';

const STAGED: readonly StagedOutcome[] = [
	{ kind: 'hold', id: ID, debtIds: [ID], why: 'dispute', days: 28 },
	{ kind: 'callback', id: ID, on: day('2026-11-23'), at: '14:30' },
	{
		kind: 'promise',
		id: ID,
		debtId: ID,
		amount: pence(40_00),
		by: day('2026-12-01'),
		method: 'card'
	},
	{ kind: 'letter', id: ID, letter: 'balances', by: 'post', isLargePrint: false },
	{ kind: 'recall', id: ID, debtId: ID },
	{ kind: 'payment', id: ID, debtId: ID, amount: pence(1), receipt: 'T-1' }
];

const settled = (isCommitted: boolean) => ({
	outcomes: {
		...NO_OUTCOMES,
		staged: STAGED.map((outcome) => ({ outcome, note: '' })),
		committed: isCommitted
			? { commitId: ID, at: instant('2026-11-19T10:00:00.000Z'), lines: [], dispositions: [] }
			: null
	}
});

it('says what comes of it later, the nearest first', () => {
	expect(nextActions(settled(true))).toEqual([
		{ text: 'Send the letter by post', on: '2026-11-19' },
		{ text: 'Ring them back at 14:30', on: '2026-11-23' },
		{ text: '£40.00 is promised', on: '2026-12-01' },
		{ text: 'Look again before the hold ends', on: '2026-12-17' }
	]);
});

it('promises nothing before it is committed', () => {
	expect(nextActions(settled(false))).toEqual([]);
});

const AT = instant('2026-11-19T10:00:00Z');

function contactOf(
	...lines: readonly { body: ContactEventBody; words?: Record<string, string> }[]
) {
	return foldContact(
		lines.map(({ body, words }, index) =>
			eventAt({ seq: index + 1, at: AT, by: 'priya', ...(words ? { words } : {}) }, body)
		)
	);
}

const REASON = {
	body: { type: 'reasonGiven', reason: 'plan' },
	words: { 'reason-note': 'Hours were cut' }
} as const;

describe('the summary drafted at the end of a contact', () => {
	it('says why they got in touch, in sentences', () => {
		expect(summaryOf(contactOf(REASON), '')).toMatch(/^Got in touch about: .+\. Hours were cut\.$/);
	});

	it('keeps what was typed in the call notes, which stands nowhere else', () => {
		expect(summaryOf(contactOf(), ' Wants one payment ')).toBe('Wants one payment.');
		expect(summaryOf(contactOf(), 'Can we ring back?')).toBe('Can we ring back?');
	});

	it('is empty where nothing was said', () => {
		expect(summaryOf(contactOf(), ' ')).toBe('');
	});
});
