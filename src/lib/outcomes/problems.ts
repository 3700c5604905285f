/** Why nothing was committed, in words with what to do next. */
import type { CommitRefusal } from '#shared/outcomes/committed.ts';

export type Problem = CommitRefusal | 'not-sent';

export const PROBLEMS: Record<Problem, string> = {
	'not-sent': 'The server did not answer. Press again: nothing is written twice.',
	'no-such-contact': 'This contact is not there any more.',
	'nobody-chosen': 'Choose the customer first.',
	'not-yours': 'Somebody else has this contact now.',
	'not-identified': 'The identity check comes first.',
	'only-told':
		'Whoever speaks for them may be told, and agrees nothing for them. Take the plan, promise or payment out, or ask the customer.',
	'already-committed': 'This contact is committed already.',
	'key-used': 'That was sent before with other figures. Press again.',
	'approval-needed': 'Ask a team leader: this is above your limit, or a figure changed since.',
	'not-paid': 'Enter the receipt of what is paid today, or take the payment out.',
	'nothing-staged': 'There is nothing to commit yet.',
	'statement-lacking': 'This plan needs a fuller statement first.',
	'already-collecting': 'Something collects one of these accounts already. Ask about it first.',
	'no-plan': 'There is no such plan any more. Work it out again.',
	'no-such-debt': 'An account is not theirs any more. Take it out.',
	'too-long': 'That is longer than anybody may hold it.',
	'more-than-owed': 'That is more than is owed.',
	'in-the-past': 'Choose a day that is still to come.',
	'not-with-agents': 'It is not with enforcement agents.',
	'no-such-adviser': 'They are not on the council’s list of advisers any more. Choose again.',
	'help-open': 'Some help is neither done nor declined.',
	'token-promise':
		'Nothing is left to pay with, so no promise is taken. What they want to pay today is paid today, and stops nothing.',
	'in-moratorium': 'Breathing space: nothing may be asked for.',
	'one-is-live': 'There is a promise on this account already.',
	'two-running': 'The last promise on this account was not kept.',
	'not-to-be-rung-so': 'The customer asked not to be rung like that.',
	'no-letters': 'The customer asked for nothing in writing that we could send.',
	'too-late': 'That is later than anybody may agree.'
};
