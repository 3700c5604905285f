import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { NO_PENCE, pence } from '../money/pence.ts';
import type { ApprovalNotice } from '../outcomes/approval-view.ts';
import { instant } from '../time/day.ts';
import { alertsAt } from './alerts.ts';
import { boardOf } from './board.ts';
import type { BoardCall, TeamState } from './team-state.ts';
import type { Presence, Tile } from './tile.ts';

const AT = instant('2026-11-19T10:00:00Z');
const PRESENCES: readonly Presence[] = [
	'offline',
	'available',
	'paused',
	'ringing',
	'on-call',
	'on-hold',
	'wrap-up',
	'desk'
];

const after = (seconds: number) => instant(new Date(Date.parse(AT) + seconds * 1000));

function tile(officerId: string, state: Partial<Tile['state']> = {}, version = 1): Tile {
	return {
		officerId,
		officerName: officerId,
		teamId: 'recovery',
		version,
		at: AT,
		state: {
			chosen: 'available',
			presence: 'available',
			since: AT,
			contactId: null,
			step: null,
			pauseReason: null,
			...state
		}
	};
}

function team(state: Partial<TeamState['state']> = {}, version = 1): TeamState {
	return {
		teamId: 'recovery',
		version,
		at: AT,
		state: { waiting: [], calls: [], hours: [], approvals: [], outcomes: [], ...state }
	};
}

function call(changes: Partial<BoardCall> = {}): BoardCall {
	return {
		contactId: 'c1',
		officerId: 'Priya',
		channel: 'phone',
		queue: 'council-tax',
		since: AT,
		wrapUpUntil: null,
		guide: null,
		entered: [],
		needsSupport: false,
		help: null,
		...changes
	};
}

function notice(changes: Partial<ApprovalNotice>): ApprovalNotice {
	return {
		approvalId: 'a1',
		contactId: 'c1',
		teamId: 'recovery',
		version: 1,
		state: 'waiting',
		role: 'leader',
		officer: { id: 'Priya', name: 'Priya' },
		leader: null,
		asks: [],
		askedAt: AT,
		expiresAt: after(180),
		decidedAt: null,
		contactVersion: 9,
		...changes
	};
}

/** What a version holds follows from the version, as it does of a row. */
const tiles = fc.array(
	fc
		.record({
			officerId: fc.constantFrom('Asha', 'Priya', 'Tom'),
			version: fc.integer({ min: 1, max: 20 })
		})
		.map(({ officerId, version }) =>
			tile(
				officerId,
				{ presence: PRESENCES[version % 8] ?? 'offline', since: after(version) },
				version
			)
		)
);
const teams = fc.array(
	fc
		.integer({ min: 1, max: 20 })
		.map((version) =>
			team({ waiting: [{ contactId: `w${version}`, queue: null, since: after(version) }] }, version)
		)
);

describe('the board', () => {
	it('is the same whatever the order the messages came in, and however often', () => {
		fc.assert(
			fc.property(
				tiles.chain((sent) => fc.tuple(fc.constant(sent), shuffled(sent))),
				teams.chain((sent) => fc.tuple(fc.constant(sent), shuffled(sent))),
				([sentTiles, otherTiles], [sentTeams, otherTeams]) => {
					const board = boardOf({ tiles: sentTiles, teams: sentTeams });
					expect(boardOf({ tiles: otherTiles, teams: otherTeams })).toEqual(board);
					const twice = {
						tiles: [...sentTiles, ...otherTiles],
						teams: [...otherTeams, ...sentTeams]
					};
					expect(boardOf(twice)).toEqual(board);
				}
			)
		);
	});

	it('counts every officer once', () => {
		fc.assert(
			fc.property(tiles, (sent) => {
				const { rows, counts } = boardOf({ tiles: sent, teams: [] });
				const counted = Object.values(counts).reduce((sum, count) => sum + count, 0);
				expect(counted).toBe(rows.length);
				expect(rows.length).toBe(new Set(sent.map(({ officerId }) => officerId)).size);
			})
		);
	});

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

describe('an alert', () => {
	const held = boardOf({
		tiles: [tile('Priya', { presence: 'on-hold', since: AT })],
		teams: [team({ waiting: [{ contactId: 'w', queue: 'parking', since: AT }] })]
	});
	test.each([
		[0, []],
		[179, []],
		[180, ['hold', 'wait']]
	])('at %i seconds of hold and wait: %j', (seconds, kinds) => {
		const alerts = alertsAt(held, Date.parse(AT) + seconds * 1000);
		expect(alerts.map(({ kind }) => kind)).toEqual(kinds);
	});

	const asks = (officerId: string, seconds: number, leader: { id: string; name: string } | null) =>
		call({
			officerId,
			contactId: officerId,
			help: { reason: 'abusive-caller', askedAt: after(seconds), leader }
		});

	test('is help at once, the longest asked first, and before every other', () => {
		const board = boardOf({
			tiles: [tile('Priya', { presence: 'on-hold', since: AT }), tile('Tom'), tile('Asha')],
			teams: [
				team({
					waiting: [{ contactId: 'w', queue: 'parking', since: AT }],
					calls: [asks('Tom', 179, null), asks('Asha', 170, null)]
				})
			]
		});
		const alerts = alertsAt(board, Date.parse(after(180)));
		expect(alerts.map((one) => [one.kind, 'officerId' in one ? one.officerId : null])).toEqual([
			['help', 'Asha'],
			['help', 'Tom'],
			['hold', 'Priya'],
			['wait', null]
		]);
	});

	test('of help to which somebody comes stands after that to which nobody does', () => {
		const coming = { id: 'marcus', name: 'Marcus Bello' };
		const calls = [asks('Tom', 0, coming), asks('Asha', 60, null)];
		const board = boardOf({ tiles: [tile('Tom'), tile('Asha')], teams: [team({ calls })] });
		const alerts = alertsAt(board, Date.parse(after(60)));
		expect(alerts.map(({ since }) => since)).toEqual([after(60), AT]);
		expect(board.rows.map(({ help }) => help?.leader?.name ?? null)).toEqual([
			null,
			'Marcus Bello'
		]);
	});

	test('of help stands on the officer, whichever of their contacts it is asked in', () => {
		const other = tile('Priya', { presence: 'on-call', contactId: 'c2' });
		const atDesk = call({
			channel: 'desk',
			queue: null,
			help: { reason: 'come-over', askedAt: AT, leader: null }
		});
		const board = boardOf({ tiles: [other], teams: [team({ calls: [atDesk] })] });
		expect(board.rows[0]?.help).toMatchObject({ contactId: 'c1', channel: 'desk' });
	});
});

function shuffled<Item>(items: readonly Item[]) {
	return fc.shuffledSubarray([...items], { minLength: items.length });
}
