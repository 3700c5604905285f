import { describe, expect, test } from 'vitest';
import { after, AT, call, team, tile } from '../../tests/builders/board.ts';
import { alertsAt } from './alerts.ts';
import { boardOf } from './board.ts';

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

	test.each([
		[179, []],
		[180, [{ kind: 'paused', officerId: 'Priya', officerName: 'Priya', since: AT }]]
	])('of a recording left paused for %i seconds: %j', (seconds, expected) => {
		const board = boardOf({
			tiles: [tile('Priya', { presence: 'on-call', contactId: 'c2' })],
			teams: [team({ calls: [call({ pausedSince: AT })] })]
		});
		expect(alertsAt(board, Date.parse(after(seconds)))).toEqual(expected);
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
