/**
 * What the guide may ask of a contact to choose its next step and its lines, and the conditions its data may name. A
 * contact is made into these facts by the contacts room; the guide knows nothing else of it.
 */
import type { RequestKind } from './requests.ts';

export type GuideFacts = {
	channel: 'phone' | 'desk' | 'writing';
	direction: 'inbound' | 'outbound';
	/** The customer it is about has been chosen, or only one can be meant. */
	hasCustomer: boolean;
	/** Nobody’s rent and food are a company’s, a partnership’s or a trust’s. */
	isBusiness: boolean;
	identity: 'open' | 'passed' | 'stopped';
	/** What was taken that needs no identity. */
	requests: readonly RequestKind[];
	hasReason: boolean;
	/** Whether they need anything done differently has been asked. */
	hasAskedNeeds: boolean;
	needsSupport: boolean;
	/** Debts they may be told of, and about how many it is known whether they recognise them. */
	debtCount: number;
	recognisedCount: number;
	/** Nothing may be asked for: a moratorium, insolvency, a bereavement, or every debt held. */
	isProtected: boolean;
	/** Entitlements spotted, and how many of them have an answer. */
	spottedCount: number;
	takeUpCount: number;
	statement: 'none' | 'started' | 'finished';
	/** Null while no statement says. */
	hasSurplus: boolean | null;
	plan: 'none' | 'chosen';
	approval: 'not-needed' | 'needed' | 'waiting' | 'granted' | 'refused';
	/** Each kind of help was done or declined, and a hold asked for, because nothing is left. */
	hasHelp: boolean;
	/** Something has been staged that must be read back. */
	hasOutcomes: boolean;
	isReadBack: boolean;
	isCommitted: boolean;
	/** Money is to be taken today. */
	paysToday: boolean;
};

const weRang = ({ channel, direction }: Pick<GuideFacts, 'channel' | 'direction'>) =>
	channel === 'phone' && direction === 'outbound';

export const CONDITIONS = {
	'by-phone': ({ channel, direction }) => channel === 'phone' && direction === 'inbound',
	'on-the-phone': ({ channel }) => channel === 'phone',
	'without-call': ({ channel }) => channel !== 'phone',
	'we-rang': (facts) => weRang(facts),
	'at-desk': ({ channel }) => channel === 'desk',
	'in-writing': ({ channel }) => channel === 'writing',
	'identity-open': ({ identity }) => identity === 'open',
	'identity-passed': ({ identity }) => identity === 'passed',
	'they-came-unproved': (facts) => facts.identity === 'open' && !weRang(facts),
	'they-came-and-passed': (facts) => facts.identity === 'passed' && !weRang(facts),
	'they-came-and-stopped': (facts) => facts.identity === 'stopped' && !weRang(facts),
	'we-rang-unproved': (facts) => facts.identity === 'open' && weRang(facts),
	'we-rang-and-passed': (facts) => facts.identity === 'passed' && weRang(facts),
	'we-rang-and-stopped': (facts) => facts.identity === 'stopped' && weRang(facts),
	'identity-settled': ({ identity, requests }) => identity !== 'open' || requests.length > 0,
	'has-reason': ({ hasReason }) => hasReason,
	'needs-asked': ({ hasAskedNeeds }) => hasAskedNeeds,
	'needs-support': ({ needsSupport }) => needsSupport,
	'one-debt': ({ debtCount, isProtected }) => debtCount === 1 && !isProtected,
	'several-debts': ({ debtCount, isProtected }) => debtCount > 1 && !isProtected,
	'no-debts': ({ debtCount, isProtected }) => debtCount === 0 && !isProtected,
	protected: ({ isProtected }) => isProtected,
	'debts-gone-through': ({ debtCount, recognisedCount }) => recognisedCount >= debtCount,
	spotted: ({ spottedCount }) => spottedCount > 0,
	'take-up-answered': ({ spottedCount, takeUpCount }) => takeUpCount >= spottedCount,
	'nothing-to-plan': ({ identity, isProtected, debtCount }) =>
		identity === 'passed' && (isProtected || debtCount === 0),
	'statement-finished': ({ statement }) => statement === 'finished',
	'no-surplus': ({ hasSurplus }) => hasSurplus === false,
	'household-no-surplus': ({ hasSurplus, isBusiness }) => hasSurplus === false && !isBusiness,
	'business-no-surplus': ({ hasSurplus, isBusiness }) => hasSurplus === false && isBusiness,
	'household-no-plan': ({ plan, hasSurplus, isBusiness }) =>
		plan === 'none' && hasSurplus !== false && !isBusiness,
	'business-no-plan': ({ plan, hasSurplus, isBusiness }) =>
		plan === 'none' && hasSurplus !== false && isBusiness,
	'plan-or-help': ({ hasSurplus, hasHelp }) => hasSurplus !== false || hasHelp,
	'plan-chosen': ({ plan }) => plan === 'chosen',
	'approval-needed': ({ approval }) => approval !== 'not-needed' && approval !== 'granted',
	'approval-waiting': ({ approval }) => approval === 'waiting',
	'approval-open': ({ approval }) => approval === 'needed' || approval === 'waiting',
	'approval-granted': ({ approval }) => approval === 'granted',
	'approval-refused': ({ approval }) => approval === 'refused',
	'approval-settled': ({ approval }) => approval !== 'needed' && approval !== 'waiting',
	'has-outcomes': ({ hasOutcomes }) => hasOutcomes,
	'read-back': ({ isReadBack }) => isReadBack,
	'pays-today': ({ paysToday }) => paysToday
} as const satisfies Record<string, (facts: GuideFacts) => boolean>;

export type Condition = keyof typeof CONDITIONS;

export function holds(condition: Condition, facts: GuideFacts): boolean {
	return CONDITIONS[condition](facts);
}
