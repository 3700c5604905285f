/** My own tile and presence; a leader's team, a manager's every team. */
import { z } from 'zod';
import { mayHoldTeam } from '#shared/monitoring/audience.ts';
import { hasAuthority } from '#shared/officers/authority.ts';
import type { Officer } from '#shared/officers/roles.ts';
import type { App } from '../app.ts';
import { leaderProcedure, officerProcedure, router } from '../trpc.ts';
import { workOf } from './my-work.ts';
import { teamIdsIn, tilesOf } from './queries.ts';
import { queuesNow } from './queues.ts';
import { teamState } from './team-state.ts';

export const monitoring = router({
	mine: officerProcedure.query(
		async ({ ctx }) => (await ctx.app.presences.mine(ctx.officer.id)) ?? null
	),

	setPresence: officerProcedure
		.input(
			z.object({
				chosen: z.enum(['available', 'paused', 'offline']),
				reason: z
					.string()
					.max(60, 'Keep the reason short.')
					.regex(/^\P{Cc}*$/u, 'Keep the reason to one line.')
					.nullable()
			})
		)
		.mutation(async ({ ctx, input }) => {
			const { chosen, reason } = input;
			return (await ctx.app.presences.choose(ctx.officer.id, chosen, reason)) ?? null;
		}),

	/** What I left open, and my own day. */
	work: officerProcedure.query(({ ctx }) =>
		workOf(ctx.app.db.sql, {
			officerId: ctx.officer.id,
			mayOpenRestricted: hasAuthority(ctx.officer.role, 'leader'),
			at: ctx.app.clock.now(),
			today: ctx.app.clock.today()
		})
	),

	/** How many wait in which queue: the council's queues, whoever's team. */
	queues: officerProcedure.query(({ ctx }) => queuesNow(ctx.app.db.sql, ctx.app.clock.now())),

	tiles: leaderProcedure.query(async ({ ctx }) => {
		const teamIds = await teamsOf(ctx);
		return tilesOf(ctx.app.db.sql, { teamIds, at: ctx.app.clock.now() });
	}),

	/** What the board shows beside the tiles. */
	teams: leaderProcedure.query(async ({ ctx }) => {
		const { clock, db } = ctx.app;
		const now = { at: clock.now(), today: clock.today() };
		const teamIds = await teamsOf(ctx);
		return Promise.all(teamIds.map((teamId) => teamState(db.sql, { teamId, ...now })));
	}),

	/** I come to the officer who asks for help in this contact; of a team that is mine. */
	answerHelp: leaderProcedure
		.input(z.object({ contactId: z.uuid() }))
		.mutation(({ ctx, input }) => ctx.app.contacts.answerHelp({ ...input, leader: ctx.officer }))
});

async function teamsOf({ app, officer }: { app: App; officer: Officer }): Promise<string[]> {
	const all = await teamIdsIn(app.db.sql);
	return all.filter((teamId) => mayHoldTeam(officer, teamId));
}
