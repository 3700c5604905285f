import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after, team, tile } from '../../tests/builders/board.ts';
import { boardOf } from './board.ts';
import type { Presence } from './tile.ts';

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
});

function shuffled<Item>(items: readonly Item[]) {
	return fc.shuffledSubarray([...items], { minLength: items.length });
}
