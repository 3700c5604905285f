/** The table of contents: every room that answers questions and takes commands. */
import { affordability } from './affordability/router.ts';
import { arrangements } from './arrangements/router.ts';
import { changes } from './changes/router.ts';
import { imports } from './imports/router.ts';
import { contacts } from './contacts/router.ts';
import { customers } from './customers/router.ts';
import { debts } from './debts/router.ts';
import { law } from './law/router.ts';
import { income } from './income/router.ts';
import { monitoring } from './monitoring/router.ts';
import { claims } from './outcomes/claims/router.ts';
import { approvals, outcomes } from './outcomes/router.ts';
import { outbox } from './letters/router.ts';
import { officers } from './officers/router.ts';
import { telephony } from './telephony/router.ts';
import { webhooks } from './telephony/webhook/router.ts';
import { createCallerFactory, router } from './trpc.ts';

export const appRouter = router({
	affordability,
	approvals,
	arrangements,
	changes,
	contacts,
	imports,
	customers,
	debts,
	law,
	income,
	monitoring,
	officers,
	outbox,
	outcomes,
	claims,
	telephony,
	webhooks
});

export type AppRouter = typeof appRouter;

/** Calls procedures without HTTP, for tests and for what runs beside the server. */
export const createCaller = createCallerFactory(appRouter);
