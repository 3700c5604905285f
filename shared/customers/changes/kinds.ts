/**
 * What of a record may be changed when somebody tells us, and the fields of each. The source systems keep the record:
 * a change is told to them and shows here as told until an extract confirms it. A death is reported, by anybody, and
 * never typed over a record; so is a number that is not theirs.
 */
export const CHANGE_KINDS = ['address', 'name', 'phone', 'email', 'household', 'bank'] as const;

/** What an officer types in a form of its own. */
export type TypedKind = (typeof CHANGE_KINDS)[number];

export type ChangeKind = TypedKind | 'death' | 'wrong-number';

/** By field, each as it is kept and told: a number in E.164, a sort code in six figures. */
export type ChangeValues = Readonly<Record<string, string>>;

type Choices = Readonly<Record<string, string>>;

export type FieldKind =
	| { as: 'text'; most: number }
	| { as: 'postcode' | 'phone' | 'email' | 'sort-code' | 'account-number' }
	| { as: 'count'; most: number }
	| { as: 'one-of'; choices: Choices };

export type ChangeField = {
	id: string;
	label: string;
	hint?: string;
	isOptional?: true;
	kind: FieldKind;
};

export type ChangeWords = {
	label: string;
	/** What the officer says. */
	say: string;
	/** What the day it counts from is called. */
	from: string;
	/** What to see, where there is something to see. */
	evidence: string;
	of: readonly ('person' | 'organisation')[];
	fields: readonly ChangeField[];
};

const text = (most: number): FieldKind => ({ as: 'text', most });
const oneOf = (choices: Choices): FieldKind => ({ as: 'one-of', choices });
const EVERYBODY = ['person', 'organisation'] as const;

/** Who has to pay for the home they leave, and for the one they come to, follows from these (LGFA 1992 s6). */
const LEAVING = oneOf({
	'tenancy-ended': 'Their tenancy ended',
	sold: 'It was sold',
	'still-theirs': 'It is theirs and stands empty',
	'others-stay': 'Others go on living there'
});
const COMING = oneOf({
	tenant: 'They rent it',
	owner: 'They own it',
	lodger: 'They live in somebody else’s home',
	outside: 'It is outside our area'
});

export const CHANGE_WORDS: Record<TypedKind, ChangeWords> = {
	address: {
		label: 'A move',
		say: 'Where have you moved to, and on which day? Who lives at the old address now?',
		from: 'Moved on',
		evidence: 'Tenancy agreement or completion statement',
		of: EVERYBODY,
		fields: [
			{ id: 'line1', label: 'First line of the new address', kind: text(120) },
			{ id: 'line2', label: 'Second line', isOptional: true, kind: text(120) },
			{ id: 'town', label: 'Town', kind: text(80) },
			{ id: 'postcode', label: 'Postcode', kind: { as: 'postcode' } },
			{ id: 'leaving', label: 'The home they leave', kind: LEAVING },
			{
				id: 'stays',
				label: 'Who goes on living there',
				hint: 'Names, if they say',
				isOptional: true,
				kind: text(200)
			},
			{ id: 'coming', label: 'The home they come to', kind: COMING }
		]
	},
	name: {
		label: 'A name',
		say: 'What is your name now, and since when?',
		from: 'Known by it since',
		evidence: 'Marriage certificate, deed poll or passport',
		of: EVERYBODY,
		fields: [
			{ id: 'givenNames', label: 'First names', isOptional: true, kind: text(120) },
			{ id: 'familyName', label: 'Family name, or the organisation’s name', kind: text(200) },
			{
				id: 'why',
				label: 'Why it changed',
				kind: oneOf({
					marriage: 'Marriage or civil partnership',
					divorce: 'Divorce or separation',
					'deed-poll': 'By deed poll',
					correction: 'We had it wrong',
					other: 'Another reason'
				})
			}
		]
	},
	phone: {
		label: 'A telephone number',
		say: 'What is the best number for you, and is it yours alone?',
		from: 'From',
		evidence: 'They ring from it',
		of: EVERYBODY,
		fields: [{ id: 'phone', label: 'New number', kind: { as: 'phone' } }]
	},
	email: {
		label: 'An email address',
		say: 'What is your email address? I will read it back letter by letter.',
		from: 'From',
		evidence: 'They wrote from it',
		of: EVERYBODY,
		fields: [{ id: 'email', label: 'New email address', kind: { as: 'email' } }]
	},
	household: {
		label: 'Who lives there',
		say: 'How many adults live there now, and when did that change?',
		from: 'Since',
		evidence: 'A tenancy, or a letter to them at another address',
		of: ['person'],
		fields: [
			{ id: 'adults', label: 'Adults living there now', kind: { as: 'count', most: 30 } },
			{
				id: 'what',
				label: 'What changed',
				kind: oneOf({
					'moved-out': 'Somebody moved out',
					'moved-in': 'Somebody moved in',
					'turned-18': 'Somebody turned 18',
					correction: 'We had it wrong'
				})
			},
			{ id: 'who', label: 'Who', isOptional: true, kind: text(200) }
		]
	},
	bank: {
		label: 'Bank details',
		say: 'Please give me the name on the account, the sort code and the account number.',
		from: 'Use it from',
		evidence: 'A bank statement or card, seen',
		of: EVERYBODY,
		fields: [
			{ id: 'accountName', label: 'Name on the account', kind: text(80) },
			{ id: 'sortCode', label: 'Sort code', hint: 'Six figures', kind: { as: 'sort-code' } },
			{
				id: 'accountNumber',
				label: 'Account number',
				hint: 'Eight figures, never a card number',
				kind: { as: 'account-number' }
			}
		]
	}
};

export const CHANGE_LABELS: Record<ChangeKind, string> = {
	address: 'Address',
	name: 'Name',
	phone: 'Telephone number',
	email: 'Email address',
	household: 'Household',
	bank: 'Bank details',
	death: 'Death',
	'wrong-number': 'Number that is not theirs'
};

export function changesFor(kind: 'person' | 'organisation'): readonly TypedKind[] {
	return CHANGE_KINDS.filter((one) => CHANGE_WORDS[one].of.includes(kind));
}
