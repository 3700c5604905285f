/**
 * The questions of the identity check, and what each is worth: some anybody near a person can answer, some only that
 * person should. Which are offered follows from what the record holds; the answer held is never shown.
 */
export const QUESTIONS = [
	'full-name',
	'address',
	'date-of-birth',
	'reference',
	'instalment',
	'last-payment',
	'password'
] as const;

export type Question = (typeof QUESTIONS)[number];

export type QuestionWords = {
	label: string;
	/** What the officer asks aloud. */
	ask: string;
	/** Under the field: how to type it. */
	hint: string | null;
};

export const QUESTION_WORDS: Record<Question, QuestionWords> = {
	'full-name': { label: 'Full name', ask: 'May I take your full name, please?', hint: null },
	address: {
		label: 'First line of address and postcode',
		ask: 'What is the first line of your address, with the postcode?',
		hint: null
	},
	'date-of-birth': {
		label: 'Date of birth',
		ask: 'What is your date of birth, please?',
		hint: 'For example, 27 3 1985'
	},
	reference: {
		label: 'Reference on a bill or letter',
		ask: 'What is the reference on your latest bill or letter from us?',
		hint: null
	},
	instalment: {
		label: 'Regular payment',
		ask: 'How much is your regular payment to us?',
		hint: null
	},
	'last-payment': {
		label: 'Last payment',
		ask: 'What did you last pay us, and when or how did you pay it?',
		hint: 'Amount, then day or how'
	},
	password: {
		label: 'Password they set',
		ask: 'What is the password you set with us?',
		hint: null
	}
};

/** An organisation's address is asked as its own, not as the speaker's. */
export const ORGANISATION_ADDRESS: QuestionWords = {
	label: 'Registered or trading address and postcode',
	ask: 'What is the registered or trading address, with the postcode?',
	hint: null
};

/** Asked of somebody who speaks for a person: what is theirs is asked as theirs. */
const ASKED_FOR_THEM: Record<Question, string> = {
	'full-name': 'What is the full name of the person you speak for?',
	address: 'What is the first line of their address, with the postcode?',
	'date-of-birth': 'What is their date of birth?',
	reference: 'What is the reference on a bill or letter of theirs from us?',
	instalment: 'How much is their regular payment to us?',
	'last-payment': 'What did they last pay us, and when or how was it paid?',
	password: 'What is the password they set with us?'
};

export const REPRESENTATIVE_ASK = 'May I have your own name, and the organisation you are with?';

export const SPEAKER_ASK = 'May I have your own name, and your role there?';

/** An ex-partner, a parent and a carer know these: together they never pass. */
export const KNOWN_TO_OTHERS: ReadonlySet<Question> = new Set<Question>([
	'full-name',
	'address',
	'date-of-birth'
]);

/** An organisation's name is no question: everybody knows it. */
export const ASKED_OF: Record<'person' | 'organisation', readonly Question[]> = {
	person: QUESTIONS,
	organisation: ['reference', 'address', 'instalment', 'last-payment', 'password']
};

export function questionWords(
	question: Question,
	{ kind, isForThem }: { kind: 'person' | 'organisation'; isForThem: boolean }
): QuestionWords {
	const isTheirs = kind === 'organisation' && question === 'address';
	const words = isTheirs ? ORGANISATION_ADDRESS : QUESTION_WORDS[question];
	return isForThem && kind === 'person' ? { ...words, ask: ASKED_FOR_THEM[question] } : words;
}
