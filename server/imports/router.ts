/** What an administrator asks and decides about extracts. The files themselves come by their own route: `receive.ts`. */
import { z } from 'zod';
import type { Officer } from '#shared/officers/roles.ts';
import { LONGEST_REASON } from '#shared/officers/imports.ts';
import { administratorProcedure, router } from '../trpc.ts';

const asked = ({ id, name }: Officer) => ({ by: name, officerId: id });

const one = z.object({ importId: z.uuid() });

export const imports = router({
	all: administratorProcedure.query(({ ctx }) => ctx.app.imports.see()),

	accept: administratorProcedure
		.input(one.extend({ because: z.string().max(LONGEST_REASON, 'Say it in fewer words.') }))
		.mutation(({ ctx, input }) => ctx.app.imports.accept({ ...input, ...asked(ctx.officer) })),

	refuse: administratorProcedure
		.input(one)
		.mutation(({ ctx, input }) => ctx.app.imports.refuse({ ...input, ...asked(ctx.officer) }))
});
