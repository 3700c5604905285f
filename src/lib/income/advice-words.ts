/** What a bank's advice asks of a person, and why it could not be closed, in words. */
import type { CloseRefusal } from '#shared/income/advices/advices.ts';
import type { ToDo } from '#shared/income/bank-codes.ts';

export const FROM_BANKS: Record<ToDo, { word: string; next: string }> = {
	'arrangement-at-risk': {
		word: 'Plan at risk',
		next: 'Nothing more can be taken: agree another way.'
	},
	'direct-debit-lost': { word: 'No Direct Debit', next: 'Agree another way to pay.' },
	retry: { word: 'Came back', next: 'It is asked for again on the next pay day. Tell them first.' },
	bereavement: { word: 'Death told', next: 'Everything of theirs is held. Find out gently.' },
	'update-details': { word: 'Bank details', next: 'Take the new bank details.' },
	'charged-back': {
		word: 'Charged back',
		next: 'It is owed again. Ask them, and agree another way to pay or contest it with the provider.'
	},
	look: { word: 'To look at', next: 'Look at it with them.' },
	'no-such-payment': { word: 'To look at', next: 'No such payment is on the account.' },
	'no-such-account': { word: 'To look at', next: 'It is of no account of ours.' },
	whose: { word: 'Death told', next: 'It is not plain whose. Find out gently.' }
};

export const CLOSE_PROBLEMS: Record<CloseRefusal, string> = {
	gone: 'Somebody has answered it already. The list is up to date again.',
	'not-one-of-these': 'That is no answer to this advice.'
};
