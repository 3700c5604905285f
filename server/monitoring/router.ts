/** My own tile and presence; a leader's team. */
import { z } from 'zod';
import { leaderProcedure, officerProcedure, router } from '../trpc.ts';
import { tilesOf } from './queries.ts';
import { teamState } from './team-state.ts';

export const monitoring = router({
	mine: officerProcedure.query(
		async ({ ctx }) => (await ctx.app.presences.mine(ctx.officer.id)) ?? null
	),

	setPresence: officerProcedure
		.input(
			z.object({
				chosen: z.enum(['available', 'paused']),
				reason: z.string().max(60, 'Keep the reason short.').nullable()
			})
		)
		.mutation(async ({ ctx, input }) => {
			const { chosen, reason } = input;
			return (await ctx.app.presences.choose(ctx.officer.id, chosen, reason)) ?? null;
		}),

	tiles: leaderProcedure.query(({ ctx }) =>
		tilesOf(ctx.app.db.sql, { teamId: ctx.officer.teamId, at: ctx.app.clock.now() })
	),

	/** What the board shows beside the tiles. */
	team: leaderProcedure.query(({ ctx }) =>
		teamState(ctx.app.db.sql, {
			teamId: ctx.officer.teamId,
			at: ctx.app.clock.now(),
			today: ctx.app.clock.today()
		})
	)
});
