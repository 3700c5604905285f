/** What a screen asks and tells about its contacts. Every one names the contact, and it must be theirs. */
import { z } from 'zod';
import { officerEvent } from '../../shared/contacts/log/sent.ts';
import { theirSingleView } from './single-view.ts';
import { contactProcedure, officerProcedure, router } from '../trpc.ts';
import { identity, search } from './person-router.ts';

const typed = z.string().max(4000, 'That is too long to keep. Make it 4,000 characters or fewer.');
const words = z.record(z.string().max(40), typed);

export const contacts = router({
	/** Everything on my screens: what a reload asks for. */
	mine: officerProcedure.query(({ ctx }) => ctx.app.contacts.mine(ctx.officer.id)),

	/** One contact, when a socket hears of a version it lacks. */
	view: contactProcedure.query(
		async ({ ctx, input }) => (await ctx.app.contacts.view(input.contactId, ctx.officer.id)) ?? null
	),

	/** Everything about its person that the screen does not hold, once identity has passed. */
	singleView: contactProcedure.query(({ ctx, input }) =>
		theirSingleView(ctx.app, { ...input, officerId: ctx.officer.id })
	),

	/** Somebody is at the desk: a contact of my own, without a call. The same key again is the same contact. */
	receive: officerProcedure
		.input(z.object({ key: z.uuid() }))
		.mutation(({ ctx, input }) =>
			ctx.app.contacts.receive({ ...input, officerId: ctx.officer.id })
		),

	/** What I did, in order. Sending it again changes nothing. */
	act: contactProcedure
		.input(
			z.object({
				events: z
					.array(z.object({ key: z.uuid(), body: officerEvent, words: words.optional() }))
					.min(1)
					.max(50)
			})
		)
		.mutation(({ ctx, input }) => ctx.app.contacts.act({ ...input, officerId: ctx.officer.id })),

	/** Half-typed text, at most once a second a field. */
	draft: contactProcedure
		.meta({ authority: 'officer', answersCards: true })
		.input(z.object({ field: z.string().min(1).max(40), value: typed }))
		.mutation(({ ctx, input }) => ctx.app.contacts.draft({ ...input, officerId: ctx.officer.id })),

	window: router({
		/** The customer's own window, where they are at the desk: the code that opens one, once. */
		open: contactProcedure.mutation(({ ctx, input }) => {
			const { id: officerId, name: officerName } = ctx.officer;
			return ctx.app.windows.open({ ...input, officerId, officerName });
		}),

		/** My screen is hidden, or shown again: so is theirs. */
		cover: contactProcedure
			.input(z.object({ isHidden: z.boolean() }))
			.mutation(({ ctx, input }) => ctx.app.windows.cover({ ...input, officerId: ctx.officer.id })),

		close: contactProcedure.mutation(({ ctx, input }) =>
			ctx.app.windows.close({ ...input, officerId: ctx.officer.id })
		)
	}),

	identity,
	search
});
