import { describe, expect, test } from 'vitest';
import { after, AT, call, notice, team, tile } from '../../tests/builders/board.ts';
import { NO_PENCE, pence } from '../money/pence.ts';
import { boardOf } from './board.ts';

describe('the board', () => {
	test('a held call keeps its own time, and the hold has another', () => {
		const held = tile('Priya', {
			presence: 'on-hold',
			contactId: 'c1',
			since: after(60),
			step: 'debts'
		});
		const [row] = boardOf({ tiles: [held], teams: [team({ calls: [call()] })] }).rows;
		expect(row).toMatchObject({ since: AT, heldSince: after(60), queue: 'council-tax' });
		expect(row?.step?.name).toBe('Debts');
	});

	test('a call of the same officer that is not the one on the tile says nothing', () => {
		const other = tile('Priya', { presence: 'on-call', contactId: 'c2', since: after(60) });
		const [row] = boardOf({ tiles: [other], teams: [team({ calls: [call()] })] }).rows;
		expect(row).toMatchObject({ since: after(60), queue: null, step: null });
	});

	test('a plan without a statement is said, and the step skipped is marked', () => {
		const planning = tile('Priya', { presence: 'on-call', contactId: 'c1', step: 'plan' });
		const calls = [call({ entered: ['greeting', 'identity', 'debts', 'plan'] })];
		const [row] = boardOf({ tiles: [planning], teams: [team({ calls })] }).rows;
		expect(row?.hasNoStatement).toBe(true);
		expect(row?.step?.states.slice(0, 8)).toEqual([
			'done',
			'done',
			'skipped',
			'skipped',
			'done',
			'skipped',
			'skipped',
			'current'
		]);
	});

	test('what is asked of a leader stands with its contact, and on the row of who asks', () => {
		const asking = tile('Priya', { presence: 'on-call', contactId: 'c1', step: 'approval' });
		const first = notice({ approvalId: 'first', expiresAt: after(100) });
		const later = notice({ approvalId: 'later', expiresAt: after(180), contactId: 'gone' });
		const board = boardOf({
			tiles: [asking, tile('Tom')],
			teams: [team({ calls: [call()], approvals: [later, first] })]
		});
		expect(board.approvals.map(({ approvalId, queue }) => [approvalId, queue])).toEqual([
			['first', 'council-tax'],
			['later', null]
		]);
		expect(board.rows.map(({ approvalUntil }) => approvalUntil)).toEqual([after(100), null]);
	});

	test('the day’s outcomes are counted over teams, somebody helped twice once, pounds last', () => {
		const outcomes = [
			{ kind: 'arrangement', count: 2, people: 2, amount: pence(2000_01) },
			{ kind: 'no-surplus', count: 3, people: 2, amount: NO_PENCE },
			{ kind: 'promise', count: 1, people: 1, amount: pence(50_00) }
		] as const;
		const other = [
			{ kind: 'claim', count: 2, people: 1, amount: NO_PENCE },
			{ kind: 'arrangement', count: 1, people: 1, amount: pence(99) }
		] as const;
		const teams = [team({ outcomes }), { ...team({ outcomes: other }), teamId: 'benefits' }];
		const today = boardOf({ tiles: [], teams }).outcomes;
		expect(today).toMatchObject({
			arrangements: 3,
			takeUpClaims: 2,
			noSurplusHelped: 2,
			arranged: 2001_00
		});
		expect(Object.keys(today)).toEqual([
			'arrangements',
			'takeUpClaims',
			'noSurplusHelped',
			'arranged',
			'byKind'
		]);
		expect(today.byKind.map(({ kind, count }) => [kind, count])).toEqual([
			['arrangement', 3],
			['claim', 2],
			['no-surplus', 3],
			['promise', 1]
		]);
	});

	test.each([
		['a call that is written up', 'wrap-up', after(120), after(120)],
		['a contact without a call', 'wrap-up', null, null],
		['the call they have now', 'on-call', after(120), null]
	] as const)('shows until when there is time for %s', (_, presence, until, shown) => {
		const state = { presence, contactId: 'c1' };
		const [row] = boardOf({
			tiles: [tile('Priya', state)],
			teams: [team({ calls: [call({ wrapUpUntil: until })] })]
		}).rows;
		expect(row?.wrapUpUntil).toBe(shown);
	});

	test('an officer without a call has no step', () => {
		const [row] = boardOf({ tiles: [tile('Priya', { step: 'debts' })], teams: [] }).rows;
		expect(row).toMatchObject({ step: null, heldSince: null, needsSupport: false });
	});
});
