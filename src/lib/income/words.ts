/** Money that waits, in words for the officer: how it came, why it looks like this customer’s, and why it was not placed. */
import type { WaitingReceipt } from '#shared/income/waiting/waiting.ts';
import type { HomeReason } from '#shared/income/waiting/homes.ts';
import type { Channel } from '#shared/income/received.ts';
import { formatPounds } from '#shared/money/pence.ts';
import { formatDay } from '#shared/time/day.ts';
import type { MoneyProblem } from './their-money.svelte.ts';

export const CHANNELS: Record<Channel, string> = {
	'bank-transfer': 'by bank transfer',
	'direct-debit': 'by Direct Debit',
	card: 'by card',
	cash: 'in cash',
	cheque: 'by cheque'
};

/**
 * `£131.00 received 2 November 2026 looks like this customer’s`. By what means is not said: it may be the payment of
 * somebody who owes it with them.
 */
export function receivedText({ amount, on }: WaitingReceipt): string {
	return `${formatPounds(amount)} received ${formatDay(on)} looks like this customer’s`;
}

const REASONS: Record<Exclude<HomeReason, 'their-other-debt'>, string> = {
	reference: 'its reference is quoted',
	'reference-one-slip': 'its reference is quoted with one slip',
	'payer-before': 'whoever paid it has paid them before',
	instalment: 'it is exactly an instalment',
	balance: 'it is exactly the balance',
	'payer-name': 'it came from somebody of their name'
};

/** `Council Tax 2024 to 2025: its reference is quoted.` */
export function whyText(title: string, reasons: readonly HomeReason[]): string {
	return `${title}: ${said(reasons)}.`;
}

/** `Its reference is quoted, and it is exactly an instalment.` */
export function reasonsText(reasons: readonly HomeReason[]): string {
	const text = said(reasons);
	return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function said(reasons: readonly HomeReason[]): string {
	return reasons
		.flatMap((reason) => (reason === 'their-other-debt' ? [] : [REASONS[reason]]))
		.join(', and ');
}

export const MONEY_PROBLEMS: Record<MoneyProblem, string> = {
	'not-sent': 'The server did not answer. Press again: nothing is placed twice.',
	'no-such-contact': 'This contact is not there any more.',
	'not-identified': 'The identity check comes first.',
	'not-theirs': 'That money has another home now. Look again.',
	'not-placed': 'It is not placed any more.',
	'key-used': 'That was sent before with other figures. Press again.',
	'nothing-placed': 'Type how much goes to which account.',
	'more-than-received': 'That is more than was received.',
	'more-than-owed': 'That is more than is owed on that account.',
	'not-their-debt': 'An account is not theirs any more.',
	'placed-twice': 'An account is named twice.'
};
