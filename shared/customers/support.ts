/**
 * Support needs as they are asked about and kept: the need and what the officer does about it, never a diagnosis.
 * Kept for next time only with the customer's agreement; used in this contact either way.
 */
export const ADJUSTMENTS = [
	'slower',
	'breaks',
	'one-at-a-time',
	'letters-by-email',
	'large-print',
	'written-summary',
	'interpreter',
	'relay',
	'no-telephone',
	'at-desk',
	'helper',
	'more-time'
] as const;

export type Adjustment = (typeof ADJUSTMENTS)[number];

export type AdjustmentWords = {
	/** The need, as the tick list and the record have it. */
	need: string;
	/** What every officer does from then on. */
	does: string;
};

export const ADJUSTMENT_WORDS: Record<Adjustment, AdjustmentWords> = {
	slower: { need: 'A slower pace', does: 'Speak slowly.' },
	breaks: { need: 'Breaks', does: 'Offer a break.' },
	'one-at-a-time': {
		need: 'One thing at a time',
		does: 'Ask one thing at a time. Let them say it back.'
	},
	'letters-by-email': { need: 'Letters by email', does: 'Send letters by email.' },
	'large-print': { need: 'Large print', does: 'Send large print.' },
	'written-summary': {
		need: 'It in writing afterwards',
		does: 'Send a short summary of what was said.'
	},
	interpreter: { need: 'An interpreter', does: 'Use an interpreter. Never a child.' },
	relay: {
		need: 'Relay UK or video relay',
		does: 'Take relay calls as their own: the same check, no authority needed.'
	},
	'no-telephone': { need: 'No telephone calls', does: 'Do not ring. Write instead.' },
	'at-desk': { need: 'To talk in person', does: 'Offer an appointment at the desk.' },
	helper: { need: 'Somebody with them', does: 'Let a helper join. They speak for themselves.' },
	'more-time': {
		need: 'More time to decide',
		does: 'Give more time. Agree nothing on the first day.'
	}
};

export const CONSENTS = ['given', 'declined'] as const;

export type Consent = (typeof CONSENTS)[number];

/** Who may see the need. What to do about it is for everybody who deals with them. */
export const NEED_SEEN_BY = ['officers', 'leaders'] as const;

export type NeedSeenBy = (typeof NEED_SEEN_BY)[number];

/** In place of a need that is not for whoever looks or listens. */
export const CARE_ONLY = 'Take extra care';

export const ASKED_ANSWERS = ['yes', 'no', 'prefers-not-to-say'] as const;

export type AskedAnswer = (typeof ASKED_ANSWERS)[number];

export const CONSENT_WORDS =
	'Noted so that they need not repeat it. Officers who deal with them see what helps, not why.';

/** One row of the record: `A slower pace, breaks` and `Speak slowly. Offer a break.` Null for nothing. */
export function supportRecord(
	adjustments: readonly Adjustment[]
): { need: string; adjustment: string } | null {
	const words = ADJUSTMENTS.filter((one) => adjustments.includes(one)).map(
		(one) => ADJUSTMENT_WORDS[one]
	);
	const [first, ...rest] = words.map(({ need }) => need);
	if (!first) return null;
	const lower = rest.map((need) =>
		/^(Relay)/.test(need) ? need : need[0]?.toLowerCase() + need.slice(1)
	);
	return {
		need: [first, ...lower].join(', '),
		adjustment: words.map(({ does }) => does).join(' ')
	};
}

/** As the words beside the log hold them: `slower,breaks`. What is not known is left out. */
export function readAdjustments(text: string | undefined): Adjustment[] {
	const codes = (text ?? '').split(',');
	return ADJUSTMENTS.filter((one) => codes.includes(one));
}
