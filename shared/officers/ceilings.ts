/**
 * What a role may decide alone, by act and amount, and who decides above it. The amounts are the sample policy's W1;
 * the lengths of a plan are decided beside the plan's own rules.
 */
import { pence, type Pence } from '../money/pence.ts';
import type { Role } from './roles.ts';

export type Act = 'write-off';

/** Who is asked when it is above a person's own ceiling. The section 151 officer decides outside the product. */
export type Decider = Role | 'section-151';

export type Decision = { ok: true } | { ok: false; because: 'above-ceiling'; ask: Decider };

const CEILINGS: Record<Act, Record<Role, Pence>> = {
	'write-off': {
		officer: pence(50_00),
		leader: pence(1_000_00),
		manager: pence(5_000_00),
		administrator: pence(0)
	}
};

/** In order of what they may decide, least first. */
const DECIDERS = ['officer', 'leader', 'manager'] as const satisfies readonly Role[];

export function ceilingOf(role: Role, act: Act): Pence {
	return CEILINGS[act][role];
}

/** Whether this role may decide it alone; if not, the lowest who may. */
export function mayDecide(role: Role, wanted: { act: Act; amount: Pence }): Decision {
	if (wanted.amount <= 0) throw new RangeError('There is nothing to decide.');
	if (wanted.amount <= ceilingOf(role, wanted.act)) return { ok: true };
	const ask = DECIDERS.find((decider) => wanted.amount <= ceilingOf(decider, wanted.act));
	return { ok: false, because: 'above-ceiling', ask: ask ?? 'section-151' };
}
