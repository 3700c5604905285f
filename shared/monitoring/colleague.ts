/** Who a customer can be passed on to, as they stand now. Names officers and queues; no customer, and no telephone. */
import type { Presence } from './tile.ts';

export type Colleague = { officerId: string; name: string; team: string; presence: Presence };

export type TransferTargets = {
	/** The free ones first. */
	colleagues: readonly Colleague[];
	/** By the switch's own names. */
	queues: readonly string[];
};
