/** Who a contact is about: the search for them and the identity check. What is said of an answer is never logged. */
import { z } from 'zod';
import { DOCUMENTS } from '../../shared/customers/check/documents.ts';
import { QUESTIONS } from '../../shared/customers/check/questions.ts';
import { hasAuthority } from '../../shared/officers/authority.ts';
import { contactProcedure, router, type Context } from '../trpc.ts';

const key = z.uuid();
const spoken = z.string().trim().min(1, 'Type what they say.').max(200, 'That is too long.');

/** Who asks, and whether a restricted record opens to them. */
function asker({ officer }: { officer: NonNullable<Context['officer']> }) {
	return { officerId: officer.id, mayOpenRestricted: hasAuthority(officer.role, 'leader') };
}

export const identity = router({
	/** Which questions may be asked, and where the check stands. */
	check: contactProcedure.query(({ ctx, input }) =>
		ctx.app.contacts.check({ ...input, ...asker(ctx) })
	),

	/** What they say to one question; null when they would rather not answer. */
	answer: contactProcedure
		.input(z.object({ key, question: z.enum(QUESTIONS), said: spoken.nullable() }))
		.mutation(({ ctx, input }) => {
			const { contactId, question, said } = input;
			const shown = { kind: 'answer', question, said } as const;
			return ctx.app.contacts.identify({ contactId, key: input.key, shown, ...asker(ctx) });
		}),

	/** At the desk: a document's kind, and that it was seen. */
	document: contactProcedure
		.input(z.object({ key, document: z.enum(DOCUMENTS) }))
		.mutation(({ ctx, input }) => {
			const { contactId, document } = input;
			const shown = { kind: 'document', document } as const;
			return ctx.app.contacts.identify({ contactId, key: input.key, shown, ...asker(ctx) });
		}),

	/** Somebody says that they speak for the customer. */
	representative: contactProcedure
		.input(z.object({ key, name: spoken, organisation: z.string().trim().max(200) }))
		.mutation(({ ctx, input }) => {
			const { contactId, name, organisation } = input;
			const shown = { kind: 'representative', name, organisation } as const;
			return ctx.app.contacts.identify({ contactId, key: input.key, shown, ...asker(ctx) });
		}),

	/** Who speaks for an organisation. */
	speaker: contactProcedure
		.input(z.object({ key, name: spoken, role: spoken }))
		.mutation(({ ctx, input }) => {
			const { contactId, name, role } = input;
			const shown = { kind: 'speaker', name, role } as const;
			return ctx.app.contacts.identify({ contactId, key: input.key, shown, ...asker(ctx) });
		})
});

/** By whatever is typed, of which the beginning is read. A change, because whom it showed is kept. */
export const search = contactProcedure
	.input(z.object({ typed: z.string().max(100_000, 'That is too long.') }))
	.mutation(({ ctx, input }) => ctx.app.contacts.search({ ...input, ...asker(ctx) }));
