/** What each stage of recovery is called in plain words, and its tone: early, late, serious, protected or neutral. */
import { ladderOf, type LadderCode } from './ladder-codes.ts';
import type { Stream } from '../streams.ts';

export type Tone = 'info' | 'warn' | 'bad' | 'hold' | 'mute';

export type StageWords = { name: string; tone: Tone };

const COURT_AND_ORDER: Record<string, StageWords> = {
	FULL_BALANCE_DUE: { name: 'Whole balance due', tone: 'warn' },
	SUMMONS: { name: 'Summons', tone: 'warn' },
	LIABILITY_ORDER: { name: 'Liability order', tone: 'warn' },
	ENFORCEMENT_AGENT: { name: 'Enforcement agents', tone: 'bad' }
};

const LETTER_OF_CLAIM: StageWords = { name: 'Letter of claim', tone: 'warn' };
const COUNTY_COURT: StageWords = { name: 'County court', tone: 'warn' };

export const STAGES: Record<LadderCode, Record<string, StageWords>> = {
	CT: {
		...COURT_AND_ORDER,
		DEMAND: { name: 'Bill', tone: 'mute' },
		REMINDER_1: { name: 'Reminder', tone: 'info' },
		REMINDER_2: { name: 'Second reminder', tone: 'info' },
		FINAL_NOTICE: { name: 'Final notice', tone: 'warn' },
		INFO_REQUEST: { name: 'Order, details asked for', tone: 'warn' },
		AEO: { name: 'Earnings order', tone: 'mute' },
		BENEFIT_DEDUCTION: { name: 'Taken from benefit', tone: 'mute' },
		CHARGING_ORDER: { name: 'Charging order', tone: 'bad' },
		BANKRUPTCY: { name: 'Bankruptcy', tone: 'bad' },
		COMMITTAL: { name: 'Committal', tone: 'bad' },
		QUASHED: { name: 'Order quashed', tone: 'hold' },
		WITHDRAWN: { name: 'Summons withdrawn', tone: 'hold' }
	},
	NDR: {
		...COURT_AND_ORDER,
		DEMAND: { name: 'Bill', tone: 'mute' },
		FURTHER_NOTICE: { name: 'Further notice', tone: 'info' },
		INSOLVENCY: { name: 'Insolvency', tone: 'bad' }
	},
	HBO: {
		COUNTY_COURT,
		DECISION_NOTICE: { name: 'Decision', tone: 'mute' },
		INVOICE: { name: 'Invoice', tone: 'info' },
		HB_DEDUCTION: { name: 'Taken from Housing Benefit', tone: 'mute' },
		DEA: { name: 'Taken from earnings', tone: 'mute' },
		DWP_BENEFIT: { name: 'Taken from benefit', tone: 'mute' }
	},
	SUN: {
		LETTER_OF_CLAIM,
		INVOICE: { name: 'Invoice', tone: 'info' },
		REMINDER: { name: 'Second letter', tone: 'info' },
		CLAIM: { name: 'County court claim', tone: 'warn' },
		JUDGMENT: { name: 'County court judgment', tone: 'warn' },
		ENFORCEMENT: { name: 'Judgment enforced', tone: 'bad' }
	},
	ASC: {
		LETTER_OF_CLAIM,
		COUNTY_COURT,
		INVOICE: { name: 'Invoice', tone: 'info' },
		SOCIAL_WORK_REVIEW: { name: 'Social care check', tone: 'hold' }
	},
	RENT: {
		MISSED: { name: 'Rent missed', tone: 'info' },
		CONTACT: { name: 'Letters sent', tone: 'info' },
		NOSP: { name: 'Notice served', tone: 'warn' },
		POSSESSION_CLAIM: { name: 'Possession claim', tone: 'bad' },
		TENANCY_ENDED: { name: 'Tenancy ended', tone: 'mute' },
		FTA_LETTER: { name: 'Letter', tone: 'info' }
	},
	PCN: {
		PCN: { name: 'Penalty charge', tone: 'info' },
		NTO: { name: 'Notice to Owner', tone: 'info' },
		CHARGE_CERTIFICATE: { name: 'Charge certificate', tone: 'warn' },
		ORDER_FOR_RECOVERY: { name: 'Order for recovery', tone: 'warn' },
		WARRANT: { name: 'Warrant', tone: 'bad' },
		REPRESENTATION: { name: 'Challenge made', tone: 'hold' },
		REJECTED: { name: 'Challenge rejected', tone: 'info' },
		TRIBUNAL: { name: 'With the tribunal', tone: 'hold' },
		WITNESS_STATEMENT: { name: 'Witness statement', tone: 'hold' },
		LATE_WITNESS_STATEMENT: { name: 'Late witness statement', tone: 'hold' },
		CANCELLED: { name: 'Cancelled', tone: 'mute' }
	},
	BID: {
		DEMAND: { name: 'Levy notice', tone: 'mute' },
		LIABILITY_ORDER: { name: 'Liability order', tone: 'warn' }
	}
};

export function stageWords(debt: { stream: Stream; stage: string }): StageWords {
	const words = STAGES[ladderOf(debt.stream)][debt.stage];
	if (!words) throw new Error(`The stage ${debt.stage} of ${debt.stream} has no words.`);
	return words;
}
