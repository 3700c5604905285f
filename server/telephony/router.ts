/** The call controls of a contact's own call, and in a demo the callers who ring when asked to. */
import { z } from 'zod';
import { passingOn } from '#shared/calls/transfer.ts';
import { contactProcedure, officerProcedure, router } from '../trpc.ts';

export const telephony = router({
	/** Done when the switch's own event says so, never when it was sent. */
	command: contactProcedure
		.input(
			z.object({
				verb: z.enum([
					'answer',
					'hold',
					'resume',
					'hangUp',
					'cancelTransfer',
					'conference',
					'park',
					'unpark',
					'pauseRecording',
					'resumeRecording'
				])
			})
		)
		.mutation(({ ctx, input }) =>
			ctx.app.telephony.command(input.contactId, { verb: input.verb, officer: ctx.officer })
		),

	transferTargets: contactProcedure.query(({ ctx, input }) =>
		ctx.app.telephony.targets(input.contactId, ctx.officer)
	),

	/** Done when the switch shows the customer gone, or the consultation begun. */
	transfer: contactProcedure
		.input(passingOn)
		.mutation(({ ctx, input: { contactId, ...on } }) =>
			ctx.app.telephony.transfer(contactId, { on, officer: ctx.officer })
		),

	/** Whether anybody can be rung from my screen. */
	canRing: officerProcedure.query(({ ctx }) => ctx.app.telephony.canRing()),

	/** My own phone rings, and then dials somebody I promised to ring. */
	ringBack: officerProcedure
		.input(z.object({ callbackId: z.uuid() }))
		.mutation(({ ctx, input }) => ctx.app.telephony.ringBack({ ...input, officer: ctx.officer })),

	/** My own phone rings, and then dials somebody whom nobody took: mine from then on. */
	ringLeft: officerProcedure
		.input(z.object({ leftCallId: z.uuid() }))
		.mutation(({ ctx, input }) =>
			ctx.app.telephony.ringLeft({ contactId: input.leftCallId, officer: ctx.officer })
		),

	/** Somebody else may ring them. */
	releaseLeft: officerProcedure
		.input(z.object({ leftCallId: z.uuid() }))
		.mutation(({ ctx, input }) =>
			ctx.app.telephony.releaseLeft({ contactId: input.leftCallId, officer: ctx.officer })
		),

	/** My phone was paused by the phone system: it is to offer me calls again. */
	phoneBack: officerProcedure.mutation(({ ctx }) => ctx.app.telephony.phoneBack(ctx.officer)),

	/** Who can be made to ring; nobody outside a demo. */
	scenarios: officerProcedure.query(({ ctx }) => ctx.app.telephony.scenarios()),

	/** Makes this officer's phone ring with the caller of a scenario. */
	ringMe: officerProcedure
		.input(z.object({ scenario: z.string().max(60) }))
		.mutation(({ ctx, input }) => ctx.app.telephony.ringMe(input.scenario, ctx.officer))
});
