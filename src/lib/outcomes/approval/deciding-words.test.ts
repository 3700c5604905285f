import { describe, expect, it, test } from 'vitest';
import type { ApprovalNotice } from '#shared/outcomes/approval-view.ts';
import { instant } from '#shared/time/day.ts';
import { endingOf } from './deciding-words.ts';

const NOW = Date.parse('2026-11-19T10:01:00Z');
const LEADER = { id: 'marcus', role: 'leader' } as const;
const MARCUS = { id: 'marcus', name: 'Marcus Bello' };
const HELEN = { id: 'helen', name: 'Helen Adeyemi' };

function notice(changes: Partial<ApprovalNotice> = {}): ApprovalNotice {
	return {
		approvalId: 'a1',
		contactId: 'c1',
		teamId: 'council-tax',
		version: 1,
		state: 'waiting',
		role: 'leader',
		officer: { id: 'zara', name: 'Zara Malik' },
		leader: null,
		asks: [],
		askedAt: instant('2026-11-19T10:00:00Z'),
		expiresAt: instant('2026-11-19T10:03:00Z'),
		decidedAt: null,
		contactVersion: 7,
		...changes
	};
}

const at1002 = { decidedAt: instant('2026-11-19T10:02:00Z') };

describe('what is asked of a leader', () => {
	it.each([
		['waits for anybody', notice(), null],
		['is open in front of them', notice({ state: 'opened', leader: MARCUS }), null],
		['is open elsewhere', notice({ state: 'opened', leader: HELEN }), 'Helen Adeyemi has it open'],
		[
			'was granted by another',
			notice({ state: 'granted', leader: HELEN, ...at1002 }),
			'Helen Adeyemi approved it at 10:02'
		],
		[
			'was refused by them',
			notice({ state: 'refused', leader: MARCUS, ...at1002 }),
			'You refused it at 10:02'
		],
		['was taken back', notice({ state: 'withdrawn' }), 'Zara Malik took the request back'],
		['lapsed', notice({ state: 'timed-out' }), 'Nobody answered in time'],
		[
			'is over by the clock, and nobody has said so yet',
			notice({ expiresAt: instant('2026-11-19T10:01:00Z') }),
			'Nobody answered in time'
		],
		['is above them', notice({ role: 'manager' }), 'A manager answers this'],
		['is their own', notice({ officer: MARCUS }), 'You asked for this yourself']
	] as const)('%s', (_, asked, title) => {
		expect(endingOf(asked, { me: LEADER, now: NOW })?.title ?? null).toBe(title);
	});

	test('is told to a manager as theirs, too', () => {
		const me = { id: 'judith', role: 'manager' } as const;
		expect(endingOf(notice({ role: 'manager' }), { me, now: NOW })).toBeNull();
	});
});
