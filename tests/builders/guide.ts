/** What a guide is asked by: an ordinary call about five debts, with what is otherwise in it. */
import type { GuideFacts } from '../../shared/guide/facts.ts';

const START: GuideFacts = {
	channel: 'phone',
	direction: 'inbound',
	hasCustomer: true,
	isBusiness: false,
	identity: 'open',
	requests: [],
	hasReason: false,
	hasAskedNeeds: false,
	needsSupport: false,
	debtCount: 5,
	recognisedCount: 0,
	isProtected: false,
	spottedCount: 0,
	takeUpCount: 0,
	statement: 'none',
	hasSurplus: null,
	plan: 'none',
	approval: 'not-needed',
	hasHelp: false,
	hasOutcomes: false,
	isReadBack: false,
	isCommitted: false,
	paysToday: false
};

export const facts = (some: Partial<GuideFacts>): GuideFacts => ({ ...START, ...some });
