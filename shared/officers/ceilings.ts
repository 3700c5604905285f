/**
 * Who may decide a sum alone and who is asked above that, by the amounts of a policy row: W1 for a write-off, RF for a
 * refund. Above every role it is the section 151 officer, outside the product.
 */
import { AGREEING_ROLES, type AgreeingRole } from '../law/policy-rows.ts';
import { NO_PENCE, type Pence } from '../money/pence.ts';
import type { Role } from './roles.ts';

export type Decision =
	{ ok: true } | { ok: false; because: 'above-limit'; ask: AgreeingRole | 'section-151' };

/** Whether this role may decide it alone; if not, the lowest who may. */
export function mayDecide(
	role: Role,
	{ amount, most }: { amount: Pence; most: Readonly<Record<AgreeingRole, Pence>> }
): Decision {
	if (amount <= NO_PENCE) throw new RangeError('There is nothing to decide.');
	if (role !== 'administrator' && amount <= most[role]) return { ok: true };
	const ask = AGREEING_ROLES.find((decider) => amount <= most[decider]);
	return { ok: false, because: 'above-limit', ask: ask ?? 'section-151' };
}
