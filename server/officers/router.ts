/** Who I am. */
import { router, signedInProcedure } from '../trpc.ts';

export const officers = router({
	me: signedInProcedure.query(({ ctx }) => ctx.officer)
});
