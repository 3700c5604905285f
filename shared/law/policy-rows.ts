/**
 * What council policy says of a debt at each stage of each stream: whether it may be in a payment plan, by when it must
 * be clear and who may agree that, the least that is paid while it is owed, and what agreeing stops and does not.
 */
import type { Pence } from '../money/pence.ts';

/** Who may agree, least first. What a manager may not agree nobody may. */
export const AGREEING_ROLES = ['officer', 'leader', 'manager'] as const;

export type AgreeingRole = (typeof AGREEING_ROLES)[number];

export const ROW_IDS = [
	'CT1',
	'CT2',
	'CT3',
	'CT4',
	'CT5',
	'CT6',
	'CT7',
	'CT8',
	'NR1',
	'NR2',
	'NR3',
	'HB1',
	'HB2',
	'HB3',
	'HB4',
	'IN1',
	'IN2',
	'IN3',
	'CA1',
	'CA2',
	'RE1',
	'RE2',
	'RE3',
	'PC1',
	'PC2',
	'PC3',
	'HO',
	'OT'
] as const;

export type RowId = (typeof ROW_IDS)[number];

export type ClearBy =
	/** Every payment falls before the day of the first payment plus so many months. */
	| { kind: 'months'; months: number }
	/** 31 March of the year the debt is for, plus so many months. */
	| { kind: 'year-end'; plusMonths: number }
	/** A court has said how much and how often. */
	| { kind: 'as-ordered' };

/** Null where it is not theirs to agree. */
export type ClearByRole = Record<AgreeingRole, ClearBy | null>;

/** The least that is paid while the debt is owed. */
export type Least = { amount: Pence; every: 'month' | 'week'; onlyTheOldest: boolean };

export type StreamRow = {
	/** The stream and stage, as an officer would say it. */
	title: string;
	inPlan: 'all' | 'overdue' | 'as-ordered' | 'no';
	/** Not a priority debt: payments to other such creditors then come off what is left (P1). */
	isNonPriority: boolean;
	/** `older` where the debt is not of this year, `company` where a company owes it. */
	clearBy: { usual: ClearByRole; older?: ClearByRole; company?: ClearByRole } | null;
	least: Least | null;
	/** After "While you keep to it we will not", before "for" and the debt's name. */
	stops: string | null;
	/** After "We will still". */
	doesNotStop: string | null;
	/** Said where the debt is not in the plan. */
	outside: Outside | null;
};

export type Outside = {
	why: string;
	/** What the customer can do about it. */
	instead: string;
	/** Who may change that; null where nobody here may. */
	mayAgree: AgreeingRole | null;
};
