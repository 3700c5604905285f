/** Money typed by hand, in words: what is wrong with a field, why it was not kept, and what it will do. */
import type {
	ByHandMethod,
	CancelRefusal,
	Look,
	TakeRefusal,
	TypedFault
} from '#shared/income/by-hand.ts';
import type { Ground } from '#shared/income/appropriation.ts';
import { formatPounds, NO_PENCE } from '#shared/money/pence.ts';

export const METHODS: Record<ByHandMethod, string> = {
	cash: 'Cash',
	cheque: 'Cheque',
	card: 'Card'
};

export const FAULTS: Record<TypedFault, string> = {
	'no-amount': 'Type the amount in pounds and pence, such as 50 or 20.50.',
	'too-much': 'That is more than anybody pays at once. Check the figures.',
	'no-day': 'Type the day it was taken.',
	'not-yet': 'That day has not come yet.',
	'too-long-ago': 'That is more than 31 days ago: ask whoever keeps the bank’s own record.',
	'no-reference': 'Type the reference the payer gave.',
	'several-references': 'There are two references here. Type each as a payment of its own.',
	'wrong-check-digits': 'Its check digits are not right. Ask for the reference again.',
	'too-long': 'Say it in fewer letters.',
	'card-number': 'This looks like a card number. Take it out: no card number is ever typed here.'
};

export const TAKE_PROBLEMS: Record<TakeRefusal | 'not-sent', string> = {
	changed: 'What it does has changed meanwhile. Look at it again, and keep it if it is right.',
	'typed-before':
		'The same amount, day, method and reference were typed before. Say below that it is another payment, or leave it.',
	'key-used': 'That was sent before with other figures. Press again.',
	'not-right': 'Something typed here is not right. Look at the fields again.',
	'not-sent': 'The server did not answer. Press again: nothing is kept twice.'
};

export const CANCEL_PROBLEMS: Record<CancelRefusal | 'not-sent', string> = {
	'no-such-receipt': 'That receipt was not typed by hand.',
	'not-yours': 'It was taken on another day or by somebody else: a team leader takes it back.',
	'moved-on': 'Some of it was given back already, so it cannot be taken back.',
	'cancelled-already': 'It was taken back already.',
	'not-sent': 'The server did not answer. Press again: nothing is done twice.'
};

const GROUNDS: Record<Ground, string> = {
	'payer-said': 'the payer names it',
	'matches-instalment': 'it is exactly the instalment that is due',
	'matches-balance': 'it is exactly the balance',
	'default-order': 'the payer names only the account, so the oldest order comes first',
	'by-plan': 'the payment plan splits it so',
	'plan-order': 'the plan is paid or over, so what its accounts still owe comes first'
};

/** `£50.00 goes to Council Tax 2026 to 2027: the payer names it.` */
export function lookLines(look: Look): readonly string[] {
	const lines = look.parts.map(({ title, amount }, at) => {
		const why = at === 0 && look.ground ? `: ${GROUNDS[look.ground]}` : '';
		return `${formatPounds(amount)} goes to ${title}${why}.`;
	});
	if (look.waiting > NO_PENCE) lines.push(waitingLine(look));
	return lines;
}

function waitingLine({ waiting, parts, account, isKnown }: Look): string {
	if (parts.length > 0)
		return `${formatPounds(waiting)} is over. It waits until somebody finds its home or the payer says.`;
	if (isKnown)
		return `Nothing is owed on that ${account ?? 'account'}. ${formatPounds(waiting)} waits.`;
	const none =
		account === null ? 'No account of ours has such a reference' : `There is no such ${account}`;
	return `${none}. ${formatPounds(waiting)} waits until somebody finds its home.`;
}
