/**
 * What a person did about a bank's advice, by what it asked of them. An advice is closed with one of these, by whom and
 * when, and never otherwise.
 */
import type { ToDo } from '../bank-codes.ts';

export const DONE = {
	'asked-again': 'They were told, and it is asked for again',
	'another-way': 'Another way to pay was agreed',
	'new-instruction': 'A new Direct Debit instruction was taken',
	'new-details': 'The bank details were changed at the source',
	'arrangement-ended': 'The arrangement was ended or made again',
	'death-confirmed': 'The death is confirmed and recorded',
	'not-a-death': 'It was a mistake: nobody has died',
	contested: 'The provider was told that it was rightly paid',
	'put-right': 'The source was put right',
	'nothing-owed': 'There is nothing left to collect',
	written: 'We wrote to them',
	'not-ours': 'It is not about an account of ours',
	/** Said by the bank itself. */
	'in-force-again': 'The bank put the instruction in force again'
} as const;

export type Did = keyof typeof DONE;

export const DIDS = Object.keys(DONE) as [Did, ...Did[]];

const FOR: Record<ToDo, readonly Did[]> = {
	retry: ['asked-again', 'another-way', 'nothing-owed'],
	bereavement: ['death-confirmed', 'not-a-death'],
	whose: ['death-confirmed', 'not-a-death', 'written'],
	'direct-debit-lost': ['another-way', 'new-instruction', 'written', 'nothing-owed'],
	'arrangement-at-risk': ['another-way', 'new-instruction', 'arrangement-ended', 'written'],
	'update-details': ['new-details', 'new-instruction', 'another-way', 'written'],
	'charged-back': ['another-way', 'contested', 'written', 'nothing-owed'],
	look: ['put-right', 'another-way', 'new-instruction', 'written', 'nothing-owed'],
	'no-such-payment': ['put-right', 'not-ours'],
	'no-such-account': ['not-ours', 'put-right']
};

/** The likeliest first. */
export function didsFor(toDo: ToDo): readonly Did[] {
	return FOR[toDo];
}
