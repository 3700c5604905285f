/**
 * What each row of council policy holds. P money and plan, L the life of an arrangement, H holds, C contact,
 * W write-off, RF refunds, A approval, I identity, AU authority, R record changes, O what systems are told, WU wrap-up, OC order costs, DA debt advice, E extracts, MA matching, BC barcodes;
 * the rows of streams and stages are in `policy-rows.ts`.
 */
import type { Pence } from '../money/pence.ts';
import type { AgreeingRole, RowId, StreamRow } from './policy-rows.ts';
import type { Rule } from './rule.ts';

/** Days, or months, that each role may allow; a role not named may allow none. */
export type Allowance = Partial<Record<AgreeingRole, number>>;

/** One row of P6, best first. */
export const RANKS = [
	'rent-notice',
	'council-tax-hearing',
	'council-tax-order',
	'rates-order',
	'council-tax',
	'rates',
	'rent',
	'overpayment',
	'care',
	'former-tenant',
	'bid',
	'invoice'
] as const;

export type Rank = (typeof RANKS)[number];

export type HoldLength = { days: Allowance; moreDays: Allowance };

export type MoneyRows = {
	/** What is left. */
	P1: { savingsPercent: number; savingsMost: Pence };
	/** What of it is usable: all but the greater of the two. */
	P2: { keepsPercent: number; keepsLeast: Pence; aboveUsable: AgreeingRole };
	/** Below this there is no plan. */
	P3: { leastUsable: Pence; holdDays: number; holdBy: AgreeingRole; outcomes: readonly string[] };
	P4: { wholeUnit: Pence };
	P5: { yearEnd: string };
	P6: { ranks: readonly Rank[]; hearingWithinDays: number };
	P7: {
		questions: readonly string[];
		questionsMostPayments: number;
		questionsUnder: Pence;
		fiveTotalsMonths: number;
		incomeProofOverMonths: number;
		incomeProofDays: number;
		adviceOverMonths: number;
	};
	P8: { daysAfterPayDay: number; daysAfterAgreement: number; directDebitWorkingDays: number };
	/** How much of an agreed overdraft a business's lean week may use. */
	P9: { overdraftPercent: number };
};

/** Out of 1000: what each comparison of two records adds or takes away (`shared/customers/matching/match.ts`). */
export type MatchingWeights = {
	/** From here two records are one customer; from the lower one up a person looks. */
	linkedFrom: number;
	reviewFrom: number;
	/** Two that cannot both be meant are this near: then neither is. */
	closeCall: number;
	keys: Record<'nino' | 'linkedAccount' | 'emailAndSurname' | 'phoneSurnameAndPostcode', number>;
	contact: Record<'phone' | 'email', number>;
	name: Record<
		| 'same'
		| 'alike'
		| 'initial'
		| 'family-only'
		| 'misspelt-given'
		| 'other-family'
		| 'other-given'
		| 'other',
		number
	>;
	address: Record<'same' | 'nearly' | 'former' | 'postcode' | 'other' | 'unknown', number>;
	born: Record<'same' | 'slip' | 'other' | 'unknown', number>;
};

/** Questions of the identity check that a policy may ask for by name: only the person should know them. */
export type AskedOfThem = 'reference' | 'instalment' | 'last-payment' | 'password';

/** What a counter network asks of the barcodes that it reads (`shared/income/references/counter-barcodes.ts`). */
export type BarcodeRow = {
	name: string;
	begins: string;
	digits: number;
	check: 'no-check' | 'modulus-10';
};

/** On working days of these weekdays, 1 Monday to 7 Sunday; both are clock times in London. */
export type RecoveryRun = { weekdays: readonly number[]; at: string; sendBy: string };

export type LifeRows = {
	L1: { keptPercent: number; keptWithin: Pence; workingDays: number };
	L2: { callbackOnDay: number; daysToPutRight: number; retryOnce: readonly string[] };
	L3: { looks: AgreeingRole };
	L4: { daysOfLetter: number };
	L5: { officerOncePerMonths: number; second: AgreeingRole; third: AgreeingRole };
	L6: { breakMonthsAYear: Allowance };
	L7: { everyMonths: number; overMonths: number };
	L8: { days: Allowance; workingDaysHeld: number };
	H1: {
		lengths: Record<
			'dispute' | 'application-pending' | 'adviser' | 'support-review' | 'deceased' | 'no-surplus',
			HoldLength
		>;
		newsEveryWeeks: number;
	};
	C1: {
		most: readonly { contacts: number; days: number }[];
		/** Clock hours from and to, Monday first; null where there is none. */
		hours: readonly (readonly [number, number] | null)[];
	};
	W1: { most: Record<AgreeingRole, Pence>; sampledOneIn: number };
	/** Money given back: what each role may approve of what somebody else asks for. */
	RF: { most: Record<AgreeingRole, Pence> };
	A1: { minutes: number };
	I1: { answers: number; knownOnlyToThem: number; moreOnExtraCheck: number; wrongStops: number };
	/** How many months an authority to speak for somebody may stand; null where it needs no last day. */
	AU: {
		months: Record<
			'adviser' | 'attorney' | 'appointee' | 'executor' | 'landlord' | 'member' | 'employee',
			number | null
		>;
	};
	/**
	 * What each change of a record asks beyond identity: so many answers, fresh ones only or the same once more, with one
	 * of the stronger among them; and how long it waits here, to be undone, before its systems are told.
	 */
	R1: {
		asks: Record<
			'address' | 'name' | 'phone' | 'email' | 'household' | 'bank',
			{ answers: number; isFresh: boolean; stronger: readonly AskedOfThem[] }
		>;
		minutesToUndo: number;
		/** A recent change asks one question more of whoever says they are the customer. */
		recentDays: number;
	};
	/** When each source runs recovery, and by when it must have been told. `other` is for one that has no row. */
	O1: { systems: Readonly<Record<string, RecoveryRun>>; other: RecoveryRun };
	/** Writing a call up; like the council's costs, a figure of its own beside the sample's tables. */
	WU: { minutes: number; mostAdded: number };
	/**
	 * Extracts: how far from its own day a source may have an entry of ours, when one that it has not is asked about, and
	 * for how many days figures are fresh.
	 */
	E1: { daysApart: number; daysWaiting: number; daysFresh: number };
	/** Which records of source systems are one customer. */
	MA: MatchingWeights;
	/** The counter networks whose barcodes stand on an agreement; none where its reference alone does. */
	BC: { counters: readonly BarcodeRow[] };
	/** A joint debt is in each person's own plan, whole, and said so on the read-back. */
	JO: { says: string };
	/** Who gives free debt advice that the council passes people on to, as officers choose it. */
	DA: { advisers: readonly string[] };
	/** The council's own costs of a summons; not a row of the sample's tables, but a council figure like them. */
	COSTS: { councilTaxSummons: Pence; ratesSummons: Pence };
	/** And of an order, beside them. */
	OC: { councilTaxOrder: Pence; ratesOrder: Pence };
};

export type PolicyValues = MoneyRows & LifeRows & Record<RowId, StreamRow>;

export type PolicyRowId = keyof PolicyValues;

/** Every version of every row. */
export type PolicyVersions = { readonly [Row in PolicyRowId]: readonly Rule<PolicyValues[Row]>[] };

/** A row in force: what it says, and the id that whatever it decides will cite. */
export type InForce<Value> = Pick<Rule<Value>, 'id' | 'value'>;

/** The rows in force on one day. */
export type Policy = { readonly [Row in PolicyRowId]: InForce<PolicyValues[Row]> };

/** Beside those of the streams: the rows that the screens of a contact decide by once identity has passed. */
export const CONTACT_ROWS = [
	'P1',
	'P2',
	'P3',
	'P4',
	'P5',
	'P6',
	'P7',
	'P8',
	'P9',
	'L2',
	'L5',
	'L7',
	'L8',
	'H1',
	'C1',
	'JO',
	'COSTS',
	'OC',
	'DA'
] as const satisfies readonly PolicyRowId[];

export type ContactRow = (typeof CONTACT_ROWS)[number] | RowId;

/** What leaves with a contact; the rows of streams are those of its own debts. */
export type ContactPolicy = Pick<Policy, ContactRow>;

/** What every screen of a contact needs of it, whoever it is about. */
export type HousePolicy = Pick<Policy, 'AU' | 'R1' | 'WU'>;
