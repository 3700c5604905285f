/**
 * For each stage, what recovery may do next when nobody agrees anything: its words, the ladder's rows it stands on,
 * the day it can be done from and what it adds. A stage that is not here has no next step of ours: it is with a court,
 * a tribunal or a trustee, or it is over.
 */
import type { Pence } from '../../money/pence.ts';
import { formatPounds } from '../../money/pence.ts';
import { addDays, addMonths, formatDay, type Day } from '../../time/day.ts';
import { chargeCertificateAdds } from '../../law/clocks/parking.ts';
import { agentsAdd, costOfMove, REGISTRATION_FEE, type CourtCosts } from '../costs.ts';
import type { DebtRecord } from '../debt.ts';
import type { LadderCode } from './ladder-codes.ts';

/** Why policy sends this customer no agents (policy CT6, CT7, NR3, PC3). */
export type Spared = 'support-need' | 'council-tax-support';

type AddedNow = { spared: Spared | null; today: Day; costs: CourtCosts };

export type Rung = {
	to: string;
	say: string | ((debt: DebtRecord, spared: Spared | null) => string);
	/** Who is spared agents here, the worst first; nobody where there are none to send. */
	spares?: readonly Spared[];
	/** There is no other way: for whom it spares nothing follows. */
	isByAgentsAlone?: true;
	/** The ladder's rows it stands on, where they are not this stage's own row to `to`. */
	rows?: readonly { from: string; to: string }[];
	/** Where it is not the row's own least days after the stage. */
	earliestOn?: (debt: DebtRecord) => Day;
	adds?: (debt: DebtRecord, now: AddedNow) => Pence | null;
	/** A sentence before or after it, for a day the customer should know. */
	before?: (debt: DebtRecord) => { words: string; until: Day } | null;
	after?: (debt: DebtRecord) => { words: string; until: Day } | null;
	needsOverdue?: true;
	/** May not begin while benefit deductions for council tax run. */
	waitsForDeductions?: true;
	/** It is happening already, so `from` and `possible now` would be wrong. */
	isRunning?: true;
};

const BOTH: readonly Spared[] = ['support-need', 'council-tax-support'];
const NEED: readonly Spared[] = ['support-need'];

/** One of these at a time; agents are left out where policy spares the customer. */
const ORDER_METHODS: Rung = {
	to: 'ENFORCEMENT_AGENT',
	spares: BOTH,
	say: (_debt, spared) =>
		spared
			? 'Earnings order or benefit deduction'
			: 'Earnings order, benefit deduction or enforcement agents',
	rows: [
		{ from: 'LIABILITY_ORDER', to: 'AEO' },
		{ from: 'LIABILITY_ORDER', to: 'BENEFIT_DEDUCTION' },
		{ from: 'LIABILITY_ORDER', to: 'ENFORCEMENT_AGENT' }
	],
	earliestOn: (debt) => debt.stageOn,
	waitsForDeductions: true
};

const ORDER: Rung = {
	to: 'LIABILITY_ORDER',
	say: 'Liability order',
	earliestOn: hearingDay,
	adds: courtCosts('LIABILITY_ORDER')
};

export const RUNGS: Record<LadderCode, Record<string, Rung>> = {
	CT: {
		DEMAND: { to: 'REMINDER_1', say: 'Reminder', needsOverdue: true },
		REMINDER_1: summonsAfter('REMINDER_1', 'FINAL_NOTICE'),
		REMINDER_2: summonsAfter('REMINDER_2', 'FINAL_NOTICE'),
		FULL_BALANCE_DUE: {
			to: 'SUMMONS',
			say: 'Summons',
			rows: [{ from: 'FINAL_NOTICE', to: 'SUMMONS' }],
			earliestOn: dayAfterWholeBalance,
			adds: courtCosts('SUMMONS')
		},
		FINAL_NOTICE: { to: 'SUMMONS', say: 'Summons', adds: courtCosts('SUMMONS') },
		SUMMONS: ORDER,
		LIABILITY_ORDER: ORDER_METHODS,
		INFO_REQUEST: ORDER_METHODS,
		AEO: running({ from: 'LIABILITY_ORDER', to: 'AEO' }),
		BENEFIT_DEDUCTION: running({ from: 'LIABILITY_ORDER', to: 'BENEFIT_DEDUCTION' }),
		ENFORCEMENT_AGENT: agents({ from: 'LIABILITY_ORDER', to: 'ENFORCEMENT_AGENT' }, BOTH)
	},
	NDR: {
		DEMAND: { to: 'FURTHER_NOTICE', say: 'Further notice', needsOverdue: true },
		FURTHER_NOTICE: {
			...summonsAfter('FURTHER_NOTICE', 'FULL_BALANCE_DUE')
		},
		FULL_BALANCE_DUE: {
			to: 'SUMMONS',
			say: 'Summons',
			earliestOn: dayAfterWholeBalance,
			adds: courtCosts('SUMMONS')
		},
		SUMMONS: ORDER,
		LIABILITY_ORDER: {
			to: 'ENFORCEMENT_AGENT',
			say: 'Enforcement agents',
			spares: BOTH,
			isByAgentsAlone: true
		},
		ENFORCEMENT_AGENT: agents({ from: 'LIABILITY_ORDER', to: 'ENFORCEMENT_AGENT' }, BOTH)
	},
	HBO: {
		DECISION_NOTICE: { to: 'INVOICE', say: 'Invoice', before: challenge('Appeal') },
		INVOICE: {
			to: 'DEA',
			say: 'Earnings deduction',
			after: lateAppeal
		},
		HB_DEDUCTION: running({ from: 'DECISION_NOTICE', to: 'HB_DEDUCTION' }),
		DEA: running({ from: 'INVOICE', to: 'DEA' }),
		DWP_BENEFIT: running({ from: 'INVOICE', to: 'DWP_BENEFIT' })
	},
	SUN: {
		INVOICE: { to: 'REMINDER', say: 'Second letter', needsOverdue: true },
		REMINDER: { to: 'LETTER_OF_CLAIM', say: 'Letter of claim' },
		LETTER_OF_CLAIM: { to: 'CLAIM', say: 'County court claim', earliestOn: dayAfterThirtyDays },
		JUDGMENT: {
			to: 'ENFORCEMENT',
			say: 'Enforcement of the judgment',
			spares: NEED,
			isByAgentsAlone: true,
			needsOverdue: true
		}
	},
	ASC: {
		INVOICE: { to: 'SOCIAL_WORK_REVIEW', say: 'Social care check' },
		SOCIAL_WORK_REVIEW: { to: 'LETTER_OF_CLAIM', say: 'Letter of claim' },
		LETTER_OF_CLAIM: {
			to: 'COUNTY_COURT',
			say: 'County court claim',
			earliestOn: dayAfterThirtyDays
		}
	},
	RENT: {
		MISSED: { to: 'CONTACT', say: 'Letter' },
		CONTACT: { to: 'NOSP', say: 'Notice of seeking possession' },
		NOSP: { to: 'POSSESSION_CLAIM', say: 'Possession claim' },
		TENANCY_ENDED: { to: 'FTA_LETTER', say: 'Letter' },
		FTA_LETTER: {
			to: 'FTA_LETTER',
			say: 'Letter of claim',
			rows: [{ from: 'TENANCY_ENDED', to: 'FTA_LETTER' }]
		}
	},
	PCN: {
		PCN: { to: 'NTO', say: 'Notice to Owner', before: challenge('Pay or challenge') },
		NTO: {
			to: 'CHARGE_CERTIFICATE',
			say: 'Charge certificate',
			before: challenge('Pay or challenge'),
			adds: (debt) => chargeCertificateAdds(debt.balance)
		},
		REJECTED: {
			to: 'CHARGE_CERTIFICATE',
			say: 'Charge certificate',
			before: challenge('Pay or appeal'),
			adds: (debt) => chargeCertificateAdds(debt.balance)
		},
		CHARGE_CERTIFICATE: {
			to: 'ORDER_FOR_RECOVERY',
			say: 'Order for recovery',
			adds: () => REGISTRATION_FEE
		},
		ORDER_FOR_RECOVERY: {
			to: 'WARRANT',
			say: 'Warrant to enforcement agents',
			spares: NEED,
			isByAgentsAlone: true,
			before: challenge('Witness statement'),
			adds: ({ balance }, { today }) => agentsAdd(balance, { stage: 'compliance', today })
		},
		WARRANT: agents({ from: 'ORDER_FOR_RECOVERY', to: 'WARRANT' }, NEED)
	},
	BID: {
		DEMAND: { to: 'LIABILITY_ORDER', say: 'Summons', adds: courtCosts('LIABILITY_ORDER') }
	}
};

/** By the stream, as `costs.ts` says; null where a step adds nothing. */
function courtCosts(to: 'SUMMONS' | 'LIABILITY_ORDER') {
	return (debt: DebtRecord, { costs }: AddedNow): Pence | null =>
		costOfMove(debt, { to, costs })?.amount ?? null;
}

/** The balance fell due through a reminder, so that no final notice comes before the summons (reg 33). */
function summonsAfter(reminder: string, summonsFrom: string): Rung {
	return {
		to: 'SUMMONS',
		say: 'Summons',
		rows: [
			{ from: reminder, to: 'FULL_BALANCE_DUE' },
			{ from: summonsFrom, to: 'SUMMONS' }
		],
		earliestOn: dayAfterWholeBalance,
		adds: courtCosts('SUMMONS'),
		needsOverdue: true
	};
}

/** One method at a time (SI 1992/613 reg 52(2)): while it takes something, nothing else follows. */
function running(row: { from: string; to: string }): Rung {
	return {
		to: row.to,
		say: ({ facts: { method } }) =>
			method?.takesPence
				? `${formatPounds(method.takesPence)} a ${method.every ?? 'month'} goes on being taken`
				: 'Goes on being taken',
		rows: [row],
		isRunning: true
	};
}

function agents(row: { from: string; to: string }, spares: readonly Spared[]): Rung {
	return {
		to: row.to,
		spares,
		say: ({ facts }, spared) => {
			if (spared) return `${SPARED_WORDS[spared]}: ask for the agents to be recalled`;
			return facts.method?.visitedOn ? 'Agents may take goods' : 'Visit by enforcement agents';
		},
		rows: [row],
		adds: ({ balance, facts }, { spared, today }) =>
			spared || facts.method?.visitedOn
				? null
				: agentsAdd(balance, { stage: 'enforcement', today }),
		isRunning: true
	};
}

const SPARED_WORDS: Record<Spared, string> = {
	'support-need': 'Support need',
	'council-tax-support': 'Council Tax Support'
};

function challenge(words: string) {
	return ({ facts }: DebtRecord) =>
		facts.challengeUntilOn
			? { words: `${words} by ${formatDay(facts.challengeUntilOn)}`, until: facts.challengeUntilOn }
			: null;
}

/** A late appeal is heard with good reason up to twelve months after the ordinary month (domain 1.3). */
function lateAppeal({ facts }: DebtRecord): { words: string; until: Day } | null {
	if (!facts.challengeUntilOn) return null;
	const until = addMonths(facts.challengeUntilOn, 12);
	return { words: `Late appeal to ${formatDay(until)} with good reason`, until };
}

/** Fourteen days after the reminder, on the safe reading of reg 23(3), where the source gives no day of its own. */
function dayAfterWholeBalance(debt: DebtRecord): Day {
	return addDays(debt.facts.wholeBalanceDueOn ?? addDays(debt.stageOn, 14), 1);
}

function hearingDay(debt: DebtRecord): Day {
	return debt.facts.hearingOn ?? addDays(debt.stageOn, 14);
}

/** Thirty whole days from the date on the letter (Pre-Action Protocol for Debt Claims). */
function dayAfterThirtyDays(debt: DebtRecord): Day {
	return addDays(debt.stageOn, 31);
}
