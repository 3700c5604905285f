/**
 * What needs no identity check and is always open: nothing of it tells anybody anything about an account. What is
 * heard is noted in these fields and acted on when the contact is finished.
 */
export const REQUESTS = [
	'general',
	'payment',
	'death',
	'move',
	'wrong-number',
	'unwell',
	'letter',
	'call-back',
	'for-someone-else'
] as const;

export type RequestKind = (typeof REQUESTS)[number];

export type RequestField = { id: string; label: string; hint?: string; lines?: number };

export type RequestWords = {
	label: string;
	/** What the officer says. */
	say: string;
	/** What to mind. */
	mind: string;
	fields: readonly RequestField[];
};

const HEARD: RequestField = { id: 'heard', label: 'What they say', lines: 3 };

export const REQUEST_WORDS: Record<RequestKind, RequestWords> = {
	general: {
		label: 'A general question',
		say: 'I can answer that without going into an account.',
		mind: 'Speak of how things work, never of anybody’s account.',
		fields: [HEARD]
	},
	payment: {
		label: 'A payment to a reference they state',
		say: 'Please give me the reference, and how much you would like to pay.',
		mind: 'Say only that it is received. Do not say whose it is or what is left.',
		fields: [
			{ id: 'reference', label: 'Reference they state' },
			{ id: 'amount', label: 'Amount in pounds' },
			{ id: 'receipt', label: 'Number on the terminal’s receipt', hint: 'Never a card number' }
		]
	},
	death: {
		label: 'A death',
		say: 'I am sorry for your loss. You do not need to do anything today. May I take a few details?',
		mind: 'Tell them nothing about an account, and never ask them to pay.',
		fields: [
			{ id: 'who', label: 'Who has died' },
			{ id: 'when', label: 'When', hint: 'For example, 3 November 2026' },
			{ id: 'teller', label: 'Who is telling us, and how to reach them', lines: 2 }
		]
	},
	move: {
		label: 'A move',
		say: 'Thank you. Who has moved, and when?',
		mind: 'Note what is said. Do not confirm an address we hold.',
		fields: [
			{ id: 'who', label: 'Who has moved' },
			{ id: 'when', label: 'When' },
			{ id: 'where', label: 'Where to, if they say', lines: 2 }
		]
	},
	'wrong-number': {
		label: 'A wrong number',
		say: 'I am sorry that we troubled you. We will stop using this number today.',
		mind: 'Say nothing about who we were trying to reach.',
		fields: [HEARD]
	},
	unwell: {
		label: 'Somebody unwell or at risk',
		say: 'Thank you for telling me. Are you safe right now?',
		mind: 'In danger: 999. To talk at any hour: Samaritans, 116 123. No script, no hurry.',
		fields: [HEARD]
	},
	letter: {
		label: 'A letter',
		say: 'I will ask for a letter to be sent to the address we hold.',
		mind: 'Only to the address we hold. Do not read it out.',
		fields: [{ id: 'about', label: 'What it should be about', lines: 2 }]
	},
	'call-back': {
		label: 'A call back',
		say: 'When would be a good time for us to ring you?',
		mind: 'Ring only a number held for this person alone. Otherwise they ring ours.',
		fields: [
			{ id: 'when', label: 'When suits them' },
			{ id: 'about', label: 'What it should be about', lines: 2 }
		]
	},
	'for-someone-else': {
		label: 'Calling for somebody else',
		say: 'I cannot discuss an account with you, but I can listen and note what you tell me.',
		mind: 'Disclose nothing, not even that there is an account. They may pay to a reference they state.',
		fields: [{ id: 'teller', label: 'Who is calling, and who they are to the customer' }, HEARD]
	}
};
