/**
 * What a hold is called, whom it protects and whether it is in force. A moratorium protects every person liable for
 * the debt (SI 2020/1311 reg 7); insolvency, a death and a support review are one person's. Fraud is never a hold.
 */
import type { Day } from '../time/day.ts';
import type { DebtRecord, Hold, HoldKind } from './debt.ts';

type HoldRule = {
	label: string;
	/** Where a label has to be short. */
	tag?: string;
	/** Whether it also holds the debt for everyone else who is liable. */
	protectsOthers: boolean;
	/** Whether a payment may be asked for: never in a moratorium, insolvency or bereavement. */
	isSilent: boolean;
};

export const HOLDS: Record<HoldKind, HoldRule> = {
	'breathing-space': { label: 'Breathing space', protectsOthers: true, isSilent: true },
	'mental-health-crisis': {
		label: 'Breathing space, crisis treatment',
		protectsOthers: true,
		isSilent: true
	},
	dispute: { label: 'Dispute', protectsOthers: true, isSilent: false },
	insolvency: { label: 'Insolvency', protectsOthers: false, isSilent: true },
	deceased: { label: 'Death reported', protectsOthers: false, isSilent: true },
	'application-pending': {
		label: 'Discount or support claim open',
		tag: 'Claim open',
		protectsOthers: true,
		isSilent: false
	},
	'support-review': { label: 'Support review', protectsOthers: false, isSilent: false },
	'no-surplus': { label: 'Nothing left to pay with', protectsOthers: false, isSilent: false },
	adviser: { label: 'Debt adviser acting', protectsOthers: false, isSilent: false },
	// To one who is protected by another's moratorium: that nothing may be done, never why.
	anothers: { label: 'Recovery paused', protectsOthers: false, isSilent: true }
};

/** All that a screen may say of any hold before identity. */
export const HOLD_BEFORE_IDENTITY = 'Do not ask for payment';

export function holdLabel(hold: Hold): string {
	return HOLDS[toldTo(hold).kind].label;
}

/** In two or three words, for a screen. */
export function holdTag(hold: Hold): string {
	const { tag, label }: HoldRule = HOLDS[toldTo(hold).kind];
	return tag ?? label;
}

/** As the person it also protects may know it: not why, and not until when, which would tell why. */
export function toldTo(hold: Hold): Hold {
	return hold.mine === false ? { ...hold, kind: 'anothers', untilOn: null } : hold;
}

/** Its last protected day is protected too. */
export function isInForce(hold: Hold, today: Day): boolean {
	return hold.fromOn <= today && (hold.untilOn === null || today <= hold.untilOn);
}

export function holdsInForce(debt: Pick<DebtRecord, 'holds'>, today: Day): readonly Hold[] {
	return debt.holds.filter((hold) => isInForce(hold, today));
}

export function isPaused(debt: Pick<DebtRecord, 'holds'>, today: Day): boolean {
	return debt.holds.some((hold) => isInForce(hold, today));
}
